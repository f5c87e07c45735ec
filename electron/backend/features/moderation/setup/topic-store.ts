/** What conversations are about; also their labels. */
import { MAX_TOPICS, type Topic } from '../../../../../shared/contract/moderation-setup.ts'
import type { Connection } from '../../../database/connection.ts'
import { expected } from '../../../database/expected.ts'
import { nextPosition } from '../list-order.ts'

interface StoredTopic extends Omit<Topic, 'isArchived'> {
  readonly isArchived: number
}

export function readTopics(db: Connection): Topic[] {
  return db
    .prepare<[], StoredTopic>(
      `SELECT topic.id, topic.name, topic.is_archived AS isArchived, coalesce(used.count, 0) AS conversations,
         (SELECT count(*) FROM rule_topic WHERE topic_id = topic.id) + (SELECT count(*) FROM snippet WHERE topic_id = topic.id) AS setupUses
       FROM topic LEFT JOIN (SELECT topic_id, count(*) AS count FROM conversation_topic GROUP BY topic_id) AS used ON used.topic_id = topic.id
       ORDER BY topic.is_archived, topic.position, topic.id`,
    )
    .all()
    .map((row) => ({ ...row, isArchived: row.isArchived === 1 }))
}

/** The id where it is only one. */
export function addTopics(db: Connection, names: readonly string[]): number | null {
  const [first] = names
  if (names.length === 1 && first !== undefined) {
    if (findTopic(db, first) !== null) throw expected('name_taken', { field: 'name', name: first })
    return addTopic(db, first)
  }
  for (const name of names) findOrAddTopic(db, name)
  return null
}

export function findOrAddTopic(db: Connection, name: string): number {
  return findTopic(db, name) ?? addTopic(db, name)
}

function addTopic(db: Connection, name: string): number {
  const count = Number(db.prepare<[]>('SELECT count(*) FROM topic').pluck().get())
  if (count >= MAX_TOPICS) throw expected('invalid_value', { field: 'name', reason: 'topic_list_full' })
  const position = nextPosition(db, { table: 'topic' })
  return Number(
    db.prepare<[string, number]>('INSERT INTO topic (name, position) VALUES (?, ?)').run(name, position)
      .lastInsertRowid,
  )
}

function findTopic(db: Connection, name: string): number | null {
  return db.prepare<[string], { id: number }>('SELECT id FROM topic WHERE name = ?').get(name)?.id ?? null
}

export function updateTopic(
  db: Connection,
  id: number,
  patch: { name?: string | undefined; isArchived?: boolean | undefined },
): void {
  if (patch.name !== undefined) {
    const other = findTopic(db, patch.name)
    if (other !== null && other !== id) throw expected('name_taken', { field: 'name', name: patch.name })
  }
  const { changes } = db
    .prepare<[string | null, number | null, number]>(
      'UPDATE topic SET name = coalesce(?, name), is_archived = coalesce(?, is_archived) WHERE id = ?',
    )
    .run(patch.name ?? null, patch.isArchived === undefined ? null : Number(patch.isArchived), id)
  if (changes !== 1) throw expected('not_found', { what: 'topic', id })
}

export function assertTopic(db: Connection, id: number | null): void {
  if (id === null || db.prepare<[number]>('SELECT 1 FROM topic WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'topic', id })
}

/** Conversations and rules that have both keep one of them. */
export function mergeTopic(db: Connection, id: number, intoId: number): void {
  assertTopic(db, id)
  assertTopic(db, intoId)
  if (id === intoId) throw expected('invalid_value', { field: 'intoId', reason: 'merged_into_itself' })
  for (const [table, owner] of [
    ['conversation_topic', 'conversation_id'],
    ['rule_topic', 'rule_id'],
  ] as const) {
    db.prepare<[number, number]>(
      `DELETE FROM ${table} WHERE topic_id = ? AND ${owner} IN (SELECT ${owner} FROM ${table} WHERE topic_id = ?)`,
    ).run(id, intoId)
    db.prepare<[number, number]>(`UPDATE ${table} SET topic_id = ? WHERE topic_id = ?`).run(intoId, id)
  }
  db.prepare<[number, number]>('UPDATE snippet SET topic_id = ? WHERE topic_id = ?').run(intoId, id)
  db.prepare<[number]>('DELETE FROM topic WHERE id = ?').run(id)
}

export function removeTopic(db: Connection, id: number): void {
  assertTopic(db, id)
  const count = Number(
    db
      .prepare<[object]>(
        `SELECT (SELECT count(*) FROM conversation_topic WHERE topic_id = @id) + (SELECT count(*) FROM rule_topic WHERE topic_id = @id)
           + (SELECT count(*) FROM snippet WHERE topic_id = @id)`,
      )
      .pluck()
      .get({ id }),
  )
  if (count > 0) throw expected('in_use', { what: 'topic', count })
  db.prepare<[number]>('DELETE FROM topic WHERE id = ?').run(id)
}
