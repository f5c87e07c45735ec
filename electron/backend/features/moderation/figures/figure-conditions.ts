/** What figures count, as conditions on a conversation: sums and the rows behind them are made of the same fragments. */
import type {
  FigureFilter,
  FigureGrouping,
  FigureMeasure,
  GroupKey,
} from '../../../../../shared/contract/moderation-figures.ts'
import type { AttributionModel } from '../../../../../shared/domain/attribution.ts'
import { firstDayOf, lastDayOf, splitAtMonths, type Month, type Period } from '../../../../../shared/domain/day.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { Conditions } from '../../../database/conditions.ts'
import { modelNumber } from '../../../database/model-numbers.ts'

/** How many conversations a row stands for. */
export const WEIGHT = 'coalesce(conversation.batch_count, 1)'
const SINGLE = 'conversation.batch_count IS NULL'
const ANSWERED = '(conversation.batch_count IS NOT NULL OR conversation.first_answered_at IS NOT NULL)'
const COMPLAINT = "conversation.sentiment IN ('negative', 'angry')"

/**
 * Until when it could have been answered; NULL: no answer was owed, because a measure was taken against it. Closing what is overdue does
 * not make it good (shared/domain/response-figures.ts).
 */
const ANSWERABLE_UNTIL =
  "CASE WHEN conversation.status <> 'done' THEN @now WHEN conversation.measure IS NULL THEN conversation.resolved_at END"

/** How a further message stands to its deadline; the same rules as for the first one (shared/domain/response-figures.ts). */
export const NEXT_STANDINGS = {
  nextInTime: 'next.answered_at <= next.due_at',
  nextLate: 'next.answered_at > next.due_at',
  nextMissed: `next.answered_at IS NULL AND next.due_at < ${ANSWERABLE_UNTIL}`,
} as const

const anyNext = (condition: string) =>
  `EXISTS (SELECT 1 FROM next_response AS next WHERE next.conversation_id = conversation.id AND ${condition})`

/** Lines of a conversation: hours and whatever else was booked on it. */
export const LINES = "line.conversation_id = conversation.id AND line.kind <> 'revenue'"
/** Those of them that were logged as work for a department as well. */
export const CHARGED_LINES = `${LINES} AND line.department_id IS NOT NULL`
/** A plus keeps the model from becoming a search of its own: most conversations have no share at all, of whatever model. */
export const SHARES =
  "share.conversation_id = conversation.id AND +share.model IN (0, @model) AND share.scope = 'social'"

export const MEASURED: Readonly<Record<FigureMeasure, string>> = {
  all: 'true',
  batches: 'conversation.batch_count IS NOT NULL',
  answered: ANSWERED,
  unanswered: `NOT ${ANSWERED} AND conversation.status <> 'done'`,
  closedUnanswered: `NOT ${ANSWERED} AND conversation.status = 'done'`,
  first: `${SINGLE} AND conversation.first_response_seconds IS NOT NULL`,
  inTime: `${SINGLE} AND conversation.first_answered_at <= conversation.first_due_at`,
  late: `${SINGLE} AND conversation.first_answered_at > conversation.first_due_at`,
  missed: `NOT ${ANSWERED} AND conversation.first_due_at < ${ANSWERABLE_UNTIL}`,
  next: anyNext('next.response_seconds IS NOT NULL'),
  nextInTime: anyNext(NEXT_STANDINGS.nextInTime),
  nextLate: anyNext(NEXT_STANDINGS.nextLate),
  nextMissed: anyNext(NEXT_STANDINGS.nextMissed),
  resolution: `${SINGLE} AND conversation.resolution_seconds IS NOT NULL`,
  positive: "conversation.sentiment = 'positive'",
  neutral: "conversation.sentiment = 'neutral'",
  negative: "conversation.sentiment = 'negative'",
  angry: "conversation.sentiment = 'angry'",
  complaints: COMPLAINT,
  reachedNegative: `${COMPLAINT} AND conversation.day BETWEEN @reachFrom AND @reachTo AND EXISTS (SELECT 1 FROM channel_reach
    WHERE channel_id = conversation.channel_id AND month = substr(conversation.day, 1, 7))`,
  cost: `EXISTS (SELECT 1 FROM ledger_line AS line WHERE ${LINES})`,
  charged: `EXISTS (SELECT 1 FROM ledger_line AS line WHERE ${CHARGED_LINES})`,
  leads: 'EXISTS (SELECT 1 FROM lead WHERE lead.conversation_id = conversation.id)',
  wonLeads: "EXISTS (SELECT 1 FROM lead WHERE lead.conversation_id = conversation.id AND lead.status = 'won')",
  revenue: `EXISTS (SELECT 1 FROM attribution_share AS share WHERE ${SHARES})`,
}

