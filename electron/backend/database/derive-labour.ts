/** Labour lines: each ended time entry at the rate in force on the local day it starts, one line for each it was for. */
import { allocate } from '../../../shared/domain/allocation.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { labourCents, rateInForce, type CostRate } from '../../../shared/domain/labour-cost.ts'
import type { Connection } from './connection.ts'
import { keepingRollups } from './bulk-rollups.ts'
import { LineWriter, NO_DIMENSIONS, type LineDraft } from './ledger-line.ts'

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
  ended_at: number | null
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
  const shares = readShares(db)
  const entries = readEntries(db)
  for (const id of ids) {
    const entry = entries.get(id)
    const endedAt = entry?.ended_at ?? null
    const isEnded = entry !== undefined && endedAt !== null
    lines.write(id, isEnded ? linesOf({ ...entry, ended_at: endedAt }, shares.get(id) ?? [], rates) : [])
  }
  lines.flush()
}

/** Entries selected as temp.selected_source. */
function readEntries(db: Connection): ReadonlyMap<number, EntryRow> {
  const rows = db
    .prepare<[], EntryRow>(
      `SELECT entry.id, person_id, activity, channel_id, campaign_id, post_id, conversation_id, client_id, department_id, started_at,
         ended_at, day, scope FROM temp.selected_source AS source CROSS JOIN time_entry AS entry ON entry.id = source.id`,
    )
    .all()
  return new Map(rows.map((row) => [row.id, row]))
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

/** Shares of the entries selected as temp.selected_source, in their order. */
function readShares(db: Connection): ReadonlyMap<number, readonly ShareRow[]> {
  const rows = db
    .prepare<[], ShareRow>(
      `SELECT share.entry_id AS entryId, share.post_id AS postId, share.conversation_id AS conversationId, share.weight,
         coalesce(post.channel_id, conversation.channel_id) AS channelId, post.campaign_id AS campaignId
       FROM temp.selected_source AS source CROSS JOIN time_share AS share ON share.entry_id = source.id
         LEFT JOIN post ON post.id = share.post_id LEFT JOIN conversation ON conversation.id = share.conversation_id
       ORDER BY share.entry_id, share.position`,
    )
    .all()
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

/** Ids of all entries of some people; null: of everyone. */
export function labourOfPeople(db: Connection, personIds: readonly number[] | null): number[] {
  if (personIds === null)
    return db
      .prepare<[], { id: number }>('SELECT id FROM time_entry')
      .all()
      .map((row) => row.id)
  const find = db.prepare<[number], { id: number }>('SELECT id FROM time_entry WHERE person_id = ?')
  return personIds.flatMap((personId) => find.all(personId).map((row) => row.id))
}

/** Cost rates by person; null: the default of everyone without. */
export type RatesByPerson = ReadonlyMap<number | null, readonly CostRate[]>

export function readRates(db: Connection): RatesByPerson {
  const rows = db
    .prepare<[], { person_id: number | null; valid_from: Day; cents_per_hour: number }>(
      'SELECT person_id, valid_from, cents_per_hour FROM cost_rate',
    )
    .all()
  return new Map(
    [...Map.groupBy(rows, (row) => row.person_id)].map(([personId, own]) => [
      personId,
      own.map((row) => ({ validFrom: row.valid_from, centsPerHour: row.cents_per_hour })),
    ]),
  )
}

/** The cost of the whole entry is rounded once and then divided; both add up. */
function linesOf(
  entry: EntryRow & { ended_at: number },
  shares: readonly ShareRow[],
  rates: RatesByPerson,
): readonly LineDraft[] {
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

function labourLine(entry: EntryRow & { ended_at: number }, rates: RatesByPerson): LineDraft {
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
