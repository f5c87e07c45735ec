// Series against a slow model that looks at every single day of fifty years, and at every minute of two of them on the runtime's own clock.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, toDay, type Day } from '../../shared/domain/day.ts'
import {
  occurrences,
  occurrenceAt,
  seriesBetween,
  splitSeries,
  type MonthPosition,
  type RecurrenceRule,
  type Series,
  type Weekday,
} from '../../shared/domain/recurrence.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const FROM = toDay('2020-01-01')
const DAYS = 50 * 365 + 13

/** What the model knows of a day, read from the runtime's calendar. */
const calendar = Array.from({ length: DAYS }, (_, index) => {
  const at = new Date(Date.UTC(2020, 0, 1 + index))
  const tomorrow = new Date(at.getTime() + DAY_MS)
  const inAWeek = new Date(at.getTime() + 7 * DAY_MS)
  return {
    day: at.toISOString().slice(0, 10) as Day,
    index,
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    date: at.getUTCDate(),
    weekday: (at.getUTCDay() + 6) % 7,
    isLast: tomorrow.getUTCMonth() !== at.getUTCMonth(),
    isLastOfWeekday: inAWeek.getUTCMonth() !== at.getUTCMonth(),
  }
})
type CalendarDay = (typeof calendar)[number]

function modelDays(rule: RecurrenceRule, first: CalendarDay): Day[] {
  const days: Day[] = []
  // The Monday weeks are counted from.
  const weekStart = first.index - first.weekday
  for (const at of calendar.slice(first.index)) {
    if (rule.end.kind === 'until' && at.day > rule.end.day) break
    if (rule.end.kind === 'count' && days.length === rule.end.count) break
    if (isInRule(rule, first, weekStart, at)) days.push(at.day)
  }
  return days
}

function isInRule(rule: RecurrenceRule, first: CalendarDay, weekStart: number, at: CalendarDay): boolean {
  const { frequency, interval, weekdays } = rule
  if (frequency === 'daily') return (at.index - first.index) % interval === 0
  if (frequency === 'weekly') {
    const week = Math.floor((at.index - weekStart) / 7)
    const isWanted = weekdays.length === 0 ? at.weekday === first.weekday : weekdays.includes(at.weekday as Weekday)
    return isWanted && week % interval === 0
  }
  const months = (at.year - first.year) * 12 + at.month - first.month
  const isPeriod =
    frequency === 'monthly'
      ? months % interval === 0
      : at.month === first.month && (at.year - first.year) % interval === 0
  return isPeriod && isInPosition(rule.position ?? { by: 'day', day: first.date }, at)
}

function isInPosition(position: MonthPosition, at: CalendarDay): boolean {
  if (position.by === 'day') return at.date === position.day || (at.isLast && position.day > at.date)
  if (at.weekday !== position.weekday) return false
  return position.nth === -1 ? at.isLastOfWeekday : Math.ceil(at.date / 7) === position.nth
}

const weekday = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>
const anyDay = fc.integer({ min: 0, max: DAYS - 1 }).map((index) => calendar[index]!)
/** The ends of months and 29 February as often as all other days. */
const edges = calendar.filter(({ date, isLast }) => isLast || date === 1)
const someDay = fc.oneof(anyDay, fc.constantFrom(...edges))
const firstDay = someDay.filter(({ index }) => index < DAYS - 400)
const position: fc.Arbitrary<MonthPosition> = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => ({ by: 'day' as const, day })),
  fc.record({ by: fc.constant('weekday' as const), nth: fc.constantFrom(1 as const, 2, 3, 4, -1), weekday }),
)
const rule: fc.Arbitrary<RecurrenceRule> = fc.record({
  frequency: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'),
  interval: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  weekdays: fc.uniqueArray(weekday, { maxLength: 7 }),
  position: fc.option(position),
  end: fc.oneof(
    fc.constant({ kind: 'never' as const }),
    someDay.map(({ day }) => ({ kind: 'until' as const, day })),
    fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3_000 })).map((count) => ({
      kind: 'count' as const,
      count,
    })),
  ),
})

describe('over fifty years, day by day', () => {
  test('a rule has the days of the model', () =>
    fc.assert(
      fc.property(rule, firstDay, (of, first) => {
        expect(occurrences(of, first.day, FROM, calendar.at(-1)!.day)).toEqual(modelDays(of, first))
      }),
      { numRuns: 400 },
    ))

  test('and within any period those of them that lie in it', () =>
    fc.assert(
      fc.property(
        rule,
        firstDay,
        fc.array(fc.tuple(someDay, fc.nat({ max: 800 })), { maxLength: 12 }),
        (of, first, periods) => {
          const all = modelDays(of, first)
          for (const [from, length] of periods) {
            const to = addDays(from.day, Math.min(length, DAYS - 1 - from.index))
            expect(occurrences(of, first.day, from.day, to)).toEqual(all.filter((day) => day >= from.day && day <= to))
          }
        },
      ),
      { numRuns: 300 },
    ))
})

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'] as const
const WALK_FROM = Date.UTC(2025, 11, 30)
const WALK_MINUTES = 2 * 366 * 1440
const WALK_DAYS = calendar.filter(({ day }) => day >= '2026-01-01' && day <= '2027-12-29')

