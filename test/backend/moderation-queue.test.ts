// The lists of the moderation log: full-text search, filters, pages, counts, and changing several at once.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationDraft, QueueFilter, QueueList } from '../../shared/contract/moderation-fields.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
let now: number

// A Wednesday, 10:00 in Berlin.
const START = Date.parse('2026-10-28T09:00:00Z')
const HOUR = 3_600_000

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const command = () => ({ commandId: newCommandId() })
const must = async (made: Promise<{ recordId: number | null }>) => (await made).recordId ?? 0

async function capture(text: string, changes: Partial<ConversationDraft> = {}, topicIds: number[] = []) {
  const conversation: ConversationDraft = {
    kind: 'comment',
    label: '',
    text,
    url: null,
    handle: null,
    channelId: null,
    postId: null,
    clientId: null,
    departmentId: null,
    stars: null,
    receivedAt: now,
    ...changes,
  }
  return must(mod().capture({ ...command(), conversation, topicIds }))
}

/** Topics belong to the set-up of the log; here they only have to be there. */
function addTopic(name: string): Promise<number> {
  return host.backend.ledger.withWriter((db) =>
    Number(db.prepare<[string]>('INSERT INTO topic (name) VALUES (?)').run(name).lastInsertRowid),
  )
}

const found = async (filter: QueueFilter, list: QueueList = 'open') =>
  (await mod().list({ list, filter })).rows.map((row) => row.id).sort((a, b) => a - b)

describe('the search', () => {
  test('finds words wherever they stand, without accents or case, the last one by its beginning', async () => {
    const late = await capture('Meine BESTELLUNG ist zu spät 😡')
    const label = await capture('', { label: 'Bestellung nachfragen' })
    await capture('Welche Mühle empfehlt ihr?')
    expect(await found({ text: 'bestell' })).toEqual([late, label])
    expect(await found({ text: 'spat bestellung' })).toEqual([late])
    expect(await found({ text: 'bestellung AND' })).toEqual([])
  })

  test('finds nothing by signs or emoji alone, and everything by blanks', async () => {
    const id = await capture('Zu spät 😡')
    for (const text of ['"', '😡', '?!']) expect(await found({ text }), text).toEqual([])
    expect(await found({ text: '  ' })).toEqual([id])
  })

  test('works in every list and together with filters', async () => {
    const question = await capture('Wann kommt das Paket?', { kind: 'message' })
    const review = await capture('Paket kam offen an', { kind: 'review', stars: 1 })
    await mod().resolve({ ...command(), id: review })
    expect(await found({ text: 'paket' })).toEqual([question])
    expect(await found({ text: 'paket' }, 'done')).toEqual([review])
    expect(await found({ text: 'paket', kind: 'comment' })).toEqual([])
    expect((await mod().list({ list: 'done', filter: { text: 'paket', stars: 1 } })).count).toBe(1)
  })
})

describe('filters', () => {
  test('of topics hold together', async () => {
    const [delivery, price] = [await addTopic('Lieferung'), await addTopic('Preis')]
    const both = await capture('Teuer und spät', {}, [delivery, price])
    const one = await capture('Spät', {}, [delivery])
    expect(await found({ topicIds: [delivery] })).toEqual([both, one])
    expect(await found({ topicIds: [delivery, price] })).toEqual([both])
  })

  test('find what has none as well', async () => {
    const channelId = await must(
      host.client.settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' }),
    )
    const there = await capture('hier', { channelId })
    const nowhere = await capture('dort')
    expect(await found({ channelId })).toEqual([there])
    expect(await found({ channelId: null })).toEqual([nowhere])
  })
})

test.each<QueueList>(['open', 'waiting', 'done'])(
  'every row of the list "%s" comes once over its pages',
  async (list) => {
    const ids: number[] = []
    for (let index = 0; index < 7; index++) {
      // Some at the same moment, some urgent, some without a deadline.
      const id = await capture(`Nummer ${index}`, { receivedAt: START - (index % 3) * HOUR })
      if (index % 4 === 0) await mod().setPriority({ ...command(), id, priority: 'urgent' })
      if (index === 5) await mod().answer({ ...command(), id, text: 'Ja', at: null, next: 'stay' })
      if (list === 'waiting') await mod().wait({ ...command(), id })
      if (list === 'done') await mod().resolve({ ...command(), id })
      ids.push(id)
    }
    const whole = (await mod().list({ list })).rows.map((row) => row.id)
    expect(whole.toSorted((a, b) => a - b)).toEqual(ids)
    const paged: number[] = []
    let cursor = null as Awaited<ReturnType<ReturnType<typeof mod>['list']>>['next']
    do {
      const page = await mod().list({ list, cursor, limit: 2 })
      paged.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor !== null)
    expect(paged).toEqual(whole)
  },
)

