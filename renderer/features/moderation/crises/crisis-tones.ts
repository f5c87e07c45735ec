import type { Statement } from '../../../../shared/contract/crises.ts'
import type { Sentiment } from '../../../../shared/domain/conversation.ts'
import type { CrisisLevel } from '../../../../shared/domain/crisis.ts'
import type { Tone } from '../../../ui/tone.ts'

export const LEVEL_TONES: Readonly<Record<CrisisLevel, Tone>> = { 1: 'accent', 2: 'warn', 3: 'danger' }

export const STATEMENT_TONES: Readonly<Record<Statement['status'], Tone>> = {
  draft: 'neutral',
  approved: 'accent',
  rejected: 'danger',
  published: 'return',
}

export const SENTIMENT_TONES: Readonly<Record<Sentiment, Tone>> = {
  positive: 'return',
  neutral: 'neutral',
  negative: 'cost',
  angry: 'danger',
}
