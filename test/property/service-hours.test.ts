// Service hours against a slow model that walks through three years minute by minute and reads the runtime's own clock.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, toDay, type Day } from '../../shared/domain/day.ts'
import { createServiceClock, type ServiceHours } from '../../shared/domain/service-hours.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
// Three years, with both clock changes in each. The last of these zones change their clocks at midnight, or on a day's last hour.
const START = Date.UTC(2023, 11, 30)
const MINUTES = (3 * 365 + 5) * DAY_MINUTES
const END = START + MINUTES * MINUTE_MS
const FIRST_DAY = toDay('2023-12-28')
const FIRST_DAY_MS = Date.parse(FIRST_DAY)
const ZONES = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'UTC',
] as const

/**
 * For each minute the latest time clocks have shown up to then, in minutes since midnight of the first day. It stands still while an
 * hour comes for the second time, and jumps over one that is skipped: a stretch begins and ends when it reaches its times.
 */
const walks = new Map<string, Int32Array>()
function walk(zone: string): Int32Array {
  let shown = walks.get(zone)
  if (shown) return shown
  walks.set(zone, (shown = new Int32Array(MINUTES)))
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  let [latest, quarter] = [0, 0]
  for (let minute = 0; minute < MINUTES; minute++) {
    // sv-SE writes 2026-03-29 01:45. No zone changes its clock within a quarter of an hour.
    if (minute % 15 === 0) {
      const text = format.format(START + minute * MINUTE_MS)
      quarter = (Date.parse(`${text.replace(' ', 'T')}Z`) - FIRST_DAY_MS) / MINUTE_MS
    }
    latest = Math.max(latest, quarter + (minute % 15))
    shown[minute] = latest
  }
  return shown
}

interface Model {
  readonly isOpen: Uint8Array
  /** Minutes of service before each minute. */
  readonly openBefore: Uint32Array
}

function modelOf({ weekly, zone, isHoliday }: ServiceHours): Model {
  const days = Array.from({ length: MINUTES / DAY_MINUTES + 6 }, (_, index) => {
    const day = addDays(FIRST_DAY, index)
    const minutes = new Uint8Array(DAY_MINUTES)
    if (isHoliday(day)) return minutes
    for (const { from, to } of weekly[(new Date(day).getUTCDay() + 6) % 7] ?? []) {
      minutes.fill(1, minuteOfDay(from), minuteOfDay(to))
    }
    return minutes
  })
  const isOpen = new Uint8Array(MINUTES)
  const openBefore = new Uint32Array(MINUTES + 1)
  const latest = walk(zone)
  let count = 0
  for (let minute = 0; minute < MINUTES; minute++) {
    const shown = latest[minute] ?? 0
    const open = days[Math.floor(shown / DAY_MINUTES)]?.[shown % DAY_MINUTES] ?? 0
    isOpen[minute] = open
    openBefore[minute + 1] = count += open
  }
  return { isOpen, openBefore }
}

function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** Milliseconds of service from the start of the model to an instant. */
function serviceMsUntil({ isOpen, openBefore }: Model, instant: number): number {
  const minute = Math.floor((instant - START) / MINUTE_MS)
  const rest = instant - START - minute * MINUTE_MS
  return (openBefore[minute] ?? 0) * MINUTE_MS + (isOpen[minute] === 1 ? rest : 0)
}

function nextOpen({ isOpen }: Model, instant: number): number | null {
  const minute = Math.floor((instant - START) / MINUTE_MS)
  if (isOpen[minute] === 1) return instant
  const next = isOpen.indexOf(1, minute)
  return next < 0 ? null : START + next * MINUTE_MS
}

const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Times of the night too, where clocks change; stretches of a day in order, apart or touching. */
const dayHours = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.constant([{ from: '00:00', to: '24:00' }]) },
  {
    weight: 8,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          fc.integer({ min: 0, max: DAY_MINUTES }),
          fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15),
          fc.integer({ min: 92, max: 96 }).map((quarter) => quarter * 15),
        ),
        { minLength: 2, maxLength: 8 },
      )
      .chain((times) =>
        fc.boolean().map((isTouching) => {
          const sorted = times.toSorted((a, b) => a - b).map(clockText)
          return sorted
            .slice(0, -1)
            .map((from, index) => ({ from, to: sorted[index + 1]! }))
            .filter((_, index) => isTouching || index % 2 === 0)
        }),
      ),
  },
)

const hours: fc.Arbitrary<ServiceHours> = fc
  .record({
    weekly: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
    zone: fc.constantFrom(...ZONES),
    // Single days and long closures.
    closures: fc.array(fc.tuple(fc.nat({ max: 1100 }), fc.oneof(fc.constant(1), fc.nat({ max: 200 }))), {
      maxLength: 25,
    }),
  })
  .map(({ weekly, zone, closures }) => {
    const holidays = new Set<Day>()
    for (const [first, count] of closures) {
      for (let index = 0; index < count; index++) holidays.add(addDays(FIRST_DAY, first + index))
    }
    return { weekly, zone, isHoliday: (day: Day) => holidays.has(day) }
  })

