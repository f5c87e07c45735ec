// Lines entered by hand, and sealed lines taken back and corrected by hand.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { ManualLine } from '../../shared/contract/ledger.ts'
import { toDay } from '../../shared/domain/day.ts'
import { closeMonth, expectSound, monthState, openClosable, TODAY } from '../support/closing.ts'
import { newCommandId, type DirectHost } from '../support/direct-host.ts'
import { addRow, changeRow, expenseFrom, linesOf, purchaseOn, workOn } from '../support/ledger-sources.ts'

let host: DirectHost
let person: number
let channel: number

beforeEach(async () => {
  ;({ host, person, channel } = await openClosable())
})
afterEach(() => host.close())

const undo = (receipt: Receipt) => host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })

describe('by hand', () => {
  const draft = ({
    day = '2026-11-01',
    ...more
  }: Partial<Omit<ManualLine, 'day'>> & { day?: string } = {}): ManualLine => ({
    day: toDay(day),
    scope: 'social',
    kind: 'other',
    cents: 2500,
    seconds: 0,
    text: 'Fotoshooting, bar bezahlt',
    personId: null,
    activity: null,
    channelId: channel,
    campaignId: null,
    postId: null,
    clientId: null,
    departmentId: null,
    ...more,
  })
  const add = (line: ManualLine) => host.client.ledger.addManualLine({ commandId: newCommandId(), line })

  test('a line is added, changed and removed in an open month', async () => {
    const { recordId } = await add(draft())
    expect(linesOf(host, 'manual')).toMatchObject([{ cents: 2500, day: '2026-11-01' }])
    await host.client.ledger.updateManualLine({
      commandId: newCommandId(),
      id: recordId!,
      line: draft({ cents: 2600 }),
    })
    const [line] = linesOf(host, 'manual')
    expect(await host.client.ledger.line({ id: line!.id })).toMatchObject({
      line: { cents: 2600, description: 'Fotoshooting, bar bezahlt' },
      isEditable: true,
      isReversible: false,
    })
    await expectSound(host)
    await host.client.ledger.removeManualLine({ commandId: newCommandId(), id: recordId! })
    expect(linesOf(host)).toEqual([])
  })

  test.each([
    ['no amount', { cents: 0 }, 'invalid_value'],
    ['hours of a tool', { seconds: 60 }, 'invalid_value'],
    ['hours against the amount', { kind: 'labour', seconds: -60 }, 'invalid_value'],
    ['a channel that is not there', { channelId: 999 }, 'not_found'],
  ] as const)('%s is refused', async (_, more, code) => {
    await expect(add(draft(more))).rejects.toMatchObject({ code })
    expect(linesOf(host)).toEqual([])
  })

  test('nothing is added to a closed month, and a closed line is not changed', async () => {
    const { recordId } = await add(draft({ day: '2026-10-05' }))
    await closeMonth(host, '2026-10')
    await expect(add(draft({ day: '2026-10-31' }))).rejects.toMatchObject({
      code: 'month_closed',
      data: { month: '2026-10', field: 'day', firstOpenDay: '2026-11-01' },
    })
    const id = recordId!
    await expect(
      host.client.ledger.updateManualLine({ commandId: newCommandId(), id, line: draft() }),
    ).rejects.toMatchObject({ code: 'month_closed' })
    await expect(host.client.ledger.removeManualLine({ commandId: newCommandId(), id })).rejects.toMatchObject({
      code: 'month_closed',
    })
  })

  test('a sealed line is corrected once, both ways lead to the other, and the source does not book it again', async () => {
    const entry = await addRow(host, 'time_entry', workOn('2026-10-10', person))
    await closeMonth(host, '2026-10')
    const [sealed] = linesOf(host, 'time', entry.id)
    const line = draft({ kind: 'labour', cents: 20_000, seconds: 18_000, personId: person, text: 'Nur fünf Stunden' })
    const receipt = await host.client.ledger.correctLine({ commandId: newCommandId(), lineId: sealed!.id, line })
    const [reversal, correction] = linesOf(host, 'manual')
    expect([reversal, correction]).toMatchObject([
      { day: TODAY, cents: -40_000, seconds: -36_000, reverses_line_id: sealed!.id },
      { day: '2026-11-01', cents: 20_000, corrects_line_id: sealed!.id },
    ])
    const { related, isReversible } = await host.client.ledger.line({ id: sealed!.id })
    expect(isReversible).toBe(false)
    expect(related.map(({ relation, line: other }) => [relation, other.id])).toEqual([
      ['reversed-by', reversal!.id],
      ['corrected-by', correction!.id],
    ])
    expect((await host.client.ledger.line({ id: correction!.id })).related.map((other) => other.relation)).toEqual([
      'corrects',
    ])
    expect((await monthState(host, '2026-10'))!.corrections).toEqual({ count: 2, costCents: -20_000, revenueCents: 0 })
    await expect(
      host.client.ledger.reverseLine({ commandId: newCommandId(), lineId: sealed!.id, text: 'noch einmal' }),
    ).rejects.toMatchObject({ code: 'invalid_value', data: { reason: 'already_reversed' } })
    // The import learns of the five hours later: they stand there already.
    await changeRow(host, 'time_entry', entry.id, { ended_at: Date.parse('2026-10-10T16:00:00Z') })
    expect(linesOf(host, 'time', entry.id)).toEqual([sealed])
    await expectSound(host)
    await undo(receipt)
    expect(linesOf(host, 'time', entry.id).map((own) => own.seconds)).toEqual([36_000, -36_000, 18_000])
    await expectSound(host)
  })

  test('a reversal and the correction that came with it are removed together', async () => {
    const expense = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await closeMonth(host, '2026-10')
    const [sealed] = linesOf(host, 'expense', expense.id)
    const { recordId } = await host.client.ledger.correctLine({
      commandId: newCommandId(),
      lineId: sealed!.id,
      line: draft({ cents: 900 }),
    })
    await host.client.ledger.removeManualLine({ commandId: newCommandId(), id: recordId! })
    expect(linesOf(host)).toEqual([sealed])
    await expectSound(host)
  })

  test('open lines and purchases are changed where they come from', async () => {
    const open = await addRow(host, 'expense', expenseFrom('2026-11-01', 1000))
    const sale = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    await closeMonth(host, '2026-10')
    const reverse = (lineId: number) =>
      host.client.ledger.reverseLine({ commandId: newCommandId(), lineId, text: 'Storno' })
    await expect(reverse(linesOf(host, 'expense', open.id)[0]!.id)).rejects.toMatchObject({
      data: { reason: 'not_sealed' },
    })
    await expect(reverse(linesOf(host, 'revenue', sale.id)[0]!.id)).rejects.toMatchObject({
      data: { reason: 'is_revenue' },
    })
    await expect(reverse(9999)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('only corrections are listed when asked for', async () => {
    const { id } = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await closeMonth(host, '2026-10')
    await changeRow(host, 'expense', id, { cents: 1500 })
    const filter = { period: { from: '2026-10-01', to: '2026-11-30' }, onlyCorrections: true }
    const { lines, sums } = await host.client.ledger.lines({ filter })
    expect(lines.map((line) => [line.cents, line.isSealed])).toEqual([
      [1500, false],
      [-1000, false],
    ])
    expect(sums).toMatchObject({ count: 2, costCents: 500 })
  })
})
