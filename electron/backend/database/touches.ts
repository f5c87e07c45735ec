/** Touches a person enters, as every command that makes purchases writes them. */
import type { Scope, TouchKind } from '../../../shared/domain/attribution.ts'
import type { Connection } from './connection.ts'
import { expected } from './expected.ts'

export interface TouchPlace {
  readonly scope: Scope
  readonly channelId: number | null
  readonly campaignId: number | null
  readonly postId: number | null
  readonly conversationId: number | null
}

const TABLES = { channelId: 'channel', campaignId: 'campaign', postId: 'post', conversationId: 'conversation' } as const

/** Fails with `not_found` where a record is gone by now. */
export function assertPlace(db: Connection, place: Partial<TouchPlace>): void {
  for (const [field, table] of Object.entries(TABLES)) {
    assertRecord(db, table, place[field as keyof typeof TABLES] ?? null)
  }
}

export function assertRecord(
  db: Connection,
  table: 'channel' | 'campaign' | 'post' | 'conversation' | 'client',
  id: number | null,
): void {
  if (id === null || db.prepare<[number]>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id)) return
  throw expected('not_found', { what: table, id })
}

/** The kind that says most about a place. */
export function kindOfPlace({ conversationId, postId }: TouchPlace): TouchKind {
  if (conversationId !== null) return 'conversation'
  return postId === null ? 'manual' : 'post'
}

export function insertTouch(db: Connection, eventId: number, at: number, kind: TouchKind, place: TouchPlace): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO touchpoint (event_id, at, kind, scope, channel_id, campaign_id, post_id, conversation_id, is_by_hand)
       VALUES (@eventId, @at, @kind, @scope, @channelId, @campaignId, @postId, @conversationId, 1)`,
    )
    .run({ ...placeValues(place), eventId, at, kind })
  return Number(lastInsertRowid)
}

export function placeValues({ scope, channelId, campaignId, postId, conversationId }: TouchPlace) {
  return { scope, channelId, campaignId, postId, conversationId }
}

/** Where something came from, in one word: a channel, something else, or nobody knows. */
export type StoredOrigin = { readonly kind: 'channel'; readonly channelId: number } | { readonly kind: 'other' } | null

interface OriginTouch {
  id: number
  channel_id: number | null
  campaign_id: number | null
}

/** The touch that says where a purchase came from: entered by hand, at its own instant. */
export function originTouch(db: Connection, eventId: number, at: number): OriginTouch | undefined {
  return db
    .prepare<[number, number], OriginTouch>(
      'SELECT id, channel_id, campaign_id FROM touchpoint WHERE event_id = ? AND is_by_hand = 1 AND at = ? ORDER BY id LIMIT 1',
    )
    .get(eventId, at)
}

export function readOrigin(touch: OriginTouch | undefined): StoredOrigin {
  if (!touch) return null
  return touch.channel_id === null ? { kind: 'other' } : { kind: 'channel', channelId: touch.channel_id }
}

/** Makes the touch at a purchase's instant say this origin; the purchase may have moved from another instant. */
export function writeOrigin(
  db: Connection,
  event: { readonly id: number; readonly atBefore: number; readonly at: number },
  origin: StoredOrigin,
  campaignId: number | null,
): void {
  const known = originTouch(db, event.id, event.atBefore)
  if (origin === null) {
    if (known) db.prepare<[number]>('DELETE FROM touchpoint WHERE id = ?').run(known.id)
    return
  }
  const channelId = origin.kind === 'channel' ? origin.channelId : null
  const scope = origin.kind === 'channel' ? 'social' : 'other'
  if (!known) {
    insertTouch(db, event.id, event.at, 'manual', { scope, channelId, campaignId, postId: null, conversationId: null })
    return
  }
  db.prepare<[number, string, number | null, number | null, number]>(
    'UPDATE touchpoint SET at = ?, scope = ?, channel_id = ?, campaign_id = ? WHERE id = ?',
  ).run(event.at, scope, channelId, campaignId, known.id)
}
