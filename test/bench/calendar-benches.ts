/** What the calendar asks, with a few and with many posts in the file; a month holds two hundred in both. */
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { addDays, firstDayOf, lastDayOf, mondayOf, monthOf } from '../../shared/domain/day.ts'
import { makeBackend, newCommandId } from '../support/direct-host.ts'
import type { Measurement } from './measure.ts'
import { PLAN_DAY, type PlanFile } from './plan-files.ts'
import { compared, inTurns } from './time-benches.ts'

interface Facts {
  readonly ids: readonly number[]
  readonly at: readonly number[]
}

interface Case {
  readonly what: string
  readonly ask: (client: Client, facts: Facts) => Promise<unknown>
}

const month = { from: mondayOf(firstDayOf(monthOf(PLAN_DAY))), to: addDays(lastDayOf(monthOf(PLAN_DAY)), 6) }
const week = { from: mondayOf(PLAN_DAY), to: addDays(mondayOf(PLAN_DAY), 6) }

const CASES: readonly Case[] = [
  { what: 'a month', ask: ({ calendar }) => calendar.range({ period: month }) },
  { what: 'a week', ask: ({ calendar }) => calendar.range({ period: week }) },
  {
    what: 'a year',
    ask: ({ calendar }) => calendar.range({ period: { from: addDays(PLAN_DAY, -364), to: PLAN_DAY } }),
  },
  {
    what: 'a month, one channel',
    ask: ({ calendar }) => calendar.range({ period: month, filter: { channelIds: [1] } }),
  },
  { what: 'a month, a word', ask: ({ calendar }) => calendar.range({ period: month, filter: { text: 'espresso' } }) },
  { what: 'list: first page, with the count', ask: ({ calendar }) => calendar.list({ list: 'all' }) },
  {
    what: 'list: a page in the middle',
    ask: ({ calendar }, { at }) =>
      calendar.list({ list: 'all', cursor: { day: addDays(PLAN_DAY, -60), at: at[0] ?? 0, id: 1 } }),
  },
  { what: 'list: a word of most', ask: ({ calendar }) => calendar.list({ list: 'all', filter: { text: 'espresso' } }) },
  { what: 'list: a rare number', ask: ({ calendar }) => calendar.list({ list: 'all', filter: { text: '977' } }) },
  { what: 'board: ready', ask: ({ calendar }) => calendar.board({ status: 'ready' }) },
  { what: 'board: published', ask: ({ calendar }) => calendar.board({ status: 'published' }) },
  { what: 'what is due', ask: ({ calendar }) => calendar.due() },
  { what: 'one post', ask: ({ calendar }) => calendar.post({ id: 900 }) },
  { what: 'what a post has to bring in', ask: ({ calendar }) => calendar.money({ id: 900 }) },
  {
    what: 'move one by a day, and back',
    ask: async ({ calendar }, { ids: [id = 0] }) => {
      await calendar.shift({ commandId: newCommandId(), ids: [id], days: 1 })
      await calendar.shift({ commandId: newCommandId(), ids: [id], days: -1 })
    },
  },
  {
    what: 'move a hundred by a week, and back',
    ask: async ({ calendar }, { ids }) => {
      await calendar.shift({ commandId: newCommandId(), ids: [...ids], days: 7 })
      await calendar.shift({ commandId: newCommandId(), ids: [...ids], days: -7 })
    },
  },
]

/** Medians of runs taken in turns; the smaller file is the base of the ratios. */
export async function benchCalendar(folder: string, files: readonly PlanFile[]): Promise<Measurement[]> {
  const opened = await Promise.all(
    files.map(async ({ path }) => {
      const backend = makeBackend(folder, path)
      await backend.openLedger(path)
      const client = directClient(backend)
      return { backend, client, facts: await factsOf(client) }
    }),
  )
  const rows: Measurement[] = []
  for (const { what, ask } of CASES)
    rows.push(
      compared(
        what,
        await inTurns(
          opened.map(
            ({ client, facts }) =>
              () =>
                ask(client, facts),
          ),
        ),
      ),
    )
  for (const { backend } of opened) backend.close()
  return rows
}

/** A hundred that are still to come. */
async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.calendar.range({ period: { from: PLAN_DAY, to: addDays(PLAN_DAY, 30) } })
  const planned = rows.filter(({ publishedAt }) => publishedAt === null).slice(0, 100)
  return { ids: planned.map(({ id }) => id), at: planned.map(({ plannedAt }) => plannedAt ?? 0) }
}
