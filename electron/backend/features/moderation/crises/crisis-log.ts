/** What happened in a crisis. Commands only ever add to it. */
import type { CrisisEntry, CrisisEntryDetail } from '../../../../../shared/contract/crises.ts'
import type { CrisisEntryKind } from '../../../../../shared/domain/crisis.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { selfPersonOf } from '../../../database/oneself.ts'

export interface NewEntry {
  readonly crisisId: number
  readonly kind: CrisisEntryKind
  /** Now, where it is not said. */
  readonly at?: Instant
  readonly detail?: CrisisEntryDetail
  readonly text?: string
}

export function addEntry(db: Connection, context: CommandContext, entry: NewEntry): void {
  const { crisisId, kind, at = context.now, detail = {}, text = '' } = entry
  db.prepare<[object]>(
    `INSERT INTO crisis_entry (crisis_id, at, noted_at, kind, person_id, detail, text)
     VALUES (@crisisId, @at, @notedAt, @kind, @personId, @detail, @text)`,
  ).run({
    crisisId,
    at,
    notedAt: context.now,
    kind,
    personId: selfPersonOf(db, context.settings),
    detail: JSON.stringify(detail),
    text: text.trim(),
  })
}

/** When something happened that is noted now. */
export function timeOf(at: Instant | null, { now }: CommandContext): Instant {
  if (at !== null && at > now) throw expected('invalid_value', { field: 'at', reason: 'in_future' })
  return at ?? now
}

const COLUMNS = `entry.id, entry.at, entry.noted_at AS notedAt, entry.kind, person.name AS person, entry.detail, entry.text
  FROM crisis_entry AS entry LEFT JOIN person ON person.id = entry.person_id WHERE entry.crisis_id = @crisisId`

type StoredEntry = Omit<CrisisEntry, 'detail'> & { readonly detail: string }
const toEntry = ({ detail, ...entry }: StoredEntry): CrisisEntry => ({
  ...entry,
  detail: JSON.parse(detail) as CrisisEntryDetail,
})

export interface LogPlace {
  readonly at: Instant
  readonly id: number
}

/** The latest first, those before a place. */
export function readLog(db: Connection, crisisId: number, before: LogPlace | null, limit: number) {
  const condition = before === null ? '' : 'AND (entry.at, entry.id) < (@at, @id)'
  const entries = db
    .prepare<[object], StoredEntry>(`SELECT ${COLUMNS} ${condition} ORDER BY entry.at DESC, entry.id DESC LIMIT @limit`)
    .all({ crisisId, limit, ...before })
    .map(toEntry)
  const last = entries.at(-1)
  const next = last && entries.length === limit ? { at: last.at, id: last.id } : null
  return { entries, next, count: countEntries(db, crisisId) }
}

export function countEntries(db: Connection, crisisId: number): number {
  return Number(db.prepare<[number]>('SELECT count(*) FROM crisis_entry WHERE crisis_id = ?').pluck().get(crisisId))
}

/** From the first on, at most `limit`. */
export function readWholeLog(db: Connection, crisisId: number, limit: number): CrisisEntry[] {
  return db
    .prepare<[object], StoredEntry>(`SELECT ${COLUMNS} ORDER BY entry.at, entry.id LIMIT @limit`)
    .all({ crisisId, limit })
    .map(toEntry)
}