interface Walk {
  /** Minutes as the clock shows them → the first minute at which it does. */
  readonly firstShown: ReadonlyMap<number, number>
  /** Where the clock was put forward: what it showed would have been, what it shows, and when. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly minute: number }[]
}

const walks = new Map<string, Walk>()
function walk(zone: string): Walk {
  const known = walks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const firstShown = new Map<number, number>()
  const gaps: { from: number; to: number; minute: number }[] = []
  let shown = 0
  for (let minute = 0; minute < WALK_MINUTES; minute++) {
    // No zone changes its clock within a quarter of an hour.
    const read =
      minute % 15 === 0
        ? Date.parse(`${format.format(WALK_FROM + minute * MINUTE_MS).replace(' ', 'T')}Z`) / MINUTE_MS
        : shown + 1
    if (minute > 0 && read > shown + 1) gaps.push({ from: shown + 1, to: read, minute })
    if (!firstShown.has(read)) firstShown.set(read, minute)
    shown = read
  }
  const walked = { firstShown, gaps }
  walks.set(zone, walked)
  return walked
}

function modelInstant(day: Day, clock: string, zone: string): number {
  const wanted = Date.parse(`${day}T${clock}Z`) / MINUTE_MS
  const { firstShown, gaps } = walk(zone)
  const gap = gaps.find(({ from, to }) => wanted >= from && wanted < to)
  const minute = gap ? gap.minute + (wanted - gap.from) : firstShown.get(wanted)!
  return WALK_FROM + minute * MINUTE_MS
}

const clock = fc
  .oneof(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 240 }))
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)

describe('on the clock', () => {
  test.each(ZONES)('every day of two years at any time: %s', (timeZone) =>
    fc.assert(
      fc.property(clock, (at) => {
        const daily: RecurrenceRule = {
          frequency: 'daily',
          interval: 1,
          weekdays: [],
          position: null,
          end: { kind: 'never' },
        }
        const series = { rule: daily, firstDay: WALK_DAYS[0]!.day, clock: at, timeZone, skipped: [], moved: [] }
        const to = Date.parse(`${WALK_DAYS.at(-1)!.day}T00:00Z`)
        const found = seriesBetween(series, WALK_FROM, to)
        for (const { day, at: instant } of found) expect(instant, day).toBe(modelInstant(day, at, timeZone))
        expect(found.length).toBeGreaterThan(720)
      }),
      { numRuns: 40 },
    ),
  )

  const series: fc.Arbitrary<Series> = fc
    .record({
      rule: rule.map((of) => (of.end.kind === 'until' ? { ...of, end: { kind: 'never' as const } } : of)),
      firstDay: fc.constantFrom(...WALK_DAYS.slice(0, 300)).map(({ day }) => day),
      clock,
      timeZone: fc.constantFrom(...ZONES),
    })
    .chain((plain) => {
      const days = occurrences(plain.rule, plain.firstDay, plain.firstDay, toDay('2027-12-29'))
      const one = days.length > 0 ? fc.constantFrom(...days) : fc.constant(toDay('2026-01-01'))
      return fc
        .record({
          skipped: fc.uniqueArray(one, { maxLength: Math.min(5, days.length) }),
          moved: fc.uniqueArray(
            fc.record({
              day: one,
              at: fc.integer({ min: 0, max: WALK_MINUTES }).map((minute) => WALK_FROM + minute * MINUTE_MS),
            }),
            { maxLength: Math.min(5, days.length), selector: ({ day }) => day },
          ),
        })
        .map((exceptions) => ({ ...plain, ...exceptions }))
    })

  test('a stretch of time has what takes place in it, no more and no less', () =>
    fc.assert(
      fc.property(series, fc.nat({ max: WALK_MINUTES }), fc.nat({ max: 90 * 1440 }), (of, first, length) => {
        const from = WALK_FROM + Math.min(first, WALK_MINUTES - 5 * 1440) * MINUTE_MS
        const to = Math.min(from + length * MINUTE_MS, Date.UTC(2027, 11, 28))
        const all = occurrences(of.rule, of.firstDay, of.firstDay, toDay('2027-12-29'))
          .filter((day) => !of.skipped.includes(day))
          .map((day) => ({
            day,
            at: of.moved.find((moved) => moved.day === day)?.at ?? modelInstant(day, of.clock, of.timeZone),
          }))
        const expected = all
          .filter(({ at }) => at >= from && at < to)
          .toSorted((a, b) => a.at - b.at || (a.day < b.day ? -1 : 1))
        expect(seriesBetween(of, from, to).map(({ day, at }) => ({ day, at }))).toEqual(expected)
        for (const { day, at } of expected) expect(occurrenceAt(of, day)).toBe(at)
      }),
      { numRuns: 300 },
    ))

  test('divided at an occurrence both parts together are the whole', () =>
    fc.assert(
      fc.property(series, fc.nat(), (of, pick) => {
        const days = occurrences(of.rule, of.firstDay, of.firstDay, toDay('2027-12-29'))
        fc.pre(days.length > 0)
        const day = days[pick % days.length]!
        const { before, after } = splitSeries(of, day)
        expect(before === null).toBe(day === days[0])
        const [from, to] = [Date.UTC(2025, 11, 31), Date.UTC(2029, 0)]
        const parts = [...(before ? seriesBetween(before, from, to) : []), ...seriesBetween(after, from, to)]
        expect(parts.toSorted((a, b) => a.at - b.at || (a.day < b.day ? -1 : 1))).toEqual(seriesBetween(of, from, to))
        if (before) expect(occurrences(before.rule, before.firstDay, day, toDay('2060-01-01'))).toEqual([])
      }),
      { numRuns: 300 },
    ))
})
