/** What is odd about the plan: gaps, posts too close to each other, the same text again. */
import { MAX_HINTS, type PlanHint } from '../../../../shared/contract/calendar-fields.ts'
import { addDays, type Day, type Period } from '../../../../shared/domain/day.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { type PlanProblem, planProblems, USUAL_PLAN_CHECK } from '../../../../shared/domain/plan-problems.ts'
import { isOpen, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { instantAt } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'

interface HintsQuestion {
  readonly period: Period
  readonly today: Day
  readonly timeZone: string
}

/** A channel is expected to post that did so within these days before. */
const ALIVE_DAYS = 60
const { silentDays, sameTextDays } = USUAL_PLAN_CHECK

interface Row {
  readonly id: number
  readonly postId: number
  readonly channelId: number
  readonly title: string
  readonly status: PostStatus
  readonly at: Instant | null
  readonly day: Day
  readonly text: string
}

export function readHints(
  db: Connection,
  { period, today, timeZone }: HintsQuestion,
): { hints: PlanHint[]; count: number } {
  const from = period.from > today ? period.from : today
  if (from > period.to) return { hints: [], count: 0 }
  const rows = readRows(db, { from: addDays(from, -ALIVE_DAYS), to: addDays(period.to, sameTextDays) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const problems = planProblems(
    rows.map((row) => ({ ...row, at: row.at ?? instantAt(row.day, '12:00', timeZone) })),
    {
      ...USUAL_PLAN_CHECK,
      // A gap may have begun before what is shown.
      period: { from: addDays(from, 1 - silentDays), to: period.to },
      timeZone,
      channelIds: channelsInUse(db, rows, period.to),
    },
  )
  const names = channelNames(db)
  const hints = problems
    .filter((problem) => isToCome(problem, byId, { from, to: period.to }))
    .map((problem) => toHint(problem, names, byId))
  return { hints: hints.slice(0, MAX_HINTS), count: hints.length }
}

function readRows(db: Connection, { from, to }: Period): Row[] {
  return db
    .prepare<[object], Row>(
      `SELECT variant.id, variant.post_id AS postId, variant.channel_id AS channelId, post.title, variant.status, variant.day,
         coalesce(variant.published_at, variant.planned_at) AS at, coalesce(variant.text, post.text) AS text
       FROM variant CROSS JOIN post ON post.id = variant.post_id
       WHERE coalesce(variant.day, '') BETWEEN @from AND @to AND variant.channel_id IS NOT NULL AND variant.status <> 'cancelled'`,
    )
    .all({ from, to })
}

function channelsInUse(db: Connection, rows: readonly Row[], until: Day): number[] {
  const archived = new Set(
    db.prepare<[], number>('SELECT id FROM channel WHERE is_archived = 1').pluck().all() as number[],
  )
  const used = new Set(rows.filter(({ day }) => day <= until).map(({ channelId }) => channelId))
  return [...used].filter((id) => !archived.has(id))
}

function channelNames(db: Connection): ReadonlyMap<number, string> {
  const rows = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM channel').all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Rows = ReadonlyMap<number, Row>

/**
 * What lies behind cannot be helped: of two posts one is still to be published, and it lies in the period. A channel that has not begun is
 * not silent.
 */
function isToCome(problem: PlanProblem, rows: Rows, { from, to }: Period): boolean {
  if (problem.kind === 'silent') {
    const hasBegun = rows.values().some(({ channelId, day }) => channelId === problem.channelId && day < problem.from)
    return hasBegun && problem.to >= from
  }
  return problem.ids.some((id) => {
    const row = rows.get(id)
    return row !== undefined && isOpen(row.status) && row.day >= from && row.day <= to
  })
}

function toHint(problem: PlanProblem, names: ReadonlyMap<number, string>, rows: Rows): PlanHint {
  const channel = names.get(problem.channelId) ?? ''
  if (problem.kind === 'silent') {
    const { kind, from, to, days } = problem
    return { kind, channel, from, to, days }
  }
  const [first, second] = problem.ids.map((id) => {
    const { postId, title, day } = rows.get(id)!
    return { id, postId, title, day }
  }) as [Pick<Row, 'id' | 'postId' | 'title' | 'day'>, Pick<Row, 'id' | 'postId' | 'title' | 'day'>]
  return problem.kind === 'same_hour'
    ? { kind: problem.kind, channel, rows: [first, second], minutes: problem.minutes }
    : { kind: problem.kind, channel, rows: [first, second], days: problem.days }
}
