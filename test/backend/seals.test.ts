// A closed month never changes: not by a changed source and not by undo. What changes is booked later.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import { closeMonth, expectSound, monthState, openClosable, TODAY } from '../support/closing.ts'
import { newCommandId, type DirectHost } from '../support/direct-host.ts'
import {
  addRow,
  changeRow,
  expenseFrom,
  linesOf,
  purchaseOn,
  removeRow,
  touchOf,
  workOn,
} from '../support/ledger-sources.ts'

let host: DirectHost
let person: number
let channel: number

beforeEach(async () => {
  ;({ host, person, channel } = await openClosable())
})
afterEach(() => host.close())

const undo = (receipt: Receipt) => host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
const sealedText = (through: string) => JSON.stringify(linesOf(host).filter((line) => line.day <= through))
const sum = (lines: readonly { cents: number }[]) => lines.reduce((total, line) => total + line.cents, 0)

describe('closing', () => {
  test('goes in order, for ended months only, and once', async () => {
    await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await expect(closeMonth(host, '2026-09')).rejects.toMatchObject({
      code: 'not_in_order',
      data: { month: '2026-09', nextMonth: '2026-08' },
    })
    await expect(closeMonth(host, '2026-07')).rejects.toMatchObject({ code: 'not_in_order' })
    await expect(closeMonth(host, '2026-11', true)).rejects.toMatchObject({ code: 'month_not_ended' })
    await closeMonth(host, '2026-08')
    await expect(closeMonth(host, '2026-08')).rejects.toMatchObject({ code: 'month_closed' })
    await closeMonth(host, '2026-10', true)
    const { months, nextMonth } = await host.client.ledger.months()
    expect(months.map(({ month, status }) => [month, status])).toEqual([
      ['2026-11', 'running'],
      ['2026-10', 'closed'],
      ['2026-09', 'closed'],
      ['2026-08', 'closed'],
    ])
    expect(nextMonth).toBe('2026-11')
    expect(months[2]!.seal!.previousHash).toBe(months[3]!.seal!.hash)
    await expectSound(host)
  })

  test('an empty ledger has nothing to close', async () => {
    expect(await host.client.ledger.months()).toEqual({ months: [], emptyMonths: 0, nextMonth: null })
    await expect(closeMonth(host, '2026-09')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('waits for a timer that began in the month', async () => {
    await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    const { id } = await addRow(host, 'time_entry', workOn('2026-10-31', person, { ended_at: null }))
    await expect(closeMonth(host, '2026-10')).rejects.toMatchObject({ code: 'timer_running', data: { person: 'Lena' } })
    expect((await host.client.ledger.previewClose({ month: '2026-10' })).obstacle).toMatchObject({
      code: 'timer_running',
    })
    expect((await monthState(host, '2026-10'))!.status).toBe('open')
    await changeRow(host, 'time_entry', id, { ended_at: Date.parse('2026-10-31T15:00:00Z') })
    await closeMonth(host, '2026-10')
    await expectSound(host)
  })

  test('says before what it seals and what is still missing', async () => {
    await addRow(host, 'time_entry', workOn('2025-12-10', person))
    await addRow(host, 'revenue_event', purchaseOn('2025-12-11', 5000, { status: 'pending', is_counted: 0 }))
    await addRow(host, 'expense', expenseFrom('2026-02-10', 1000))
    const preview = await host.client.ledger.previewClose({ month: '2026-02' })
    expect(preview.months.map(({ month, lineCount }) => [month, lineCount])).toEqual([
      ['2025-12', 1],
      ['2026-01', 0],
      ['2026-02', 1],
    ])
    expect(preview.obstacle).toBeNull()
    expect(preview.warnings).toEqual([
      { kind: 'unpriced-hours', month: '2025-12', count: 0, seconds: 36_000 },
      { kind: 'pending-purchases', month: '2025-12', count: 1, seconds: 0 },
      { kind: 'no-lines', month: '2026-01', count: 0, seconds: 0 },
    ])
  })

  test('is final: undo is refused, and a repeated command answers as before', async () => {
    await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    const commandId = newCommandId()
    const receipt = await host.client.ledger.closeMonth({ commandId, month: '2026-10' })
    expect(receipt.isUndoable).toBe(false)
    expect(receipt.changed.map((change) => change.feature)).toContain('ledger')
    expect(await host.client.ledger.closeMonth({ commandId, month: '2026-10' })).toEqual(receipt)
    await expect(undo(receipt)).rejects.toMatchObject({ code: 'closing_is_final', data: { month: '2026-10' } })
  })
})

describe('after the closing', () => {
  test('a changed cost is reversed and booked anew in the open time, and deriving again changes nothing', async () => {
    const { id } = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await closeMonth(host, '2026-10')
    const before = sealedText('2026-10-31')
    const receipt = await changeRow(host, 'expense', id, { cents: 1500 })
    expect(sealedText('2026-10-31')).toBe(before)
    const [sealed, reversal, correction] = linesOf(host, 'expense', id)
    expect(reversal).toMatchObject({
      day: TODAY,
      cents: -1000,
      for_day: '2026-10-10',
      reverses_line_id: sealed!.id,
      corrects_line_id: null,
    })
    expect(correction).toMatchObject({
      day: TODAY,
      cents: 1500,
      for_day: '2026-10-10',
      reverses_line_id: null,
      corrects_line_id: sealed!.id,
    })
    await changeRow(host, 'expense', id, { note: 'nachgesehen' })
    expect(linesOf(host, 'expense', id)).toEqual([sealed, reversal, correction])
    expect((await monthState(host, '2026-10'))!.corrections).toEqual({ count: 2, costCents: 500, revenueCents: 0 })
    await expectSound(host)
    await changeRow(host, 'expense', id, { cents: 1000 })
    expect(linesOf(host, 'expense', id)).toEqual([sealed])
    await expect(undo(receipt)).rejects.toMatchObject({ code: 'undo_conflict' })
  })

  test('undoing what was done before the closing becomes a correction, and redoing takes it away', async () => {
    const { id, receipt } = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await closeMonth(host, '2026-10')
    const undone = await undo(receipt)
    expect(linesOf(host, 'expense', id).map((line) => line.cents)).toEqual([1000, -1000])
    await expectSound(host)
    await undo(undone)
    expect(linesOf(host, 'expense', id).map((line) => line.cents)).toEqual([1000])
    await expectSound(host)
  })

  test('a correction that was sealed itself is the base of the next one', async () => {
    const { id } = await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await closeMonth(host, '2026-08')
    await changeRow(host, 'expense', id, { cents: 1500 })
    const open = linesOf(host, 'expense', id)
    // As if the correction had been made in September.
    await host.backend.ledger.run('test.backdate', newCommandId(), (db) => {
      db.prepare("UPDATE ledger_line SET day = '2026-09-15' WHERE for_day IS NOT NULL").run()
      return null
    })
    await closeMonth(host, '2026-09')
    await changeRow(host, 'expense', id, { note: 'unverändert' })
    expect(linesOf(host, 'expense', id)).toHaveLength(3)
    await changeRow(host, 'expense', id, { cents: 1800 })
    const lines = linesOf(host, 'expense', id)
    expect(lines.map((line) => line.cents)).toEqual([1000, -1000, 1500, -1500, 1800])
    expect(lines[3]).toMatchObject({ reverses_line_id: open[2]!.id, for_day: '2026-08-10', day: TODAY })
    await removeRow(host, 'expense', id)
    expect(sum(linesOf(host, 'expense', id))).toBe(0)
    await expectSound(host)
  })

  test('a changed rate costs open months only', async () => {
    const sealed = await addRow(host, 'time_entry', workOn('2026-10-10', person))
    const open = await addRow(host, 'time_entry', workOn('2026-11-01', person))
    await closeMonth(host, '2026-10')
    await addRow(host, 'cost_rate', { person_id: person, valid_from: '2026-01-01', cents_per_hour: 5000 })
    expect(linesOf(host, 'time', sealed.id).map((line) => line.cents)).toEqual([40_000])
    expect(linesOf(host, 'time', open.id).map((line) => line.cents)).toEqual([50_000])
    // Mapped to another activity, the work keeps what it cost.
    await changeRow(host, 'time_entry', sealed.id, { activity: 'ads' })
    expect(linesOf(host, 'time', sealed.id).map((line) => line.cents)).toEqual([40_000, -40_000, 40_000])
    await expectSound(host)
  })

  test('what arrives late is booked in the open time and names its day', async () => {
    await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await closeMonth(host, '2026-10')
    const { id } = await addRow(host, 'time_entry', workOn('2026-10-12', person))
    expect(linesOf(host, 'time', id)).toMatchObject([
      { day: TODAY, for_day: '2026-10-12', cents: 40_000, reverses_line_id: null, corrects_line_id: null },
    ])
    const earlier = await addRow(host, 'expense', expenseFrom('2020-01-01', 500))
    expect(linesOf(host, 'expense', earlier.id)).toMatchObject([{ day: TODAY, for_day: '2020-01-01' }])
    await expectSound(host)
  })

  test('a refund takes back the purchase where it is booked, and its shares with it', async () => {
    const { id } = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    await addRow(host, 'touchpoint', touchOf(id, '2026-10-09', channel))
    await closeMonth(host, '2026-10')
    await changeRow(host, 'revenue_event', id, { refunded_cents: 4000 })
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000, -10_000, 6000])
    const shares = host.backend.ledger.reader
      .prepare<[], object>('SELECT day, net_cents, weight, channel_id FROM attribution_share ORDER BY part')
      .all()
    expect(shares).toEqual([
      { day: '2026-10-10', net_cents: 10_000, weight: 1_000_000_000, channel_id: channel },
      { day: TODAY, net_cents: -10_000, weight: -1_000_000_000, channel_id: channel },
      { day: TODAY, net_cents: 6000, weight: 1_000_000_000, channel_id: channel },
    ])
    await expectSound(host)
  })

  test('a purchase with sealed lines that is removed stays, counts no longer, and comes back', async () => {
    const { id } = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    const touch = await addRow(host, 'touchpoint', touchOf(id, '2026-10-09', channel))
    await closeMonth(host, '2026-10')
    const removal = await removeRow(host, 'revenue_event', id)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000, -10_000])
    expect(host.backend.ledger.reader.prepare('SELECT count(*) FROM touchpoint').pluck().get()).toBe(1)
    await expectSound(host)
    await undo(removal)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000])
    // Taking back the touch changes what the month is attributed to, not what it earned.
    await undo(touch.receipt)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000])
    expect(await monthState(host, '2026-10')).toMatchObject({
      reportedResultCents: 5000,
      presentResultCents: 0,
      isReattributed: true,
    })
    await expectSound(host)
  })
})
