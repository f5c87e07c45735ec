// A closed month never changes: not by a changed source, not by undo, not by a stray statement. What changes is booked later.
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { ManualLine } from '../../shared/contract/ledger.ts'
import { toDay } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
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

// Now is 2 November 2026: the months from January to October have ended.
const TODAY = '2026-11-02'
let host: DirectHost
let person: number
let channel: number

beforeEach(async () => {
  host = await openDirectHost({ marginBasisPoints: 5000 })
  person = (await addRow(host, 'person', { name: 'Lena' })).id
  channel = (await addRow(host, 'channel', { network: 'instagram', name: 'Instagram' })).id
  await addRow(host, 'cost_rate', { person_id: null, valid_from: '2026-01-01', cents_per_hour: 4000 })
})
afterEach(() => host.close())

const close = (month: string, withEarlier = false) =>
  host.client.ledger.closeMonth({ commandId: newCommandId(), month, withEarlier })
const undo = (receipt: Receipt) => host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
const monthOf = async (month: string) =>
  (await host.client.ledger.months()).months.find((state) => state.month === month)
const sealedText = (through: string) =>
  JSON.stringify(
    linesOf(host)
      .filter((line) => line.day <= through)
      .map((line) => ({ ...line })),
  )
const sum = (lines: readonly { cents: number }[]) => lines.reduce((total, line) => total + line.cents, 0)
async function expectSound() {
  const { checks } = await host.client.ledger.verify()
  expect(checks.filter((check) => !check.isPassed)).toEqual([])
}

