import type { PostStatus } from '../../../../shared/domain/post-status.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STATUS_TONES: Readonly<Record<PostStatus, Tone>> = {
  idea: 'neutral',
  draft: 'neutral',
  review: 'warn',
  ready: 'return',
  published: 'accent',
  archived: 'neutral',
  cancelled: 'danger',
}
