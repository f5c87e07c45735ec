// Answers and what is measured of them: in time or late, to the first message and to further ones, and after a correction.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import { toDay } from '../../shared/domain/day.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
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
  const receipt = await host.client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })
  channelId = receipt.recordId ?? 0
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const id = () => ({ commandId: newCommandId() })

async function capture(changes: Partial<ConversationDraft> = {}): Promise<number> {
  const { recordId } = await mod().capture({ ...id(), conversation: conversationDraft(now, { channelId, ...changes }) })
  return recordId ?? 0
}

const detail = (conversation: number) => mod().detail({ id: conversation })
const kinds = async (conversation: number) => (await detail(conversation)).timeline.map(({ kind }) => kind)
/** Of every further message. */
const responseSeconds = () =>
  host.backend.ledger.reader.prepare<[]>('SELECT response_seconds FROM next_response ORDER BY id').pluck().all()
const listed = async (list: 'open' | 'waiting' | 'done') => (await mod().list({ list })).rows.map((row) => row.id)

describe('answers', () => {
  test('the first one is measured in service time, and it is done', async () => {
    const conversation = await capture()
    now += 90 * MINUTE
    await mod().answer({ ...id(), id: conversation, text: 'Ist unterwegs.', next: 'done' })
    const { status, firstResponseSeconds, resolutionSeconds, dueAt, timeline } = await detail(conversation)
    expect({ status, firstResponseSeconds, resolutionSeconds, dueAt }).toEqual({
      status: 'done',
      firstResponseSeconds: 5_400,
      resolutionSeconds: 5_400,
      dueAt: null,
    })
    expect(timeline.at(-1)).toMatchObject({ kind: 'answered', text: 'Ist unterwegs.' })
    expect(await listed('done')).toEqual([conversation])
  })

  test('who writes again is owed another answer', async () => {
    const conversation = await capture()
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'wait' })
    expect(await listed('waiting')).toEqual([conversation])
    now += HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Und wann?' })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt: now + 4 * HOUR })
    now += 30 * MINUTE
    await mod().answer({ ...id(), id: conversation, text: 'Morgen.', next: 'done' })
    expect(responseSeconds()).toEqual([1_800])
    expect(await kinds(conversation)).toEqual(['received', 'answered', 'wrote_again', 'answered'])
  })

  test('who writes again after it was closed without an answer is owed one from then on, not from the beginning', async () => {
    const conversation = await capture({ text: 'Toll!' })
    await mod().resolve({ ...id(), id: conversation })
    now += 14 * 24 * HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Und wo kann man sie kaufen?' })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt: now + 4 * HOUR, firstDueAt: null })
    expect((await mod().counts()).overdue).toBe(0)
    // Hours, zone and the time it came in change nothing about that.
    await host.client.settings.update({ ...id(), patch: { timeZone: 'Europe/Lisbon' } })
    await host.client.settings.update({ ...id(), patch: { timeZone: 'Europe/Berlin' } })
    await mod().edit({ ...id(), id: conversation, patch: { receivedAt: START - HOUR } })
    expect(await detail(conversation)).toMatchObject({ dueAt: now + 4 * HOUR, firstDueAt: null })
    const tooLate = mod().edit({ ...id(), id: conversation, patch: { receivedAt: (now += 10 * MINUTE) } })
    await expect(tooLate).rejects.toMatchObject({ data: { field: 'receivedAt', reason: 'after_message' } })
    await mod().answer({ ...id(), id: conversation, text: 'Im Laden.', next: 'done' })
    const period = { from: toDay('2026-10-01'), to: toDay('2026-11-30') }
    const { total } = await mod().figures({ filter: { period }, by: 'kind' })
    expect(total).toMatchObject({ answered: 1, closedUnanswered: 0, first: { count: 0 }, next: { count: 1 } })
    expect(total.firstStanding).toMatchObject({ inTime: 0, late: 0, missed: 0 })
    expect(total.nextStanding).toMatchObject({ inTime: 1, late: 0, missed: 0 })
    expect(responseSeconds()).toEqual([600])
    expect(await detail(conversation)).toMatchObject({ firstAnsweredAt: now, firstResponseSeconds: null })
    // An answer to the first message that is noted late is measured after all.
    await mod().answer({ ...id(), id: conversation, text: 'Danke!', at: START + HOUR, next: 'done' })
    const first = { firstAnsweredAt: START + HOUR, firstResponseSeconds: 7_200, firstDueAt: START + 3 * HOUR }
    expect(await detail(conversation)).toMatchObject(first)
  })

  test('what was closed after its deadline stays missed when they write again', async () => {
    const conversation = await capture()
    now += 6 * HOUR
    await mod().resolve({ ...id(), id: conversation })
    now += 24 * HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Hallo?' })
    const first = { firstDueAt: START + 4 * HOUR, firstResponseSeconds: null }
    expect(await detail(conversation)).toMatchObject({ ...first, dueAt: now + 2 * HOUR + 14 * HOUR + 2 * HOUR })
    const period = { from: toDay('2026-10-28'), to: toDay('2026-10-28') }
    const standing = async () => (await mod().figures({ filter: { period }, by: 'kind' })).total.firstStanding
    expect(await standing()).toMatchObject({ inTime: 0, late: 0, missed: 1 })
    await mod().answer({ ...id(), id: conversation, text: 'Verzeihung!', next: 'done' })
    expect(await standing()).toMatchObject({ inTime: 0, late: 1, missed: 0 })
    expect(await detail(conversation)).toMatchObject(first)
  })

  test('a further message that was closed without an answer is none that is due when the next one comes', async () => {
    const conversation = await capture()
    await mod().answer({ ...id(), id: conversation, text: 'Morgen.', next: 'wait' })
    now += HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Danke!' })
    await mod().resolve({ ...id(), id: conversation })
    now += 7 * 24 * HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Immer noch nichts.' })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt: now + 4 * HOUR })
    now += HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Wir fragen nach.', next: 'wait' })
    expect(responseSeconds()).toEqual([3_600])
  })

  test('who writes again in what was noted before the log had times is owed an answer', async () => {
    const { recordId } = await host.client.records.addConversation({
      ...id(),
      conversation: { label: 'Anfrage', day: toDay('2026-10-01'), channelId, postId: null },
    })
    const conversation = recordId ?? 0
    await mod().noteReply({ ...id(), id: conversation, text: 'Und?' })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt: now + 4 * HOUR, firstDueAt: null })
    now += HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'done' })
    expect(await detail(conversation)).toMatchObject({ firstAnsweredAt: now, firstResponseSeconds: null })
    expect(responseSeconds()).toEqual([3_600])
  })

  test('an answer given before they wrote again closes nothing', async () => {
    const conversation = await capture()
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'wait' })
    now += 2 * HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Und wann?' })
    const dueAt = now + 4 * HOUR
    now += HOUR
    const earlier = { id: conversation, text: 'Ist unterwegs.', at: START + HOUR, next: 'done' as const }
    await mod().answer({ ...id(), ...earlier })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt, resolvedAt: null })
    expect((await detail(conversation)).timeline.at(1)?.detail).toEqual({ next: 'wait' })
    expect((await detail(conversation)).timeline.at(2)?.detail).toEqual({ next: 'stay' })
    // Whoever closed it meanwhile knew what was written last.
    await mod().resolve({ ...id(), id: conversation })
    const resolvedAt = now
    now += HOUR
    await mod().answer({ ...id(), ...earlier, at: START + HOUR + MINUTE })
    expect(await detail(conversation)).toMatchObject({ status: 'done', dueAt: null, resolvedAt })
    await mod().reopen({ ...id(), id: conversation })
    expect(await detail(conversation)).toMatchObject({ status: 'open', dueAt })
  })

  test('an answer taken back leaves everything as it was, the draft included', async () => {
    const conversation = await capture()
    await mod().saveDraft({ id: conversation, text: 'Ist unter' })
    const before = await detail(conversation)
    const command = id()
    now += HOUR
    await mod().answer({ ...command, id: conversation, text: 'Ist unterwegs.', next: 'done' })
    expect((await detail(conversation)).draft).toBe('')
    await host.client.history.undo({ ...id(), undoes: command.commandId })
    expect(await detail(conversation)).toEqual(before)
  })

  test('nothing is answered ahead of time or before it was asked', async () => {
    const conversation = await capture()
    const answer = (at: number) => mod().answer({ ...id(), id: conversation, text: 'x', next: 'done', at })
    await expect(answer(now + MINUTE)).rejects.toMatchObject({ code: 'invalid_value', data: { reason: 'in_future' } })
    await expect(answer(now - MINUTE)).rejects.toMatchObject({ data: { reason: 'before_received' } })
  })

  test('it is done once, and not before what was answered or written last', async () => {
    const conversation = await capture()
    now += 2 * HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'wait' })
    const resolveAt = (at: number) => mod().resolve({ ...id(), id: conversation, at })
    await expect(resolveAt(now - HOUR)).rejects.toMatchObject({ data: { field: 'at', reason: 'before_answer' } })
    now += HOUR
    await mod().noteReply({ ...id(), id: conversation, text: 'Danke!' })
    await expect(resolveAt(now - MINUTE)).rejects.toMatchObject({ data: { field: 'at', reason: 'before_message' } })
    await resolveAt(now)
    const before = await detail(conversation)
    now += HOUR
    // A window that does not know yet.
    expect((await mod().resolve({ ...id(), id: conversation })).isUndoable).toBe(false)
    expect(await detail(conversation)).toEqual(before)
  })

  test('an earlier one that is noted late does not end it before the later one', async () => {
    const conversation = await capture()
    now += 3 * HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Gleich.', next: 'wait' })
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', at: START + HOUR, next: 'done' })
    const times = { firstAnsweredAt: START + HOUR, resolvedAt: now, resolutionSeconds: 10_800 }
    expect(await detail(conversation)).toMatchObject({ status: 'done', ...times })
  })

  test('a changed time is measured again', async () => {
    const conversation = await capture()
    now += 2 * HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'done' })
    await mod().edit({ ...id(), id: conversation, patch: { receivedAt: START + HOUR } })
    expect(await detail(conversation)).toMatchObject({ firstResponseSeconds: 3_600, firstDueAt: START + 5 * HOUR })
    await expect(mod().edit({ ...id(), id: conversation, patch: { receivedAt: now + MINUTE } })).rejects.toMatchObject({
      data: { reason: 'in_future' },
    })
  })
})

