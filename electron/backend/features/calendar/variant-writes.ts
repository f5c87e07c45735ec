/** Changing the form for one channel: what it says, when it is due, how far it is. */
import type { VariantPatch } from '../../../../shared/contract/calendar-fields.ts'
import { postUrlKeyOf } from '../../../../shared/domain/conversation-place.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { canMove, isOpen, statusOfCopy, type PostStatus } from '../../../../shared/domain/post-status.ts'
import { sameClock } from '../../../../shared/domain/wall-time.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { addPostEvent, addWritingEvent } from './post-events.ts'
import { findPost, insertPost, insertVariant } from './post-writes.ts'
import { assertReady } from './readiness.ts'

export interface StoredVariant {
  readonly id: number
  readonly postId: number
  readonly channelId: number | null
  readonly status: PostStatus
  readonly text: string | null
  readonly format: VariantPatch['format'] & (string | null)
  readonly plannedAt: Instant | null
  readonly publishedAt: Instant | null
  readonly publishedOn: string | null
}

const COLUMNS = `id, post_id AS postId, channel_id AS channelId, status, text, format, planned_at AS plannedAt, published_at AS publishedAt,
  published_on AS publishedOn`

export function findVariant(db: Connection, id: number): StoredVariant {
  const variant = db.prepare<[number], StoredVariant>(`SELECT ${COLUMNS} FROM variant WHERE id = ?`).get(id)
  if (!variant) throw expected('not_found', { what: 'variant', id })
  return variant
}

function variantsOf(db: Connection, postId: number): StoredVariant[] {
  return db.prepare<[number], StoredVariant>(`SELECT ${COLUMNS} FROM variant WHERE post_id = ? ORDER BY id`).all(postId)
}

interface NewChannel {
  readonly id: number
  readonly channelId: number
  readonly plannedAt?: Instant | null | undefined
}

/** An idea that has no channel yet gets this one. */
export function addVariant(db: Connection, context: CommandContext, { id, channelId, plannedAt }: NewChannel): void {
  assertRecord(db, 'post', id)
  const others = variantsOf(db, id)
  assertFree(db, others, channelId)
  const unplaced = others.find((variant) => variant.channelId === null)
  if (unplaced) {
    setChannel(db, unplaced.id, channelId)
    if (plannedAt !== undefined) setPlanned(db, context, unplaced, plannedAt)
  } else {
    const usual = others.find((variant) => variant.plannedAt !== null)?.plannedAt ?? null
    const status = others.some((variant) => variant.status !== 'idea') ? 'draft' : 'idea'
    const variant = { postId: id, channelId, status, plannedAt: plannedAt === undefined ? usual : plannedAt } as const
    insertVariant(db, context, { ...variant, text: null, format: null })
  }
  addPostEvent(db, context, { postId: id, kind: 'channelAdded', channelId })
}

/** A post is for each channel once. */
function assertFree(db: Connection, variants: readonly StoredVariant[], channelId: number): void {
  assertRecord(db, 'channel', channelId)
  if (!variants.some((variant) => variant.channelId === channelId)) return
  const name = db.prepare<[number]>('SELECT name FROM channel WHERE id = ?').pluck().get(channelId) as string
  throw expected('name_taken', { field: 'channelId', name })
}

function setChannel(db: Connection, id: number, channelId: number | null): void {
  db.prepare<[number | null, number]>('UPDATE variant SET channel_id = ? WHERE id = ?').run(channelId, id)
}

export function editVariant(db: Connection, context: CommandContext, id: number, patch: VariantPatch): void {
  const variant = findVariant(db, id)
  const { text, format, plannedAt, channelId } = patch
  if (channelId !== undefined && channelId !== variant.channelId) moveToChannel(db, context, variant, channelId)
  const about = { postId: variant.postId, channelId: channelId === undefined ? variant.channelId : channelId }
  if (text !== undefined && text !== variant.text) {
    db.prepare<[string | null, number]>('UPDATE variant SET text = ? WHERE id = ?').run(text, id)
    addWritingEvent(db, context, { ...about, kind: text === null ? 'followsAgain' : 'ownText' })
  }
  if (format !== undefined && format !== variant.format) {
    db.prepare<[string | null, number]>('UPDATE variant SET format = ? WHERE id = ?').run(format, id)
    addPostEvent(db, context, { ...about, kind: 'edited', detail: { fields: ['format'] } })
  }
  if (plannedAt !== undefined) moveOne(db, context, id, plannedAt)
}

function moveToChannel(
  db: Connection,
  context: CommandContext,
  variant: StoredVariant,
  channelId: number | null,
): void {
  const { id, postId } = variant
  if (channelId === null) {
    if (variantsOf(db, postId).length > 1) throw expected('invalid_value', { field: 'channelId', reason: 'missing' })
  } else assertFree(db, variantsOf(db, postId), channelId)
  setChannel(db, id, channelId)
  if (variant.channelId !== null)
    addPostEvent(db, context, { postId, kind: 'channelRemoved', channelId: variant.channelId })
  if (channelId !== null) addPostEvent(db, context, { postId, kind: 'channelAdded', channelId })
}

/** The last channel leaves an idea without one. What was published happened. */
export function removeVariant(db: Connection, context: CommandContext, id: number): void {
  const { postId, channelId, status } = findVariant(db, id)
  if (status === 'published' || status === 'archived') throw expected('in_use', { what: 'variant', count: 1 })
  if (variantsOf(db, postId).length > 1) db.prepare<[number]>('DELETE FROM variant WHERE id = ?').run(id)
  else setChannel(db, id, null)
  if (channelId !== null) addPostEvent(db, context, { postId, kind: 'channelRemoved', channelId })
}

