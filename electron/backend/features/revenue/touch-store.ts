/** Touches entered by hand, one by one or for many purchases at once. */
import type { TouchInput } from '../../../../shared/contract/revenue.ts'
import { MAX_TOUCHES } from '../../../../shared/domain/attribution.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { instantAt } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertPlace, insertTouch, kindOfPlace, placeValues, type TouchPlace } from '../../database/touches.ts'

interface EventRow {
  id: number
  kind: string
  at: number
  day: Day
}

export function addTouch(db: Connection, eventId: number, draft: TouchInput, timeZone: string): number {
  const event = findEvent(db, eventId)
  assertPlace(db, draft)
  assertRoom(db, eventId)
  return insertTouch(db, eventId, settleInstant(event, draft, timeZone), draft.kind, settlePlace(draft))
}

export function updateTouch(db: Connection, id: number, draft: TouchInput, timeZone: string): void {
  const event = findEvent(db, findHandTouch(db, id))
  assertPlace(db, draft)
  db.prepare<[object]>(
    `UPDATE touchpoint SET at = @at, kind = @kind, scope = @scope, channel_id = @channelId, campaign_id = @campaignId,
       post_id = @postId, conversation_id = @conversationId WHERE id = @id`,
  ).run({ ...placeValues(settlePlace(draft)), id, kind: draft.kind, at: settleInstant(event, draft, timeZone) })
}

export function removeTouch(db: Connection, id: number): void {
  findHandTouch(db, id)
  db.prepare<[number]>('DELETE FROM touchpoint WHERE id = ?').run(id)
}

/** A touch at the instant of each purchase; answers how many purchases were given one. */
export function assignOrigin(db: Connection, eventIds: readonly number[], place: TouchPlace): void {
  assertPlace(db, place)
  const settled = settlePlace(place)
  for (const eventId of new Set(eventIds)) {
    const event = findEvent(db, eventId)
    assertRoom(db, eventId)
    insertTouch(db, eventId, event.at, kindOfPlace(settled), settled)
  }
}

function findEvent(db: Connection, id: number): EventRow {
  const event = db
    .prepare<[number], EventRow>("SELECT id, kind, at, day FROM revenue_event WHERE id = ? AND status <> 'removed'")
    .get(id)
  if (!event) throw expected('not_found', { what: 'purchase', id })
  return event
}

/** What an import said follows its rules; only touches entered by hand are changed here. Answers their purchase. */
function findHandTouch(db: Connection, id: number): number {
  const touch = db
    .prepare<[number], { event_id: number }>('SELECT event_id FROM touchpoint WHERE id = ? AND is_by_hand = 1')
    .get(id)
  if (!touch) throw expected('not_found', { what: 'touch', id })
  return touch.event_id
}

function assertRoom(db: Connection, eventId: number): void {
  const count = Number(db.prepare<[number]>('SELECT count(*) FROM touchpoint WHERE event_id = ?').pluck().get(eventId))
  if (count >= MAX_TOUCHES) throw expected('invalid_value', { field: 'touch', reason: 'too_many_touches' })
}

/** What is known by its day only happened at noon: a touch of the same day is not after it. */
function settleInstant(event: EventRow, { day, time }: TouchInput, timeZone: string): number {
  const at = instantAt(day, time, timeZone)
  if (at <= event.at) return at
  if (event.kind !== 'order' && day === event.day) return event.at
  throw expected('invalid_value', { field: day > event.day ? 'day' : 'time', reason: 'touch_after_purchase' })
}

/** What is not social media has no channel of it. */
function settlePlace<Place extends TouchPlace>(place: Place): TouchPlace {
  return place.scope === 'other' ? { ...placeValues(place), channelId: null } : placeValues(place)
}
