// Conversations under Stammdaten: what the log measures stays true there, too.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { conversationDraft } from '../support/conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
let now: number
let instagram: number
let facebook: number

// A Wednesday, 10:00 in Berlin.
const START = Date.parse('2026-10-28T09:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const id = () => ({ commandId: newCommandId() })
const mod = () => host.client.moderation
const detail = (conversation: number) => mod().detail({ id: conversation })

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
  const { addChannel } = host.client.settings
  instagram = (await addChannel({ ...id(), network: 'instagram', name: 'Instagram' })).recordId ?? 0
  facebook = (await addChannel({ ...id(), network: 'facebook', name: 'Facebook' })).recordId ?? 0
})
afterEach(() => host.close())

async function capture(receivedAt = now): Promise<number> {
  const conversation = conversationDraft(receivedAt, { label: 'Lieferung', channelId: instagram })
  return (await mod().capture({ ...id(), conversation })).recordId ?? 0
}

/** As the form of Stammdaten sends it: all of its fields, of which some changed. */
async function update(conversation: number, changes: { label?: string; channelId?: number; day?: string }) {
  const { label, channelId, postId, day } = await detail(conversation)
  const command = id()
  await host.client.records.updateConversation({
    ...command,
    id: conversation,
    conversation: { label, channelId, postId, day, ...changes },
  })
  return command.commandId
}

const addRecord = (day: string) =>
  host.client.records.addConversation({
    ...id(),
    conversation: { label: 'Lob', channelId: instagram, postId: null, day },
  })
const refused = (reason: string) => expect.objectContaining({ data: expect.objectContaining({ reason }) as unknown })

describe('changing what was captured', () => {
  test('its day sets the deadline anew, keeps the time of day, and stands in the timeline; undo brings all back', async () => {
    now = START + DAY
    const conversation = await capture()
    const before = await detail(conversation)
    expect(before.dueAt).toBe(START + DAY + 4 * HOUR)
    const undoes = await update(conversation, { day: '2026-10-28' })
    const after = await detail(conversation)
    expect(after).toMatchObject({ day: '2026-10-28', receivedAt: START, dueAt: START + 4 * HOUR })
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'edited', detail: { fields: ['receivedAt'] } })
    await host.client.history.undo({ ...id(), undoes })
    expect(await detail(conversation)).toEqual(before)
  })

  test('day and channel measure an answered one in the service hours of the other channel', async () => {
    const conversation = await capture()
    const weekly = [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '10:00' }]), [], []]
    await mod().setServiceHours({ ...id(), channelId: facebook, hours: { weekly, observesHolidays: false } })
    now += 30 * 60_000
    await mod().answer({ ...id(), id: conversation, text: 'Ist unterwegs.', next: 'done' })
    expect(await detail(conversation)).toMatchObject({ firstResponseSeconds: 1_800, resolutionSeconds: 1_800 })
    await update(conversation, { channelId: facebook, day: '2026-10-27' })
    // From ten on Tuesday to half past ten on Wednesday there is one hour of service.
    expect(await detail(conversation)).toMatchObject({ firstResponseSeconds: 3_600, resolutionSeconds: 3_600 })
  })

  test('its label changes nothing that is measured; without a change nothing happened', async () => {
    const conversation = await capture()
    const { timeline, ...before } = await detail(conversation)
    await update(conversation, {})
    expect((await detail(conversation)).timeline).toEqual(timeline)
    await update(conversation, { label: 'Lieferung verspätet' })
    const after = await detail(conversation)
    expect(after).toMatchObject({ ...before, label: 'Lieferung verspätet', title: 'Lieferung verspätet' })
    expect(after.timeline.at(-1)?.detail).toEqual({ fields: ['label'] })
  })

  test('a day after its answer or in the future is refused', async () => {
    const conversation = await capture(START - DAY)
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', at: START - HOUR * 22, next: 'done' })
    await expect(update(conversation, { day: '2026-10-28' })).rejects.toEqual(refused('after_answer'))
    await expect(update(conversation, { day: '2026-10-29' })).rejects.toEqual(refused('in_future'))
    expect((await detail(conversation)).day).toBe('2026-10-27')
  })
})

describe('one noted by its day only', () => {
  test('is of the past: today before noon it came in by now, and tomorrow is refused', async () => {
    const { recordId } = await addRecord('2026-10-28')
    expect((await detail(recordId ?? 0)).receivedAt).toBe(START)
    await expect(addRecord('2026-10-29')).rejects.toEqual(refused('in_future'))
    await expect(update(recordId ?? 0, { day: '2026-10-29' })).rejects.toEqual(refused('in_future'))
  })

  test('gets no deadline by being edited in the log', async () => {
    const { recordId } = await addRecord('2026-10-20')
    const patch = { channelId: facebook, kind: 'message' as const, receivedAt: Date.parse('2026-10-21T08:00:00Z') }
    await mod().edit({ ...id(), id: recordId ?? 0, patch })
    expect(await detail(recordId ?? 0)).toMatchObject({ ...patch, status: 'done', firstDueAt: null, dueAt: null })
  })

  test('gets no deadline by being moved', async () => {
    const { recordId } = await addRecord('2026-10-20')
    await update(recordId ?? 0, { day: '2026-10-21', channelId: facebook })
    expect(await detail(recordId ?? 0)).toMatchObject({
      day: '2026-10-21',
      receivedAt: Date.parse('2026-10-21T10:00:00Z'),
      status: 'done',
      firstDueAt: null,
      dueAt: null,
    })
  })
})
