import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  daysOf,
  firstDayOf,
  isDay,
  isoWeekOf,
  lastDayOf,
  mondayOf,
  monthOf,
  splitAtMonths,
  splitAtWeeks,
  splitAtYears,
  toDay,
  type Day,
  type Period,
} from '../../shared/domain/day.ts'
import { dayAt, startOfDay } from '../../shared/domain/instant.ts'
import { REPETITIONS, recurringCostByDay, spreadOverDays } from '../../shared/domain/spreading.ts'

const HOUR_MS = 3_600_000
const zones = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
const EPOCH = toDay('2000-01-01')
const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(EPOCH, count))
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 900 }))
  .map(([from, days]): Period => ({ from, to: addDays(from, days) }))
const sum = (amounts: readonly { cents: number }[]) => amounts.reduce((total, { cents }) => total + cents, 0)

test('adding days and counting them are inverse', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, count) => {
      const to = addDays(from, count)
      expect(isDay(to)).toBe(true)
      expect(daysBetween(from, to)).toBe(count)
      expect(addDays(to, -count)).toBe(from)
      expect(Math.sign(count)).toBe(from < to ? 1 : from > to ? -1 : 0)
    }),
  ))

test('months later: the same day of the month or the month’s last', () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -200, max: 200 }), (from, count) => {
      const to = addMonths(from, count)
      const monthsApart =
        (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
      expect(monthsApart).toBe(count)
      if (to.slice(8) !== from.slice(8)) {
        expect(to).toBe(lastDayOf(monthOf(to)))
        expect(to.slice(8) < from.slice(8)).toBe(true)
      }
    }),
  ))

test('whole months and edges cover each day of a period exactly once', () =>
  fc.assert(
    fc.property(period, (whole) => {
      const { months, days } = splitAtMonths(whole)
      const covered: Day[] = days.flatMap((part) => daysOf(part))
      if (months) covered.push(...daysOf({ from: firstDayOf(months.from), to: lastDayOf(months.to) }))
      expect(covered.toSorted()).toEqual(daysOf(whole))
      for (const edge of days) if (months) expect(daysBetween(edge.from, edge.to)).toBeLessThan(30)
    }),
  ))

test('whole years, months and edges cover each day of a period exactly once', () =>
  fc.assert(
    fc.property(period, (whole) => {
      const { years, months, days } = splitAtYears(whole)
      const covered: Day[] = days.flatMap((part) => daysOf(part))
      for (const part of months) covered.push(...daysOf({ from: firstDayOf(part.from), to: lastDayOf(part.to) }))
      if (years) covered.push(...daysOf({ from: toDay(`${years.from}-01-01`), to: toDay(`${years.to}-12-31`) }))
      expect(covered.toSorted()).toEqual(daysOf(whole))
      if (years) for (const part of months) expect(part.from.slice(0, 4)).toBe(part.to.slice(0, 4))
    }),
  ))

test('full weeks and edges cover each day of a period exactly once', () =>
  fc.assert(
    fc.property(period, (whole) => {
      const { weeks, days } = splitAtWeeks(whole)
      const covered: Day[] = days.flatMap((part) => daysOf(part))
      if (weeks) covered.push(...daysOf({ from: weeks.from, to: addDays(weeks.to, 6) }))
      expect(covered.toSorted()).toEqual(daysOf(whole))
      for (const monday of weeks ? [weeks.from, weeks.to] : []) expect(mondayOf(monday)).toBe(monday)
      if (weeks) for (const edge of days) expect(daysBetween(edge.from, edge.to)).toBeLessThan(6)
    }),
  ))

test('each ISO week has seven days from Monday on, and numbers run without a gap', () =>
  fc.assert(
    fc.property(day, (any) => {
      const monday = mondayOf(any)
      const week = isoWeekOf(any)
      for (let index = 0; index < 7; index++) {
        expect(mondayOf(addDays(monday, index))).toBe(monday)
        expect(isoWeekOf(addDays(monday, index))).toEqual(week)
      }
      const next = isoWeekOf(addDays(monday, 7))
      if (next.year === week.year) expect(next.week).toBe(week.week + 1)
      else {
        expect(next).toEqual({ year: week.year + 1, week: 1 })
        expect([52, 53]).toContain(week.week)
      }
      // ISO 8601: the week with 4 January is week 1 of its year.
      expect(isoWeekOf(toDay(`${any.slice(0, 4)}-01-04`))).toEqual({ year: Number(any.slice(0, 4)), week: 1 })
    }),
  ))

test('a day begins with its first instant and ends before the next begins', () =>
  fc.assert(
    fc.property(day, zones, (any, zone) => {
      const start = startOfDay(any, zone)
      expect(dayAt(start, zone)).toBe(any)
      expect(dayAt(start - 1, zone)).toBe(addDays(any, -1))
      const next = startOfDay(addDays(any, 1), zone)
      expect(dayAt(next - 1, zone)).toBe(any)
      expect([23, 23.5, 24, 24.5, 25]).toContain((next - start) / HOUR_MS)
    }),
  ))

test('an instant’s day is the one the runtime’s calendar shows', () => {
  const shown = new Map<string, Intl.DateTimeFormat>()
  const show = (instant: number, zone: string) => {
    const known =
      shown.get(zone) ??
      new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    shown.set(zone, known)
    return known.format(instant)
  }
  fc.assert(
    fc.property(fc.integer({ min: 946_684_800_000, max: 2_500_000_000_000 }), zones, (instant, zone) => {
      expect(dayAt(instant, zone)).toBe(show(instant, zone))
    }),
  )
})

test('an amount spread over days adds up, and no two days differ by more than a cent', () =>
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), period, (cents, over) => {
      const amounts = spreadOverDays(cents, over)
      expect(sum(amounts)).toBe(cents)
      const all = daysOf(over).length
      const sizes = amounts.map((amount) => Math.abs(amount.cents))
      if (sizes.length === all) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      else expect(sizes.every((size) => size === 1)).toBe(true)
    }),
  ))

test('a cost that repeats has each day once, whole periods carry the whole amount, and its last day is its last', () =>
  fc.assert(
    fc.property(
      fc.record({
        cents: fc.integer({ min: 100_000, max: 1_000_000 }),
        startsOn: day,
        repetition: fc.constantFrom(...REPETITIONS.filter((each) => each !== 'once')),
      }),
      fc.integer({ min: 0, max: 900 }),
      fc.option(fc.integer({ min: 0, max: 900 })),
      ({ cents, startsOn, repetition }, untilDays, endDays) => {
        const until = addDays(startsOn, untilDays)
        const endsOn = endDays === null ? null : addDays(startsOn, endDays)
        const amounts = recurringCostByDay({ cents, startsOn, endsOn, repetition }, until)
        const days = amounts.map((amount) => amount.day)
        expect(days).toEqual(daysOf({ from: startsOn, to: days.at(-1)! }))
        if (endsOn === null) {
          expect(days.at(-1)! >= until).toBe(true)
          expect(sum(amounts) % cents).toBe(0)
        } else expect(days.at(-1)! <= endsOn).toBe(true)
      },
    ),
    { numRuns: 50 },
  ))