/** To the millisecond, to the minute, and around the clock changes of Berlin, Los Angeles and Lord Howe. */
const CHANGES = [
  '2024-03-31T01:00Z',
  '2024-10-27T01:00Z',
  '2025-03-09T10:00Z',
  '2025-11-02T09:00Z',
  '2026-04-04T15:00Z',
]
const instant = fc.oneof(
  fc.integer({ min: START, max: END - 1 }),
  fc.nat({ max: MINUTES - 1 }).map((minute) => START + minute * MINUTE_MS),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -600, max: 600 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE_MS),
)
const pair = fc.tuple(instant, instant)
const seconds = (days: number) => fc.nat({ max: days * 24 * 3600 })
const many = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 30, maxLength: 30 })
const runs = { numRuns: 60 }

describe('over three years, minute by minute', () => {
  test('the service time between two instants is what the model counts', () => {
    fc.assert(
      fc.property(hours, many(pair), (of, pairs) => {
        const [model, clock] = [modelOf(of), createServiceClock(of)]
        for (const [from, to] of pairs) {
          const expected = from < to ? serviceMsUntil(model, to) - serviceMsUntil(model, from) : 0
          expect(clock.serviceMsBetween(from, to)).toBe(expected)
        }
      }),
      runs,
    )
  })

  test('every six hours have the service time the model counts', () => {
    fc.assert(
      fc.property(hours, (of) => {
        const [model, clock] = [modelOf(of), createServiceClock(of)]
        const step = 360 * MINUTE_MS
        const differing: string[] = []
        for (let from = START; from + step < END; from += step) {
          const counted = serviceMsUntil(model, from + step) - serviceMsUntil(model, from)
          if (clock.serviceMsBetween(from, from + step) !== counted) differing.push(new Date(from).toISOString())
        }
        expect(differing).toEqual([])
      }),
      runs,
    )
  })

  test('a deadline is the first instant at which so much service has passed', () => {
    fc.assert(
      fc.property(hours, many(fc.tuple(instant, fc.oneof(seconds(1), seconds(30)))), (of, wanted) => {
        const [model, clock] = [modelOf(of), createServiceClock(of)]
        for (const [from, whole] of wanted) {
          const serviceMs = whole * 1000 + 1
          const deadline = clock.deadlineAfter(from, serviceMs)
          const target = serviceMsUntil(model, from) + serviceMs
          if (deadline === null || deadline >= END) {
            // Beyond the model: then so much service does not lie within it either, or a closure was too long.
            const isClosed = deadline === null && hasLongClosure(model, from)
            expect(isClosed || serviceMsUntil(model, END - 1) < target).toBe(true)
            continue
          }
          expect(serviceMsUntil(model, deadline)).toBe(target)
          expect(serviceMsUntil(model, deadline - 1)).toBe(target - 1)
          expect(clock.serviceMsBetween(from, deadline)).toBe(serviceMs)
          // What takes until closing time is due then, not at the next opening.
          const closing = model.isOpen.indexOf(0, Math.floor((deadline - START) / MINUTE_MS) + 1)
          if (closing < 0) continue
          const closingTime = START + closing * MINUTE_MS
          const untilClosing = serviceMsUntil(model, closingTime) - serviceMsUntil(model, from)
          if (model.isOpen[closing - 1] === 1) expect(clock.deadlineAfter(from, untilClosing)).toBe(closingTime)
        }
      }),
      runs,
    )
  })

  test('the next moment of service is the first open minute, and the deadline of nothing', () => {
    fc.assert(
      fc.property(hours, many(instant), (of, instants) => {
        const [model, clock] = [modelOf(of), createServiceClock(of)]
        for (const from of instants) {
          const next = clock.nextServiceStart(from)
          expect(clock.deadlineAfter(from, 0)).toBe(next)
          const expected = nextOpen(model, from)
          const isBeyond = next === null || next >= END
          if (expected === null) expect(isBeyond).toBe(true)
          else if (expected - from <= 400 * DAY_MINUTES * MINUTE_MS) expect(next).toBe(expected)
          else expect(next).toBeNull()
        }
      }),
      runs,
    )
  })
})

/** Whether more than 400 days pass without service from an instant on, or between two moments of it later. */
function hasLongClosure({ isOpen }: Model, from: number): boolean {
  let idle = 0
  for (let minute = Math.floor((from - START) / MINUTE_MS); minute < MINUTES; minute++) {
    idle = isOpen[minute] === 1 ? 0 : idle + 1
    if (idle >= 400 * DAY_MINUTES) return true
  }
  return false
}

test('service time adds up, and no order of questions changes an answer', () => {
  fc.assert(
    fc.property(hours, fc.array(instant, { minLength: 3, maxLength: 12 }), (of, instants) => {
      const clock = createServiceClock(of)
      const sorted = instants.toSorted((a, b) => a - b)
      const [first, last] = [sorted[0]!, sorted.at(-1)!]
      const parts = sorted.slice(1).map((to, index) => clock.serviceMsBetween(sorted[index]!, to))
      const whole = createServiceClock(of).serviceMsBetween(first, last)
      expect(parts.reduce((sum, ms) => sum + ms, 0)).toBe(whole)
      expect(whole).toBeLessThanOrEqual(last - first)
      expect(clock.serviceMsBetween(last, first)).toBe(0)
    }),
  )
})
