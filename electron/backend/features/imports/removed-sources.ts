/**
 * Sources that an import removed because its file no longer has them. They are kept as they were, with what a person changed on them
 * and hung on them, so that taking the import back brings back more than what an earlier file said.
 */
import type { Connection } from '../../database/connection.ts'
import { findOrAddPerson } from '../../database/dimensions.ts'
import { referencesOf } from '../../database/journal.ts'
import type { StoredRecord } from './stored-records.ts'

type Row = Readonly<Record<string, string | number | null>>

interface Kept {
  readonly row: Row
  /** Rows that go with it, by table. */
  readonly parts: Readonly<Record<string, readonly Row[]>>
}

/** A record with its source, as an import keeps it for the day it is taken back. Files of format 1 kept the record alone. */
export type RemovedRecord = StoredRecord & { readonly source?: Kept }

/** The table of each kind, what goes with its rows, and the column in which that names them. */
const TABLES = {
  time: { table: 'time_entry', parts: ['time_share'], owner: 'entry_id' },
  'ad-spend': { table: 'ad_spend', parts: [], owner: '' },
  order: { table: 'revenue_event', parts: ['revenue_item', 'touchpoint', 'attachment'], owner: 'event_id' },
} as const satisfies Record<StoredRecord['kind'], { table: string; parts: readonly string[]; owner: string }>

/** Removes the source of a record and answers what has to be kept of it. */
export function removeSource(db: Connection, record: StoredRecord, id: number): RemovedRecord {
  const { table, parts, owner } = TABLES[record.kind]
  const row = db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  const rowsOf = (part: string) =>
    db.prepare<[number], Row>(`SELECT * FROM ${part} WHERE ${owner} = ? ORDER BY id`).all(id)
  const kept = row && { row, parts: Object.fromEntries(parts.map((part) => [part, rowsOf(part)])) }
  db.prepare<[number]>(`DELETE FROM ${table} WHERE id = ?`).run(id)
  return kept ? { ...record, source: kept } : record
}

/** Puts a source back and answers its id. What it named and is gone since, it names no longer. */
export function bringSourceBack(db: Connection, record: StoredRecord, { row, parts }: Kept): number {
  const { table, owner } = TABLES[record.kind]
  const [known = {}] = withoutGone(db, table, [row])
  // Lines of closed months go on speaking of the number it had, unless another took it meanwhile.
  const isTaken = db.prepare<[unknown]>(`SELECT 1 FROM ${table} WHERE id = ?`).get(row['id'])
  const person = record.kind === 'time' && known['person_id'] === null ? findOrAddPerson(db, record.user) : undefined
  const id = insert(db, table, {
    ...known,
    ...(person === undefined ? {} : { person_id: person }),
    ...(isTaken === undefined ? {} : { id: null }),
  })
  for (const [part, rows] of Object.entries(parts))
    for (const one of withoutGone(db, part, rows, owner)) insert(db, part, { ...one, [owner]: id, id: null })
  return id
}

function insert(db: Connection, table: string, row: Row): number {
  const columns = Object.keys(row)
  const values = columns.map((column) => `@${column}`)
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`
  return Number(db.prepare<[Row]>(statement).run(row).lastInsertRowid)
}

/** Rows without their references to what is gone; a part of which nothing else would be left is dropped. */
function withoutGone(db: Connection, table: string, rows: readonly Row[], owner?: string): Row[] {
  const others = referencesOf(db, table).filter(({ from }) => from !== owner)
  return rows.flatMap((row) => {
    const gone = others.filter(({ from, table: target }) => {
      const id = row[from] ?? null
      return id !== null && db.prepare<[unknown]>(`SELECT 1 FROM ${target} WHERE id = ?`).get(id) === undefined
    })
    if (gone.length > 0 && table === 'time_share') return []
    return [{ ...row, ...Object.fromEntries(gone.map(({ from }) => [from, null])) }]
  })
}
