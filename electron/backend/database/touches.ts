/** Touches a person enters, as every command that makes purchases writes them. */
import type { Scope, TouchKind } from '../../../shared/domain/attribution.ts'
import type { Connection } from './connection.ts'
import { assertRecord } from './references.ts'

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

/** Where something came from, in one word: a channel, social media without a channel, something else, or nobody knows. */
export type StoredOrigin =
  | { readonly kind: 'channel'; readonly channelId: number }
  | { readonly kind: 'social' }
  | { readonly kind: 'other' }
  | null

interface OriginTouch {
  id: number
  scope: Scope
  channel_id: number | null
  campaign_id: number | null
}

/** The touch that says where a purchase came from: entered by hand, at its own instant. */
export function originTouch(db: Connection, eventId: number, at: number): OriginTouch | undefined {
  return originTouches(db, eventId, at)[0]
}

function originTouches(db: Connection, eventId: number, at: number): OriginTouch[] {
  return db
    .prepare<[number, number], OriginTouch>(
      'SELECT id, scope, channel_id, campaign_id FROM touchpoint WHERE event_id = ? AND is_by_hand = 1 AND at = ? ORDER BY id',
    )
    .all(eventId, at)
}

export function readOrigin(touch: Pick<OriginTouch, 'scope' | 'channel_id'> | undefined): StoredOrigin {
  if (!touch) return null
  if (touch.channel_id !== null) return { kind: 'channel', channelId: touch.channel_id }
  return { kind: touch.scope }
}

interface MovedEvent {
  readonly id: number
  /** The purchase may have moved from another instant. */
  readonly atBefore: number
  readonly at: number
}

/** Makes the touch at a purchase's instant say this origin; what else it says (a post, a conversation) stays. */
export function writeOrigin(db: Connection, event: MovedEvent, origin: StoredOrigin, campaignId: number | null): void {
  const known = originTouch(db, event.id, event.atBefore)
  if (known && origin) changeOrigin(db, known.id, event.at, origin, campaignId)
  else if (known) db.prepare<[number]>('DELETE FROM touchpoint WHERE id = ?').run(known.id)
  else if (origin) insertOrigin(db, event, origin, campaignId)
}

/** An origin that is said of many purchases at once. */
export interface SharedOrigin {
  readonly origin: StoredOrigin
  readonly campaignId: number | null
}

/** Follows an origin shared by many purchases from what it was to what it is; a purchase of which something else was said keeps that. */
export function followOrigin(db: Connection, event: MovedEvent, before: SharedOrigin, now: SharedOrigin): void {
  const known = originTouches(db, event.id, event.atBefore)
  db.prepare<[number, number, number]>(
    'UPDATE touchpoint SET at = ? WHERE event_id = ? AND is_by_hand = 1 AND at = ?',
  ).run(event.at, event.id, event.atBefore)
  if (isSame(before, now)) return
  const follower = known.find((touch) => isSame({ origin: readOrigin(touch), campaignId: touch.campaign_id }, before))
  if (follower && now.origin) changeOrigin(db, follower.id, event.at, now.origin, now.campaignId)
  else if (follower) db.prepare<[number]>('DELETE FROM touchpoint WHERE id = ?').run(follower.id)
  else if (now.origin && before.origin === null && known.length === 0)
    insertOrigin(db, event, now.origin, now.campaignId)
}

function isSame(one: SharedOrigin, other: SharedOrigin): boolean {
  const channelOf = ({ origin }: SharedOrigin) => (origin?.kind === 'channel' ? origin.channelId : null)
  return (
    one.origin?.kind === other.origin?.kind &&
    channelOf(one) === channelOf(other) &&
    one.campaignId === other.campaignId
  )
}

type KnownOrigin = NonNullable<StoredOrigin>

function columnsOf(origin: KnownOrigin) {
  return {
    scope: origin.kind === 'other' ? 'other' : 'social',
    channelId: origin.kind === 'channel' ? origin.channelId : null,
  } as const
}

function insertOrigin(db: Connection, { id, at }: MovedEvent, origin: KnownOrigin, campaignId: number | null): void {
  insertTouch(db, id, at, 'manual', { ...columnsOf(origin), campaignId, postId: null, conversationId: null })
}

function changeOrigin(
  db: Connection,
  touchId: number,
  at: number,
  origin: KnownOrigin,
  campaignId: number | null,
): void {
  db.prepare<[object]>(
    'UPDATE touchpoint SET at = @at, scope = @scope, channel_id = @channelId, campaign_id = @campaignId WHERE id = @touchId',
  ).run({ ...columnsOf(origin), at, campaignId, touchId })
}