describe('the counts', () => {
  test('know whether anything was ever noted', async () => {
    expect(await mod().counts()).toMatchObject({ isEmpty: true, open: 0, wakesAt: null })
    const id = await capture('Hallo')
    await mod().resolve({ ...command(), id })
    expect(await mod().counts()).toMatchObject({ isEmpty: false, open: 0 })
  })

  test('say when the first one that was put off is back', async () => {
    const [first, second] = [await capture('eins'), await capture('zwei')]
    await mod().snooze({ ...command(), id: first, until: START + 5 * HOUR })
    await mod().snooze({ ...command(), id: second, until: START + 2 * HOUR })
    expect(await mod().counts()).toMatchObject({ open: 0, waiting: 2, wakesAt: START + 2 * HOUR })
    now = START + 3 * HOUR
    expect(await mod().counts()).toMatchObject({ open: 1, waiting: 1, wakesAt: START + 5 * HOUR })
  })
})

describe('several at once', () => {
  test('are done in one step and taken back in one', async () => {
    const ids = [await capture('eins'), await capture('zwei'), await capture('drei')]
    await mod().resolve({ ...command(), id: ids[0]! })
    const before = await mod().detail({ id: ids[0]! })
    now = START + HOUR
    const receipt = await mod().resolveMany({ ...command(), ids })
    expect(await found({}, 'done')).toEqual(ids)
    // What was done before stays as it was.
    expect(await mod().detail({ id: ids[0]! })).toEqual(before)
    await host.client.history.undo({ ...command(), undoes: receipt.commandId })
    expect(await found({}, 'done')).toEqual([ids[0]])
    expect((await mod().detail({ id: ids[1]! })).timeline.map(({ kind }) => kind)).toEqual(['received'])
  })

  test('are put off until the same moment', async () => {
    const ids = [await capture('eins'), await capture('zwei')]
    await mod().snoozeMany({ ...command(), ids, until: START + HOUR })
    expect(await found({}, 'waiting')).toEqual(ids)
    await expect(mod().snoozeMany({ ...command(), ids, until: START })).rejects.toMatchObject({
      data: { field: 'until', reason: 'in_past' },
    })
    await mod().snoozeMany({ ...command(), ids, until: null })
    expect(await found({})).toEqual(ids)
  })

  test('are handed over together, with one deadline and one note, and taken back in one step', async () => {
    const add = host.client.settings.addPerson({ ...command(), name: 'Jonas Brandt' })
    const personId = await must(add)
    const ids = [await capture('eins'), await capture('zwei'), await capture('drei')]
    await mod().resolve({ ...command(), id: ids[2]! })
    const given = { personId, departmentId: null, dueAt: START + HOUR, note: 'Welches Teil passt?' }
    const receipt = await mod().handOverMany({ ...command(), ids, ...given })
    expect((await mod().list({ list: 'waiting' })).rows.map((row) => [row.handedTo, row.returnDueAt])).toEqual(
      [0, 1].map(() => ['Jonas Brandt', START + HOUR]),
    )
    // What was done stays as it was.
    expect(await found({}, 'done')).toEqual([ids[2]])
    const [, handed] = (await mod().detail({ id: ids[0]! })).timeline
    expect(handed).toMatchObject({ kind: 'handed_over', text: 'Welches Teil passt?' })
    await host.client.history.undo({ ...command(), undoes: receipt.commandId })
    expect(await found({}, 'open')).toEqual([ids[0], ids[1]])
    expect(await mod().counts()).toMatchObject({ waiting: 0, lateReturns: 0 })
  })

  test('go to exactly one, who is there, and not until a time gone by; else all stay as they were', async () => {
    const personId = await must(host.client.settings.addPerson({ ...command(), name: 'Jonas Brandt' }))
    const ids = [await capture('eins'), await capture('zwei')]
    const hand = (input: { personId: number | null; departmentId: number | null; dueAt?: number }) =>
      mod().handOverMany({ ...command(), ids, dueAt: null, note: '', ...input })
    await expect(hand({ personId: null, departmentId: null })).rejects.toMatchObject({
      data: { field: 'personId', reason: 'one_of_two' },
    })
    await expect(hand({ personId: 9_999, departmentId: null })).rejects.toMatchObject({ code: 'not_found' })
    await expect(hand({ personId, departmentId: null, dueAt: START })).rejects.toMatchObject({
      data: { field: 'dueAt', reason: 'in_past' },
    })
    expect(await found({})).toEqual(ids)
  })

  test('get a topic beside those they have', async () => {
    const [delivery, price] = [await addTopic('Lieferung'), await addTopic('Preis')]
    const ids = [await capture('eins', {}, [delivery]), await capture('zwei'), await capture('drei', {}, [price])]
    await mod().addTopicMany({ ...command(), ids, topicId: price })
    const topics = async (id: number) => (await mod().detail({ id })).topics
    expect(await Promise.all(ids.map(topics))).toEqual([['Lieferung', 'Preis'], ['Preis'], ['Preis']])
    // Whoever had it is not mentioned again.
    expect((await mod().detail({ id: ids[2]! })).timeline.map(({ kind }) => kind)).toEqual(['received'])
    await expect(mod().addTopicMany({ ...command(), ids, topicId: 999 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('one that is not there leaves all as they were', async () => {
    const id = await capture('eins')
    await expect(mod().resolveMany({ ...command(), ids: [id, 9_999] })).rejects.toMatchObject({ code: 'not_found' })
    expect(await found({})).toEqual([id])
  })
})
