/** What hours take: the questions of the screens of time and the screens themselves, with few and with many entries. */
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { addDays, mondayOf, type Period } from '../../shared/domain/day.ts'
import { makeBackend } from '../support/direct-host.ts'
import { TEN_YEARS } from './datasets.ts'
import { makeLedger } from './make-ledger.ts'
import { inMs, median, ratio, timeMs, type Measurement } from './measure.ts'

/** Ten years with so many entries; of purchases only a few, because no screen of time asks for them. */
export const TIME_ENTRIES = [25_000, 250_000] as const

export interface TimeLedgerFile {
  readonly entries: number
  readonly path: string
}

export function makeTimeLedgers(folder: string): TimeLedgerFile[] {
  return TIME_ENTRIES.map((entries) => ({
    entries,
    path: makeLedger(folder, `time-${entries}`, { ...TEN_YEARS, orders: 1_000, timeEntries: entries }).path,
  }))
}

interface Case {
  readonly what: string
  readonly ask: (client: Client, facts: Facts) => Promise<unknown>
}

interface Facts {
  readonly week: Period
  readonly year: Period
  readonly whole: Period
  readonly clientId: number
  readonly middle: { readonly startedAt: number; readonly id: number }
}

const CASES: readonly Case[] = [
  {
    what: 'timeline of a week, one person',
    ask: (client, { week }) => client.time.timeline({ period: week, personId: 1 }),
  },
  {
    what: 'timeline of a week, everybody',
    ask: (client, { week }) => client.time.timeline({ period: week, personId: null }),
  },
  { what: 'list, first page with sums', ask: (client) => client.time.list({ filter: {} }) },
  { what: 'list, a page in the middle', ask: (client, { middle }) => client.time.list({ filter: {}, cursor: middle }) },
  { what: 'list, one client', ask: (client, { clientId }) => client.time.list({ filter: { clientId } }) },
  { what: 'list, words in the note', ask: (client) => client.time.list({ filter: { text: 'redaktionsplan 17' } }) },
  {
    what: 'report of a year by activity',
    ask: (client, { year }) => client.time.report({ filter: { period: year }, by: 'activity' }),
  },
  {
    what: 'report of a year by channel',
    ask: (client, { year }) => client.time.report({ filter: { period: year }, by: 'channel' }),
  },
  {
    what: 'report of ten years by activity',
    ask: (client, { whole }) => client.time.report({ filter: { period: whole }, by: 'activity' }),
  },
  {
    what: 'report of ten years by channel',
    ask: (client, { whole }) => client.time.report({ filter: { period: whole }, by: 'channel' }),
  },
]

/** Medians of runs taken in turns on the ledgers; the first is the base of the ratios. */
export async function benchTimeQuestions(folder: string, ledgers: readonly TimeLedgerFile[]): Promise<Measurement[]> {
  const opened = await Promise.all(
    ledgers.map(async ({ path }) => {
      const backend = makeBackend(folder, path)
      await backend.openLedger(path)
      const client = directClient(backend)
      return { backend, client, facts: await factsOf(client) }
    }),
  )
  const rows: Measurement[] = []
  for (const { what, ask } of CASES) {
    const times = await inTurns(
      opened.map(
        ({ client, facts }) =>
          () =>
            ask(client, facts),
      ),
    )
    rows.push(compared(what, times))
  }
  for (const { backend } of opened) backend.close()
  return rows
}

async function factsOf(client: Client): Promise<Facts> {
  const { to } = TEN_YEARS.period
  const monday = addDays(mondayOf(to), -7)
  const clientId = (await client.time.projects()).find((project) => project.clientId !== null)?.clientId
  const halfway = { from: TEN_YEARS.period.from, to: addDays(to, -1_826) }
  const [middle] = (await client.time.list({ filter: { period: halfway }, limit: 1 })).rows
  if (!clientId || !middle) throw new Error('a ledger without clients or hours')
  return {
    week: { from: monday, to: addDays(monday, 6) },
    year: { from: addDays(to, -364), to },
    whole: TEN_YEARS.period,
    clientId,
    middle: { startedAt: middle.startedAt, id: middle.id },
  }
}

const RUNS = 9

/** Each work once without counting, then all of them in turns. */
export async function inTurns(works: readonly (() => unknown)[], runs = RUNS): Promise<number[][]> {
  const times = works.map((): number[] => [])
  for (let run = 0; run <= runs; run++)
    for (const [index, work] of works.entries()) {
      const took = await timeMs(work)
      if (run > 0) times[index]?.push(took)
    }
  return times
}

/** The base, then each other with its ratio to it; the quickest run behind. */
export function compared(what: string, [base = [], ...others]: readonly (readonly number[])[]): Measurement {
  const text = (times: readonly number[]) => `${inMs(median(times))} (${inMs(Math.min(...times))})`
  const against = others.map((times) => `${text(times).padStart(20)} ${ratio(median(times), median(base)).padStart(8)}`)
  return { what, figure: text(base), against: against.join(' ') }
}
