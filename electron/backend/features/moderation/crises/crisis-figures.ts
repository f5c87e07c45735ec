/** What a crisis took, for looking back. */
import type { CrisisFigures } from '../../../../../shared/contract/crises.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { percentile } from '../../../../../shared/domain/response-figures.ts'
import type { Connection } from '../../../database/connection.ts'
import { readContacts } from './crisis-contacts.ts'
import { findCrisis } from './crisis-row.ts'

interface Counted {
  readonly conversations: number
  readonly messages: number
  readonly unanswered: number
  readonly firstAnsweredAt: Instant | null
  readonly firstPublishedAt: Instant | null
}

export function readFigures(db: Connection, id: number, now: Instant): CrisisFigures {
  const { startedAt, closedAt, reach } = findCrisis(db, id)
  const { firstAnsweredAt, firstPublishedAt, ...counted } = countConversations(db, id)
  const since = (at: Instant | null) => (at === null ? null : seconds(startedAt, at))
  return {
    ...counted,
    durationSeconds: seconds(startedAt, closedAt ?? now),
    firstAnswerSeconds: since(firstAnsweredAt),
    firstStatementSeconds: since(firstPublishedAt),
    medianResponseSeconds: medianResponse(db, id),
    ...costOf(db, id),
    informed: countInformed(db, id),
    reach,
    mood: readMood(db, id),
  }
}

function seconds(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((to - from) / 1000))
}

/** Answers that were needed: of single conversations that are not done without one. */
function countConversations(db: Connection, id: number): Counted {
  const row = db
    .prepare<[object], Counted>(
      `SELECT count(*) AS conversations, coalesce(sum(coalesce(batch_count, 1)), 0) AS messages,
         coalesce(sum(batch_count IS NULL AND first_answered_at IS NULL AND status <> 'done'), 0) AS unanswered,
         min(first_answered_at) AS firstAnsweredAt,
         (SELECT min(published_at) FROM crisis_statement WHERE crisis_id = @id) AS firstPublishedAt
       FROM conversation WHERE crisis_id = @id`,
    )
    .get({ id })
  if (!row) throw new Error('a count without a row')
  return row
}

function medianResponse(db: Connection, id: number): number | null {
  const all = db
    .prepare<[number], number>(
      'SELECT first_response_seconds FROM conversation WHERE crisis_id = ? AND first_response_seconds IS NOT NULL',
    )
    .pluck()
    .all(id) as number[]
  return percentile(all, 50)
}

function costOf(db: Connection, id: number): Pick<CrisisFigures, 'seconds' | 'costCents' | 'isCostOpen'> {
  const row = db
    .prepare<[number], { seconds: number; costCents: number; isCostOpen: number }>(
      `SELECT coalesce(sum(line.seconds), 0) AS seconds, coalesce(sum(line.cents), 0) AS costCents,
         coalesce(max(line.is_priced = 0), 0) AS isCostOpen
       FROM conversation CROSS JOIN ledger_line AS line ON line.conversation_id = conversation.id
       WHERE conversation.crisis_id = ? AND line.kind <> 'revenue'`,
    )
    .get(id)
  return { seconds: row?.seconds ?? 0, costCents: row?.costCents ?? 0, isCostOpen: row?.isCostOpen === 1 }
}

function countInformed(db: Connection, id: number): CrisisFigures['informed'] {
  const needed = readContacts(db, id).filter((contact) => contact.isNeeded || contact.informedAt !== null)
  const withDeadline = needed.filter((contact) => contact.informBy !== null)
  return {
    needed: needed.length,
    informed: needed.filter((contact) => contact.informedAt !== null).length,
    inTime: withDeadline.filter((contact) => isInTime(contact.informedAt, contact.informBy)).length,
    withDeadline: withDeadline.length,
  }
}

function isInTime(informedAt: Instant | null, by: Instant | null): boolean {
  return informedAt !== null && by !== null && informedAt <= by
}

/** More stretches than this are no chart any more. */
const MAX_STRETCHES = 400
/** Up to so many days, the hours tell more. */
const DAYS_BY_HOUR = 2

function readMood(db: Connection, id: number): CrisisFigures['mood'] {
  const isByHour = db
    .prepare<[object]>(
      'SELECT count(DISTINCT day) <= @most AND count(*) = count(hour) FROM conversation WHERE crisis_id = @id',
    )
    .pluck()
    .get({ id, most: DAYS_BY_HOUR })
  const from = isByHour === 1 ? "day || 'T' || printf('%02d', hour)" : 'day'
  const sum = (condition: string) => `sum(iif(${condition}, coalesce(batch_count, 1), 0))`
  const of = (sentiment: string) => `${sum(`sentiment IS '${sentiment}'`)} AS ${sentiment}`
  return db
    .prepare<[number], CrisisFigures['mood'][number]>(
      `SELECT ${from} AS "from", ${['positive', 'neutral', 'negative', 'angry'].map(of).join(', ')}, ${sum('sentiment IS NULL')} AS unknown
       FROM conversation WHERE crisis_id = ? GROUP BY 1 ORDER BY 1 LIMIT ${MAX_STRETCHES}`,
    )
    .all(id)
}
