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
import { GROUP_KEYS, LINES, matching, MEASURED, topicsOf, WEIGHT, type FigureQuestion } from './figure-conditions.ts'
import { readNames } from './figures.ts'

type Step = Complaints['step']
type Sum = Omit<ComplaintTopic, 'topicId' | 'name'>

/** A month is drawn by days, a year by weeks, more by months. */
export function complaintsOf(db: Connection, question: FigureQuestion): Complaints {
  const { period } = question.filter
  const step = stepOf(period)
  const starts = startsOf(period, step)
  const sums = gather(db, question, { step, starts })
  const before = periodBefore(period)
  return {
    topics: describe(db, byTopic(sums, starts.length)),
    total: addUp(sums.values(), starts.length),
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
  readonly step: Step
  readonly starts: readonly Day[]
}

/** Topics that stand together ("3,7"; null: none): so each conversation is read, and counts in the whole, once. */
type TopicsKey = string | null
type GrowingSum = { -readonly [Name in keyof Sum]: Sum[Name] }

function gather(db: Connection, question: FigureQuestion, shape: Shape): Map<TopicsKey, Sum> {
  const sums = new Map<TopicsKey, GrowingSum>()
  const placeOf = new Map(shape.starts.map((start, index) => [start, index]))
  const sumOf = (key: TopicsKey) => {
    let sum = sums.get(key)
    if (!sum) sums.set(key, (sum = emptySum(shape.starts.length)))
    return sum
  }
  for (const { key, day, conversations, angry } of readDays(db, question)) {
    const sum = sumOf(key)
    sum.conversations += conversations
    sum.angry += angry
    const place = placeOf.get(STARTS[shape.step](day))
    if (place !== undefined) sum.steps[place] = (sum.steps[place] ?? 0) + conversations
  }
  for (const { key, ...cost } of readCosts(db, question)) Object.assign(sumOf(key), cost)
  const earlier = { ...question, filter: { ...question.filter, period: periodBefore(question.filter.period) } }
  for (const { key, conversations } of readDays(db, earlier)) sumOf(key).before += conversations
  return sums
}

function emptySum(steps: number): GrowingSum {
  const nothing = { conversations: 0, angry: 0, seconds: 0, costCents: 0, unpricedSeconds: 0, before: 0 }
  return { ...nothing, steps: Array.from({ length: steps }, () => 0) }
}

/** A conversation with several topics stands in the group of each. */
function byTopic(sums: ReadonlyMap<TopicsKey, Sum>, steps: number): Map<number | null, Sum> {
  const parts = new Map<number | null, Sum[]>()
  for (const [key, sum] of sums)
    for (const topicId of topicsOf(key)) {
      const of = parts.get(topicId)
      if (of) of.push(sum)
      else parts.set(topicId, [sum])
    }
  return new Map([...parts].map(([topicId, of]) => [topicId, addUp(of, steps)]))
}

function addUp(sums: Iterable<Sum>, steps: number): Sum {
  const whole = emptySum(steps)
  for (const sum of sums) {
    for (const name of ['conversations', 'angry', 'seconds', 'costCents', 'unpricedSeconds', 'before'] as const)
      whole[name] += sum[name]
    for (const [place, count] of sum.steps.entries()) whole.steps[place] = (whole.steps[place] ?? 0) + count
  }
  return whole
}

interface DayRow {
  readonly key: TopicsKey
  readonly day: Day
  readonly conversations: number
  readonly angry: number
}

function readDays(db: Connection, question: FigureQuestion): DayRow[] {
  const { where, values } = matching(question).add(MEASURED.complaints)
  return db
    .prepare<[object], DayRow>(
      `SELECT ${GROUP_KEYS.topic} AS key, conversation.day, sum(${WEIGHT}) AS conversations,
         coalesce(sum(${WEIGHT}) FILTER (WHERE ${MEASURED.angry}), 0) AS angry
       FROM conversation INDEXED BY conversation_by_day WHERE ${where} GROUP BY conversation.day, 1`,
    )
    .all(values)
}

type CostRow = { readonly key: TopicsKey } & Pick<Sum, 'seconds' | 'costCents' | 'unpricedSeconds'>

function readCosts(db: Connection, question: FigureQuestion): CostRow[] {
  const { where, values } = matching(question).add(MEASURED.complaints)
  return db
    .prepare<[object], CostRow>(
      `SELECT ${GROUP_KEYS.topic} AS key, sum(line.seconds) AS seconds, sum(line.cents) AS costCents,
         sum(CASE WHEN line.is_priced = 1 THEN 0 ELSE line.seconds END) AS unpricedSeconds
       FROM conversation INDEXED BY conversation_by_day
         CROSS JOIN ledger_line AS line INDEXED BY ledger_line_by_conversation ON ${LINES}
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