export interface FigureQuestion {
  readonly filter: FigureFilter
  readonly model: AttributionModel
  readonly now: Instant
  /** Only what was handled for a department. */
  readonly isServed?: boolean
}

/** Months that lie within a period as a whole: of these reach is compared. Null: there are none. */
export function wholeMonthsOf(period: Period): { readonly from: Month; readonly to: Month } | null {
  return splitAtMonths(period).months
}

/** Conversations of the filter, with every value the fragments above ask for. */
export function matching({ filter, model, now, isServed = false }: FigureQuestion): Conditions {
  const { period, channelId, kind, topicId, clientId } = filter
  const months = wholeMonthsOf(period)
  const conditions = new Conditions()
    .add('conversation.day BETWEEN @from AND @to', 'from', period.from)
    .equal('conversation.channel_id', 'channelId', channelId)
    .equal('conversation.kind', 'kind', kind)
    .equal('conversation.client_id', 'clientId', clientId)
  if (topicId !== undefined) addTopic(conditions, 'topicId', topicId)
  if (isServed) conditions.add('conversation.department_id IS NOT NULL')
  Object.assign(conditions.values, {
    to: period.to,
    now,
    model: modelNumber(model),
    reachFrom: months === null ? '' : firstDayOf(months.from),
    reachTo: months === null ? '' : lastDayOf(months.to),
  })
  return conditions
}

function addTopic(conditions: Conditions, name: string, topicId: number | null): void {
  const link = 'SELECT 1 FROM conversation_topic WHERE conversation_id = conversation.id'
  if (topicId === null) conditions.add(`NOT EXISTS (${link})`)
  else conditions.add(`EXISTS (${link} AND topic_id = @${name})`, name, topicId)
}

/**
 * Where a conversation belongs. By weekday days are read, in the order of the index, by topic the topics of each together ("3,7"; NULL: it
 * has none), and put together afterwards: so the whole comes of the same pass, in which what has several topics counts once.
 */
export const GROUP_KEYS: Readonly<Record<FigureGrouping, string>> = {
  channel: 'conversation.channel_id',
  kind: 'conversation.kind',
  topic: '(SELECT group_concat(topic_id) FROM conversation_topic WHERE conversation_id = conversation.id)',
  weekday: 'conversation.day',
  hour: 'conversation.hour',
  department: 'conversation.department_id',
}

/** The topics of a key by topic; null: without. */
export function topicsOf(key: GroupKey): readonly (number | null)[] {
  return key === null ? [null] : String(key).split(',').map(Number)
}

/** Only what belongs to one group. */
export function ofGroup(conditions: Conditions, by: FigureGrouping, key: GroupKey): Conditions {
  if (by === 'topic') {
    addTopic(conditions, 'groupKey', key === null ? null : Number(key))
    return conditions
  }
  // SQLite counts from Sunday, we from Monday.
  const column = by === 'weekday' ? "(CAST(strftime('%w', conversation.day) AS INTEGER) + 6) % 7" : GROUP_KEYS[by]
  return conditions.equal(column, 'groupKey', key)
}
