/** People, channels and campaigns as every feature finds or makes them by name. */
import type { Network } from '../../../shared/domain/network.ts'
import { toSlug } from '../../../shared/domain/slug.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

export function addPerson(db: Connection, name: string): number {
  if (findPerson(db, name) !== null) throw expected('name_taken', { field: 'name', name })
  return Number(db.prepare<[string]>('INSERT INTO person (name) VALUES (?)').run(name).lastInsertRowid)
}

export function findPerson(db: Connection, name: string): number | null {
  return db.prepare<[string], { id: number }>('SELECT id FROM person WHERE name = ?').get(name)?.id ?? null
}

export function addChannel(db: Connection, network: Network, name: string): number {
  if (findChannel(db, name) !== null) throw expected('name_taken', { field: 'name', name })
  return Number(
    db
      .prepare<[string, string]>(
        'INSERT INTO channel (network, name, position) VALUES (?, ?, (SELECT count(*) FROM channel))',
      )
      .run(network, name).lastInsertRowid,
  )
}

export function findChannel(db: Connection, name: string): number | null {
  return db.prepare<[string], { id: number }>('SELECT id FROM channel WHERE name = ?').get(name)?.id ?? null
}

/** The campaign this slug means: one that was merged but stays for closed months leaves its slug to the other as a spelling. */
export function findCampaign(db: Connection, slug: string): number | null {
  const row = db
    .prepare<[string, string], { id: number }>(
      'SELECT campaign_id AS id FROM campaign_alias WHERE slug = ? UNION ALL SELECT id FROM campaign WHERE slug = ? LIMIT 1',
    )
    .get(slug, slug)
  return row?.id ?? null
}

/** The campaign of exactly this slug, made where there is none. Null for a name without letters or digits. */
export function findOrAddCampaign(db: Connection, name: string): number | null {
  const slug = toSlug(name)
  if (slug === '') return null
  const existing = findCampaign(db, slug)
  if (existing !== null) return existing
  return Number(
    db.prepare<[string, string]>('INSERT INTO campaign (slug, name) VALUES (?, ?)').run(slug, name).lastInsertRowid,
  )
}

/** The client of that name, made where there is none. */
export function findOrAddClient(db: Connection, name: string): number {
  const existing = db.prepare<[string], { id: number }>('SELECT id FROM client WHERE name = ?').get(name)
  if (existing) return existing.id
  return Number(db.prepare<[string]>('INSERT INTO client (name) VALUES (?)').run(name).lastInsertRowid)
}

/** The project of that name for a client (null: for none), made where there is none. */
export function findOrAddProject(db: Connection, clientId: number | null, name: string, isBillable: boolean): number {
  const existing = db
    .prepare<[number, string], { id: number }>('SELECT id FROM project WHERE coalesce(client_id, 0) = ? AND name = ?')
    .get(clientId ?? 0, name)
  if (existing) return existing.id
  const { lastInsertRowid } = db
    .prepare<[number | null, string, number]>('INSERT INTO project (client_id, name, is_billable) VALUES (?, ?, ?)')
    .run(clientId, name, Number(isBillable))
  return Number(lastInsertRowid)
}

/** The channel of that name, made where there is none. */
export function findOrAddChannel(db: Connection, network: Network, name: string): number {
  return findChannel(db, name) ?? addChannel(db, network, name)
}

/** The person of that name, made where there is none. */
export function findOrAddPerson(db: Connection, name: string): number {
  const alias = db.prepare<[string], { id: number }>('SELECT id FROM person WHERE imported_as = ? ORDER BY id LIMIT 1')
  return findPerson(db, name) ?? alias.get(name)?.id ?? addPerson(db, name)
}
