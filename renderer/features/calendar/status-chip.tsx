import { useTranslation } from 'react-i18next'
import type { PostStatus } from '../../../shared/domain/post-status.ts'
import { Chip } from '../../ui/chip.tsx'
import type { Tone } from '../../ui/tone.ts'

const TONES: Readonly<Record<PostStatus, Tone>> = {
  idea: 'neutral',
  draft: 'neutral',
  review: 'warn',
  ready: 'return',
  published: 'accent',
  archived: 'neutral',
  cancelled: 'neutral',
}

/** How far a post is. */
export function StatusChip({ status }: { readonly status: PostStatus }) {
  const { t } = useTranslation('calendar')
  return <Chip tone={TONES[status]}>{t(`status.${status}`)}</Chip>
}
