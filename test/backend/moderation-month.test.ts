// A month of thirty rows whose figures were worked out apart from the app (a sorted list and a pocket calculator), with what followed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  FigureFilter,
  FigureGrouping,
  FigureMeasure,
  ModerationFigures,
} from '../../shared/contract/moderation-figures.ts'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId } from '../support/direct-host.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'
import { askAgain, logMonth, type LoggedMonth } from '../support/moderation-month.ts'
import { addEntry, inConversation, openTimeLedger, undo, type TimeLedger } from '../support/time-ledger.ts'

const OCTOBER: FigureFilter = { period: { from: '2026-10-01' as Day, to: '2026-10-31' as Day } }

let ledger: TimeLedger
let month: LoggedMonth
beforeAll(async () => {
  ledger = await openTimeLedger({ marginBasisPoints: 5000 })
  month = await logMonth(ledger)
})
afterAll(() => ledger.host.close())

const on = (day: number) => month.conversations.get(day)!
const ask = (by: FigureGrouping, filter: Partial<FigureFilter> = {}) =>
  ledger.client.moderation.figures({ filter: { ...OCTOBER, ...filter }, by })
const total = async (filter: Partial<FigureFilter> = {}) => (await ask('kind', filter)).total
const times = (count: number, medianSeconds: number, ninetiethSeconds: number) => ({
  count,
  medianSeconds,
  ninetiethSeconds,
})

test('how fast, how many in time, how it sounded', async () => {
  expect(await total()).toMatchObject({
    rows: 30,
    conversations: 60,
    batches: 2,
    batched: 32,
    answered: 55,
    answers: 55,
    unanswered: 4,
    closedUnanswered: 1,
    first: times(23, 12_420, 23_520),
    resolution: times(24, 13_020, 27_540),
    next: { count: 0, medianSeconds: null, ninetiethSeconds: null },
    firstStanding: { inTime: 13, late: 10, missed: 3, withinBasisPoints: 5_000 },
    positive: 23,
    neutral: 24,
    negative: 4,
    angry: 5,
    positiveBasisPoints: 7_188,
    reach: null,
    negativePerThousand: null,
  } satisfies Partial<ModerationFigures>)
})

test('closing what is overdue leaves it missed, unless it was hidden; what is closed by its deadline was not owed', async () => {
  const { moderation } = ledger.client
  const undone: string[] = []
  const doing = async (command: (commandId: string) => Promise<unknown>) => {
    const commandId = newCommandId()
    await command(commandId)
    undone.unshift(commandId)
    const { closedUnanswered, firstStanding } = await total()
    return [closedUnanswered, firstStanding.missed, firstStanding.withinBasisPoints]
  }
  const atDeadline = Date.UTC(2026, 9, 28, 10, 30)
  expect(await doing((commandId) => moderation.resolve({ commandId, id: on(27), at: null }))).toEqual([2, 3, 5_000])
  // 13 of 25, then of 24.
  expect(await doing((commandId) => moderation.resolve({ commandId, id: on(28), at: atDeadline }))).toEqual([
    3, 2, 5_200,
  ])
  const hidden = { id: on(27), measure: 'hidden', reason: 'Werbung' } as const
  expect(await doing((commandId) => moderation.takeMeasure({ commandId, ...hidden }))).toEqual([3, 1, 5_417])
  const { rows } = await moderation.figureRows({ filter: OCTOBER, measure: 'missed' })
  expect(rows.map(({ id }) => id)).toEqual([on(29)])
  for (const commandId of undone) await undo(ledger, commandId)
  expect((await total()).firstStanding).toMatchObject({ missed: 3, withinBasisPoints: 5_000 })
})

