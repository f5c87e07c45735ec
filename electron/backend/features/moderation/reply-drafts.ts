/** Answers that are being written. Kept as they are typed; what was answered takes its draft along, and undo brings it back. */
import type { Connection } from '../../database/connection.ts'

/** Empty text forgets it. A conversation that is gone by now has none. */
export function saveDraft(db: Connection, id: number, text: string): void {
  if (text === '') db.prepare<[number]>('DELETE FROM reply_draft WHERE id = ?').run(id)
  else
    db.prepare<[object]>(
      `INSERT INTO reply_draft (id, text) SELECT id, @text FROM conversation WHERE id = @id
       ON CONFLICT (id) DO UPDATE SET text = excluded.text`,
    ).run({ id, text })
}