interface Move {
  readonly id: number
  readonly plannedAt: Instant | null
}

export function move(db: Connection, context: CommandContext, moves: readonly Move[]): void {
  for (const { id, plannedAt } of moves) moveOne(db, context, id, plannedAt)
}

function moveOne(db: Connection, context: CommandContext, id: number, plannedAt: Instant | null): void {
  const variant = findVariant(db, id)
  if (plannedAt === variant.plannedAt) return
  if (variant.publishedOn !== null) throw expected('invalid_value', { field: 'plannedAt', reason: 'published' })
  setPlanned(db, context, variant, plannedAt)
}

function setPlanned(db: Connection, context: CommandContext, variant: StoredVariant, plannedAt: Instant | null): void {
  const plannedOn = plannedAt === null ? null : dayAt(plannedAt, context.settings.timeZone)
  db.prepare<[number | null, string | null, number]>(
    'UPDATE variant SET planned_at = ?, planned_on = ? WHERE id = ?',
  ).run(plannedAt, plannedOn, variant.id)
  addPostEvent(db, context, {
    postId: variant.postId,
    channelId: variant.channelId,
    kind: plannedAt === null ? 'unplanned' : 'planned',
    detail: { from: variant.plannedAt, to: plannedAt },
  })
}

/** By days on the wall: nine o'clock stays nine o'clock. */
export function shift(db: Connection, context: CommandContext, ids: readonly number[], days: number): void {
  for (const id of new Set(ids)) {
    const { plannedAt, publishedOn } = findVariant(db, id)
    if (plannedAt === null || publishedOn !== null) continue
    moveOne(db, context, id, sameClock(plannedAt, days, context.settings.timeZone))
  }
}

/** What it says is taken along, the history is not. */
export function copyVariant(db: Connection, context: CommandContext, id: number, plannedAt: Instant | null): number {
  const { postId, channelId, text, format, status } = findVariant(db, id)
  const post = findPost(db, postId)
  const copyId = insertPost(db, { ...post, draftDueOn: null })
  insertVariant(db, context, { postId: copyId, channelId, status: statusOfCopy(status), plannedAt, text, format })
  db.prepare<[number, number]>(
    'INSERT INTO post_check (post_id, position, text) SELECT ?, position, text FROM post_check WHERE post_id = ? ORDER BY position',
  ).run(copyId, postId)
  addPostEvent(db, context, { postId: copyId, kind: 'copied', detail: { title: post.title } })
  return copyId
}

export function setStatus(db: Connection, context: CommandContext, ids: readonly number[], status: PostStatus): void {
  for (const id of new Set(ids)) setOneStatus(db, context, findVariant(db, id), status)
}

function setOneStatus(db: Connection, context: CommandContext, variant: StoredVariant, status: PostStatus): void {
  const { id, postId, channelId, status: before } = variant
  if (before === status) return
  // Out of the archive it becomes what it was.
  const isAsItWas = before !== 'archived' || (status === 'published') === (variant.publishedOn !== null)
  if (!canMove(before, status) || !isAsItWas)
    throw expected('invalid_value', { field: 'status', reason: 'not_allowed', value: before })
  if (status === 'published' && before !== 'archived') return publish(db, context, id, null, null)
  if (status === 'ready') assertReady(db, id)
  if (isOpen(status) && variant.publishedOn !== null) {
    db.prepare<[string, number]>(
      'UPDATE variant SET status = ?, published_at = NULL, published_on = NULL, permalink = NULL, permalink_key = NULL WHERE id = ?',
    ).run(status, id)
    addPostEvent(db, context, { postId, channelId, kind: 'unpublished', detail: { to: status } })
    return
  }
  db.prepare<[string, number]>('UPDATE variant SET status = ? WHERE id = ?').run(status, id)
  addPostEvent(db, context, { postId, channelId, kind: 'status', detail: { from: before, to: status } })
}

/** Published already: the time and the address are put right. An address that is not said stays. */
export function publish(
  db: Connection,
  context: CommandContext,
  id: number,
  at: Instant | null,
  permalink: string | null,
): void {
  const { postId, channelId, status } = findVariant(db, id)
  if (status !== 'published' && !canMove(status, 'published'))
    throw expected('invalid_value', { field: 'status', reason: 'not_allowed', value: status })
  const publishedAt = at ?? context.now
  if (publishedAt > context.now) throw expected('invalid_value', { field: 'at', reason: 'in_future' })
  const publishedOn = dayAt(publishedAt, context.settings.timeZone)
  db.prepare<[object]>(
    `UPDATE variant SET status = 'published', published_at = @publishedAt, published_on = @publishedOn,
       permalink = coalesce(@permalink, permalink), permalink_key = coalesce(@permalinkKey, permalink_key) WHERE id = @id`,
  ).run({ id, publishedAt, publishedOn, ...readPermalink(permalink) })
  addPostEvent(db, context, { postId, channelId, kind: 'published', detail: { at: publishedAt } })
}

function readPermalink(text: string | null) {
  if (text === null || text === '') return { permalink: null, permalinkKey: null }
  const address = readWebAddress(text)
  if (!address) throw expected('invalid_value', { field: 'permalink', reason: 'not_http' })
  return { permalink: address.url, permalinkKey: postUrlKeyOf(address) }
}
