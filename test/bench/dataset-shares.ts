/** Hours that were for several conversations or posts at once. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import { chance, type Dimensions } from './dataset-dimensions.ts'

interface Linked {
  readonly id: number
  readonly post: number | null
  readonly conversation: number | null
}

/** One in eight of the entries for a post or a conversation was for up to five of them, those before it. */
export function addShares(db: Connection, { posts }: Dimensions): void {
  const random = chance('shares')
  const entries = db
    .prepare<[], Linked>(
      `SELECT id, post_id AS post, conversation_id AS conversation FROM time_entry
       WHERE post_id IS NOT NULL OR conversation_id IS NOT NULL ORDER BY id`,
    )
    .all()
  const firstPost = posts[0] ?? 1
  const clear = db.prepare<[number]>('UPDATE time_entry SET post_id = NULL, conversation_id = NULL WHERE id = ?')
  const add = db.prepare<[number, number, number | null, number | null, number]>(
    'INSERT INTO time_share (entry_id, position, post_id, conversation_id, weight) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { id, post, conversation } of entries) {
    const count = random.between(2, 5)
    const isDivided = random.happens(1 / 8)
    const room = post === null ? (conversation ?? 1) : post - firstPost + 1
    if (!isDivided || room < count) continue
    clear.run(id)
    for (let position = 0; position < count; position++)
      add.run(
        id,
        position,
        post === null ? null : post - position,
        conversation === null ? null : conversation - position,
        random.between(1, 3),
      )
  }
}
