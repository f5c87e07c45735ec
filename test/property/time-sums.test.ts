// Whatever is entered, divided, moved, trimmed, shared and priced: hours and cents are those of a plain account kept beside it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { TimeEntry } from '../../shared/contract/time-entries.ts'
import { newCommandId } from '../support/direct-host.ts'
import {
  addConversation,
  addPost,
  allEntries,
  draftOf,
  inConversation,
  onPost,
  openTimeLedger,
  setRate,
  storedTime,
  type TimeLedger,
} from '../support/time-ledger.ts'

const HOUR = 3_600_000
interface World extends TimeLedger {
  readonly posts: readonly number[]
  readonly conversations: readonly number[]
  /** From which day on an hour costs what, latest first. */
  readonly rates: Map<string, number>
}

async function openWorld(timeZone: string): Promise<World> {
  const ledger = await openTimeLedger({ marginBasisPoints: 5000, timeZone })
  const posts = [await addPost(ledger, 'A', ledger.channel), await addPost(ledger, 'B'), await addPost(ledger, 'C')]
  return {
    ...ledger,
    posts,
    conversations: [await addConversation(ledger, 'Frage')],
    rates: new Map([['2020-01-01', 4450]]),
  }
}

const command = () => ({ commandId: newCommandId() })
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % all.length]
const iso = (instant: number) => new Date(instant).toISOString()

/** Around both changes of the clock and the turn of a year. */
const STARTS = ['2025-10-25T20:00:00Z', '2025-12-31T20:00:00Z', '2026-03-07T20:00:00Z', '2026-03-28T20:00:00Z'].map(
  Date.parse,
)

type Step = (world: World, entries: readonly TimeEntry[], a: number, b: number) => Promise<Receipt | null>
const targetsOf = ({ posts, conversations }: World, n: number) =>
  [
    ...posts.map((post, index) => onPost(post, 1 + ((n + index) % 5))),
    ...conversations.map((one) => inConversation(one, 1 + (n % 7))),
  ].slice(n % 4)

const STEPS: Record<string, Step> = {
  add: (world, _entries, a, b) => {
    const from = STARTS[a % STARTS.length]! + (b % 30) * HOUR + (a % 3600) * 1000
    const times = { from: iso(from), to: iso(from + (1 + ((a * 7 + b) % 86_399)) * 1000) }
    const onOverlap = b % 2 ? 'keep' : 'trim'
    return world.client.time.add({
      ...command(),
      entries: [draftOf(world, times, { targets: targetsOf(world, a) })],
      onOverlap,
    })
  },
  split: async ({ client }, entries, a, b) => {
    const entry = pick(entries, a)
    if (!entry) return null
    const at = entry.startedAt + Math.floor((entry.seconds * (1 + (b % 8))) / 9) * 1000
    return client.time.split({ ...command(), id: entry.id, at })
  },
  shift: async ({ client }, entries, a, b) => {
    const entry = pick(entries, a)
    return entry ? client.time.shift({ ...command(), ids: [entry.id], days: (b % 21) - 10 }) : null
  },
  resize: async ({ client }, entries, a, b) => {
    const entry = pick(entries, a)
    if (!entry) return null
    const patch = {
      startedAt: entry.startedAt + ((a % 200) - 100) * 60_000,
      endedAt: entry.endedAt! + (b % 7200) * 1000,
    }
    return client.time.update({ ...command(), id: entry.id, patch, onOverlap: b % 2 ? 'keep' : 'trim' })
  },
  trim: async ({ client }, entries, a, b) => {
    const ids = [pick(entries, a)?.id, pick(entries, b)?.id, pick(entries, a + b)?.id].filter((id) => id !== undefined)
    return new Set(ids).size < 2 ? null : client.time.trim({ ...command(), ids })
  },
  share: async (world, entries, a, b) => {
    const entry = pick(entries, a)
    return entry
      ? world.client.time.update({ ...command(), id: entry.id, patch: { targets: targetsOf(world, b) } })
      : null
  },
  rate: async ({ client, rates }, _entries, a, b) => {
    const day = new Date(Date.parse('2025-10-20T00:00:00Z') + (a % 200) * 24 * HOUR).toISOString().slice(0, 10)
    rates.set(day, b % 20_000)
    return setRate(client, b % 20_000, day)
  },
  remove: async ({ client }, entries, a) => {
    const entry = pick(entries, a)
    return entry && a % 3 === 0 ? client.time.remove({ ...command(), ids: [entry.id] }) : null
  },
}

