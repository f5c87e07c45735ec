/** People, rates, channels and campaigns: SQL in, rows out. */
import type { Campaign, Channel, Person, Rate, RateBasis } from '../../../../shared/contract/settings.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import type { Connection } from '../../database/connection.ts'
import { findChannel, findPerson } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord, joinUses } from '../../database/references.ts'

interface RateRow {
  id: number
  person_id: number | null
  valid_from: Day
  cents_per_hour: number
  basis: string | null
}

interface UnpricedRow {
  personId: number
  firstDay: Day
}

export function readPeople(db: Connection): { people: Person[]; defaultRates: Rate[]; unpriced: UnpricedRow[] } {
  const rates = db.prepare<[], RateRow>('SELECT * FROM cost_rate ORDER BY valid_from').all()
  const byPerson = Map.groupBy(rates, (rate) => rate.person_id)
  const people = db
    .prepare<[], { id: number; name: string; seconds: number }>(
      `SELECT person.id, person.name, coalesce(sum((ended_at - started_at) / 1000), 0) AS seconds
       FROM person LEFT JOIN time_entry ON time_entry.person_id = person.id GROUP BY person.id ORDER BY person.id`,
    )
    .all()
  return {
    people: people.map((person) => ({ ...person, rates: (byPerson.get(person.id) ?? []).map(toRate) })),
    defaultRates: (byPerson.get(null) ?? []).map(toRate),
    unpriced: db
      .prepare<[], UnpricedRow>(
        'SELECT person_id AS personId, min(day) AS firstDay FROM line_day WHERE unpriced_seconds > 0 AND person_id <> 0 GROUP BY 1',
      )
      .all(),
  }
}

function toRate(row: RateRow): Rate {
  const basis = row.basis === null ? null : (JSON.parse(row.basis) as RateBasis)
  return { id: row.id, validFrom: row.valid_from, centsPerHour: row.cents_per_hour, basis }
}

export function renamePerson(db: Connection, id: number, name: string): void {
  const other = findPerson(db, name)
  if (other !== null && other !== id) throw expected('name_taken', { field: 'name', name })
  expectOne(
    db
      .prepare<[string, number]>('UPDATE person SET imported_as = coalesce(imported_as, name), name = ? WHERE id = ?')
      .run(name, id).changes,
    'person',
    id,
  )
}

export interface RateDraft {
  readonly personId: number | null
  readonly validFrom: Day
  readonly centsPerHour: number
  readonly basis: RateBasis | null
  readonly replacesId?: number | undefined
}

/** Sets a rate from a day on; the one that began on the same day is replaced. */
export function setRate(db: Connection, { personId, validFrom, centsPerHour, basis, replacesId }: RateDraft): number {
  assertRecord(db, 'person', personId)
  if (replacesId !== undefined) removeRate(db, replacesId)
  const stored = basis === null ? null : JSON.stringify(basis)
  const existing = db
    .prepare<[number, Day], { id: number }>(
      'SELECT id FROM cost_rate WHERE coalesce(person_id, 0) = ? AND valid_from = ?',
    )
    .get(personId ?? 0, validFrom)
  if (existing) {
    db.prepare<[number, string | null, number]>('UPDATE cost_rate SET cents_per_hour = ?, basis = ? WHERE id = ?').run(
      centsPerHour,
      stored,
      existing.id,
    )
    return existing.id
  }
  return Number(
    db
      .prepare<[number | null, Day, number, string | null]>(
        'INSERT INTO cost_rate (person_id, valid_from, cents_per_hour, basis) VALUES (?, ?, ?, ?)',
      )
      .run(personId, validFrom, centsPerHour, stored).lastInsertRowid,
  )
}

export function removeRate(db: Connection, id: number): void {
  expectOne(db.prepare<[number]>('DELETE FROM cost_rate WHERE id = ?').run(id).changes, 'rate', id)
}

interface ChannelRow {
  id: number
  network: Network
  name: string
  is_archived: number
  use_count: number
}

export function readChannels(db: Connection): Channel[] {
  return db
    .prepare<[], ChannelRow>(
      `SELECT channel.id, network, name, is_archived, coalesce(used.count, 0) AS use_count
       FROM channel ${joinUses('channel')} ORDER BY position, channel.id`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      network: row.network,
      name: row.name,
      isArchived: row.is_archived === 1,
      useCount: row.use_count,
    }))
}

export function updateChannel(
  db: Connection,
  id: number,
  patch: { network?: Network | undefined; name?: string | undefined; isArchived?: boolean | undefined },
): void {
  if (patch.name !== undefined) {
    const other = findChannel(db, patch.name)
    if (other !== null && other !== id) throw expected('name_taken', { field: 'name', name: patch.name })
  }
  const archived = patch.isArchived === undefined ? null : Number(patch.isArchived)
  const { changes } = db
    .prepare<[string | null, string | null, number | null, number]>(
      'UPDATE channel SET network = coalesce(?, network), name = coalesce(?, name), is_archived = coalesce(?, is_archived) WHERE id = ?',
    )
    .run(patch.network ?? null, patch.name ?? null, archived, id)
  expectOne(changes, 'channel', id)
}

interface CampaignRow {
  id: number
  name: string
  slug: string
  use_count: number
  other_count: number
}

export function readCampaigns(db: Connection): Campaign[] {
  return db
    .prepare<[], CampaignRow>(
      `SELECT id, name, slug,
         (SELECT count(*) FROM ad_spend WHERE campaign_id = campaign.id) + (SELECT count(*) FROM touchpoint WHERE campaign_id = campaign.id) AS use_count,
         (SELECT count(*) FROM ad_spend WHERE campaign_id = campaign.id AND scope = 'other') AS other_count
       FROM campaign ORDER BY name`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      name: row.name,
      slug: row.slug,
      scope: row.other_count > 0 ? 'other' : 'social',
      useCount: row.use_count,
    }))
}

function expectOne(changes: number, what: string, id: number): void {
  if (changes !== 1) throw expected('not_found', { what, id })
}