test('by channel and by topic, in the order of their records', async () => {
  const byChannel = (await ask('channel')).groups
  expect(byChannel.map(({ name }) => name)).toEqual(['Instagram', 'Google'])
  expect(byChannel[0]?.figures).toMatchObject({
    conversations: 29,
    first: times(12, 12_420, 27_540),
    firstStanding: { inTime: 7, late: 5, missed: 3, withinBasisPoints: 4_667 },
  })
  expect(byChannel[1]?.figures).toMatchObject({ conversations: 31, first: times(11, 11_760, 22_380), unanswered: 0 })
  const byTopic = new Map((await ask('topic')).groups.map(({ name, figures }) => [name, figures]))
  expect(byTopic.get('Lieferung')).toMatchObject({ conversations: 12, first: times(9, 17_820, 27_540) })
  expect(byTopic.get('Preis')).toMatchObject({ conversations: 11, resolution: times(11, 15_360, 29_580) })
  expect(byTopic.get('Lob')).toMatchObject({ conversations: 36, batches: 2, positive: 14, neutral: 21 })
  expect(byTopic.get(null)).toMatchObject({ conversations: 7, first: times(7, 6_540, 23_520) })
})

test('by weekday and hour of the ledger’s zone', async () => {
  const byHour = (await ask('hour')).groups
  expect(byHour.map(({ key, figures }) => [key, figures.conversations])).toEqual([
    [7, 6],
    [8, 5],
    [9, 4],
    [11, 3],
    [14, 3],
    [17, 2],
    [20, 5],
    // The batches.
    [null, 32],
  ])
  // 1 October 2026 was a Thursday: five Thursdays and Fridays; the batches are on Monday the 5th and Tuesday the 20th.
  expect((await ask('weekday')).groups.map(({ figures }) => figures.rows)).toEqual([4, 4, 4, 5, 5, 4, 4])
  expect((await ask('weekday')).groups.map(({ figures }) => figures.conversations)).toEqual([23, 15, 4, 5, 5, 4, 4])
})

test('only what the filter asks for, and nothing of an empty one', async () => {
  expect(await total({ topicId: month.topics['Lieferung']!, channelId: month.google })).toMatchObject({
    conversations: 7,
  })
  expect(await total({ kind: 'mention' })).toMatchObject({
    rows: 0,
    first: { count: 0, medianSeconds: null },
    positiveBasisPoints: null,
    costPerAnswerCents: null,
    contributionCents: 0,
  })
})

test('the log reaches from its first to its last day', async () => {
  expect(await ledger.client.moderation.figureExtent()).toEqual({ from: '2026-10-01', to: '2026-10-30' })
})

test('the month before stands beside it once something came in then', async () => {
  expect((await ask('kind')).before).toBeNull()
  const { receipt } = await addRow(ledger.host, 'conversation', {
    received_at: Date.UTC(2026, 8, 9),
    day: '2026-09-09',
    hour: 2,
  })
  expect((await ask('kind')).before).toMatchObject({
    period: { from: '2026-09-01', to: '2026-09-30' },
    figures: { conversations: 1 },
  })
  await undo(ledger, receipt.commandId)
})

