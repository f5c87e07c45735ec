// The report and the files say what the ledger says: compared with its lines, and read back by programs that are not ours.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { FileKind, MonthReport, ReportDocument } from '../../shared/contract/reports.ts'
import { firstDayOf, lastDayOf, toDay, type Month, type Period } from '../../shared/domain/day.ts'
import {
  openDirectHost,
  openFixtureLedger,
  makeBackend,
  newCommandId,
  type DirectHost,
} from '../support/direct-host.ts'
import { canReadJournals, checkStrictly, hledgerMonths, ledgerMonths } from '../support/plain-text-accounting.ts'

const all = periodOf('2026-01-01', '2026-10-31')
const october = monthPeriod('2026-10')

function periodOf(from: string, to: string): Period {
  return { from: toDay(from), to: toDay(to) }
}

function monthPeriod(month: string): Period {
  return { from: firstDayOf(month as Month), to: lastDayOf(month as Month) }
}

let host: DirectHost
beforeAll(async () => void (host = await openFixtureLedger()))
afterAll(() => host.close())

const opened: DirectHost[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

async function openOwn(): Promise<DirectHost> {
  const own = await openFixtureLedger()
  opened.push(own)
  return own
}

type Wish = Partial<Parameters<Client['reports']['exportFile']>[0]>

async function readFile(client: Client, kind: FileKind, wish: Wish = {}) {
  const pieces = []
  let name = ''
  let total = 0
  for await (const event of await client.reports.exportFile({ kind, language: 'de', ...wish })) {
    if (event.kind === 'start') {
      name = event.fileName
      total = event.total
    } else pieces.push(event)
  }
  return { name, total, pieces, text: pieces.map((piece) => piece.text).join('') }
}

async function report(client: Client, period: Period, language: 'de' | 'en' = 'de') {
  return client.reports.monthReport({ period, language })
}

/** Everything the report says, in the order in which one reads it. */
function wordsOf({ sentence, state, facts, sections }: ReportDocument): string {
  const runs = (all: readonly { text: string }[]) => all.map(({ text }) => text).join('')
  const blocks = sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.map((block) => {
      if (block.kind === 'text') return runs(block.runs)
      if (block.kind === 'list') return block.items.map(runs).join('\n')
      if (block.kind === 'table') return block.rows.map(({ cells }) => runs(cells)).join('\n')
      if (block.kind === 'signatures') return block.labels.join('\n')
      if (block.kind === 'quote') return block.text
      if (block.kind === 'picture') return block.caption
      return block.bars.map(({ label, value }) => `${label} ${value}`).join('\n')
    }),
  ])
  return [runs(sentence), state?.text, ...facts.map(({ value, remark }) => `${value} ${remark}`), ...blocks].join('\n')
}

interface Sums {
  readonly labour: number
  readonly ads: number
  readonly other: number
  readonly revenue: number
  readonly seconds: number
}

/** From the lines themselves, a page at a time: no rollup, no share. */
async function sumLines(client: Client, period: Period, scope?: 'social' | 'other'): Promise<Sums> {
  const sums = { labour: 0, ads: 0, other: 0, revenue: 0, seconds: 0 }
  let cursor: { day: Period['from']; id: number } | null = null
  do {
    const page: Awaited<ReturnType<Client['ledger']['lines']>> = await client.ledger.lines({
      filter: { period, ...(scope && { scope }) },
      cursor,
      limit: 200,
    })
    for (const { kind, cents, seconds } of page.lines) {
      sums.seconds += seconds
      sums[kind === 'labour' || kind === 'ads' || kind === 'revenue' ? kind : 'other'] += cents
    }
    cursor = page.next
  } while (cursor)
  return sums
}

const months = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)

