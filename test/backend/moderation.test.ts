// The moderation log through the contract: deadlines, answers, turns, marks, and how each can be taken back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BatchDraft, ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import { MAX_TOPICS_OF_ONE } from '../../shared/domain/conversation.ts'
import { toDay } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
let now: number
let channelId: number

// A Wednesday, 10:00 in Berlin.
const START = Date.parse('2026-10-28T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
  const receipt = await host.client.settings.addChannel({
    commandId: newCommandId(),
    network: 'instagram',
    name: 'Instagram',
  })
  channelId = receipt.recordId ?? 0
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const id = () => ({ commandId: newCommandId() })

function draft(changes: Partial<ConversationDraft> = {}): ConversationDraft {
  return {
    kind: 'comment',
    label: '',
    text: 'Wo bleibt meine Bestellung?',
    url: null,
    handle: null,
    channelId,
    postId: null,
    clientId: null,
    departmentId: null,
    stars: null,
    receivedAt: now,
    ...changes,
  }
}

async function capture(changes: Partial<ConversationDraft> = {}): Promise<number> {
  const { recordId } = await mod().capture({ ...id(), conversation: draft(changes) })
  return recordId ?? 0
}

const detail = (conversation: number) => mod().detail({ id: conversation })
const kinds = async (conversation: number) => (await detail(conversation)).timeline.map(({ kind }) => kind)
const listed = async (list: 'open' | 'waiting' | 'done') => (await mod().list({ list })).rows.map((row) => row.id)

describe('deadlines', () => {
  test('an answer is due after the target in service hours', async () => {
    expect((await detail(await capture())).dueAt).toBe(START + 4 * HOUR)
    // 16:30: an hour and a half today, the rest tomorrow from 8:00 on.
    const late = await capture({ receivedAt: (now = START + 6.5 * HOUR) })
    expect((await detail(late)).dueAt).toBe(Date.parse('2026-10-29T09:30:00Z'))
  })

  test('the clock of what comes in at night starts in the morning', async () => {
    now = Date.parse('2026-10-28T05:18:00Z')
    const { clockStartsAt, dueAt } = await detail(await capture())
    expect(clockStartsAt).toBe(Date.parse('2026-10-28T07:00:00Z'))
    expect(dueAt).toBe(Date.parse('2026-10-28T11:00:00Z'))
  })

  test('what is unfinished goes by the zone and the holidays of now, and undo by those of before', async () => {
    const conversation = await capture()
    const command = id()
    await host.client.settings.update({ ...command, patch: { timeZone: 'America/New_York' } })
    // 9:00 UTC is 5:00 there: the clock starts at 8:00.
    expect((await detail(conversation)).dueAt).toBe(Date.parse('2026-10-28T16:00:00Z'))
    await host.client.history.undo({ ...id(), undoes: command.commandId })
    expect((await detail(conversation)).dueAt).toBe(START + 4 * HOUR)
  })

  test('the queue goes by deadline, urgent ones first, and each comes exactly once over the pages', async () => {
    const first = await capture({ receivedAt: START - HOUR })
    const second = await capture({ receivedAt: START - 2 * HOUR })
    const urgent = await capture()
    await mod().setPriority({ ...id(), id: urgent, priority: 'urgent' })
    expect(await listed('open')).toEqual([urgent, second, first])
    const seen: number[] = []
    let cursor = null as Awaited<ReturnType<ReturnType<typeof mod>['list']>>['next']
    do {
      const page = await mod().list({ list: 'open', cursor, limit: 1 })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual([urgent, second, first])
  })

  test('what presses is counted', async () => {
    await capture({ receivedAt: START - 24 * HOUR })
    await capture({ receivedAt: START - 2 * HOUR })
    await capture()
    now = START + HOUR + MINUTE
    expect(await mod().counts()).toMatchObject({ open: 3, waiting: 0, overdue: 1, soon: 1, lateReturns: 0 })
  })
})

describe('turns', () => {
  test('what is put off comes back by itself', async () => {
    const conversation = await capture()
    await mod().snooze({ ...id(), id: conversation, until: now + HOUR })
    expect(await listed('open')).toEqual([])
    expect(await listed('waiting')).toEqual([conversation])
    now += HOUR
    expect(await listed('open')).toEqual([conversation])
  })

  test('what waits and is put off comes back as well, to be answered', async () => {
    const conversation = await capture()
    await mod().wait({ ...id(), id: conversation })
    await mod().snooze({ ...id(), id: conversation, until: now + HOUR })
    expect(await listed('waiting')).toEqual([conversation])
    now += HOUR
    expect(await listed('open')).toEqual([conversation])
    await mod().wait({ ...id(), id: conversation })
    await mod().snooze({ ...id(), id: conversation, until: null })
    expect(await listed('open')).toEqual([conversation])
  })

  test('a hand-over has a deadline of its own and does not stop the clock', async () => {
    const department = await host.client.records.addNamed({ ...id(), list: 'department', name: 'Versand' })
    const conversation = await capture()
    const { dueAt } = await detail(conversation)
    const input = { personId: null, departmentId: department.recordId, dueAt: now + HOUR, note: 'Wo ist das Paket?' }
    await mod().handOver({ ...id(), id: conversation, ...input })
    const handed = await detail(conversation)
    expect(handed).toMatchObject({ status: 'waiting', handedTo: 'Versand', returnDueAt: now + HOUR, dueAt })
    expect(handed.departmentId).toBe(department.recordId)
    now += 2 * HOUR
    expect((await mod().counts()).lateReturns).toBe(1)
    await mod().returnHandover({ ...id(), id: conversation, note: 'Beim Zusteller' })
    expect(await detail(conversation)).toMatchObject({ status: 'open', handedTo: null, dueAt })
    await mod().handOver({ ...id(), id: conversation, ...input, dueAt: null })
    // Without a deadline of its own it presses by that of the answer.
    expect(await mod().counts()).toMatchObject({ open: 0, overdue: 0 })
    now += 24 * HOUR
    expect(await mod().counts()).toMatchObject({ open: 0, overdue: 1, lateReturns: 0 })
    await mod().resolve({ ...id(), id: conversation })
    expect(await detail(conversation)).toMatchObject({ status: 'done', handedTo: null })
  })
})

test('what was noted on it since is not taken back with it', async () => {
  const command = id()
  const { recordId } = await mod().capture({ ...command, conversation: draft() })
  const conversation = recordId ?? 0
  await mod().saveDraft({ id: conversation, text: 'Ist unter' })
  const note = await mod().addNote({ ...id(), id: conversation, text: 'Kunde rief auch an.' })
  const undo = (undoes: string) => host.client.history.undo({ ...id(), undoes })
  await expect(undo(command.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  expect((await detail(conversation)).timeline.at(-1)?.text).toBe('Kunde rief auch an.')
  // In their order both go; a draft is no hindrance. Both come back.
  const undone = [await undo(note.commandId), await undo(command.commandId)]
  expect(await listed('open')).toEqual([])
  for (const { commandId } of undone.toReversed()) await undo(commandId)
  expect(await kinds(conversation)).toEqual(['received', 'note'])
})

describe('marks', () => {
  test('topics, mood, priority and measures are said, and said in the timeline', async () => {
    const topic = await addTopic('Lieferung')
    const conversation = await capture({ handle: '@wer.auch.immer' })
    await mod().changeTopics({ ...id(), id: conversation, add: [topic] })
    await mod().setSentiment({ ...id(), id: conversation, sentiment: 'angry' })
    await expect(
      mod().takeMeasure({ ...id(), id: conversation, measure: 'blocked', reason: null }),
    ).rejects.toMatchObject({ data: { reason: 'missing' } })
    await mod().takeMeasure({ ...id(), id: conversation, measure: 'blocked', reason: 'Beleidigung' })
    const row = await detail(conversation)
    expect(row).toMatchObject({ topics: ['Lieferung'], sentiment: 'angry', measure: 'blocked', isContactBlocked: true })
    expect(row.contact).toMatch(/^K-[0-9A-Z]{4}$/)
    expect(await kinds(conversation)).toEqual(['received', 'topics', 'sentiment', 'measure'])
  })

  test('topics are added and taken off one by one, so that changes at the same time do not undo each other', async () => {
    const [delivery, price, praise] = [await addTopic('Lieferung'), await addTopic('Preis'), await addTopic('Lob')]
    const conversation = await capture()
    const change = (input: { add?: number[]; remove?: number[] }) =>
      mod().changeTopics({ ...id(), id: conversation, ...input })
    await Promise.all([change({ add: [delivery] }), change({ add: [price] })])
    await Promise.all([change({ add: [praise] }), change({ remove: [delivery] })])
    expect((await detail(conversation)).topicIds).toEqual([price, praise])
    // What is so already is nothing that happened.
    await change({ add: [price], remove: [delivery] })
    expect(await kinds(conversation)).toEqual(['received', 'topics', 'topics', 'topics', 'topics'])
  })

  test('more topics than one may have are refused, and it keeps those it has', async () => {
    const topics: number[] = []
    for (let number = 0; number <= MAX_TOPICS_OF_ONE; number++) topics.push(await addTopic(`Thema ${number}`))
    const conversation = await capture()
    await mod().changeTopics({ ...id(), id: conversation, add: topics.slice(1) })
    await expect(mod().changeTopics({ ...id(), id: conversation, add: topics.slice(0, 1) })).rejects.toMatchObject({
      data: { reason: 'too_many_topics' },
    })
    expect((await detail(conversation)).topicIds).toEqual(topics.slice(1))
  })

  test('the same measure with another reason is said with that reason', async () => {
    const conversation = await capture()
    const hide = (reason: string) => mod().takeMeasure({ ...id(), id: conversation, measure: 'hidden', reason })
    await hide('Beleidigung')
    await hide('Werbung')
    const reasons = (await detail(conversation)).timeline
      .filter(({ kind }) => kind === 'measure')
      .map(({ text }) => text)
    expect(reasons).toEqual(['Beleidigung', 'Werbung'])
  })

  test('the same name on the same network is the same person', async () => {
    const first = await detail(await capture({ handle: '@eine.person' }))
    const second = await detail(await capture({ handle: 'Eine.Person' }))
    expect(second.contactId).toBe(first.contactId)
    expect(second.contactCount).toBe(2)
  })
})

test('words are found, whole or begun, whatever their case and accents', async () => {
  const conversation = await capture({ text: 'Die Größe stimmt nicht, ÄRGERLICH!' })
  await capture({ text: 'Alles gut' })
  const find = async (text: string) => (await mod().list({ list: 'open', filter: { text } })).rows.map((row) => row.id)
  expect(await find('grosse')).toEqual([])
  expect(await find('große')).toEqual([conversation])
  expect(await find('stimmt arger')).toEqual([conversation])
  expect(await find('" OR (')).toEqual(await find('or'))
})

test('several noted with one line are done, and their work is dialogue', async () => {
  const batch: BatchDraft = {
    count: 20,
    kind: 'comment',
    label: 'Lob',
    channelId,
    postId: null,
    clientId: null,
    departmentId: null,
    topicIds: [],
    sentiment: 'positive',
    day: toDay('2026-10-28'),
    seconds: 900,
  }
  const command = id()
  const { recordId } = await mod().captureBatch({ ...command, batch })
  expect(await detail(recordId ?? 0)).toMatchObject({ status: 'done', batchCount: 20, seconds: 900, dueAt: null })
  const answer = { ...id(), id: recordId ?? 0, text: 'x', next: 'done' as const }
  await expect(mod().answer(answer)).rejects.toMatchObject({ data: { reason: 'batch_is_done' } })
  await host.client.history.undo({ ...id(), undoes: command.commandId })
  expect(await listed('done')).toEqual([])
})

test('what was noted last with one line is told for two weeks, with the work noted on it', async () => {
  expect(await mod().latestBatch()).toBeNull()
  const draft = { kind: 'comment' as const, label: 'Lob', channelId, postId: null, clientId: null, departmentId: null }
  const note = (count: number, day: string, seconds: number) => {
    const batch = { ...draft, count, topicIds: [], sentiment: null, day: toDay(day), seconds }
    return mod().captureBatch({ ...id(), batch })
  }
  const latest = await note(20, '2026-10-27', 900)
  await note(5, '2026-10-26', 0)
  // Neither a single conversation nor an earlier batch that is noted later takes its place.
  await mod().resolve({ ...id(), id: await capture() })
  expect(await mod().latestBatch()).toEqual({ id: latest.recordId, count: 20, day: '2026-10-27', seconds: 900 })
  now += 15 * 86_400_000
  expect(await mod().latestBatch()).toBeNull()
})

test('minutes added by hand are work of oneself on the conversation', async () => {
  await host.client.settings.setRate({
    ...id(),
    personId: null,
    validFrom: '2026-01-01',
    centsPerHour: 4_320,
    basis: null,
  })
  const conversation = await capture()
  await mod().addWork({ ...id(), id: conversation, day: toDay('2026-10-28'), seconds: 560 })
  expect(await detail(conversation)).toMatchObject({ seconds: 560, costCents: 672 })
  const { rows } = await host.client.time.list({ filter: { conversationId: conversation } })
  expect(rows).toMatchObject([{ activity: 'dialogue', channelId, isUntimed: true, seconds: 560 }])
  expect(rows[0]?.endedAt).toBeLessThanOrEqual(now)
  const ahead = mod().addWork({ ...id(), id: conversation, day: toDay('2026-10-29'), seconds: 60 })
  await expect(ahead).rejects.toMatchObject({ data: { field: 'day', reason: 'in_future' } })
})

describe('bad input', () => {
  test('only web addresses are kept', async () => {
    await expect(capture({ url: 'javascript:alert(1)' })).rejects.toMatchObject({ data: { reason: 'not_http' } })
    await expect(capture({ url: 'https://example.org/p/1' })).resolves.toBeGreaterThan(0)
  })

  test('50,000 characters are kept whole, one more is refused', async () => {
    const text = '🙂'.repeat(50_000)
    expect((await detail(await capture({ text }))).text).toBe(text)
    await expect(capture({ text: `${text}x` })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('what came in ahead of now is refused', async () => {
    await expect(capture({ receivedAt: now + MINUTE })).rejects.toMatchObject({ data: { reason: 'in_future' } })
  })
})

async function addTopic(name: string): Promise<number> {
  // Topics are set up elsewhere; here one is enough.
  return host.backend.ledger.withWriter((db) =>
    Number(db.prepare<[string]>('INSERT INTO topic (name) VALUES (?)').run(name).lastInsertRowid),
  )
}