describe('what it took and what followed', () => {
  beforeAll(async () => {
    const served = await addRow(ledger.host, 'department', { name: 'Vertrieb' })
    await changeRow(ledger.host, 'conversation', on(3), { department_id: served.id })
    const at = (clock: string) => `2026-10-29T${clock}:00+01:00`
    const work = (from: string, to: string, more: Parameters<typeof addEntry>[2]) =>
      addEntry(ledger, { from: at(from), to: at(to) }, { activity: 'dialogue', ...more })
    // At 44.50 € an hour: 44.50, 22.25 shared by two, 11.13 for twenty, 22.25 for a department, 14.83 without an answer.
    await work('08:00', '09:00', { targets: [inConversation(on(2))] })
    await work('09:00', '09:30', { targets: [inConversation(on(15)), inConversation(on(16))] })
    await work('09:30', '09:45', { targets: [inConversation(on(5))] })
    await work('10:00', '10:30', { targets: [inConversation(on(3))], departmentId: served.id })
    await work('11:00', '11:20', { targets: [inConversation(on(28))] })
    await askAgain(ledger.host, on(1), 1_800)
    await askAgain(ledger.host, on(2), 16_000)
    await askAgain(ledger.host, on(29), null, 3_600)
  })

  test('an answer costs what was spent on what was answered', async () => {
    expect(await total()).toMatchObject({
      answers: 57,
      next: times(2, 1_800, 16_000),
      nextStanding: { inTime: 1, late: 1, missed: 1, withinBasisPoints: 3_333 },
      seconds: 3 * 3_600 - 900 - 1_800 + 1_200,
      costCents: 11_496,
      unpricedSeconds: 0,
      costPerAnswerCents: 176,
    })
  })

  test('a further message nobody answered in time is missed, also once the conversation is closed', async () => {
    const closed = await changeRow(ledger.host, 'conversation', on(29), {
      status: 'done',
      resolved_at: Date.UTC(2026, 10, 1),
    })
    const missed = async () => (await total()).nextStanding.missed
    expect(await missed()).toBe(1)
    const measured = await changeRow(ledger.host, 'conversation', on(29), { measure: 'blocked' })
    expect(await missed()).toBe(0)
    await undo(ledger, measured.commandId)
    await undo(ledger, closed.commandId)
  })

  test('complaints by topic with time, cost and trend', async () => {
    for (const [index, sentiment] of ['angry', 'negative', 'positive'].entries()) {
      const { id } = await addRow(ledger.host, 'conversation', {
        received_at: Date.UTC(2026, 8, 9 + index, 12),
        day: `2026-09-${String(9 + index).padStart(2, '0')}`,
        hour: 14,
        sentiment,
      })
      await addRow(ledger.host, 'conversation_topic', { conversation_id: id, topic_id: month.topics['Preis']! })
    }
    const { topics, total: all, before, step, starts } = await ledger.client.moderation.complaints({ filter: OCTOBER })
    expect(topics).toMatchObject([
      { name: 'Lieferung', conversations: 7, angry: 4, before: 0, seconds: 1_800, costCents: 2_225 },
      { name: 'Preis', conversations: 6, angry: 3, before: 2, seconds: 900, costCents: 1_113 },
    ])
    expect(all).toMatchObject({ conversations: 9, angry: 5, before: 2, costCents: 2_225 })
    expect(before).toEqual({ from: '2026-09-01', to: '2026-09-30' })
    expect([step, starts[0], starts.length]).toEqual(['day', '2026-10-01', 31])
    expect(topics[0]?.steps.flatMap((count, index) => (count > 0 ? [index + 1] : []))).toEqual([
      6, 10, 12, 15, 16, 29, 30,
    ])
    const year = { period: { from: '2026-01-01' as Day, to: '2026-12-31' as Day } }
    const weekly = await ledger.client.moderation.complaints({ filter: year })
    expect([weekly.step, weekly.starts[0], weekly.starts.length]).toEqual(['week', '2025-12-29', 53])
    expect(weekly.total.steps.reduce((sum, each) => sum + each)).toBe(11)
  })

  test('leads and purchases that name a conversation, by the model', async () => {
    const lead = {
      name: 'Zwanzig Büros',
      day: '2026-10-24' as Day,
      valueCents: 100_000,
      probabilityBasisPoints: 5_000,
      expectedOn: null,
      channelId: month.instagram,
      campaignId: null,
      postId: null,
      conversationId: on(24),
      clientId: null,
      note: '',
    }
    const { recordId } = await ledger.client.revenue.addLead({ commandId: newCommandId(), lead })
    await ledger.client.revenue.addLead({
      commandId: newCommandId(),
      lead: { ...lead, conversationId: on(3), valueCents: 7_000 },
    })
    expect(await total()).toMatchObject({ leads: 2, leadCents: 107_000, wonLeads: 0, netCents: 0, purchases: 0 })
    const deal = { day: '2026-10-30' as Day, paidCents: 119_000, taxCents: 19_000 }
    await ledger.client.revenue.winLead({ commandId: newCommandId(), id: recordId!, deal })
    expect(await total()).toMatchObject({
      leads: 2,
      wonLeads: 1,
      wonLeadCents: 100_000,
      purchases: 1,
      netCents: 100_000,
      contributionCents: 50_000,
    })
    const rows = await ledger.client.moderation.figureRows({ filter: OCTOBER, measure: 'revenue' })
    expect(rows).toMatchObject({ rows: [{ id: on(24), value: 100_000 }], sums: { rows: 1, value: 100_000 } })
  })

  test('what was done for a department, and what of it the balance shows already', async () => {
    await addEntry(
      ledger,
      { from: '2026-10-29T12:00:00+01:00', to: '2026-10-29T12:06:00+01:00' },
      { activity: 'dialogue', targets: [inConversation(on(3))] },
    )
    const { departments, total: all } = await ledger.client.moderation.services({ filter: OCTOBER })
    expect(departments).toMatchObject([
      {
        name: 'Vertrieb',
        figures: {
          conversations: 1,
          seconds: 2_160,
          costCents: 2_670,
          chargedSeconds: 1_800,
          chargedCents: 2_225,
          leads: 1,
          leadCents: 7_000,
          netCents: 0,
        },
      },
    ])
    expect(all).toMatchObject({ conversations: 1, costCents: 2_670, chargedCents: 2_225 })
    const behind = async (measure: FigureMeasure) => {
      const { rows, sums } = await ledger.client.moderation.figureRows({ filter: OCTOBER, measure, isServed: true })
      return [rows.map(({ id }) => id), sums?.value]
    }
    expect(await behind('all')).toEqual([[on(3)], null])
    expect(await behind('cost')).toEqual([[on(3)], 2_670])
    expect(await behind('charged')).toEqual([[on(3)], 2_225])
    expect(await behind('leads')).toEqual([[on(3)], 7_000])
    expect(await behind('wonLeads')).toEqual([[], 0])
  })
})