describe('the figures', () => {
  test.each(months)('of %s are the sums of its lines', async (month) => {
    const period = monthPeriod(month)
    const { figures } = await report(host.client, period)
    const lines = await sumLines(host.client, period, 'social')
    const { totals, channels, activities } = figures
    expect(totals).toMatchObject({
      labourCents: lines.labour,
      adsCents: lines.ads,
      otherCostCents: lines.other,
      seconds: lines.seconds,
    })
    expect(activities.reduce((sum, { cents }) => sum + cents, 0)).toBe(lines.labour)
    expect(activities.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(lines.seconds)
    for (const key of ['seconds', 'labourCents', 'adsCents', 'netCents', 'contributionCents', 'resultCents'] as const) {
      expect(
        channels.reduce((sum, channel) => sum + (channel[key] ?? 0), 0),
        key,
      ).toBe(totals[key])
    }
    expect(totals.resultCents).toBe((totals.contributionCents ?? 0) - lines.labour - lines.ads - lines.other)
    const { revenue } = await sumLines(host.client, period)
    expect(figures.coverage.netCents).toBe(revenue)
    expect(totals.netCents + figures.other.netCents).toBe(revenue)
  })

  test('are the same as on the screen, and compared with the month before', async () => {
    const { figures } = await report(host.client, october)
    const screen = await host.client.result.summary({ period: october, model: 'last', by: 'channel' })
    const september = await host.client.result.summary({ period: monthPeriod('2026-09'), model: 'last', by: 'channel' })
    expect(figures.totals).toEqual(screen.totals)
    expect(figures.before).toEqual({ period: monthPeriod('2026-09'), totals: september.totals })
    expect((await report(host.client, monthPeriod('2026-01'))).figures.before).toBeNull()
    expect((await report(host.client, periodOf('2026-03-05', '2026-03-18'))).figures.before?.period).toEqual(
      periodOf('2026-02-19', '2026-03-04'),
    )
  })

  test('lead to what follows from them: each step is counted', async () => {
    const { figures } = await report(host.client, october)
    const { coverage } = figures
    const step = <Kind extends MonthReport['next'][number]['kind']>(kind: Kind) =>
      figures.next.filter((each): each is Extract<typeof each, { kind: Kind }> => each.kind === kind)
    const [missing] = step('purchases-missing')
    const perWeek = figures.purchasesMissing! / (31 / 7)
    expect(missing).toEqual({
      kind: 'purchases-missing',
      ...(perWeek < 1
        ? { per: 'period', count: figures.purchasesMissing }
        : { per: 'week', count: Math.ceil(perWeek) }),
    })
    expect(step('untouched-purchases')).toEqual([
      {
        kind: 'untouched-purchases',
        count: coverage.orders - coverage.touchedOrders,
        netCents: coverage.netCents - coverage.touchedNetCents,
      },
    ])
    for (const { channel, resultCents } of step('channel-costs')) {
      const row = figures.channels.find(({ key }) => key === channel)
      expect(row).toMatchObject({ resultCents, verdict: { kind: 'costs' } })
    }
  })
})

describe('the words', () => {
  test('state the result in both languages', async () => {
    const german = (await report(host.client, october)).document
    expect(german.title).toBe('Monatsbericht Oktober 2026')
    expect(wordsOf(german)).toContain('Social Media hat im Oktober 2026 4.077\u00a0€ mehr gekostet')
    expect(wordsOf(german)).toContain('Vorläufig: Monat nicht abgeschlossen')
    expect(wordsOf(german)).toContain('keine Buchführung')
    expect(wordsOf(german)).toContain('Sep: −4.196\u00a0€')
    const english = (await report(host.client, october, 'en')).document
    expect(english.title).toBe('Monthly report, October 2026')
    expect(wordsOf(english)).toContain('cost €4,077 more')
    expect(wordsOf(english)).not.toMatch(/\b(Monat|Käufe|Kosten|Ergebnis|Urteil)\b/)
    expect(wordsOf(german) + wordsOf(english)).not.toMatch(/\{\{|undefined|NaN|<\w+>/)
  })

  test('say of a ledger without anything what is missing', async () => {
    const empty = await openDirectHost()
    opened.push(empty)
    const { figures, document } = await report(empty.client, october)
    expect(figures.next.map((step) => ('lack' in step ? step.lack : step.kind))).toEqual(['hours', 'revenue'])
    expect(wordsOf(document)).toContain('Vorläufig: Es fehlen noch Arbeitszeit und Umsatz.')
    expect(wordsOf(document)).not.toMatch(/\{\{|undefined|NaN/)
    expect((await readFile(empty.client, 'journal')).text).toContain('decimal-mark .')
  })

  test('know a closed month by its seal, and say when purchases were attributed anew since', async () => {
    const own = await openOwn()
    await own.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-01', withEarlier: true })
    const january = monthPeriod('2026-01')
    const before = await report(own.client, january)
    const { months: states } = await own.client.ledger.months()
    const seal = states.find(({ month }) => month === '2026-01')?.seal
    expect(before.figures.closing).toMatchObject({ kind: 'closed', hash: seal?.hash, differs: false })
    expect(before.document.state).toEqual({
      text: `Monat abgeschlossen am 02.11.2026 · Siegel ${seal?.hash.slice(0, 12)}`,
      isFinal: true,
    })
    await own.client.settings.update({ commandId: newCommandId(), patch: { marginBasisPoints: 6000 } })
    const { figures, document } = await report(own.client, january)
    expect(figures.closing).toMatchObject({ differs: true, resultCents: before.figures.totals.resultCents })
    expect(document.state?.text).toContain('Seitdem hat sich das Ergebnis geändert')
    expect(document.state?.isFinal).toBe(false)
  })

  test('judge a month by the half year before its end, and say so', async () => {
    const { figures, document } = await report(host.client, october)
    expect(figures.judged).toEqual(periodOf('2026-05-03', '2026-10-31'))
    const judged = await host.client.result.confidence({ period: figures.judged, model: 'last' })
    expect(figures.certainty?.verdict).toEqual(judged.total?.verdict)
    const month = await host.client.result.confidence({ period: october, model: 'last' })
    expect(figures.certainty?.range).toEqual(month.total?.range)
    expect(wordsOf(document)).toContain('Über 25 Wochen gesehen: Instagram, TikTok, Facebook und LinkedIn kosten mehr')
    expect(wordsOf(document)).toContain('Beurteilt vom 03.05.2026 bis 31.10.2026')
    expect((await report(host.client, all)).figures.judged).toEqual(all)
    const running = await report(host.client, monthPeriod('2026-11'))
    expect(running.figures.judged.to).toBe('2026-11-02')
    expect(running.figures.closing).toEqual({ kind: 'open', isRunning: true })
  })

  test('set the budget beside what was spent', async () => {
    const own = await openOwn()
    const budget = (kind: 'ads' | 'labour', cents: number, month = '2026-10') => ({
      month,
      campaignId: null,
      kind,
      cents,
    })
    const changes = [budget('ads', 100_000), budget('labour', 900_000), budget('ads', 500_000, '2026-09')]
    await own.client.planning.setBudget({ commandId: newCommandId(), changes })
    const { figures, document } = await report(own.client, october)
    expect(figures.budget).toEqual([
      { kind: 'ads', plannedCents: 100_000, cents: figures.totals.adsCents },
      { kind: 'labour', plannedCents: 900_000, cents: figures.totals.labourCents },
    ])
    expect(figures.next).toContainEqual({
      kind: 'budget-exceeded',
      cost: 'ads',
      plannedCents: 100_000,
      cents: figures.totals.adsCents,
    })
    expect(wordsOf(document)).toContain('Budget überschritten: Anzeigen 1.148\u00a0€ statt 1.000\u00a0€.')
    expect((await report(own.client, monthPeriod('2026-08'))).figures.budget).toEqual([])
  })
})

const HOSTILE = `<script>alert(1)</script> "Kanal" & 'Co' <img src=x onerror="alert(2)"> https://example.org`

describe('the HTML file', () => {
  test('has the words of the page, runs nothing and leads nowhere, whatever names say', async () => {
    const own = await openOwn()
    const [channel] = await own.client.settings.channels()
    await own.client.settings.updateChannel({
      commandId: newCommandId(),
      id: channel!.id,
      patch: { name: HOSTILE.replace(' https://example.org', '') },
    })
    await own.client.settings.update({ commandId: newCommandId(), patch: { name: HOSTILE } })
    const { text, name } = await readFile(own.client, 'html', { period: october })
    expect(name).toMatch(/^[^<>"/\\:|?*]+\.html$/)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;Kanal&quot; &amp; &#39;Co&#39;')
    expect(text).not.toMatch(/<(script|img|iframe|object|embed|link|base|form|a|image|use)\b/i)
    expect(text).not.toMatch(/<[^>]*\s(src|href|srcset|action|on\w+|xlink:href)\s*=/i)
    expect(text).not.toMatch(/url\(|@import|expression\(/i)
    expect(text).toContain('default-src &#39;none&#39;')
    expect([...text.matchAll(/<style>/g)]).toHaveLength(1)
    expect(text.slice(text.indexOf('<style>') + 7, text.indexOf('</style>'))).not.toContain('<')
    expect(text.trimEnd().endsWith('</html>')).toBe(true)
  })
})

describe('the JSON file', () => {
  test('is what the contract answers', async () => {
    const { text } = await readFile(host.client, 'json', { period: october })
    expect(JSON.parse(text)).toEqual((await report(host.client, october)).figures)
    expect(JSON.parse(text)).toMatchObject({ format: 'gegenwert-report', version: 1 })
  })
})

describe('CSV files, read by a parser that is not ours', () => {
  function parse(text: string) {
    expect(text.startsWith('\uFEFF')).toBe(true)
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
    expect(errors).toEqual([])
    return data
  }
  const number = (text: string | undefined) => Number((text ?? '').replace(',', '.'))
  const cents = (text: string | undefined) => Math.round(number(text) * 100)

  test.each(['comma', 'point'] as const)('the report, with a %s', async (numbers) => {
    const { text } = await readFile(host.client, 'csv', { period: october, numbers })
    const rows = parse(text)
    const { totals, channels } = (await report(host.client, october)).figures
    const total = rows.find((row) => row['Bereich'] === 'Gesamt')
    expect(total).toMatchObject({ Von: '2026-10-01', Bis: '2026-10-31', Währung: 'EUR' })
    expect(total?.['Ergebnis']).toMatch(numbers === 'comma' ? /^-\d+,\d\d$/ : /^-\d+\.\d\d$/)
    expect(cents(total?.['Ergebnis'])).toBe(totals.resultCents)
    const read = rows.filter((row) => row['Bereich'] === 'Kanal')
    expect(read.map((row) => cents(row['Arbeit']))).toEqual(channels.map(({ labourCents }) => labourCents))
    expect(read.map((row) => row['Name'])).toEqual(channels.map(({ key }) => key ?? 'Kanalübergreifend'))
  })

  test.each(['comma', 'point'] as const)('all lines, with a %s', async (numbers) => {
    const { text, total } = await readFile(host.client, 'lines-csv', { numbers })
    const rows = parse(text)
    expect(rows).toHaveLength(total)
    const sums = await sumLines(host.client, all)
    const sum = (kind: string) =>
      rows.filter((row) => row['Art'] === kind).reduce((result, row) => result + cents(row['Betrag']), 0)
    expect(sum('Arbeit (kalkulatorisch)')).toBe(sums.labour)
    expect(sum('Anzeigen')).toBe(sums.ads)
    expect(sum('Erlöse')).toBe(sums.revenue)
    expect(rows.reduce((result, row) => result + number(row['Sekunden']), 0)).toBe(sums.seconds)
  })

  test('all purchases, with their touches', async () => {
    const { text, total } = await readFile(host.client, 'purchases-csv')
    const rows = parse(text)
    expect(rows).toHaveLength(total)
    const counted = rows.filter((row) => row['Zählt'] === 'ja')
    const { coverage } = (await report(host.client, all)).figures
    expect(counted).toHaveLength(coverage.orders)
    expect(counted.reduce((sum, row) => sum + cents(row['Umsatz netto']), 0)).toBe(coverage.netCents)
    const social = counted.filter((row) => row['Social Media'] === 'ja')
    expect(social.reduce((sum, row) => sum + cents(row['Umsatz netto']), 0)).toBe(coverage.socialNetCents)
    expect(rows.some((row) => row['Kontakte']?.includes(' > '))).toBe(true)
  })

  test('no text becomes a formula, and every text survives', async () => {
    const own = await openDirectHost()
    opened.push(own)
    const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', 'a;b,"c"', ' spaces ', 'Zeile\nzwei', '😀']
    for (const name of names) {
      const line = { day: october.from, scope: 'social' as const, kind: 'other' as const, cents: -1, seconds: 0 }
      const nothing = { personId: null, activity: null, channelId: null, campaignId: null, postId: null }
      await own.client.ledger.addManualLine({
        commandId: newCommandId(),
        line: { ...line, ...nothing, clientId: null, departmentId: null, text: name },
      })
    }
    for (const numbers of ['comma', 'point'] as const) {
      const rows = parse((await readFile(own.client, 'lines-csv', { numbers })).text)
      // A name is one line of text, however it was pasted.
      const kept = names.map((name) => name.trim().replace('\n', ' '))
      const expected = kept.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name))
      expect(rows.map((row) => row['Beschreibung'])).toEqual(expected)
      expect(rows.map((row) => cents(row['Betrag']))).toEqual(names.map(() => -1))
    }
  })
})

describe('large files', () => {
  test('come in pieces a reply can carry, with their count', async () => {
    const { pieces, total } = await readFile(host.client, 'journal')
    expect(pieces.length).toBeGreaterThan(5)
    for (const piece of pieces) expect(Buffer.byteLength(JSON.stringify(piece))).toBeLessThan(256 * 1024)
    expect(pieces.map(({ done }) => done)).toEqual(pieces.map(({ done }) => done).toSorted((a, b) => a - b))
    expect(pieces.at(-1)?.done).toBe(total)
  })

  test('are of one moment: what is entered meanwhile does not show, and stopping leaves nothing open', async () => {
    const own = await openOwn()
    const untouched = (await readFile(own.client, 'lines-csv', { period: all })).text
    const stream = await own.client.reports.exportFile({ kind: 'lines-csv', language: 'de', period: all })
    let text = ''
    for await (const event of stream) {
      if (event.kind !== 'piece') continue
      if (text === '') await own.client.settings.setRate(newRate())
      text += event.text
    }
    expect(text).toBe(untouched)
    expect((await readFile(own.client, 'lines-csv', { period: all })).text).not.toBe(untouched)

    for await (const event of await own.client.reports.exportFile({ kind: 'journal', language: 'de' })) {
      if (event.kind === 'piece') break
    }
    await own.client.settings.setRate(newRate())
    expect((await own.client.ledger.verify()).isSound).toBe(true)
  })
})

let rates = 5000
function newRate() {
  rates += 100
  return { commandId: newCommandId(), personId: null, validFrom: '2026-01-01', centsPerHour: rates, basis: null }
}

describe.runIf(canReadJournals)('the journal, read by hledger and Ledger', () => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'gegenwert-journal-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function writeJournal(client: Client, wish: Wish = {}): Promise<string> {
    const path = join(folder, `${crypto.randomUUID()}.journal`)
    writeFileSync(path, (await readFile(client, 'journal', wish)).text)
    checkStrictly(path)
    return path
  }

  const sumOf = (balances: Readonly<Record<string, number>>, isWanted: (account: string, month: string) => boolean) =>
    Object.entries(balances)
      .filter(([key]) => isWanted(key.slice(0, -8), key.slice(-7)))
      .reduce((sum, [, cents]) => sum + cents, 0)

  /** Every month's accounts against the ledger's lines. */
  async function compare(client: Client, backend: Backend, language: 'de' | 'en') {
    const span = await client.result.extent()
    const path = await writeJournal(client, { language })
    const balances = hledgerMonths(path)
    expect(ledgerMonths(path)).toEqual(balances)
    const [labour, ads, revenue, expenses] =
      language === 'de'
        ? ['Aufwand:Kalkulatorisch:Arbeit', 'Aufwand:Anzeigen', 'Erlöse', 'Aufwand']
        : ['Expenses:Imputed:Labour', 'Expenses:Ads', 'Revenue', 'Expenses']
    const read = backend.ledger.reader.database
      .prepare<[], { month: string; labour: number; ads: number; costs: number; revenue: number }>(
        `SELECT substr(day, 1, 7) AS month, sum((kind = 'labour') * cents) AS labour, sum((kind = 'ads') * cents) AS ads,
           sum((kind <> 'revenue') * cents) AS costs, sum((kind = 'revenue') * cents) AS revenue FROM ledger_line GROUP BY 1`,
      )
      .all()
    expect(read.length).toBeGreaterThan(9)
    expect(span).not.toBeNull()
    for (const month of read) {
      const at = (root: string) =>
        sumOf(balances, (account, each) => each === month.month && (account === root || account.startsWith(`${root}:`)))
      expect(at(labour!), month.month).toBe(month.labour)
      expect(at(ads!), month.month).toBe(month.ads)
      expect(at(expenses!), month.month).toBe(month.costs)
      expect(at(revenue!), month.month).toBe(0 - month.revenue)
    }
    expect(sumOf(balances, () => true)).toBe(0)
    return balances
  }

  test('has the sums of the fixtures, to the cent, line by line and day by day', async () => {
    const balances = await compare(host.client, host.backend, 'de')
    const days = hledgerMonths(await writeJournal(host.client, { journal: 'days' }))
    expect(days).toEqual(balances)
    expect(ledgerMonths(await writeJournal(host.client, { journal: 'days' }))).toEqual(balances)
    const { rows } = await host.client.result.summary({ period: october, model: 'last', by: 'channel' })
    const instagram = rows.find(({ key }) => key === 'Instagram')
    const labour = sumOf(
      balances,
      (account, month) =>
        month === '2026-10' && account.startsWith('Aufwand:Kalkulatorisch:') && account.endsWith(':Instagram'),
    )
    expect(labour).toBe(instagram?.labourCents)
  })

  test('has the sums of the sample ledger, in English', async () => {
    const dataFolder = join(folder, 'sample')
    const backend = makeBackend(dataFolder, undefined, Date.parse('2026-11-21T09:00:00Z'))
    try {
      const client = directClient(backend)
      await client.safekeeping.openSample()
      const balances = await compare(client, backend, 'en')
      expect(Object.keys(balances).some((key) => key.startsWith('Expenses:Imputed:Labour:'))).toBe(true)
    } finally {
      backend.close()
    }
  })

  test('is of a period when asked for one', async () => {
    const balances = hledgerMonths(await writeJournal(host.client, { period: october }))
    expect(new Set(Object.keys(balances).map((key) => key.slice(-7)))).toEqual(new Set(['2026-10']))
  })
})
