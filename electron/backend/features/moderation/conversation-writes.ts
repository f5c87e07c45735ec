/** Noting a conversation and changing what was noted. */
import type { ConversationDraft, ConversationPatch } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { placeOf } from '../../../../shared/domain/conversation-place.ts'
import type { Network } from '../../../../shared/domain/network.ts'
import { proposeSentiment } from '../../../../shared/domain/sentiment.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'
import type { Connection } from '../../database/connection.ts'
import { localPlaceOf } from '../../database/conversation-days.ts'
import { findOrAddContact } from '../../database/contacts.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord, removeRecord } from '../../database/references.ts'
import { findConversation, type ConversationState } from './conversation-row.ts'
import { readDeadlines, settleDeadlines, type Deadlines } from '../../database/deadlines.ts'
import { linkTopics, topicName } from './marks.ts'
import { withoutAbsent } from './patches.ts'
import { addEvent } from './timeline.ts'

/** Notes a conversation that waits for its answer. Rules are not applied here. Answers its id. */
export function insertConversation(
  db: Connection,
  context: CommandContext,
  draft: ConversationDraft,
  topicIds: readonly number[],
): number {
  assertDraft(db, context, draft)
  for (const topicId of topicIds) topicName(db, topicId)
  const dueAt = readDeadlines(db, context.settings).dueAt(draft, draft.receivedAt)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO conversation (label, kind, status, channel_id, post_id, client_id, department_id, stars, contact_id, sentiment, is_sentiment_own,
         received_at, day, hour, due_at, first_due_at)
       VALUES (@label, @kind, 'open', @channelId, @postId, @clientId, @departmentId, @stars, @contactId, @sentiment, @isSentimentOwn,
         @receivedAt, @day, @hour, @dueAt, @dueAt)`,
    )
    .run({
      ...draft,
      ...localPlaceOf(draft.receivedAt, context.settings.timeZone),
      contactId: contactOf(db, context, draft),
      sentiment: draft.sentiment === undefined ? proposeSentiment(draft.text).sentiment : draft.sentiment,
      isSentimentOwn: Number(draft.sentiment !== undefined),
      dueAt,
    })
  const id = Number(lastInsertRowid)
  keepText(db, id, draft)
  linkTopics(db, id, topicIds)
  addEvent(db, context, { conversationId: id, at: draft.receivedAt, kind: 'received', detail: { due: dueAt } })
  return id
}

/** Fails before anything is written. */
function assertDraft(db: Connection, { now }: CommandContext, draft: ConversationPatch): void {
  if (draft.receivedAt !== undefined && draft.receivedAt > now)
    throw expected('invalid_value', { field: 'receivedAt', reason: 'in_future' })
  // Everything else, `javascript:` above all, is never kept as something to open.
  if (draft.url && readWebAddress(draft.url) === null)
    throw expected('invalid_value', { field: 'url', reason: 'not_http' })
  assertRecord(db, 'channel', draft.channelId ?? null)
  assertRecord(db, 'post', draft.postId ?? null)
  assertRecord(db, 'client', draft.clientId ?? null)
  assertRecord(db, 'department', draft.departmentId ?? null)
}

interface Reachable {
  readonly handle: string | null
  readonly channelId: number | null
  readonly url: string | null
}

function contactOf(db: Connection, { now }: CommandContext, { handle, channelId, url }: Reachable): number | null {
  return handle === null ? null : findOrAddContact(db, networkOf(db, channelId, url), handle, now)
}

/** On which network a name is one: the channel's, else that of the address; without both it is not known. */
export function networkOf(db: Connection, channelId: number | null, url: string | null = null): Network {
  const network = db
    .prepare<[number | null], Network>('SELECT network FROM channel WHERE id = ?')
    .pluck()
    .get(channelId)
  if (network !== undefined) return network as Network
  const address = url === null ? null : readWebAddress(url)
  return (address && placeOf(address)?.network) ?? 'other'
}

function keepText(db: Connection, id: number, { text, url }: { readonly text: string; readonly url: string | null }) {
  const address = url === null ? null : (readWebAddress(url)?.url ?? null)
  if (text.trim() === '' && address === null) {
    db.prepare<[number]>('DELETE FROM conversation_text WHERE id = ?').run(id)
    return
  }
  db.prepare<[number, string, string | null]>(
    `INSERT INTO conversation_text (id, text, url) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET text = excluded.text, url = excluded.url`,
  ).run(id, text, address)
}

/** What changed is named in the timeline, not what it was before. */
export function editConversation(db: Connection, context: CommandContext, id: number, patch: ConversationPatch): void {
  const before = findConversation(db, id)
  assertDraft(db, context, patch)
  const texts = textsOf(db, id)
  if (before.erasedAt !== null && (patch.text || patch.url || patch.handle))
    throw expected('invalid_value', { field: 'text', reason: 'was_erased' })
  const given = withoutAbsent(patch)
  if (Object.keys(given).length === 0) return
  const after: ConversationState = { ...before, ...columnsOf(given) }
  const url = given.url === undefined ? texts.url : given.url
  const handle = given.handle === undefined ? handleMoved(db, before, texts.url, { ...after, url }) : given.handle
  const contactId =
    handle === undefined ? before.contactId : contactOf(db, context, { handle, channelId: after.channelId, url })
  const place =
    after.receivedAt === before.receivedAt ? null : localPlaceOf(after.receivedAt, context.settings.timeZone)
  db.prepare<[object]>(
    `UPDATE conversation SET label = @label, kind = @kind, channel_id = @channelId, post_id = @postId, client_id = @clientId,
       department_id = @departmentId, stars = @stars, contact_id = @contactId, received_at = @receivedAt,
       sentiment = @sentiment, day = coalesce(@day, day), hour = coalesce(@hour, hour) WHERE id = @id`,
  ).run({
    ...after,
    contactId,
    sentiment: given.text === undefined ? before.sentiment : sentimentAfter(before, given.text),
    day: place?.day ?? null,
    // Of a batch only the day is known.
    hour: before.batchCount === null ? (place?.hour ?? null) : null,
  })
  if (patch.text !== undefined || patch.url !== undefined) keepText(db, id, { text: patch.text ?? texts.text, url })
  measureAgain(db, context, before, after)
  addEvent(db, context, { conversationId: id, kind: 'edited', detail: { fields: Object.keys(given) } })
}

/** The name it was written under, where that is one of another network now and not known there; absent: the contact is the same. */
function handleMoved(
  db: Connection,
  before: ConversationState,
  formerUrl: string | null,
  after: Pick<Reachable, 'channelId' | 'url'>,
): string | undefined {
  if (before.contactId === null) return undefined
  const former = networkOf(db, before.channelId, formerUrl)
  const network = networkOf(db, after.channelId, after.url)
  if (former === network) return undefined
  const handleOn = (on: Network) =>
    db
      .prepare<[number | null, string], string>(
        'SELECT handle FROM contact_handle WHERE contact_id = ? AND network = ? ORDER BY id',
      )
      .pluck()
      .get(before.contactId, on) as string | undefined
  return handleOn(network) === undefined ? handleOn(former) : undefined
}

/** What somebody said of it stays. */
function sentimentAfter({ isSentimentOwn, sentiment }: ConversationState, text: string) {
  return isSentimentOwn === 1 ? sentiment : proposeSentiment(text).sentiment
}

type Given = ReturnType<typeof withoutAbsent<ConversationPatch>>

/** What stands in the row itself. */
function columnsOf({ handle: _handle, text: _text, url: _url, ...columns }: Given) {
  return columns
}

type Measured = Pick<ConversationState, 'id' | 'receivedAt' | 'channelId' | 'kind'>

/**
 * When it came in, where and as what decides until when it is due. What was answered keeps what it was measured by, unless the time itself
 * or the channel was wrong: that is measured anew, by the targets and hours of now.
 */
function measureAgain(db: Connection, context: CommandContext, before: ConversationState, after: Measured): void {
  const isMoved = before.receivedAt !== after.receivedAt
  const isElsewhere = before.channelId !== after.channelId
  const isSame = !isMoved && !isElsewhere && before.kind === after.kind
  if (isSame || before.batchCount !== null || isUnmeasured(before)) return
  if (isMoved) assertNothingBefore(db, before, after.receivedAt)
  const deadlines = readDeadlines(db, context.settings)
  if (isMoved || isElsewhere) measureWhole(db, deadlines, before, after)
  if (isElsewhere) measureFurther(db, deadlines, after)
  settleDeadlines(db, context.settings, before.id)
}

/** Done at a time nobody noted: under Stammdaten, or in an older file. */
function isUnmeasured({ status, firstDueAt, firstAnsweredAt, resolvedAt }: ConversationState): boolean {
  return status === 'done' && firstDueAt === null && firstAnsweredAt === null && resolvedAt === null
}

/** Nothing happened before it came in. */
function assertNothingBefore(
  db: Connection,
  { id, firstAnsweredAt, resolvedAt }: ConversationState,
  at: Instant,
): void {
  const refuse = (reason: string) => expected('invalid_value', { field: 'receivedAt', reason })
  if (firstAnsweredAt !== null && firstAnsweredAt < at) throw refuse('after_answer')
  if (resolvedAt !== null && resolvedAt < at) throw refuse('after_done')
  const asked = db.prepare<[number, number]>('SELECT 1 FROM next_response WHERE conversation_id = ? AND asked_at < ?')
  if (asked.get(id, at) !== undefined) throw refuse('after_message')
}

/** The first answer and the whole of it. */
function measureWhole(db: Connection, deadlines: Deadlines, before: ConversationState, after: Measured): void {
  const secondsTo = (at: Instant | null) =>
    at === null ? null : deadlines.serviceSeconds(after.channelId, after.receivedAt, at)
  const isFirstOwed = before.isFirstWaived === 0
  db.prepare<[object]>(
    `UPDATE conversation SET first_due_at = @dueAt, first_response_seconds = @first, resolution_seconds = @resolution WHERE id = @id`,
  ).run({
    id: before.id,
    dueAt: isFirstOwed || before.firstDueAt !== null ? deadlines.dueAt(after, after.receivedAt) : null,
    first: isFirstOwed ? secondsTo(before.firstAnsweredAt) : null,
    resolution: secondsTo(before.resolvedAt),
  })
}

/** Answers to further messages. */
function measureFurther(db: Connection, deadlines: Deadlines, after: Measured): void {
  const answered = db
    .prepare<[number], { id: number; askedAt: Instant; answeredAt: Instant }>(
      `SELECT id, asked_at AS askedAt, answered_at AS answeredAt FROM next_response
       WHERE conversation_id = ? AND answered_at IS NOT NULL`,
    )
    .all(after.id)
  for (const { id, askedAt, answeredAt } of answered)
    db.prepare<[object]>('UPDATE next_response SET due_at = @dueAt, response_seconds = @seconds WHERE id = @id').run({
      id,
      dueAt: deadlines.dueAt(after, askedAt),
      seconds: deadlines.serviceSeconds(after.channelId, askedAt, answeredAt),
    })
}

export interface ConversationTexts {
  readonly text: string
  readonly url: string | null
}

export function textsOf(db: Connection, id: number): ConversationTexts {
  return (
    db.prepare<[number], ConversationTexts>('SELECT text, url FROM conversation_text WHERE id = ?').get(id) ?? {
      text: '',
      url: null,
    }
  )
}

export function removeConversation(db: Connection, id: number): void {
  removeRecord(db, 'conversation', id)
}
