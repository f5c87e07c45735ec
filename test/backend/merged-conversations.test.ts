// Two conversations that become one: nothing that was written is lost, no answer is forgotten, and undo parts them.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import { toDay } from '../../shared/domain/day.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
let now: number
let channelId: number
let departmentId: number

// A Wednesday, 10:00 in Berlin.
const START = Date.parse('2026-10-28T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const id = () => ({ commandId: newCommandId() })
const mod = () => host.client.moderation
const detail = (conversation: number) => mod().detail({ id: conversation })

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
  const { settings, records } = host.client
  channelId = (await settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })).recordId ?? 0
  departmentId = (await records.addNamed({ ...id(), list: 'department', name: 'Versand' })).recordId ?? 0
})
afterEach(() => host.close())

async function capture(changes: Partial<ConversationDraft> = {}): Promise<number> {
  const conversation = conversationDraft(now, { channelId, ...changes })
  return (await mod().capture({ ...id(), conversation })).recordId ?? 0
}

async function captureAnswered(answeredAfter: number, changes: Partial<ConversationDraft> = {}): Promise<number> {
  const conversation = await capture(changes)
  await mod().answer({ ...id(), id: conversation, text: 'Ja.', at: now + answeredAfter, next: 'done' })
  return conversation
}

async function merge(fromId: number, intoId: number): Promise<string> {
  const command = id()
  await host.client.records.merge({ ...command, kind: 'conversation', fromId, intoId })
  return command.commandId
}

const nextResponses = () =>
  host.backend.ledger.reader
    .prepare<[], object>(
      'SELECT conversation_id AS id, asked_at AS askedAt, answered_at AS answeredAt, response_seconds AS seconds FROM next_response ORDER BY asked_at',
    )
    .all()

test('an open one keeps its deadline, text, contact and hand-over in one that was done; undo parts them', async () => {
  const done = await capture({ receivedAt: START - 2 * HOUR })
  await mod().answer({ ...id(), id: done, text: 'Ja.', at: START - HOUR, next: 'done' })
  const open = await capture({ handle: 'amelie.wendt', text: 'Paket ist offen' })
  await mod().handOver({ ...id(), id: open, personId: null, departmentId, dueAt: START + 2 * HOUR, note: '' })
  const before = [await detail(done), await detail(open)]
  const undoes = await merge(open, done)
  expect(await detail(done)).toMatchObject({
    status: 'waiting',
    resolvedAt: null,
    receivedAt: START - 2 * HOUR,
    dueAt: START + 4 * HOUR,
    firstResponseSeconds: 3_600,
    handle: 'amelie.wendt',
    text: 'Wo bleibt meine Bestellung?\n\nPaket ist offen',
    handedTo: 'Versand',
  })
  await host.client.history.undo({ ...id(), undoes })
  expect([await detail(done), await detail(open)]).toEqual(before)
  now += 30 * MINUTE
  await merge(open, done)
  await mod().answer({ ...id(), id: done, text: 'Wir schauen nach.', next: 'done' })
  expect(nextResponses()).toEqual([{ id: done, askedAt: START, answeredAt: now, seconds: 1_800 }])
})

test('one that came in earlier begins it, and the answer to the other is its first one', async () => {
  const earlier = await capture({ receivedAt: START - HOUR })
  now += 30 * MINUTE
  const later = await captureAnswered(0)
  await merge(earlier, later)
  expect(await detail(later)).toMatchObject({
    status: 'open',
    receivedAt: START - HOUR,
    firstDueAt: START + 3 * HOUR,
    firstAnsweredAt: now,
    firstResponseSeconds: 5_400,
    dueAt: null,
  })
  expect(nextResponses()).toEqual([])
})

test('two open questions are one, from the first on; an answer in the other one answers what was asked before it', async () => {
  const ask = async (conversation: number, at: number) =>
    mod().noteReply({ ...id(), id: conversation, text: 'Und nun?', at })
  now = START + 3 * HOUR
  const [a, b, c] = [
    await captureAnswered(0, { receivedAt: START }),
    await captureAnswered(0, { receivedAt: START }),
    await captureAnswered(0, { receivedAt: START }),
  ]
  now += 3 * HOUR
  await ask(a, START + 5 * HOUR)
  await ask(b, START + 4 * HOUR)
  await merge(a, b)
  expect(nextResponses()).toEqual([{ id: b, askedAt: START + 4 * HOUR, answeredAt: null, seconds: null }])
  expect(await detail(b)).toMatchObject({ status: 'open', dueAt: START + 8 * HOUR })
  await mod().answer({ ...id(), id: c, text: 'Es ist da.', at: START + 5.5 * HOUR, next: 'done' })
  await merge(c, b)
  expect(nextResponses()).toEqual([
    { id: b, askedAt: START + 4 * HOUR, answeredAt: START + 5.5 * HOUR, seconds: 5_400 },
  ])
  expect(await detail(b)).toMatchObject({ status: 'open', dueAt: null })
})

test('what was closed without an answer is owed none by the answer to the other', async () => {
  const praise = await capture({ receivedAt: START - 24 * HOUR, text: 'Toll!' })
  await mod().resolve({ ...id(), id: praise })
  now += 30 * MINUTE
  const question = await capture({ receivedAt: START })
  await mod().answer({ ...id(), id: question, text: 'Ja.', next: 'done' })
  await merge(question, praise)
  const { firstDueAt, ...merged } = await detail(praise)
  expect(merged).toMatchObject({ status: 'done', firstAnsweredAt: null, firstResponseSeconds: null, resolvedAt: now })
  expect(firstDueAt).toBe(START - 20 * HOUR)
  expect(nextResponses()).toEqual([{ id: praise, askedAt: START, answeredAt: now, seconds: 1_800 }])
})

test('two people stay two, and a batch does not become one conversation', async () => {
  const [anna, berta] = [await capture({ handle: 'anna' }), await capture({ handle: 'berta' })]
  const refused = (reason: string) => expect.objectContaining({ data: expect.objectContaining({ reason }) as unknown })
  await expect(merge(anna, berta)).rejects.toEqual(refused('two_contacts'))
  const batch = async (count: number) => {
    const receipt = await mod().captureBatch({
      ...id(),
      batch: {
        count,
        kind: 'comment',
        label: '',
        channelId,
        postId: null,
        clientId: null,
        departmentId: null,
        sentiment: null,
        topicIds: [],
        day: toDay('2026-10-27'),
        seconds: 0,
      },
    })
    return receipt.recordId ?? 0
  }
  const [many, more] = [await batch(20), await batch(3)]
  await expect(merge(many, anna)).rejects.toEqual(refused('batch_and_single'))
  await merge(many, more)
  expect(await detail(more)).toMatchObject({ batchCount: 23, status: 'done' })
  expect(await detail(anna)).toMatchObject({ status: 'open', dueAt: START + 4 * HOUR })
})