/** Half a cent up, in whole numbers; the rate is that of the day on which the work began. */
function costOf(entry: TimeEntry, rates: ReadonlyMap<string, number>): number {
  const [, rate] = [...rates].filter(([from]) => from <= entry.day).sort(([a], [b]) => (a < b ? 1 : -1))[0]!
  return Number((2n * BigInt(entry.seconds) * BigInt(rate) + 3600n) / 7200n)
}

async function expectAccount(world: World): Promise<void> {
  const entries = await allEntries(world)
  const seconds = entries.reduce((sum, entry) => sum + (entry.endedAt! - entry.startedAt) / 1000, 0)
  const cents = entries.reduce((sum, entry) => sum + costOf(entry, world.rates), 0)
  expect(entries.map((entry) => entry.cents)).toEqual(entries.map((entry) => costOf(entry, world.rates)))
  const { sums } = await world.client.time.list({ filter: {} })
  expect(sums).toMatchObject({ count: entries.length, seconds, cents, unpricedSeconds: 0 })
  const { reader } = world.host.backend.ledger
  const lines = reader
    .prepare(
      "SELECT count(*) AS count, coalesce(sum(cents), 0) AS cents, coalesce(sum(seconds), 0) AS seconds FROM ledger_line WHERE source_kind = 'time'",
    )
    .get()
  const count = entries.reduce((sum, entry) => sum + Math.max(1, entry.targets.length), 0)
  expect(lines).toEqual({ count, cents, seconds })
  expect((await world.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
}

const linesOf = ({ host }: World) =>
  host.backend.ledger.reader.prepare("SELECT * FROM ledger_line WHERE source_kind = 'time' ORDER BY id").all()
const EXPECTED = new Set(['overlap', 'invalid_value'])

const script = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 50_000 }), fc.nat({ max: 50_000 })),
  { minLength: 4, maxLength: 16 },
)

test(
  'sums are true after any sequence, costing twice changes nothing, and undo restores the exact rows',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('Europe/Berlin', 'America/Los_Angeles'), script, async (timeZone, steps) => {
        const world = await openWorld(timeZone)
        try {
          for (const [name, a, b] of [['add', 3, 1] as const, ['add', 4, 5] as const, ...steps]) {
            const before = { stored: storedTime(world), rates: new Map(world.rates) }
            const lengths = new Map((await allEntries(world)).map((entry) => [entry.id, entry.seconds]))
            const receipt = await STEPS[name]!(world, await allEntries(world), a, b).catch(
              (error: { code?: string }) => {
                if (!EXPECTED.has(error.code ?? '')) throw error
                return null
              },
            )
            if (receipt === null) {
              // What was refused has written nothing.
              expect(storedTime(world)).toEqual(before.stored)
              continue
            }
            if (name === 'shift')
              for (const entry of await allEntries(world)) expect(entry.seconds).toBe(lengths.get(entry.id))
            const after = storedTime(world)
            if (!receipt.isUndoable) {
              expect(after).toEqual(before.stored)
              continue
            }
            const back = await world.client.history.undo({ ...command(), undoes: receipt.commandId })
            expect(storedTime(world)).toEqual(before.stored)
            await world.client.history.undo({ ...command(), undoes: back.commandId })
            expect(storedTime(world)).toEqual(after)
          }
          await expectAccount(world)
          const lines = linesOf(world)
          const [[day, cents]] = [...world.rates].slice(-1) as [[string, number]]
          await setRate(world.client, cents, day)
          expect(linesOf(world)).toEqual(lines)
        } finally {
          world.host.close()
        }
      }),
      { numRuns: 25 },
    )
  },
)
