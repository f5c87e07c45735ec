/**
 * Side by side: profit by month and channel of the same lines from the sums the app keeps, from a bare query in sqlite3, and from
 * hledger and Ledger, which read a journal of them. Whoever answers must answer the same, to the cent.
 */
import { statSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../electron/backend/database/connection.ts'
import { openLedgerFile } from '../../electron/backend/database/open.ts'
import { sumLinesBy, sumSharesBy } from '../../electron/backend/features/result/rollup-store.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf, type Month } from '../../shared/domain/day.ts'
import { BARE_QUERY, differences, PROFIT, ROLLUP_QUERY, writeJournal, type Profits } from './journal-file.ts'
import { inMb, inMs, inSeconds, median, medianMs, ratio, timeMs, type Measurement } from './measure.ts'
import { gigabytes, isInstalled, runTool, type Limits, type ToolRun } from './tool-run.ts'

/** Of each program; the long ones run once. */
const RUNS = 3
const LONG_MS = 20_000
/** Of the memory that is free, what a program may take. */
const MEMORY_PART = 0.8

export async function benchComparison(folder: string, ledger: string, patience: number): Promise<Measurement[]> {
  const journal = join(folder, 'comparison.journal')
  let entries = 0
  const wrote = await timeMs(() => (entries = writeJournal(ledger, journal)))
  const { reader, writer } = openLedgerFile(ledger)
  try {
    const profits = asProfits(reader.prepare<[], Profit>(ROLLUP_QUERY).all())
    const base = await medianMs(15, () => reader.prepare<[], Profit>(ROLLUP_QUERY).all())
    const rows: Measurement[] = [
      {
        what: 'journal',
        figure: inMb(statSync(journal).size),
        against: `${entries.toLocaleString('en')} entries, written in ${inSeconds(wrote)}`,
      },
      { what: 'Gegenwert: one query over its month sums', figure: inMs(base), against: ratio(base, base) },
    ]
    refuseDifference('a question a month', profits, askByMonth(reader))
    const byMonth = await medianMs(5, () => askByMonth(reader))
    rows.push({
      what: 'Gegenwert: a question a month, as its page asks',
      figure: inMs(byMonth),
      against: ratio(byMonth, base),
    })
    for (const tool of toolsFor(ledger, journal)) rows.push(...(await benchTool(tool, profits, base, patience)))
    return rows
  } finally {
    reader.close()
    writer.close()
  }
}

interface Profit {
  readonly month: string
  readonly channel: number
  readonly cents: number
}

function asProfits(rows: readonly Profit[]): Profits {
  return new Map(rows.map(({ month, channel, cents }) => [`${month} ${channel}`, cents]))
}

/** The functions behind the result page, once for every month. */
function askByMonth(db: Connection): Profits {
  const profits = new Map<string, number>()
  const { first, last } = bookedMonths(db)
  for (let month = first; month <= last; month = monthOf(addMonths(firstDayOf(month), 1))) {
    const period = { from: firstDayOf(month), to: lastDayOf(month) }
    const add = (key: number | string, cents: number) =>
      profits.set(`${month} ${key}`, (profits.get(`${month} ${key}`) ?? 0) + cents)
    for (const line of sumLinesBy(db, 'channel', period)) if (line.kind !== 'revenue') add(line.key, -line.cents)
    for (const share of sumSharesBy(db, 'channel', period, 'last')) add(share.key, share.contributionCents)
  }
  return profits
}

/** Costs that run on have lines after the last day on which anything was done. */
function bookedMonths(db: Connection): { first: Month; last: Month } {
  const months = db
    .prepare<[], { first: Month; last: Month }>('SELECT min(month) AS first, max(month) AS last FROM line_month')
    .get()
  if (!months) throw new Error('the ledger has no lines')
  return months
}

function refuseDifference(what: string, expected: Profits, found: Profits): void {
  const [first] = differences(expected, found)
  if (first !== undefined) throw new Error(`${what} differs from the app: ${first}`)
}

interface Tool {
  readonly what: string
  readonly program: string
  readonly words: readonly string[]
  readonly input?: string
  readonly read: (output: string) => Profits
  /** A part of the run the program itself measures. */
  readonly part?: { readonly what: string; readonly msOf: (output: string) => number }
}

function toolsFor(ledger: string, journal: string): Tool[] {
  const columns = '%(format_date(date,"%Y-%m"))|%(account)|%(quantity(amount))\n'
  return [
    {
      what: 'sqlite3: bare query over the lines, with its start',
      program: 'sqlite3',
      words: ['-readonly', ledger],
      input: `.timer on\n${BARE_QUERY}\n`,
      read: (output) => readColumns(output, (cents) => Number(cents)),
      part: {
        what: 'sqlite3: the query alone',
        msOf: (output) => Number(/Run Time: real ([\d.]+)/.exec(output)?.[1]) * 1000,
      },
    },
    {
      what: 'Ledger: register --monthly',
      program: 'ledger',
      words: ['--file', journal, 'register', `^${PROFIT}`, '--monthly', '--register-format', columns],
      read: (output) => readColumns(output, centsOf),
    },
    {
      what: 'hledger: balance --monthly',
      program: 'hledger',
      words: ['-f', journal, 'balance', PROFIT, '--monthly', '--flat', '-N', '-O', 'csv'],
      read: readTable,
    },
  ]
}

async function benchTool(tool: Tool, profits: Profits, base: number, patience: number): Promise<Measurement[]> {
  if (!isInstalled(tool.program))
    return [{ what: tool.what, figure: '–', against: `not installed (apt install ${tool.program})` }]
  const limits: Limits = { seconds: patience, bytes: freemem() * MEMORY_PART }
  const runs: ToolRun[] = []
  do {
    const run = await runTool(tool.program, tool.words, limits, tool.input)
    if (run.gaveUp !== null) return [{ what: tool.what, figure: '–', against: run.gaveUp }]
    refuseDifference(tool.what, profits, tool.read(run.output))
    runs.push(run)
  } while (runs.length < RUNS && (runs[0]?.ms ?? 0) < LONG_MS)
  const whole = median(runs.map((run) => run.ms))
  const peak = Math.max(...runs.map((run) => run.peakBytes ?? 0))
  const rows = [
    { what: tool.what, figure: inMs(whole), against: `${ratio(whole, base)}, ${peak > 0 ? gigabytes(peak) : '?'}` },
  ]
  const { part } = tool
  if (part === undefined) return rows
  const own = median(runs.map((run) => part.msOf(run.output)))
  return [...rows, { what: part.what, figure: inMs(own), against: ratio(own, base) }]
}

/** Lines of month, channel (or its account) and amount. */
function readColumns(output: string, toCents: (text: string) => number): Profits {
  const profits = new Map<string, number>()
  for (const line of output.split('\n')) {
    const [month, account, amount] = line.split('|')
    if (month === undefined || account === undefined || amount === undefined) continue
    profits.set(`${month} ${channelOf(account)}`, toCents(amount))
  }
  return profits
}

/** A table of accounts and months. Neither names nor amounts hold commas or quotes. */
function readTable(output: string): Profits {
  const [head = [], ...rows] = output.split('\n').map((line) => line.replaceAll('"', '').split(','))
  const profits = new Map<string, number>()
  for (const [account = '', ...amounts] of rows)
    for (const [index, amount] of amounts.entries())
      profits.set(`${head[index + 1] ?? ''} ${channelOf(account)}`, centsOf(amount))
  return profits
}

function channelOf(account: string): string {
  return account.replace(/^.* /, '')
}

function centsOf(amount: string): number {
  return Math.round(Number.parseFloat(amount) * 100)
}
