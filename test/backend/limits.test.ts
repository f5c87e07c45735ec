/** What is beyond all measure: amounts, names, days and numbers of rows at the edge of what the contract takes. */
import { afterEach, expect, test } from 'vitest'
import { deriveAll } from '../../electron/backend/database/derivation.ts'
import { MAX_CENTS } from '../../shared/domain/money.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
afterEach(() => host.close())

const command = () => ({ commandId: newCommandId() })
const period = { from: '2026-01-01', to: '2026-12-31' } as const

const expense = (cents: number, more: object = {}) => ({
  kind: 'tool' as const,
  name: 'Mistyped',
  cents,
  startsOn: '2026-04-01',
  endsOn: null,
  repetition: 'once' as const,
  channelId: 1,
  campaignId: null,
  scope: 'social' as const,
  note: '',
  ...more,
})
const sale = (paidCents: number) => ({
  name: 'Sale',
  day: '2026-04-02',
  paidCents,
  taxCents: 0,
  refundedCents: 0,
  origin: { kind: 'channel' as const, channelId: 1 },
  campaignId: null,
})
const lead = (valueCents: number, more: object = {}) => ({
  name: 'Lead',
  day: '2026-04-10',
  valueCents,
  probabilityBasisPoints: 5000,
  expectedOn: null,
  channelId: null,
  campaignId: null,
  postId: null,
  conversationId: null,
  clientId: null,
  note: '',
  ...more,
})

async function openWithChannel() {
  host = await openDirectHost({ marginBasisPoints: 5000 })
  await host.client.settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' })
  return host.client
}

/** Every screen that shows sums. */
function readEverything(client: Client) {
  const question = { period, model: 'last' } as const
  return Promise.all([
    client.result.summary({ ...question, by: 'channel' }),
    client.result.confidence(question),
    client.result.sensitivity(question),
    client.result.insights(question),
    client.ledger.months(),
    client.ledger.lines({ filter: { period } }),
    client.ledger.previewClose({ month: '2026-04' }),
    client.costs.expenses(),
    client.costs.creativeServices({ year: 2026 }),
    client.revenue.purchases({ filter: question }),
    client.revenue.leads({}),
    client.records.work({ filter: {} }),
    client.planning.budget({ year: 2026 }),
    client.reports.monthReport({ period: { from: '2026-04-01', to: '2026-04-30' }, language: 'de' }),
  ])
}

