// Every command carries its inverse; a repeated command changes nothing; derived figures follow.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import {
  FIXTURES,
  importBytes,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  type DirectHost,
} from '../support/direct-host.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }
let host: DirectHost
afterEach(() => host.close())

/** Everything a ledger holds, sources and derived rows alike, but for the command log. */
function contentOf({ backend }: DirectHost): Record<string, unknown[]> {
  const { reader } = backend.ledger
  const tables = reader
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'command' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  // Rows of the rollups that count nothing are as good as none.
  const empty = (table: string) => {
    const name = /^(?:brief_)?(line|share|coverage)_/.exec(table)?.[1]
    if (name === undefined) return ''
    return ` WHERE ${name === 'coverage' ? 'orders' : `${name}_count`} <> 0`
  }
  const ids = (row: Record<string, unknown>, table: string) =>
    table === 'ledger_line' || table === 'attribution_share' ? { ...row, id: 0 } : row
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = reader.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}${empty(name)}`).all()
      return [name, rows.map((row) => JSON.stringify(ids(row, name))).sort()]
    }),
  )
}

const undo = (receipt: Receipt) => host.client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })

const toolExpense = {
  kind: 'tool',
  name: 'Planer',
  cents: 2990,
  startsOn: '2026-01-15',
  endsOn: null,
  repetition: 'monthly',
  channelId: null,
  campaignId: null,
  scope: 'social',
  note: '',
} as const
const workshop = {
  name: 'Workshop',
  day: '2026-10-12',
  paidCents: 119_00,
  taxCents: 19_00,
  refundedCents: 0,
  campaignId: null,
} as const

describe('undo and redo', () => {
  beforeEach(async () => void (host = await openFixtureLedger()))

  const commands: Record<string, (host: DirectHost) => Promise<Receipt>> = {
    'a new margin': ({ client }) =>
      client.settings.update({
        commandId: newCommandId(),
        patch: { marginBasisPoints: 4000, attributionWindowDays: 7 },
      }),
    'a new default rate': ({ client }) =>
      client.settings.setRate({
        commandId: newCommandId(),
        personId: null,
        validFrom: '2026-04-01',
        centsPerHour: 5000,
        basis: null,
      }),
    'a replaced rate': ({ client }) =>
      client.settings.setRate({
        commandId: newCommandId(),
        personId: null,
        validFrom: '2026-01-01',
        centsPerHour: 5000,
        basis: null,
      }),
    'a removed rate': ({ client }) => client.settings.removeRate({ commandId: newCommandId(), id: 1 }),
    'a renamed person': ({ client }) =>
      client.settings.updatePerson({ commandId: newCommandId(), id: 1, patch: { name: 'Inhaberin' } }),
    'an added channel': ({ client }) =>
      client.settings.addChannel({ commandId: newCommandId(), network: 'youtube', name: 'YouTube' }),
    'an archived channel': ({ client }) =>
      client.settings.updateChannel({ commandId: newCommandId(), id: 2, patch: { isArchived: true } }),
    'an expense': ({ client }) => client.costs.addExpense({ commandId: newCommandId(), expense: toolExpense }),
    'a sale': ({ client }) =>
      client.revenue.addSale({
        commandId: newCommandId(),
        sale: { ...workshop, origin: { kind: 'channel', channelId: 1 } },
      }),
    'a changed mapping': ({ client }) =>
      client.imports.remap({
        commandId: newCommandId(),
        mapping: { source: 'discount-code', value: 'INSTA10', target: { kind: 'channel', channelId: 2 } },
      }),
    'an import taken back': ({ client }) => client.imports.undoBatch({ commandId: newCommandId(), batchId: 4 }),
    'an import': async ({ client }) => {
      const later = Buffer.from(
        readFixture('shopify-orders.csv')
          .bytes.toString('utf8')
          .replace('#1001,', '#9001,')
          .replace('5000000001001', '5000000009001'),
      )
      return (await importBytes(client, [{ name: 'later.csv', bytes: later }], { removeGone: true })).receipt
    },
  }

  test.each(Object.keys(commands))('%s is undone and redone exactly', async (name) => {
    const before = contentOf(host)
    const receipt = await commands[name]!(host)
    expect(receipt.isUndoable).toBe(true)
    const after = contentOf(host)
    expect(after).not.toEqual(before)
    const undone = await undo(receipt)
    expect(contentOf(host)).toEqual(before)
    const redone = await undo(undone)
    expect(contentOf(host)).toEqual(after)
    await undo(redone)
    expect(contentOf(host)).toEqual(before)
    expect((await host.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
  })

  test('what was changed again since cannot be undone, and stays as it is', async () => {
    const first = await host.client.settings.updatePerson({
      commandId: newCommandId(),
      id: 1,
      patch: { name: 'Chefin' },
    })
    const second = await host.client.settings.updatePerson({
      commandId: newCommandId(),
      id: 1,
      patch: { name: 'Inhaberin' },
    })
    await expect(undo(first)).rejects.toMatchObject({ code: 'undo_conflict' })
    expect((await host.client.settings.people()).people[0]?.name).toBe('Inhaberin')
    await undo(second)
    await undo(first)
    expect((await host.client.settings.people()).people[0]?.name).toBe('Geschäftsführung')
  })

  test('what was taken back step by step comes back step by step, and only in its order', async () => {
    const rename = (name: string) =>
      host.client.settings.updatePerson({ commandId: newCommandId(), id: 1, patch: { name } })
    const nameNow = async () => (await host.client.settings.people()).people[0]?.name
    const first = await rename('Chefin')
    const second = await rename('Inhaberin')
    const secondUndone = await undo(second)
    const firstUndone = await undo(first)
    await expect(undo(secondUndone)).rejects.toMatchObject({ code: 'undo_conflict' })
    expect(await nameNow()).toBe('Geschäftsführung')
    await undo(firstUndone)
    expect(await nameNow()).toBe('Chefin')
    await undo(secondUndone)
    expect(await nameNow()).toBe('Inhaberin')
  })

  test('the same command sent twice is done once', async () => {
    const commandId = newCommandId()
    const first = await host.client.costs.addExpense({ commandId, expense: toolExpense })
    const again = await host.client.costs.addExpense({ commandId, expense: toolExpense })
    expect(again).toEqual(first)
    expect(await host.client.costs.expenses()).toHaveLength(1)
    const undoId = newCommandId()
    await host.client.history.undo({ commandId: undoId, undoes: commandId })
    await host.client.history.undo({ commandId: undoId, undoes: commandId })
    expect(await host.client.costs.expenses()).toHaveLength(0)
  })

  test('re-costing twice changes nothing', async () => {
    const set = () =>
      host.client.settings.setRate({
        commandId: newCommandId(),
        personId: null,
        validFrom: '2026-01-01',
        centsPerHour: 4281,
        basis: null,
      })
    await set()
    const before = contentOf(host)
    await set()
    expect(contentOf(host)).toEqual(before)
  })
})

describe('what is entered by hand', () => {
  beforeEach(async () => void (host = await openDirectHost({ marginBasisPoints: 5000 })))

  test('a monthly tool is spread over its days and runs on', async () => {
    await host.client.costs.addExpense({
      commandId: newCommandId(),
      expense: { ...toolExpense, startsOn: '2026-01-01' },
    })
    const month = (from: string, to: string) =>
      host.client.result.summary({ period: { from, to }, model: 'last', by: 'channel' })
    expect((await month('2026-01-01', '2026-01-31')).totals.otherCostCents).toBe(2990)
    expect((await month('2026-02-01', '2026-02-28')).totals.otherCostCents).toBe(2990)
    expect((await month('2026-01-01', '2026-01-10')).totals.otherCostCents).toBe(970)
    expect((await month('2026-11-01', '2026-11-30')).totals.otherCostCents).toBe(2990)
    expect((await month('2026-12-01', '2026-12-31')).totals.otherCostCents).toBe(0)
  })

  test('a sale by hand brings its net and its margin to its channel', async () => {
    const channel = await host.client.settings.addChannel({
      commandId: newCommandId(),
      network: 'linkedin',
      name: 'LinkedIn',
    })
    const origin = { kind: 'channel', channelId: channel.recordId ?? 0 } as const
    await host.client.revenue.addSale({ commandId: newCommandId(), sale: { ...workshop, origin } })
    await host.client.revenue.addSale({ commandId: newCommandId(), sale: { ...workshop, origin: null } })
    const { rows, other, coverage } = await host.client.result.summary({ period, model: 'first', by: 'channel' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      key: 'LinkedIn',
      orders: 1,
      grossCents: 119_00,
      netCents: 100_00,
      contributionCents: 50_00,
      resultCents: 50_00,
    })
    expect(other).toMatchObject({ orders: 1, netCents: 100_00 })
    expect(coverage).toMatchObject({ netCents: 200_00, touchedNetCents: 100_00, socialNetCents: 100_00 })
  })

  test.each([
    ['a refund above the price', { refundedCents: 200_00 }, 'refundedCents'],
    ['tax above the price', { taxCents: 200_00 }, 'taxCents'],
  ])('%s is refused at its field', async (_, patch, field) => {
    const sale = { ...workshop, origin: null, ...patch }
    await expect(host.client.revenue.addSale({ commandId: newCommandId(), sale })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field },
    })
    const period = { from: '2026-01-01', to: '2026-12-31' }
    const { rows } = await host.client.revenue.purchases({ filter: { period, model: 'last' } })
    expect(rows).toEqual([])
  })

  test('an end before the start is refused at its field', async () => {
    const expense = { ...toolExpense, endsOn: '2025-12-31' }
    await expect(host.client.costs.addExpense({ commandId: newCommandId(), expense })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'endsOn' },
    })
  })

  test('a channel that is used cannot go', async () => {
    const channel = await host.client.settings.addChannel({ commandId: newCommandId(), network: 'x', name: 'X' })
    const id = channel.recordId ?? 0
    await host.client.revenue.addSale({
      commandId: newCommandId(),
      sale: { ...workshop, origin: { kind: 'channel', channelId: id } },
    })
    await expect(host.client.settings.removeChannel({ commandId: newCommandId(), id })).rejects.toMatchObject({
      code: 'in_use',
      data: { count: 1 },
    })
    await expect(
      host.client.settings.addChannel({ commandId: newCommandId(), network: 'x', name: 'x' }),
    ).rejects.toMatchObject({ code: 'name_taken' })
  })
})

describe('a preliminary result', () => {
  test('says what it lacks and becomes one when it is entered', async () => {
    host = await openDirectHost()
    await importBytes(host.client, FIXTURES.map(readFixture))
    const read = () => host.client.result.summary({ period, model: 'last', by: 'channel' })
    const first = await read()
    expect(first.lacks).toEqual(['rate', 'margin'])
    expect(first.totals).toMatchObject({
      labourCents: 0,
      unpricedSeconds: 3_595_092,
      contributionCents: null,
      resultCents: null,
    })
    await host.client.settings.setRate({
      commandId: newCommandId(),
      personId: null,
      validFrom: '2026-01-01',
      centsPerHour: 4281,
      basis: null,
    })
    expect((await read()).lacks).toEqual(['margin'])
    await host.client.settings.update({ commandId: newCommandId(), patch: { marginBasisPoints: 5500 } })
    const complete = await read()
    expect(complete.lacks).toEqual([])
    expect(complete.totals.resultCents).toBe(
      (complete.totals.contributionCents ?? 0) - complete.totals.labourCents - complete.totals.adsCents,
    )
    expect(await host.client.result.confidence({ period, model: 'last' })).toMatchObject({
      total: { verdict: { kind: 'costs' } },
    })
  })
})
