import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import { fillSampleLedger } from '../../electron/backend/features/safekeeping/sample/fill-sample-ledger.ts'
import { crisisTextsIn } from '../../electron/backend/features/safekeeping/sample/sample-crisis-texts.ts'
import type { ResultSummary } from '../../shared/contract/result.ts'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import type * as z from 'zod'
import { makeBackend } from '../support/direct-host.ts'

const NOW = Date.parse('2026-11-21T09:00:00Z')
let folder: string
let opened: Backend[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-sample-'))
  opened = []
})

afterEach(() => {
  for (const backend of opened) backend.close()
  rmSync(folder, { recursive: true, force: true })
})

function backendAt(now: number, subfolder = 'data'): Backend {
  const backend = makeBackend(join(folder, subfolder), undefined, now)
  opened.push(backend)
  return backend
}

async function openSample(now = NOW, subfolder = 'data') {
  const backend = backendAt(now, subfolder)
  const client = directClient(backend)
  const { path } = await client.safekeeping.openSample()
  return { backend, client, path }
}

const CONTENT = [
  'post',
  'conversation',
  'conversation_topic',
  'crisis',
  'crisis_entry',
  'lead',
  'budget',
  'seal',
  'person',
  'cost_rate',
  'channel',
  'campaign',
  'time_entry',
  'time_share',
  'project',
  'favourite',
  'ad_spend',
  'expense',
  'revenue_event',
  'touchpoint',
  'ledger_line',
  'attribution_share',
]

function contentOf(backend: Backend): unknown[] {
  const { reader } = backend.ledger
  // What waits for an answer waits from the moment the sample is made.
  const settled = (table: string) => (table === 'conversation' ? "WHERE status = 'done'" : '')
  return CONTENT.map((table) => reader.prepare(`SELECT * FROM ${table} ${settled(table)} ORDER BY id`).all())
}

type Row = z.output<typeof ResultSummary>['rows'][number]

