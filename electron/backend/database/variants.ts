/** Forms of a post for one channel, as far as others than the calendar write them: noted after they were made, and placed in local time. */
import type { Day } from '../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../shared/domain/instant.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

/** What is known of a post that is noted without the calendar. */
export interface NotedVariant {
  readonly channelId: number | null
  readonly publishedOn: Day | null
  readonly permalink: string | null
  readonly permalinkKey: string | null
}

/** With a day it is published, else an idea. */
export function addNotedVariant(db: Connection, postId: number, noted: NotedVariant): void {
  db.prepare<[object]>(
    `INSERT INTO variant (post_id, channel_id, status, published_on, permalink, permalink_key)
     VALUES (@postId, @channelId, @status, @publishedOn, @permalink, @permalinkKey)`,
  ).run({ ...noted, postId, status: noted.publishedOn === null ? 'idea' : 'published' })
}

interface StoredVariant {
  readonly id: number
  readonly channel_id: number | null
  readonly status: string
  readonly published_on: string | null
  readonly permalink: string | null
}

/** Of a post for several channels each has its own: fails with `invalid_value` `several_channels` where one of these would change. */
export function changeNotedVariant(db: Connection, postId: number, noted: NotedVariant): void {
  const variants = db
    .prepare<[number], StoredVariant>(
      'SELECT id, channel_id, status, published_on, permalink FROM variant WHERE post_id = ? ORDER BY id',
    )
    .all(postId)
  const [only, second] = variants
  if (!only) return addNotedVariant(db, postId, noted)
  if (second) return assertUnchanged(db, postId, noted)
  const { publishedOn } = noted
  const isOut = only.status === 'published' || only.status === 'archived'
  const status = publishedOn === null ? (isOut ? 'idea' : only.status) : isOut ? only.status : 'published'
  db.prepare<[object]>(
    `UPDATE variant SET channel_id = @channelId, status = @status, published_on = @publishedOn, permalink = @permalink, permalink_key = @permalinkKey,
       published_at = CASE WHEN published_on IS @publishedOn THEN published_at END WHERE id = @id`,
  ).run({ ...noted, status, id: only.id })
}

function assertUnchanged(db: Connection, postId: number, noted: NotedVariant): void {
  const known = db
    .prepare<[number], Omit<NotedVariant, 'permalinkKey'>>(
      'SELECT channel_id AS channelId, published_on AS publishedOn, permalink FROM post WHERE id = ?',
    )
    .get(postId)
  for (const field of ['channelId', 'publishedOn', 'permalink'] as const)
    if (known?.[field] !== noted[field]) throw expected('invalid_value', { field, reason: 'several_channels' })
}

/** Channels of the one that the other lacks; of a channel both have, the other's stays, with what it lacks of being published. */
export function moveVariants(db: Connection, fromId: number, intoId: number): void {
  db.prepare<[object]>(
    `DELETE FROM variant WHERE post_id = @intoId AND channel_id IS NULL AND status = 'idea'
       AND EXISTS (SELECT 1 FROM variant WHERE post_id = @fromId AND channel_id IS NOT NULL)`,
  ).run({ fromId, intoId })
  const same = 'FROM variant AS other WHERE other.post_id = @fromId AND other.channel_id IS variant.channel_id'
  db.prepare<[object]>(
    `UPDATE variant SET (status, published_at, published_on) = (SELECT other.status, other.published_at, other.published_on ${same})
     WHERE post_id = @intoId AND published_on IS NULL AND EXISTS (SELECT 1 ${same} AND other.published_on IS NOT NULL)`,
  ).run({ fromId, intoId })
  db.prepare<[object]>(
    `UPDATE variant SET (permalink, permalink_key) = (SELECT other.permalink, other.permalink_key ${same})
     WHERE post_id = @intoId AND permalink IS NULL AND EXISTS (SELECT 1 ${same} AND other.permalink IS NOT NULL)`,
  ).run({ fromId, intoId })
  db.prepare<[object]>(
    `UPDATE variant SET post_id = @intoId WHERE post_id = @fromId
       AND coalesce(channel_id, 0) NOT IN (SELECT coalesce(channel_id, 0) FROM variant WHERE post_id = @intoId)`,
  ).run({ fromId, intoId })
}

/** The days of moments in another zone. */
export function placeVariants(db: Connection, timeZone: string): void {
  const rows = db
    .prepare<[], { id: number; plannedAt: Instant | null; publishedAt: Instant | null; publishedOn: Day | null }>(
      `SELECT id, planned_at AS plannedAt, published_at AS publishedAt, published_on AS publishedOn FROM variant
       WHERE planned_at IS NOT NULL OR published_at IS NOT NULL`,
    )
    .all()
  const write = db.prepare<[object]>(
    'UPDATE variant SET planned_on = @plannedOn, published_on = @publishedOn WHERE id = @id',
  )
  for (const { id, plannedAt, publishedAt, publishedOn } of rows)
    write.run({
      id,
      plannedOn: plannedAt === null ? null : dayAt(plannedAt, timeZone),
      publishedOn: publishedAt === null ? publishedOn : dayAt(publishedAt, timeZone),
    })
}