describe('a correction', () => {
  const target = (kind: 'comment' | 'review', minutes: number) =>
    mod().setResponseTarget({ ...id(), target: { channelId: null, kind, minutes } })
  const further = () =>
    host.backend.ledger.reader.prepare('SELECT due_at AS dueAt, response_seconds AS seconds FROM next_response').all()

  /** Answered within its four hours, the further message as well; since then there is one minute. */
  async function answeredByFormerTarget(): Promise<number> {
    const conversation = await capture()
    now += HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Ja.', next: 'wait' })
    await mod().noteReply({ ...id(), id: conversation, text: 'Und wann?' })
    now += HOUR
    await mod().answer({ ...id(), id: conversation, text: 'Morgen.', next: 'done' })
    await target('comment', 1)
    await target('review', 1)
    return conversation
  }

  test('of the kind leaves what was answered as it was measured', async () => {
    const conversation = await answeredByFormerTarget()
    const measured = await detail(conversation)
    await mod().edit({ ...id(), id: conversation, patch: { kind: 'review' } })
    const { firstDueAt, firstResponseSeconds, resolutionSeconds, targetMinutes } = await detail(conversation)
    expect({ firstDueAt, firstResponseSeconds, resolutionSeconds }).toEqual({
      firstDueAt: measured.firstDueAt,
      firstResponseSeconds: 3_600,
      resolutionSeconds: 7_200,
    })
    expect(further()).toEqual([{ dueAt: START + 5 * HOUR, seconds: 3_600 }])
    // It was not measured by the target of now.
    expect({ before: measured.targetMinutes, after: targetMinutes }).toEqual({ before: null, after: null })
    const open = await capture()
    await mod().edit({ ...id(), id: open, patch: { kind: 'review' } })
    expect(await detail(open)).toMatchObject({ dueAt: now + MINUTE, targetMinutes: 1 })
  })

  test('of the time measures the first answer anew, not those to further messages', async () => {
    const conversation = await answeredByFormerTarget()
    await mod().edit({ ...id(), id: conversation, patch: { receivedAt: START + MINUTE } })
    const first = { firstDueAt: START + 2 * MINUTE, firstResponseSeconds: 3_540, resolutionSeconds: 7_140 }
    expect(await detail(conversation)).toMatchObject(first)
    expect(further()).toEqual([{ dueAt: START + 5 * HOUR, seconds: 3_600 }])
  })

  test('of the channel measures everything anew, deadlines and times alike', async () => {
    const conversation = await answeredByFormerTarget()
    await mod().edit({ ...id(), id: conversation, patch: { channelId: null } })
    expect(await detail(conversation)).toMatchObject({ firstDueAt: START + MINUTE, firstResponseSeconds: 3_600 })
    expect(further()).toEqual([{ dueAt: START + HOUR + MINUTE, seconds: 3_600 }])
  })
})