describe('the sample ledger', () => {
  test('is sound, marked as a sample, and tells of the year up to yesterday', async () => {
    const { client } = await openSample()
    expect((await client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
    const { ledger } = await client.app.status()
    expect(ledger).toMatchObject({
      name: 'Radwerk Ahoi',
      isSample: true,
      isFirstStartDone: true,
      marginBasisPoints: 5500,
      isEmpty: false,
    })
    expect(await client.result.extent()).toEqual({ from: '2025-11-21', to: '2026-11-20' })
  })

  test('has something to see everywhere: people with rates, all activities, all channels, refunds, several touches', async () => {
    const { client, backend } = await openSample()
    const period = (await client.result.extent())!
    const summary = await client.result.summary({ period, model: 'last', by: 'channel' })
    expect(summary.lacks).toEqual([])
    expect(new Set(summary.labourByActivity.map((row) => row.activity))).toEqual(new Set(ACTIVITIES))
    expect(summary.rows.map((row: Row) => row.key)).toEqual(['Instagram', 'Facebook', 'TikTok', null])
    expect(summary.other.adsCents).toBeGreaterThan(0)
    expect(summary.uncountedOrders).toBeGreaterThan(0)
    expect(summary.coverage.singleTouchOrders).toBeLessThan(summary.coverage.touchedOrders)
    expect(summary.coverage.touchedNetCents).toBeLessThan(summary.coverage.netCents)
    const { people, defaultRates } = await client.settings.people()
    expect(people.map((person) => person.rates.length)).toEqual(expect.arrayContaining([0, 1, 2]))
    expect(defaultRates).toHaveLength(1)
    const count = (sql: string) => Number(backend.ledger.reader.prepare(sql).pluck().get())
    expect(count('SELECT count(*) FROM time_entry')).toBeGreaterThan(900)
    expect(count("SELECT count(*) FROM revenue_event WHERE status = 'partially_refunded'")).toBeGreaterThan(5)
    expect(count('SELECT count(*) - count(DISTINCT customer_hash) FROM revenue_event')).toBeGreaterThan(100)
  })

  test('tells what the work was for: posts, pillars, formats, conversations, departments, a client', async () => {
    const { client } = await openSample()
    const period = (await client.result.extent())!
    const posts = await client.records.posts({ filter: {} })
    expect(posts.count).toBeGreaterThan(100)
    expect(posts.rows.filter((post) => post.seconds > 0 && post.netCents! > 0).length).toBeGreaterThan(20)
    const unpublished = (await client.records.posts({ filter: {}, cursor: { day: null, id: 1_000_000 } })).rows
    const due = await client.calendar.due()
    // What is planned, one of it late, and two ideas without a time.
    expect([due.lateCount, (await client.calendar.list({ list: 'undated' })).count]).toEqual([1, 2])
    expect(unpublished).toHaveLength(14)
    const { rows: conversations } = await client.records.conversations({ filter: {} })
    expect(conversations.filter((row) => row.costCents > 0 && row.netCents! > 0).length).toBeGreaterThan(0)
    const named = async (list: 'campaign' | 'pillar' | 'client' | 'department') =>
      (await client.records.named({ list })).map((row) => [row.seconds > 0, row.netCents === null || row.netCents > 0])
    expect(await named('pillar')).toEqual(Array.from({ length: 4 }, () => [true, true]))
    expect(await named('department')).toEqual(Array.from({ length: 2 }, () => [true, true]))
    expect(await named('client')).toEqual([
      [true, true],
      [true, false],
    ])
    for (const by of ['post', 'pillar', 'format', 'campaign', 'client'] as const) {
      const { rows } = await client.result.summary({ period, model: 'last', by })
      expect(
        rows.filter((row) => row.id !== null || row.key !== null).some((row) => row.netCents > 0),
        by,
      ).toBe(true)
    }
    const insights = await client.result.insights({ period, model: 'last' })
    expect(insights.unloved.departments).toHaveLength(2)
    expect(insights.dialogue.dividendNetCents).toBeGreaterThan(0)
    expect(insights.pipeline).toMatchObject({ count: 4 })
    // Both what has a post and what still has to be assigned is there.
    expect((await client.records.work({ filter: { missing: 'post' } })).sums.count).toBeGreaterThan(300)
  })

  test('tells whose hours are one’s own, what clients pay for, and of work over several posts', async () => {
    const { client, backend } = await openSample()
    const { selfPersonId } = await client.time.running()
    const { people } = await client.settings.people()
    expect(people.find((person) => person.id === selfPersonId)?.name).toBe('Svenja Petersen')
    expect(people.filter((person) => person.kind === 'expert' && person.rates.length > 0)).toHaveLength(1)
    const projects = await client.time.projects()
    expect(projects).toHaveLength(2)
    expect(projects.every((project) => project.isBillable && project.seconds > 0 && project.client !== null)).toBe(true)
    const { sums } = await client.time.list({ filter: { isBillable: true } })
    expect(sums!.billableSeconds).toBeGreaterThan(30 * 3600)
    const { favourites, recent } = await client.time.combinations()
    expect([favourites.length, recent.length]).toEqual([4, 20])
    const shared = Number(
      backend.ledger.reader.prepare('SELECT count(DISTINCT entry_id) FROM time_share').pluck().get(),
    )
    expect(shared).toBeGreaterThan(10)
  })

  test('has costs and revenue of every kind: a levy, dollars, a receipt, a contract, leads, margins, budgets', async () => {
    const { client } = await openSample()
    const expenses = await client.costs.expenses()
    expect(expenses.map((expense) => expense.kind).sort()).toEqual(['levy', 'service', 'tool', 'tool', 'tool'])
    expect(expenses.filter((expense) => expense.foreign?.currency === 'USD')).toHaveLength(1)
    expect(expenses.find((expense) => expense.kind === 'service')).toMatchObject({
      isCreative: true,
      levyId: expect.any(Number),
      receipts: [{ mediaType: 'application/pdf', state: 'present' }],
    })
    expect(await client.costs.checkReceipts()).toMatchObject({ count: 1, problems: [], unused: { count: 0 } })
    expect(await client.revenue.subscriptions()).toMatchObject([{ repetition: 'monthly', payments: 6 }])
    expect((await client.revenue.leads({})).counts).toEqual({ open: 4, won: 1, lost: 2 })
    expect((await client.revenue.margins()).products.filter((product) => product.ownBasisPoints !== null)).toHaveLength(
      3,
    )
    const { budgets } = await client.planning.budget({ year: 2026 })
    expect(new Set(budgets.map((budget) => budget.kind))).toEqual(new Set(['labour', 'tool', 'ads']))
  })

  test('tells who wrote what, how soon it was answered, and what came of it', async () => {
    const { client, backend } = await openSample()
    const count = (sql: string) => Number(backend.ledger.reader.prepare(sql).pluck().get())
    expect(count('SELECT count(*) FROM conversation_text')).toBeGreaterThanOrEqual(70)
    const again = 'SELECT contact_id FROM conversation WHERE contact_id > 0 GROUP BY contact_id HAVING count(*) > 1'
    expect(count(`SELECT count(*) FROM (${again})`)).toBeGreaterThan(10)
    const period = { from: '2025-11-01', to: '2026-11-21' }
    const { total, groups } = await client.moderation.figures({ filter: { period }, by: 'kind' })
    expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(['comment', 'mention', 'message', 'review']))
    expect(groups.every(({ figures }) => figures.positive > 0)).toBe(true)
    expect(total).toMatchObject({ batches: 2, batched: 32, closedUnanswered: 3, unanswered: 9, leads: 2, wonLeads: 1 })
    expect(total.firstStanding.inTime).toBeGreaterThan(3 * total.firstStanding.late)
    expect(total.firstStanding.late).toBeGreaterThan(5)
    expect(total.next.count).toBeGreaterThan(5)
    expect(total.angry).toBeGreaterThan(3)
    expect(total.netCents).toBeGreaterThan(0)
    // What an answer took is known of nearly all: the hours of the year are what they are made of.
    expect(count('SELECT count(DISTINCT conversation_id) FROM time_entry')).toBeGreaterThan(120)
    const { topics } = await client.moderation.complaints({ filter: { period } })
    expect(topics.length).toBeGreaterThan(3)
    const services = await client.moderation.services({ filter: { period } })
    expect(services.departments).toHaveLength(2)
    expect(count('SELECT count(DISTINCT measure) FROM conversation')).toBe(3)
    expect(count('SELECT count(*) FROM contact WHERE is_blocked = 1')).toBe(1)
  })

  test('tells of a crisis from the first comment to what is to change', async () => {
    const { client } = await openSample()
    const [crisis, ...others] = await client.moderation.crisisList()
    expect(others).toEqual([])
    expect(crisis).toMatchObject({ conversations: 5, closedAt: expect.any(Number) })
    const detail = await client.moderation.crisisDetail({ id: crisis!.id })
    expect(detail.statements).toMatchObject([{ status: 'published' }])
    expect(detail.checks.every((check) => check.doneAt !== null)).toBe(true)
    expect(detail.contacts.every((contact) => contact.informedAt !== null)).toBe(true)
    const { entries } = await client.moderation.crisisLog({ id: crisis!.id })
    expect(entries[0]).toMatchObject({ kind: 'closed' })
    expect(entries.at(-1)).toMatchObject({ kind: 'opened' })
  })

  // A Saturday and a Sunday morning, a holiday, and a Tuesday afternoon.
  test.each(['2026-11-21T09:00:00Z', '2026-07-26T10:00:00Z', '2026-01-01T12:00:00Z', '2026-06-16T13:00:00Z'])(
    'opened on %s: one answer is overdue, two are due soon, others are later, owed to nobody, elsewhere or put off',
    async (moment) => {
      const now = Date.parse(moment)
      const { client } = await openSample(now)
      const counts = await client.moderation.counts()
      expect(counts).toMatchObject({ open: 6, waiting: 4, overdue: 1, soon: 2, lateReturns: 1 })
      expect(counts.wakesAt).toBeGreaterThan(now)
      const open = (await client.moderation.list({ list: 'open' })).rows
      expect(open.filter(({ dueAt }) => dueAt === null)).toHaveLength(1)
      const waiting = (await client.moderation.list({ list: 'waiting' })).rows
      expect(waiting.filter(({ handedTo }) => handedTo !== null)).toHaveLength(2)
      for (const { id } of [...open, ...waiting]) {
        const { timeline, receivedAt } = await client.moderation.detail({ id })
        const times = timeline.map(({ at }) => at)
        expect([Math.min(...times) >= receivedAt, Math.max(...times) <= now], String(id)).toEqual([true, true])
      }
      expect((await client.ledger.verify()).isSound).toBe(true)
    },
  )

  test('opened at night nothing is due before service begins again', async () => {
    const now = Date.parse('2026-11-24T23:30:00Z')
    const { client } = await openSample(now)
    expect(await client.moderation.counts()).toMatchObject({ open: 6, waiting: 4, overdue: 1, soon: 0, lateReturns: 1 })
  })

  test('has two closed months, one of them corrected since', async () => {
    const { client } = await openSample()
    const { months } = await client.ledger.months()
    const closed = months.filter((month) => month.status === 'closed')
    expect(closed.map((month) => month.month)).toEqual(['2025-12', '2025-11'])
    expect(closed[1]!.corrections.count).toBeGreaterThan(1)
    expect(months[0]).toMatchObject({ month: '2026-11', status: 'running' })
    expect((await client.ledger.verify()).isSound).toBe(true)
  })

  test('nobody works on weekends or holidays, nor in two places at once', async () => {
    const { backend } = await openSample()
    const count = (sql: string) => Number(backend.ledger.reader.prepare(sql).pluck().get())
    expect(count("SELECT count(*) FROM time_entry WHERE strftime('%w', day) IN ('0', '6')")).toBe(0)
    expect(
      count(
        "SELECT count(*) FROM time_entry WHERE day IN ('2025-12-25', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-10-31')",
      ),
    ).toBe(0)
    expect(
      count(`SELECT count(*) FROM time_entry AS one JOIN time_entry AS other
        ON other.person_id = one.person_id AND other.id > one.id AND other.day = one.day
        WHERE other.started_at < one.ended_at AND one.started_at < other.ended_at`),
    ).toBe(0)
  })

  test.each(['2026-01-01', '2026-03-30', '2026-07-15', '2026-11-21', '2028-02-29'])(
    'opened on %s: one channel earns, one is open, one costs',
    async (day) => {
      const { client } = await openSample(Date.parse(`${day}T12:00:00Z`))
      const period = (await client.result.extent())!
      const { rows } = await client.result.confidence({ period, model: 'last' })
      const names = new Map((await client.settings.channels()).map((channel) => [channel.id, channel.name]))
      const kinds = Object.fromEntries(rows.map(({ id, verdict }) => [names.get(id ?? 0), verdict.kind]))
      expect(kinds).toEqual({ Instagram: 'earns', Facebook: 'open', TikTok: 'costs' })
    },
  )

  test('is the same whenever it is made on one day', async () => {
    const first = await openSample(NOW, 'first')
    const second = await openSample(NOW + 3_600_000, 'second')
    expect(contentOf(second.backend)).toEqual(contentOf(first.backend))
  })

  test('speaks the language of the ledger one comes from, whatever the machine speaks', async () => {
    const backend = backendAt(NOW)
    await backend.openOwnLedger()
    const client = directClient(backend)
    expect((await client.settings.ledger()).language).toBe('de')
    await client.settings.update({ commandId: crypto.randomUUID(), patch: { language: 'en' } })
    await client.safekeeping.openSample()
    expect((await client.settings.ledger()).language).toBe('en')
    const titles = (await client.moderation.crisisList()).map(({ title }) => title)
    expect(titles).toEqual([crisisTextsIn('en').title])
  })

  test('is made once and then opened as it was left', async () => {
    const { backend, client } = await openSample()
    await client.settings.addPerson({ commandId: crypto.randomUUID(), name: 'Neu im Team' })
    backend.close()
    const again = await openSample()
    expect((await again.client.settings.people()).people.map((person) => person.name)).toContain('Neu im Team')
  })

  test('a failure leaves nothing behind, and what a crash left behind is no obstacle', async () => {
    const backend = backendAt(NOW, '.')
    const taken = join(folder, 'taken.gegenwert')
    writeFileSync(taken, 'not ours')
    writeFileSync(`${taken}.part`, 'half of an earlier attempt')
    await expect(fillSampleLedger(backend, taken)).rejects.toMatchObject({
      code: 'ledger_unreadable',
      data: { reason: 'exists' },
    })
    expect(readdirSync(folder)).toEqual(['taken.gegenwert'])
    const free = join(folder, 'free.gegenwert')
    writeFileSync(`${free}.part`, 'half of an earlier attempt')
    await fillSampleLedger(backend, free)
    expect(backend.ledger.path).toBe(free)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
