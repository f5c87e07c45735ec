/** An entry as one or several stretches: cut, divided, copied. All parts say the same. */
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import type { Stretch } from '../../../../shared/domain/time-range.ts'
import type { Connection } from '../../database/connection.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertOpen } from '../../database/seals.ts'
import type { StoredEntry } from './entry-rows.ts'
import { invoiced, writeColumns } from './work-fields.ts'

/** Times, person and being there at all are fixed once the month is closed or the entry was invoiced. */
export function assertChangeable(db: Connection, entry: StoredEntry): void {
  if (entry.invoice_id !== null) throw invoiced(db, entry)
  assertOpen(db, entry.day, 'startedAt')
}

/** What every part has in common. */
const SHARED = `person_id, activity, channel_id, campaign_id, post_id, conversation_id, client_id, project_id, department_id, scope, note,
  is_billable, is_estimate, is_untimed, set_by_hand`

/** The same work at another time; answers its id. */
export function copyEntry(
  db: Connection,
  id: number,
  { startedAt, endedAt }: { readonly startedAt: Instant; readonly endedAt: Instant | null },
  timeZone: string,
): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO time_entry (${SHARED}, started_at, ended_at, day)
       SELECT ${SHARED}, @startedAt, @endedAt, @day FROM time_entry WHERE id = @id`,
    )
    .run({ id, startedAt, endedAt, day: dayAt(startedAt, timeZone) })
  const copyId = Number(lastInsertRowid)
  db.prepare<[number, number]>(
    `INSERT INTO time_share (entry_id, position, post_id, conversation_id, weight)
     SELECT ?, position, post_id, conversation_id, weight FROM time_share WHERE entry_id = ? ORDER BY position`,
  ).run(copyId, id)
  return copyId
}

/**
 * Makes an entry be these stretches: the first is the entry itself, the others are new. Where it runs, the last has no end.
 * Answers the ids in order.
 */
export function writePieces(
  db: Connection,
  entry: StoredEntry,
  pieces: readonly Stretch[],
  { settings: { timeZone }, isRunning }: CommandContext & { readonly isRunning: boolean },
): number[] {
  const endOf = (index: number) => (isRunning && index === pieces.length - 1 ? null : (pieces[index]?.to ?? null))
  return pieces.map((piece, index) => {
    const times = { startedAt: piece.from, endedAt: endOf(index) }
    if (index > 0) return copyEntry(db, entry.id, times, timeZone)
    // The day an entry was entered for stays where its start does.
    const day = piece.from === entry.started_at ? entry.day : dayAt(piece.from, timeZone)
    writeColumns(db, entry, { started_at: times.startedAt, ended_at: times.endedAt, day }, ['times'])
    return entry.id
  })
}
