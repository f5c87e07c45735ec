// Free slots against a slow model that looks at every minute on the runtime's own clock.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextFreeSlots, type PostingSlot } from '../../shared/domain/posting-slots.ts'

const MINUTE_MS = 60_000
// 2026 with all its clock changes, and a month to spare on both sides.
const START = Date.UTC(2025, 11, 1)
const MINUTES = 430 * 1440
const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'] as const

/** For each minute the times (minutes of the week, Monday 00:00 first) that clocks show then for the first time on their day, or should. */
const walks = new Map<string, readonly (readonly number[])[]>()
function walk(zone: string): readonly (readonly number[])[] {
  const known = walks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const times: number[][] = Array.from({ length: MINUTES + 1440 }, () => [])
  let latest = -Infinity
  let shown = 0
  for (let minute = 0; minute < MINUTES; minute++) {
    // No zone changes its clock within a quarter of an hour.
    const isRead = minute % 15 === 0
    shown = isRead
      ? Date.parse(`${format.format(START + minute * MINUTE_MS).replace(' ', 'T')}Z`) / MINUTE_MS
      : shown + 1
    // Times that are skipped take place as much later as the clock was put forward.
    const gap = latest === -Infinity ? 0 : Math.max(0, shown - latest - 1)
    for (let skipped = 0; skipped < gap; skipped++) times[minute + skipped]?.push(minuteOfWeek(latest + 1 + skipped))
    if (shown > latest) times[minute]?.push(minuteOfWeek(shown))
    latest = Math.max(latest, shown)
  }
  walks.set(zone, times)
  return times
}

/** 1 January 1970 was a Thursday. */
function minuteOfWeek(minutes: number): number {
  return (minutes + 3 * 1440) % (7 * 1440)
}

interface Case {
  readonly slots: readonly PostingSlot[]
  readonly taken: readonly number[]
  readonly from: number
  readonly timeZone: (typeof ZONES)[number]
  readonly count: number
  readonly notWithinMinutes: number
}

function model({ slots, taken, from, timeZone, count, notWithinMinutes }: Case): number[] {
  const wanted = new Set(
    slots.map(({ weekday, clock }) => weekday * 1440 + Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))),
  )
  const times = walk(timeZone)
  const busy = [...taken]
  const free: number[] = []
  for (let minute = Math.ceil((from - START) / MINUTE_MS); minute < MINUTES && free.length < count; minute++) {
    const at = START + minute * MINUTE_MS
    if (!times[minute]?.some((time) => wanted.has(time))) continue
    if (busy.some((other) => other === at || Math.abs(other - at) < notWithinMinutes * MINUTE_MS)) continue
    free.push(at)
    busy.push(at)
  }
  return free
}

const clock = fc
  .oneof(
    fc.integer({ min: 0, max: 1439 }),
    fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15),
    fc.integer({ min: 36, max: 80 }).map((quarter) => quarter * 15),
  )
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const slot = fc.record({
  weekday: fc.oneof(fc.constant(6), fc.integer({ min: 0, max: 6 })),
  clock,
}) as fc.Arbitrary<PostingSlot>
const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T10:00Z',
  '2026-11-01T09:00Z',
  '2026-04-04T15:00Z',
]
const instant = fc.oneof(
  fc.integer({ min: START + 86_400_000, max: START + 300 * 86_400_000 }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -4_000, max: 1_000 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE_MS),
)
const someCase: fc.Arbitrary<Case> = fc
  .record({
    slots: fc.array(slot, { maxLength: 12 }),
    timeZone: fc.constantFrom(...ZONES),
    from: instant,
    count: fc.integer({ min: 0, max: 12 }),
    notWithinMinutes: fc.constantFrom(0, 1, 30, 60, 60, 240, 1440),
    // Near the beginning, so that they are in the way.
    distances: fc.array(fc.integer({ min: -2_000, max: 30_000 }), { maxLength: 40 }),
  })
  .map(({ distances, ...rest }) => ({
    ...rest,
    taken: distances.map((minutes) => Math.floor(rest.from / MINUTE_MS) * MINUTE_MS + minutes * MINUTE_MS),
  }))

describe('minute by minute', () => {
  test('the next free slots are those of the model', () =>
    fc.assert(
      fc.property(someCase, (of) => {
        expect(nextFreeSlots(of)).toEqual(model(of))
      }),
      { numRuns: 400 },
    ))

  test('what was found is taken the next time', () =>
    fc.assert(
      fc.property(someCase, (of) => {
        const first = nextFreeSlots({ ...of, count: 3 })
        const both = nextFreeSlots({ ...of, count: 6 })
        expect(both.slice(0, first.length)).toEqual(first)
        expect(nextFreeSlots({ ...of, taken: [...of.taken, ...first], count: 3 })).toEqual(both.slice(3))
      }),
      { numRuns: 200 },
    ))
})
