/** Labour lines: each ended time entry at the rate in force on the local day it starts, one line for each it was for. */
import { allocate } from '../../../shared/domain/allocation.ts'
import { LAST_DAY, type Day } from '../../../shared/domain/day.ts'
import { labourCents, rateInForce, type CostRate } from '../../../shared/domain/labour-cost.ts'
import { rateDifferences } from '../../../shared/domain/rate-change.ts'
import type { Connection } from './connection.ts'
import { keepingRollups } from './bulk-rollups.ts'
import {
  forgetLines,
  LineWriter,
  NO_DIMENSIONS,
  openLinesAhead,
  type LineDraft,
  type LinesAhead,
} from './ledger-line.ts'

interface EntryRow {
  id: number
  person_id: number
  activity: string | null
  channel_id: number | null
  campaign_id: number | null
  post_id: number | null
  conversation_id: number | null
  client_id: number | null
  department_id: number | null
  started_at: number
  ended_at: number
  day: Day
  scope: 'social' | 'other'
}

/** Entries derived at a time: what is read of them is held in memory. */
const ENTRIES_AT_A_TIME = 5_000

/** Writes the labour lines of entries; an entry that is gone or still running has none. */
export function deriveLabour(db: Connection, entryIds: readonly number[], today: Day): void {
  if (entryIds.length === 0) return
  const rates = readRates(db)
  for (let start = 0; start < entryIds.length; start += ENTRIES_AT_A_TIME) {
    const ids = entryIds.slice(start, start + ENTRIES_AT_A_TIME)
    keepingRollups(db, 'time', ids, () => deriveEntries(db, ids, rates, today))
  }
}

function deriveEntries(db: Connection, ids: readonly number[], rates: RatesByPerson, today: Day): void {
  const lines = new LineWriter(db, 'time', today)
  const drafts = draftsOf(db, ids, rates)
  for (const id of ids) lines.write(id, drafts.get(id) ?? [])
  lines.flush()
}

/** Removes what was derived from entries, before they go themselves; what is sealed stays, and is taken back when it is derived. */
export function forgetLabour(db: Connection, entryIds: readonly number[]): void {
  keepingRollups(db, 'time', entryIds, () => forgetLines(db, 'time'))
}

/** The open lines of entries, and those they would have at other rates. Writes nothing. */
export function openLabourAhead(
  db: Connection,
  ids: readonly number[],
  rates: RatesByPerson,
  today: Day,
): readonly LinesAhead[] {
  return openLinesAhead(db, 'time', draftsOf(db, ids, rates), today)
}

/** The lines of entries at some rates; an entry that is gone or still running has none. */
function draftsOf(
  db: Connection,
  ids: readonly number[],
  rates: RatesByPerson,
): ReadonlyMap<number, readonly LineDraft[]> {
  const wanted = JSON.stringify(ids)
  const shares = readShares(db, wanted)
  return new Map(readEntries(db, wanted).map((entry) => [entry.id, linesOf(entry, shares.get(entry.id) ?? [], rates)]))
}

/** Entries of a JSON array of ids that have ended. */
function readEntries(db: Connection, ids: string): EntryRow[] {
  return db
    .prepare<[string], EntryRow>(
      `SELECT entry.id, person_id, activity, channel_id, campaign_id, post_id, conversation_id, client_id, department_id, started_at,
         ended_at, day, scope
       FROM json_each(?) AS source CROSS JOIN time_entry AS entry ON entry.id = source.value WHERE ended_at IS NOT NULL`,
    )
    .all(ids)
}

/** A post or conversation of several an entry was for. Where the entry says nothing, the channel and campaign of it hold. */
interface ShareRow {
  readonly entryId: number
  readonly postId: number | null
  readonly conversationId: number | null
  readonly weight: number
  readonly channelId: number | null
  readonly campaignId: number | null
}

/** Shares of entries of a JSON array of ids, in their order. */
function readShares(db: Connection, ids: string): ReadonlyMap<number, readonly ShareRow[]> {
  const rows = db
    .prepare<[string], ShareRow>(
      `SELECT share.entry_id AS entryId, share.post_id AS postId, share.conversation_id AS conversationId, share.weight,
         coalesce(post.channel_id, conversation.channel_id) AS channelId, post.campaign_id AS campaignId
       FROM json_each(?) AS source CROSS JOIN time_share AS share ON share.entry_id = source.value
         LEFT JOIN post ON post.id = share.post_id LEFT JOIN conversation ON conversation.id = share.conversation_id
       ORDER BY share.entry_id, share.position`,
    )
    .all(ids)
  return Map.groupBy(rows, (row) => row.entryId)
}

