/** What is complained about: negative conversations by topic, what they took, and how that has developed. */
import {
  MAX_TREND_STEPS,
  type Complaints,
  type ComplaintTopic,
  type FigureFilter,
} from '../../../../../shared/contract/moderation-figures.ts'
import {
  daysBetween,
  daysOf,
  firstDayOf,
  mondayOf,
  monthOf,
  type Day,
  type Period,
} from '../../../../../shared/domain/day.ts'
import { periodBefore } from '../../../../../shared/domain/earlier-period.ts'
import type { Connection } from '../../../database/connection.ts'
import { LINES, matching, MEASURED, WEIGHT, type FigureQuestion } from './figure-conditions.ts'
import { readNames } from './figures.ts'

type Step = Complaints['step']
type Sum = Omit<ComplaintTopic, 'topicId' | 'name'>

/** A month is drawn by days, a year by weeks, more by months. */
export function complaintsOf(db: Connection, question: FigureQuestion): Complaints {
  const { period } = question.filter
  const step = stepOf(period)
  const starts = startsOf(period, step)
  const topics = gather(db, question, { isByTopic: true, step, starts })
  const whole = gather(db, question, { isByTopic: false, step, starts })
  const before = periodBefore(period)
  return {
    topics: describe(db, topics),
    total: whole.get(null) ?? emptySum(starts.length),
    before: hasConversations(db, before) ? before : null,
    step,
    starts,
  }
}

function stepOf({ from, to }: Period): Step {
  const days = daysBetween(from, to) + 1
  return days <= 62 ? 'day' : days <= 400 ? 'week' : 'month'
}

const STARTS: Readonly<Record<Step, (day: Day) => Day>> = {
  day: (day) => day,
  week: mondayOf,
  month: (day) => firstDayOf(monthOf(day)),
}

/** The latest steps where there are more than can be drawn. */
function startsOf(period: Period, step: Step): Day[] {
  return [...new Set(daysOf(period).map(STARTS[step]))].slice(-MAX_TREND_STEPS)
}

interface Shape {
  readonly isByTopic: boolean
  readonly step: Step
  readonly starts: readonly Day[]
}

interface DayRow {
  readonly key: number | null
  readonly day: Day
  readonly conversations: number
  readonly angry: number
}

function gather(db: Connection, question: FigureQuestion, shape: Shape): Map<number | null, Sum> {
  const sums = new Map<number | null, Sum>()
  const placeOf = new Map(shape.starts.map((start, index) => [start, index]))
  const sumOf = (key: number | null) => {
    let sum = sums.get(key)
    if (!sum) sums.set(key, (sum = emptySum(shape.starts.length)))
    return sum as { -readonly [Name in keyof Sum]: Sum[Name] }
  }
  for (const { key, day, conversations, angry } of readDays(db, question, shape)) {
    const sum = sumOf(key)
    sum.conversations += conversations
    sum.angry += angry
    const place = placeOf.get(STARTS[shape.step](day))
    if (place !== undefined) sum.steps[place] = (sum.steps[place] ?? 0) + conversations
  }
  for (const { key, ...cost } of readCosts(db, question, shape)) Object.assign(sumOf(key), cost)
  const earlier = { ...question, filter: { ...question.filter, period: periodBefore(question.filter.period) } }
  for (const { key, conversations } of readDays(db, earlier, shape)) sumOf(key).before += conversations
  return sums
}

function emptySum(steps: number): Sum {
  const nothing = { conversations: 0, angry: 0, seconds: 0, costCents: 0, unpricedSeconds: 0, before: 0 }
  return { ...nothing, steps: Array.from({ length: steps }, () => 0) }
}

/** A conversation with several topics stands in the group of each. */
function sourceOf(isByTopic: boolean): string {
  const links = 'LEFT JOIN conversation_topic AS link ON link.conversation_id = conversation.id'
  return `conversation INDEXED BY conversation_by_day ${isByTopic ? links : ''}`
}
const keyOf = (isByTopic: boolean) => (isByTopic ? 'link.topic_id' : 'NULL')

function readDays(db: Connection, question: FigureQuestion, { isByTopic }: Shape): DayRow[] {
  const { where, values } = matching(question).add(MEASURED.complaints)
  return db
    .prepare<[object], DayRow>(
      `SELECT ${keyOf(isByTopic)} AS key, conversation.day, sum(${WEIGHT}) AS conversations,
         coalesce(sum(${WEIGHT}) FILTER (WHERE ${MEASURED.angry}), 0) AS angry
       FROM ${sourceOf(isByTopic)} WHERE ${where} GROUP BY conversation.day, 1`,
    )
    .all(values)
}

type CostRow = { readonly key: number | null } & Pick<Sum, 'seconds' | 'costCents' | 'unpricedSeconds'>

function readCosts(db: Connection, question: FigureQuestion, { isByTopic }: Shape): CostRow[] {
  const { where, values } = matching(question).add(MEASURED.complaints)
  return db
    .prepare<[object], CostRow>(
      `SELECT ${keyOf(isByTopic)} AS key, sum(line.seconds) AS seconds, sum(line.cents) AS costCents,
         sum(CASE WHEN line.is_priced = 1 THEN 0 ELSE line.seconds END) AS unpricedSeconds
       FROM ${sourceOf(isByTopic)} CROSS JOIN ledger_line AS line INDEXED BY ledger_line_by_conversation ON ${LINES}
       WHERE ${where} GROUP BY 1`,
    )
    .all(values)
}

function describe(db: Connection, sums: ReadonlyMap<number | null, Sum>): ComplaintTopic[] {
  const names = new Map(readNames(db, 'topic').map(({ id, name }) => [id, name]))
  return [...sums]
    .map(([topicId, sum]) => ({ topicId, name: topicId === null ? null : (names.get(topicId) ?? null), ...sum }))
    .sort(
      (a, b) =>
        Number(a.topicId === null) - Number(b.topicId === null) ||
        b.conversations - a.conversations ||
        b.before - a.before ||
        (a.topicId ?? 0) - (b.topicId ?? 0),
    )
}

function hasConversations(db: Connection, { from, to }: FigureFilter['period']): boolean {
  return (
    db.prepare<[Day, Day]>('SELECT 1 FROM conversation WHERE day BETWEEN ? AND ? LIMIT 1').get(from, to) !== undefined
  )
}
