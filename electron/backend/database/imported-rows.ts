/** What imported rows know of their sources. */
import type { Connection } from './connection.ts'

/** The source of a row that was removed by hand: it stays removed, whatever a later export says. */
export const REMOVED_BY_HAND = 0

/** To be called when hours are removed by hand: the id of a removed entry may be given to another one. */
export function forgetImportedTime(db: Connection, entryId: number): void {
  db.prepare<[number, number]>(
    `UPDATE import_row SET target_id = ? WHERE target_id = ?
       AND batch_id IN (SELECT id FROM import_batch WHERE record_kind = 'time')`,
  ).run(REMOVED_BY_HAND, entryId)
}