/** Entries with shares of these posts or conversations: their lines say what those say. */
export function labourSharedBy(db: Connection, kind: 'post' | 'conversation', ids: readonly number[]): number[] {
  return db
    .prepare<[string], number>(
      `SELECT DISTINCT share.entry_id FROM json_each(?) AS touched CROSS JOIN time_share AS share ON share.${kind}_id = touched.value`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[]
}

/** A row of cost_rate; `person_id` null: the default of everyone without. */
export interface RateRow {
  readonly id: number
  readonly person_id: number | null
  readonly valid_from: Day
  readonly cents_per_hour: number
}

/** Cost rates by person; null: the default of everyone without. */
export type RatesByPerson = ReadonlyMap<number | null, readonly CostRate[]>

export function readRates(db: Connection): RatesByPerson {
  return byPerson(readRateRows(db))
}

function readRateRows(db: Connection): RateRow[] {
  return db.prepare<[], RateRow>('SELECT id, person_id, valid_from, cents_per_hour FROM cost_rate').all()
}

function byPerson(rows: readonly RateRow[]): RatesByPerson {
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, own]) => [
      personId,
      own.map((row) => ({ validFrom: row.valid_from, centsPerHour: row.cents_per_hour })),
    ]),
  )
}

/** No zone is more than a day away from UTC. */
const OF_DAYS = `SELECT id FROM time_entry WHERE person_id = @personId AND day BETWEEN @from AND @to
  AND started_at BETWEEN (unixepoch(@from) - 86400) * 1000 AND (unixepoch(@to) + 2 * 86400) * 1000`

/** Entries that cost something else an hour since some rates were touched; `earlier`: what these were before. */
export function labourRecosted(db: Connection, touchedIds: readonly number[], earlier: readonly RateRow[]): number[] {
  if (touchedIds.length === 0) return []
  const touched = new Set(touchedIds)
  const rows = readRateRows(db)
  const before = byPerson([...rows.filter((row) => !touched.has(row.id)), ...earlier])
  const now = byPerson(rows)
  const concerned = new Set([...earlier, ...rows.filter((row) => touched.has(row.id))].map((row) => row.person_id))
  const everyone = () => db.prepare<[]>('SELECT id FROM person').pluck().all() as number[]
  const people = concerned.has(null) ? everyone() : [...concerned]
  const ofDays = db.prepare<[object], number>(OF_DAYS).pluck()
  const scheduleOf = (rates: RatesByPerson, personId: number | null) => ({
    own: rates.get(personId) ?? [],
    fallback: rates.get(null) ?? [],
  })
  return people.flatMap((personId) =>
    rateDifferences(scheduleOf(before, personId), scheduleOf(now, personId)).flatMap(
      ({ from, to }) => ofDays.all({ personId, from, to: to ?? LAST_DAY }) as number[],
    ),
  )
}

/** The cost of the whole entry is rounded once and then divided; both add up. */
function linesOf(entry: EntryRow, shares: readonly ShareRow[], rates: RatesByPerson): readonly LineDraft[] {
  const whole = labourLine(entry, rates)
  if (shares.length === 0) return [whole]
  const weights = shares.map((share) => share.weight)
  const seconds = allocate(whole.seconds, weights)
  const cents = allocate(whole.cents, weights)
  return shares.map((share, index) => ({
    ...whole,
    seconds: seconds[index] ?? 0,
    cents: cents[index] ?? 0,
    channelId: entry.channel_id ?? share.channelId,
    campaignId: entry.campaign_id ?? share.campaignId,
    postId: share.postId,
    conversationId: share.conversationId,
  }))
}

function labourLine(entry: EntryRow, rates: RatesByPerson): LineDraft {
  const rate = rateInForce(entry.day, rates.get(entry.person_id) ?? [], rates.get(null) ?? [])
  const seconds = Math.round((entry.ended_at - entry.started_at) / 1000)
  return {
    ...NO_DIMENSIONS,
    day: entry.day,
    scope: entry.scope,
    kind: 'labour',
    cents: rate ? labourCents(seconds, rate.centsPerHour) : 0,
    seconds,
    isPriced: rate ? 1 : 0,
    personId: entry.person_id,
    activity: entry.activity,
    channelId: entry.channel_id,
    campaignId: entry.campaign_id,
    postId: entry.post_id,
    conversationId: entry.conversation_id,
    clientId: entry.client_id,
    departmentId: entry.department_id,
  }
}
