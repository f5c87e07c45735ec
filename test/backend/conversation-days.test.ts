// On which day and at what hour conversations came in: those known by their day only – batches, what was noted under Stammdaten – at none.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toDay } from '../../shared/domain/day.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost

// A Wednesday, 15:00 in Berlin.
const NOW = Date.parse('2026-10-28T14:00:00Z')
const DAY = toDay('2026-10-28')
const HOUR = 3_600_000

const id = () => ({ commandId: newCommandId() })
const mod = () => host.client.moderation

beforeEach(async () => void (host = await openDirectHost({}, () => NOW)))
afterEach(() => host.close())

const captureAt = async (receivedAt: number) =>
  (await mod().capture({ ...id(), conversation: conversationDraft(receivedAt) })).recordId ?? 0

async function captureBatch(count: number): Promise<number> {
  const nothing = { channelId: null, postId: null, clientId: null, departmentId: null, topicIds: [] }
  const batch = { ...nothing, count, kind: 'comment', label: '', sentiment: null, day: DAY, seconds: 0 } as const
  return (await mod().captureBatch({ ...id(), batch })).recordId ?? 0
}

const addRecord = async () =>
  (
    await host.client.records.addConversation({
      ...id(),
      conversation: { label: 'Lob', channelId: null, postId: null, day: DAY },
    })
  ).recordId ?? 0

test('by hour they stand apart, and a bar opens only what came in then', async () => {
  const atNoon = await captureAt(NOW - 3 * HOUR)
  const [batch, record] = [await captureBatch(20), await addRecord()]
  const filter = { period: { from: DAY, to: DAY } }
  const { groups } = await mod().figures({ filter, by: 'hour' })
  expect(groups.map(({ key, figures }) => [key, figures.conversations])).toEqual([
    [12, 1],
    [null, 21],
  ])
  const rowsOf = async (key: number | null) =>
    (await mod().figureRows({ filter, group: { by: 'hour', key }, measure: 'all' })).rows.map((row) => row.id)
  expect(await rowsOf(12)).toEqual([atNoon])
  expect(new Set(await rowsOf(null))).toEqual(new Set([batch, record]))
})

test('a batch that is moved to another day has no hour there, either', async () => {
  const batch = await captureBatch(20)
  await mod().edit({ ...id(), id: batch, patch: { receivedAt: NOW - 30 * HOUR } })
  const period = { from: toDay('2026-10-27'), to: DAY }
  const { groups } = await mod().figures({ filter: { period }, by: 'hour' })
  expect(groups.map(({ key }) => key)).toEqual([null])
})

test('another zone puts what came in at a moment elsewhere, and leaves alone what is known by its day; undo brings it back', async () => {
  // 23:30 in Berlin, on the day before.
  const late = await captureAt(Date.parse('2026-10-27T22:30:00Z'))
  const batch = await captureBatch(20)
  const places = () =>
    host.backend.ledger.reader.prepare<[], object>('SELECT id, day, hour FROM conversation ORDER BY id').all()
  const before = places()
  const command = id()
  await host.client.settings.update({ ...command, patch: { timeZone: 'Asia/Tokyo' } })
  expect(places()).toEqual([
    { id: late, day: '2026-10-28', hour: 7 },
    { id: batch, day: '2026-10-28', hour: null },
  ])
  await host.client.history.undo({ ...id(), undoes: command.commandId })
  expect(places()).toEqual(before)
})

test('the mood of a crisis goes by hour only where every hour is known', async () => {
  const conversationIds = [await captureAt(NOW - 3 * HOUR), await captureAt(NOW - HOUR)]
  const crisis =
    (await mod().crisisOpen({ ...id(), title: 'Schimmel im Kaffee', level: 2, conversationIds })).recordId ?? 0
  const stretches = async () => (await mod().crisisFigures({ id: crisis })).mood.map(({ from }) => from)
  expect(await stretches()).toEqual(['2026-10-28T12', '2026-10-28T14'])
  await mod().crisisAddConversations({ ...id(), id: crisis, conversationIds: [await captureBatch(20)] })
  expect(await stretches()).toEqual(['2026-10-28'])
})

test('the table leaves the time of day empty', async () => {
  await captureAt(NOW - 3 * HOUR)
  await captureBatch(20)
  await addRecord()
  let text = ''
  for await (const piece of await mod().exportConversations({ filter: {}, hasTexts: false, language: 'de' }))
    if (piece.kind === 'piece') text += piece.text
  const [header, ...rows] = text.trim().split('\n')
  const at = header?.split(';').indexOf('Uhrzeit') ?? -1
  expect(rows).toHaveLength(3)
  expect(rows.map((row) => row.split(';')[at]).filter((clock) => clock !== '')).toEqual(['12:00'])
})
