/** Several conversations noted with one line: what the line says, and what somebody corrects in it. Pure. */
import type { BatchDraft } from '../../../../shared/contract/moderation-fields.ts'
import type { BatchProblem, BatchReading } from '../../../../shared/domain/batch-line.ts'
import type { ConversationKind, Sentiment } from '../../../../shared/domain/conversation.ts'
import { type Day, isDay } from '../../../../shared/domain/day.ts'
import type { ChosenTopics } from './new-topics.ts'

/** Every word of it was read as a line about several conversations. A bare number is rather what somebody wrote. */
export function isWholeBatch(line: string, { count, label, problems }: BatchReading): boolean {
  return count !== null && count > 1 && label === '' && problems.length === 0 && /\p{L}/u.test(line)
}

/** What the line may say. */
export interface BatchFields extends ChosenTopics {
  readonly count: number | null
  readonly kind: ConversationKind
  readonly seconds: number
  readonly sentiment: Sentiment | null
  readonly channelId: number | null
  /** As it is typed; null: none. */
  readonly day: string | null
  readonly label: string
}

/** Corrected by hand; absent: as the line says. */
export type Corrections = Partial<BatchFields>

export function settleBatch(reading: BatchReading, own: Corrections, today: Day): BatchFields {
  return {
    count: reading.count,
    kind: reading.kind ?? 'comment',
    seconds: reading.seconds ?? 0,
    sentiment: reading.sentiment,
    channelId: reading.channelId,
    topicIds: reading.topicIds,
    newTopics: [],
    day: reading.day ?? today,
    label: reading.label,
    ...own,
  }
}

const FIELD_OF: Readonly<Record<BatchProblem, keyof BatchFields | null>> = {
  nothing: 'count',
  text_too_long: null,
  no_count: 'count',
  several_counts: 'count',
  no_such_count: 'count',
  several_kinds: 'kind',
  several_durations: 'seconds',
  duration_too_long: 'seconds',
  several_days: 'day',
  no_such_day: 'day',
  day_in_future: 'day',
  several_sentiments: 'sentiment',
  several_channels: 'channelId',
}

/** No mood and no channel are answers, too; no count and no day are none. */
function isCorrected(own: Corrections, field: keyof BatchFields): boolean {
  const mayBeNone = field === 'sentiment' || field === 'channelId'
  return own[field] !== undefined && (own[field] !== null || mayBeNone)
}

/** What keeps it from being saved, the first first; what was corrected is none any more. */
export function batchProblems(reading: BatchReading, own: Corrections, today: Day): readonly BatchProblem[] {
  const left = reading.problems.filter((problem) => {
    const field = FIELD_OF[problem]
    return field === null || !isCorrected(own, field)
  })
  const { count, day } = settleBatch(reading, own, today)
  const isDayMissing = day === null || !isDay(day)
  const byHand: BatchProblem[] = [
    ...(count === null ? (['no_count'] as const) : []),
    ...(isDayMissing ? (['no_such_day'] as const) : day > today ? (['day_in_future'] as const) : []),
  ]
  return [...new Set([...left, ...(left.includes('nothing') ? [] : byHand)])]
}

/** Null while something is missing. */
export function toBatch(fields: BatchFields, topicIds: readonly number[]): BatchDraft | null {
  const { count, day } = fields
  if (count === null || day === null || !isDay(day)) return null
  return {
    count,
    kind: fields.kind,
    label: fields.label.trim().slice(0, 200),
    channelId: fields.channelId,
    postId: null,
    clientId: null,
    departmentId: null,
    topicIds: [...topicIds],
    sentiment: fields.sentiment,
    day: day as Day,
    seconds: fields.seconds,
  }
}
