/** Entries one after the other, from a snapshot: a long file is of one moment. */
import type { EntryFilter, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Connection } from '../../database/connection.ts'
import { matching } from './entry-reads.ts'
import { readEntries } from './entry-rows.ts'

/** An entry that has ended. */
export type EndedEntry = TimeEntry & { readonly endedAt: number }

/** Entries read at a time. */
const BATCH = 500

/** In the order of their start. */
export function endedEntries(
  db: Connection,
  filter: EntryFilter,
): { readonly count: number; readonly batches: Iterable<readonly EndedEntry[]> } {
  const { where, values } = matching(filter)
  const ids = db
    .prepare<[object], number>(
      `SELECT entry.id FROM time_entry AS entry WHERE ${where} AND entry.ended_at IS NOT NULL ORDER BY entry.started_at, entry.id`,
    )
    .pluck()
    .all(values) as number[]
  return { count: ids.length, batches: batchesOf(db, ids) }
}

function* batchesOf(db: Connection, ids: readonly number[]): Generator<readonly EndedEntry[]> {
  for (let start = 0; start < ids.length; start += BATCH)
    yield readEntries(db, ids.slice(start, start + BATCH)).filter(hasEnded)
}

function hasEnded(entry: TimeEntry): entry is EndedEntry {
  return entry.endedAt !== null
}