describe('reach', () => {
  const enter = (changes: { channelId: number; month: string; reach: number | null }[]) =>
    ledger.client.moderation.setReach({ commandId: newCommandId(), changes })

  test('complaints per thousand people, of the whole months and the channels for which it is known', async () => {
    const { commandId } = await enter([
      { channelId: month.instagram, month: '2026-09', reach: 9 },
      { channelId: month.instagram, month: '2026-09', reach: 10_000 },
      { channelId: month.instagram, month: '2026-10', reach: 20_000 },
    ])
    expect(await total()).toMatchObject({ reach: 20_000, reachedNegative: 5, negativePerThousand: 0.25 })
    const byChannel = (await ask('channel')).groups.map(({ figures }) => [figures.reach, figures.reachedNegative])
    expect(byChannel).toEqual([
      [20_000, 5],
      [null, 0],
    ])
    const fromMidSeptember = { from: '2026-09-15' as Day, to: '2026-10-31' as Day }
    expect(await total({ period: fromMidSeptember })).toMatchObject({ reach: 20_000, reachedNegative: 5 })
    expect(await total({ period: { from: '2026-10-01' as Day, to: '2026-10-30' as Day } })).toMatchObject({
      reach: null,
    })
    expect(await ledger.client.moderation.reach({ year: 2026 })).toEqual({
      cells: [
        { channelId: month.instagram, month: '2026-09', reach: 10_000 },
        { channelId: month.instagram, month: '2026-10', reach: 20_000 },
      ],
      years: [2026],
    })
    await enter([{ channelId: month.instagram, month: '2026-10', reach: null }])
    expect(await total()).toMatchObject({ reach: null, reachedNegative: 0 })
    await expect(undo(ledger, commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  })

  test('of a channel that is gone is refused, and nothing is entered', async () => {
    const entered = await ledger.client.moderation.reach({ year: 2025 })
    await expect(enter([{ channelId: 99, month: '2025-01', reach: 5 }])).rejects.toMatchObject({ code: 'not_found' })
    expect(await ledger.client.moderation.reach({ year: 2025 })).toEqual(entered)
  })
})