describe('closing', () => {
  test('goes in order, for ended months only, and once', async () => {
    await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await expect(close('2026-09')).rejects.toMatchObject({
      code: 'not_in_order',
      data: { month: '2026-09', nextMonth: '2026-08' },
    })
    await expect(close('2026-07')).rejects.toMatchObject({ code: 'not_in_order' })
    await expect(close('2026-11', true)).rejects.toMatchObject({ code: 'month_not_ended' })
    await close('2026-08')
    await expect(close('2026-08')).rejects.toMatchObject({ code: 'month_closed' })
    await close('2026-10', true)
    const { months, nextMonth } = await host.client.ledger.months()
    expect(months.map(({ month, status }) => [month, status])).toEqual([
      ['2026-11', 'running'],
      ['2026-10', 'closed'],
      ['2026-09', 'closed'],
      ['2026-08', 'closed'],
    ])
    expect(nextMonth).toBe('2026-11')
    expect(months[2]!.seal!.previousHash).toBe(months[3]!.seal!.hash)
    await expectSound()
  })

  test('an empty ledger has nothing to close', async () => {
    expect(await host.client.ledger.months()).toEqual({ months: [], nextMonth: null })
    await expect(close('2026-09')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('waits for a timer that began in the month', async () => {
    await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    const { id } = await addRow(host, 'time_entry', workOn('2026-10-31', person, { ended_at: null }))
    await expect(close('2026-10')).rejects.toMatchObject({ code: 'timer_running', data: { person: 'Lena' } })
    expect((await host.client.ledger.previewClose({ month: '2026-10' })).obstacle).toMatchObject({
      code: 'timer_running',
    })
    expect((await monthOf('2026-10'))!.status).toBe('open')
    await changeRow(host, 'time_entry', id, { ended_at: Date.parse('2026-10-31T15:00:00Z') })
    await close('2026-10')
    await expectSound()
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
    await close('2026-10')
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
    expect((await monthOf('2026-10'))!.corrections).toEqual({ count: 2, costCents: 500, revenueCents: 0 })
    await expectSound()
    await changeRow(host, 'expense', id, { cents: 1000 })
    expect(linesOf(host, 'expense', id)).toEqual([sealed])
    await expect(undo(receipt)).rejects.toMatchObject({ code: 'undo_conflict' })
  })

  test('undoing what was done before the closing becomes a correction, and redoing takes it away', async () => {
    const { id, receipt } = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await close('2026-10')
    const undone = await undo(receipt)
    expect(linesOf(host, 'expense', id).map((line) => line.cents)).toEqual([1000, -1000])
    await expectSound()
    await undo(undone)
    expect(linesOf(host, 'expense', id).map((line) => line.cents)).toEqual([1000])
    await expectSound()
  })

  test('a correction that was sealed itself is the base of the next one', async () => {
    const { id } = await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await close('2026-08')
    await changeRow(host, 'expense', id, { cents: 1500 })
    const open = linesOf(host, 'expense', id)
    // As if the correction had been made in September.
    await host.backend.ledger.run('test.backdate', newCommandId(), (db) => {
      db.prepare("UPDATE ledger_line SET day = '2026-09-15' WHERE for_day IS NOT NULL").run()
      return null
    })
    await close('2026-09')
    await changeRow(host, 'expense', id, { note: 'unverändert' })
    expect(linesOf(host, 'expense', id)).toHaveLength(3)
    await changeRow(host, 'expense', id, { cents: 1800 })
    const lines = linesOf(host, 'expense', id)
    expect(lines.map((line) => line.cents)).toEqual([1000, -1000, 1500, -1500, 1800])
    expect(lines[3]).toMatchObject({ reverses_line_id: open[2]!.id, for_day: '2026-08-10', day: TODAY })
    await removeRow(host, 'expense', id)
    expect(sum(linesOf(host, 'expense', id))).toBe(0)
    await expectSound()
  })

  test('a changed rate costs open months only', async () => {
    const sealed = await addRow(host, 'time_entry', workOn('2026-10-10', person))
    const open = await addRow(host, 'time_entry', workOn('2026-11-01', person))
    await close('2026-10')
    await addRow(host, 'cost_rate', { person_id: person, valid_from: '2026-01-01', cents_per_hour: 5000 })
    expect(linesOf(host, 'time', sealed.id).map((line) => line.cents)).toEqual([40_000])
    expect(linesOf(host, 'time', open.id).map((line) => line.cents)).toEqual([50_000])
    // Mapped to another activity, the work keeps what it cost.
    await changeRow(host, 'time_entry', sealed.id, { activity: 'ads' })
    expect(linesOf(host, 'time', sealed.id).map((line) => line.cents)).toEqual([40_000, -40_000, 40_000])
    await expectSound()
  })

  test('what arrives late is booked in the open time and names its day', async () => {
    await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await close('2026-10')
    const { id } = await addRow(host, 'time_entry', workOn('2026-10-12', person))
    expect(linesOf(host, 'time', id)).toMatchObject([
      { day: TODAY, for_day: '2026-10-12', cents: 40_000, reverses_line_id: null, corrects_line_id: null },
    ])
    const earlier = await addRow(host, 'expense', expenseFrom('2020-01-01', 500))
    expect(linesOf(host, 'expense', earlier.id)).toMatchObject([{ day: TODAY, for_day: '2020-01-01' }])
    await expectSound()
  })

  test('a refund takes back the purchase where it is booked, and its shares with it', async () => {
    const { id } = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    await addRow(host, 'touchpoint', touchOf(id, '2026-10-09', channel))
    await close('2026-10')
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
    await expectSound()
  })

  test('a purchase with sealed lines that is removed stays, counts no longer, and comes back', async () => {
    const { id } = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    const touch = await addRow(host, 'touchpoint', touchOf(id, '2026-10-09', channel))
    await close('2026-10')
    const removal = await removeRow(host, 'revenue_event', id)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000, -10_000])
    expect(host.backend.ledger.reader.prepare('SELECT count(*) FROM touchpoint').pluck().get()).toBe(1)
    await expectSound()
    await undo(removal)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000])
    // Taking back the touch changes what the month is attributed to, not what it earned.
    await undo(touch.receipt)
    expect(linesOf(host, 'revenue', id).map((line) => line.cents)).toEqual([10_000])
    expect(await monthOf('2026-10')).toMatchObject({
      reportedResultCents: 5000,
      presentResultCents: 0,
      isReattributed: true,
    })
    await expectSound()
  })
})

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
    await expectSound()
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
    await close('2026-10')
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
    await close('2026-10')
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
    expect((await monthOf('2026-10'))!.corrections).toEqual({ count: 2, costCents: -20_000, revenueCents: 0 })
    await expect(
      host.client.ledger.reverseLine({ commandId: newCommandId(), lineId: sealed!.id, text: 'noch einmal' }),
    ).rejects.toMatchObject({ code: 'invalid_value', data: { reason: 'already_reversed' } })
    // The import learns of the five hours later: they stand there already.
    await changeRow(host, 'time_entry', entry.id, { ended_at: Date.parse('2026-10-10T16:00:00Z') })
    expect(linesOf(host, 'time', entry.id)).toEqual([sealed])
    await expectSound()
    await undo(receipt)
    expect(linesOf(host, 'time', entry.id).map((own) => own.seconds)).toEqual([36_000, -36_000, 18_000])
    await expectSound()
  })

  test('a reversal and the correction that came with it are removed together', async () => {
    const expense = await addRow(host, 'expense', expenseFrom('2026-10-10', 1000))
    await close('2026-10')
    const [sealed] = linesOf(host, 'expense', expense.id)
    const { recordId } = await host.client.ledger.correctLine({
      commandId: newCommandId(),
      lineId: sealed!.id,
      line: draft({ cents: 900 }),
    })
    await host.client.ledger.removeManualLine({ commandId: newCommandId(), id: recordId! })
    expect(linesOf(host)).toEqual([sealed])
    await expectSound()
  })

  test('open lines and purchases are changed where they come from', async () => {
    const open = await addRow(host, 'expense', expenseFrom('2026-11-01', 1000))
    const sale = await addRow(host, 'revenue_event', purchaseOn('2026-10-10', 10_000))
    await close('2026-10')
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
    await close('2026-10')
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

describe('a stray statement', () => {
  let database: SqliteDatabase.Database
  beforeEach(async () => {
    await addRow(host, 'expense', expenseFrom('2026-08-10', 1000))
    await addRow(host, 'expense', expenseFrom('2026-09-10', 2000))
    await addRow(host, 'expense', expenseFrom('2026-10-10', 3000))
    await close('2026-09', true)
    database = new SqliteDatabase(host.path)
  })
  afterEach(() => database.close())

  test.each([
    [
      "INSERT INTO ledger_line (day, scope, kind, cents, source_kind, source_id) VALUES ('2026-09-30', 'social', 'tool', 1, 'expense', 1)",
    ],
    ["UPDATE ledger_line SET cents = 1 WHERE day = '2026-08-10'"],
    ["UPDATE ledger_line SET day = '2026-08-10' WHERE day = '2026-10-10'"],
    ["UPDATE ledger_line SET day = '2026-11-10' WHERE day = '2026-08-10'"],
    ["DELETE FROM ledger_line WHERE day = '2026-08-10'"],
    ['DELETE FROM ledger_line'],
    ["DELETE FROM seal WHERE month = '2026-09'"],
    ["UPDATE seal SET month = '2026-10' WHERE month = '2026-09'"],
    [
      `INSERT INTO seal SELECT 9, '2026-07', '2026-07-31', sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash,
         previous_hash, hash || '', snapshot FROM seal LIMIT 1`,
    ],
    [
      `INSERT INTO seal SELECT 9, '2026-10', '2026-10-31', sealed_at, format, line_count, cost_cents, revenue_cents, seconds, lines_hash,
         previous_hash, replace(hash, 'a', 'b'), snapshot FROM seal WHERE month = '2026-08'`,
    ],
  ])('is refused: %s', async (sql) => {
    expect(() => database.exec(sql)).toThrow(/month closed|seal|closed month/)
    await expectSound()
  })

  const guards = ['seal_kept', 'seal_never_removed', 'sealed_line_added', 'sealed_line_changed', 'sealed_line_removed']
  /** Drops the guards, does it, and puts them back as they were: only the hashes can tell. */
  function pastTheGuards(sql: string): void {
    const find = database.prepare<[string], { sql: string }>(
      "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?",
    )
    const texts = guards.map((name) => find.get(name)!.sql)
    for (const name of guards) database.exec(`DROP TRIGGER ${name}`)
    database.exec(sql)
    for (const text of texts) database.exec(text)
  }

  test.each([
    ["UPDATE ledger_line SET cents = 1 WHERE day = '2026-08-10'", '2026-08 lines'],
    ["UPDATE ledger_line SET channel_id = 1 WHERE day = '2026-08-10'", '2026-08 lines'],
    ["DELETE FROM ledger_line WHERE day = '2026-09-10'", '2026-09 lines'],
    ["UPDATE ledger_line SET day = '2026-08-11' WHERE day = '2026-08-10'", '2026-08 lines'],
    ["UPDATE ledger_line SET day = '2026-07-11' WHERE day = '2026-10-10'", 'lines before 2026-08'],
    ["UPDATE seal SET cost_cents = 1 WHERE month = '2026-08'", '2026-08 seal'],
    ["UPDATE seal SET snapshot = '{}' WHERE month = '2026-08'", '2026-08 seal'],
    ["UPDATE seal SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE month = '2026-08'", '2026-09 chain'],
    ["DELETE FROM seal WHERE month = '2026-08'", '2026-09 chain'],
    ["DELETE FROM seal WHERE month = '2026-09'", 'number of seals'],
  ])('past the guards is found: %s', async (sql, found) => {
    pastTheGuards(sql)
    const { isSound, checks } = await host.client.ledger.verify()
    expect(isSound).toBe(false)
    expect(checks.find((check) => check.name === 'seals')!.detail).toContain(found)
  })

  test('guards that are gone are missed', async () => {
    database.exec('DROP TRIGGER sealed_line_changed')
    expect((await host.client.ledger.verify()).checks.find((check) => check.name === 'seals')).toMatchObject({
      isPassed: false,
      detail: 'guard sealed_line_changed',
    })
  })
})
