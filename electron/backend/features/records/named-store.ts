/** Campaigns, pillars, clients and departments. */
import type { NamedList, NamedRow } from '../../../../shared/contract/records.ts'
import { toSlug } from '../../../../shared/domain/slug.ts'
import type { Connection } from '../../database/connection.ts'
import { findCampaign } from '../../database/dimensions.ts'
import { expected } from '../../database/expected.ts'
import { joinUses } from '../../database/references.ts'
import { SUMS_OF } from './figures.ts'

type StoredRow = Omit<NamedRow, 'aliases'> & { readonly aliases: string | null }

export function readNamed(db: Connection, list: NamedList): NamedRow[] {
  const isCampaign = list === 'campaign'
  const spellings = isCampaign
    ? 'campaign.slug, (SELECT json_group_array(slug) FROM campaign_alias WHERE campaign_id = campaign.id)'
    : 'NULL AS slug, NULL'
  const credit = list === 'department' ? 'NULL' : 'coalesce(credit.netCents, 0)'
  return db
    .prepare<[], StoredRow>(
      `SELECT ${list}.id, ${list}.name, ${spellings} AS aliases, coalesce(used.count, 0) AS useCount, coalesce(cost.seconds, 0) AS seconds,
         coalesce(cost.costCents, 0) AS costCents, ${credit} AS netCents
       FROM ${list} ${joinUses(list)} ${SUMS_OF[list]}
       ORDER BY lower_case(${list}.name), ${list}.id`,
    )
    .all()
    .map((row) => ({ ...row, aliases: row.aliases === null ? [] : (JSON.parse(row.aliases) as string[]) }))
}

export function addNamed(db: Connection, list: NamedList, name: string): number {
  if (list === 'campaign') return addCampaign(db, name)
  assertFree(db, list, name, null)
  return Number(db.prepare<[string]>(`INSERT INTO ${list} (name) VALUES (?)`).run(name).lastInsertRowid)
}

function addCampaign(db: Connection, name: string): number {
  const slug = slugOf(name, 'name')
  assertFreeSlug(db, slug, name, null)
  return Number(
    db.prepare<[string, string]>('INSERT INTO campaign (slug, name) VALUES (?, ?)').run(slug, name).lastInsertRowid,
  )
}

export function updateNamed(db: Connection, list: NamedList, id: number, name: string, slug: string | null): void {
  if (list === 'campaign') return updateCampaign(db, id, name, slug)
  assertFree(db, list, name, id)
  const { changes } = db.prepare<[string, number]>(`UPDATE ${list} SET name = ? WHERE id = ?`).run(name, id)
  if (changes !== 1) throw expected('not_found', { what: list, id })
}

/** A new name leaves the slug alone; a new slug leaves the former as another spelling. */
function updateCampaign(db: Connection, id: number, name: string, wanted: string | null): void {
  const before = db.prepare<[number], { slug: string }>('SELECT slug FROM campaign WHERE id = ?').get(id)
  if (!before) throw expected('not_found', { what: 'campaign', id })
  const slug = wanted === null ? before.slug : slugOf(wanted, 'slug')
  if (slug !== before.slug) {
    assertFreeSlug(db, slug, wanted ?? name, id)
    db.prepare<[string]>('DELETE FROM campaign_alias WHERE slug = ?').run(slug)
    // A campaign that was merged has left its slug to another.
    db.prepare<[string, number]>(
      'INSERT INTO campaign_alias (slug, campaign_id) VALUES (?, ?) ON CONFLICT (slug) DO NOTHING',
    ).run(before.slug, id)
  }
  db.prepare<[string, string, number]>('UPDATE campaign SET name = ?, slug = ? WHERE id = ?').run(name, slug, id)
}

function slugOf(text: string, field: string): string {
  const slug = toSlug(text)
  if (slug === '') throw expected('invalid_value', { field, reason: 'no_letters', value: text })
  return slug
}

function assertFreeSlug(db: Connection, slug: string, name: string, id: number | null): void {
  const owner = db.prepare<[string], { id: number }>('SELECT id FROM campaign WHERE slug = ?').get(slug)
  const taken = [findCampaign(db, slug), owner?.id ?? null]
  if (taken.some((other) => other !== null && other !== id)) throw expected('name_taken', { field: 'name', name })
}

function assertFree(db: Connection, list: Exclude<NamedList, 'campaign'>, name: string, id: number | null): void {
  const taken = db.prepare<[string], { id: number }>(`SELECT id FROM ${list} WHERE name = ?`).get(name)
  if (taken && taken.id !== id) throw expected('name_taken', { field: 'name', name })
}