test('an amount beyond a hundred million is refused at its field', async () => {
  const client = await openWithChannel()
  for (const wrong of [
    client.costs.addExpense({ ...command(), expense: expense(MAX_CENTS + 1) }),
    client.revenue.addSale({ ...command(), sale: sale(MAX_CENTS + 1) }),
    client.revenue.addLead({ ...command(), lead: lead(MAX_CENTS + 1) }),
  ])
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test.each([
  ['the largest amounts', MAX_CENTS],
  ['amounts an earlier version took', 1_000_000_000_000],
])('%s are shown on every screen and can be removed', async (_, cents) => {
  const client = await openWithChannel()
  const { recordId } = await client.costs.addExpense({
    ...command(),
    expense: expense(MAX_CENTS, { kind: 'service', isCreative: true, repetition: 'monthly', startsOn: '2026-01-01' }),
  })
  await client.revenue.addSale({ ...command(), sale: sale(MAX_CENTS) })
  for (const _lead of [1, 2]) await client.revenue.addLead({ ...command(), lead: lead(MAX_CENTS) })
  const manual = {
    day: '2026-04-01',
    scope: 'social',
    kind: 'labour',
    cents: MAX_CENTS,
    seconds: 1,
    text: 'Mistyped',
    personId: null,
    activity: 'content',
    channelId: 1,
    campaignId: null,
    postId: null,
    clientId: null,
    departmentId: null,
  } as const
  await client.ledger.addManualLine({ ...command(), line: manual })
  await client.planning.setBudget({
    ...command(),
    changes: ['2026-01', '2026-02'].map((month) => ({ month, campaignId: null, kind: 'ads', cents: MAX_CENTS })),
  })
  if (cents > MAX_CENTS) await enlarge(cents)
  const [summary] = await readEverything(host.client)
  expect(summary.totals.otherCostCents).toBeGreaterThanOrEqual(cents)
  if (recordId === null) throw new Error('no expense')
  await host.client.costs.removeExpense({ ...command(), id: recordId })
  expect(await host.client.costs.expenses()).toEqual([])
})

/** Writes amounts into the file as they were possible before the limit. */
async function enlarge(cents: number) {
  await host.backend.ledger.withWriter((db) => {
    for (const [table, column] of [
      ['expense', 'cents'],
      ['revenue_event', 'paid_cents'],
      ['lead', 'value_cents'],
      ['manual_line', 'cents'],
      ['budget', 'cents'],
    ])
      db.prepare(`UPDATE ${table} SET ${column} = ${cents}`).run()
  })
  const { client } = host
  // A change of each source derives its lines anew.
  await client.settings.update({ ...command(), patch: { marginBasisPoints: 4000 } })
  await host.backend.ledger.withWriter((db, { today, settings }) => deriveAll(db, { today, settings }))
}

test('a name with a character nobody types is refused as such, not as a fault of the app', async () => {
  const client = await openWithChannel()
  const name = '\u0000hidden'
  for (const wrong of [
    client.settings.addPerson({ ...command(), name }),
    client.records.addNamed({ ...command(), list: 'client', name }),
    client.costs.addExpense({ ...command(), expense: expense(1, { name }) }),
    client.revenue.addSale({ ...command(), sale: { ...sale(1), name } }),
  ])
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a break in a name becomes a space, and a note leaves out what pasting brought along', async () => {
  const client = await openWithChannel()
  await client.costs.addExpense({ ...command(), expense: expense(1, { name: 'Two\r\nlines', note: 'a\u0000\nb' }) })
  expect(await client.costs.expenses()).toMatchObject([{ name: 'Two lines', note: 'a\nb' }])
})

test('the first day of the calendar stays on it when the time zone changes; one to come is refused', async () => {
  const client = await openWithChannel()
  const conversation = { label: 'Edge', channelId: 1, postId: null }
  await client.settings.update({ ...command(), patch: { timeZone: 'Pacific/Kiritimati' } })
  await client.records.addConversation({ ...command(), conversation: { ...conversation, day: '1900-01-01' } })
  for (const timeZone of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
    await client.settings.update({ ...command(), patch: { timeZone } })
    const { rows } = await client.records.conversations({ filter: {} })
    expect(rows.map((row) => row.day)).toEqual(['1900-01-01'])
    expect((await client.records.findConversations({})).map((row) => row.day)).toEqual(['1900-01-01'])
  }
  await expect(
    client.records.addConversation({ ...command(), conversation: { ...conversation, day: '2199-12-31' } }),
  ).rejects.toMatchObject({ code: 'invalid_value', data: { field: 'day', reason: 'in_future' } })
})

const MAX_REPLY = 256 * 1024
const sizeOf = (reply: unknown) => JSON.stringify(reply).length

test('one mistyped day centuries away does not make the list of months endless', async () => {
  const client = await openWithChannel()
  for (const startsOn of ['1900-01-01', '2026-10-01'])
    await client.costs.addExpense({ ...command(), expense: expense(100, { startsOn }) })
  const { months, emptyMonths, nextMonth } = await client.ledger.months()
  expect(nextMonth).toBe('1900-01')
  expect(months.filter(({ lineCount }) => lineCount > 0).map(({ month }) => month)).toEqual(['2026-10', '1900-01'])
  // January 1900 to November 2026.
  expect(months.length + emptyMonths).toBe(126 * 12 + 11)
  const preview = await client.ledger.previewClose({ month: '2026-10' })
  expect(preview.months.map(({ month }) => month)).toEqual(['1900-01', '2026-10'])
  expect(preview.emptyMonths).toBe(126 * 12 + 10 - 2)
  expect(sizeOf(months) + sizeOf(preview)).toBeLessThan(MAX_REPLY)
})

test('a result by thousands of posts fits into one reply, and its rows still add up', async () => {
  const client = await openWithChannel()
  await host.backend.ledger.withWriter((db, { today, settings }) => {
    const post = db.prepare('INSERT INTO post (title, channel_id) VALUES (?, 1)')
    const line = db.prepare(
      `INSERT INTO expense (kind, name, cents, starts_on, repetition, channel_id, post_id, scope, note)
       VALUES ('tool', 'Post', ?, '2026-04-01', 'once', 1, ?, 'social', '')`,
    )
    for (let number = 1; number <= 2_500; number++)
      line.run(100 + number, post.run(`A post with a title as long as titles are, number ${number}`).lastInsertRowid)
    deriveAll(db, { today, settings })
  })
  const question = { period, model: 'last', by: 'post' } as const
  const summary = await client.result.summary(question)
  expect(summary.rows.reduce((sum, row) => sum + row.otherCostCents, 0)).toBe(summary.totals.otherCostCents)
  expect(sizeOf(summary)).toBeLessThan(MAX_REPLY)
  expect(sizeOf(await client.result.confidence(question))).toBeLessThan(MAX_REPLY)
})
