// What a client is billed, against slow models that know nothing of the code.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROUNDED_PARTS, ROUNDING_WAYS, type Rounding } from '../../shared/domain/billing-rounding.ts'
import { billMonths, sumLines, type BillableEntry, type BillingTerms } from '../../shared/domain/billing-statement.ts'
import { monthOf, type Day, type Month } from '../../shared/domain/day.ts'
import { isNearlyUsed, monthAfter, retainerMonths, type Retainer } from '../../shared/domain/retainer.ts'

const FIRST = '2026-09' as Month
const months = Array.from({ length: 30 }, (_, index) => monthAfter(FIRST, index))

const day = fc.integer({ min: 0, max: 5 * 28 - 1 }).map((number) => {
  const month = months[Math.floor(number / 28)]!
  return `${month}-${String((number % 28) + 1).padStart(2, '0')}` as Day
})
const entry: fc.Arbitrary<BillableEntry> = fc.record({
  day,
  personId: fc.integer({ min: 1, max: 3 }),
  seconds: fc.integer({ min: 1, max: 86_400 }),
  isBillable: fc.boolean(),
  together: fc.constantFrom('open', '1', '2'),
})
const rounding: fc.Arbitrary<Rounding> = fc.record({
  way: fc.constantFrom(...ROUNDING_WAYS),
  minutes: fc.integer({ min: 1, max: 60 }),
  of: fc.constantFrom(...ROUNDED_PARTS),
})
const rate = fc.record({
  clientId: fc.constantFrom(1, null),
  personId: fc.constantFrom(1, 2, null),
  validFrom: day,
  centsPerHour: fc.integer({ min: 0, max: 30_000 }),
})
const feeAndExcess = {
  feeCents: fc.integer({ min: 0, max: 500_000 }),
  excessCentsPerHour: fc.option(fc.integer({ min: 0, max: 30_000 })),
}
const carryOver = {
  monthlySeconds: fc.integer({ min: 1, max: 200_000 }),
  carryOverCapSeconds: fc.option(fc.integer({ min: 0, max: 300_000 })),
  carryOverMonths: fc.option(fc.integer({ min: 1, max: 5 })),
}
const terms: fc.Arbitrary<BillingTerms> = fc.record({
  clientId: fc.constant(1),
  rounding,
  rates: fc.array(rate, { maxLength: 6 }),
  retainers: fc.oneof(
    fc.constant([]),
    fc.record({ ...carryOver, ...feeAndExcess }).map((own) => [{ ...own, fromMonth: months[1]!, toMonth: months[3]! }]),
  ),
})

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** Rounded in the words of the agreement: count steps, look at what is left over. */
function slowlyRounded(seconds: number, { way, minutes }: Rounding): number {
  if (way === 'none') return seconds
  let whole = 0
  while (whole + minutes * 60 <= seconds) whole += minutes * 60
  const rest = seconds - whole
  if (rest === 0 || way === 'down') return whole
  return way === 'up' || rest >= minutes * 30 ? whole + minutes * 60 : whole
}

describe('what is billed', () => {
  test('leaves every measured second as it is, and every entry in its place', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), terms, (entries, of) => {
        const before = structuredClone(entries)
        const lines = billMonths(entries, of, months[4]!).flatMap((month) => month.lines)
        expect(entries).toEqual(before)
        expect(new Set(lines.map((line) => line.entry))).toEqual(new Set(entries))
        expect(lines).toHaveLength(entries.length)
        expect(sumLines(lines).rawSeconds).toBe(total(entries.map(({ seconds }) => seconds)))
      }),
    ))

  test('is the rounded entries, or the rounded total of what is rounded together', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), terms, (entries, of) => {
        const lines = billMonths(entries, of, months[4]!).flatMap((month) => month.lines)
        const billable = entries.filter(({ isBillable }) => isBillable)
        const sums =
          of.rounding.of === 'entry'
            ? billable.map(({ seconds }) => seconds)
            : [...Map.groupBy(billable, (each) => `${monthOf(each.day)} ${each.together}`).values()].map((group) =>
                total(group.map(({ seconds }) => seconds)),
              )
        expect(sumLines(lines).billedSeconds).toBe(total(sums.map((seconds) => slowlyRounded(seconds, of.rounding))))
        for (const line of lines) expect(line.coveredSeconds + line.chargedSeconds).toBe(line.billedSeconds)
      }),
    ))

  test('adds up whichever way the lines are grouped', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), terms, (entries, of) => {
        const lines = billMonths(entries, of, months[4]!).flatMap((month) => month.lines)
        const whole = sumLines(lines)
        const keys: ((line: (typeof lines)[number]) => unknown)[] = [
          (line) => line.entry.day,
          (line) => line.entry.personId,
          (line) => line.centsPerHour,
        ]
        for (const key of keys) {
          const groups = [...Map.groupBy(lines, key).values()].map(sumLines)
          expect(total(groups.map(({ billedSeconds }) => billedSeconds))).toBe(whole.billedSeconds)
          expect(total(groups.map(({ cents }) => cents))).toBe(whole.cents)
          expect(total(groups.map(({ unpricedSeconds }) => unpricedSeconds))).toBe(whole.unpricedSeconds)
        }
      }),
    ))

  test('costs per price what its seconds cost, but for the half cents of single lines', () =>
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), terms, (entries, of) => {
        for (const { lines, retainer } of billMonths(entries, of, months[4]!)) {
          const excess = retainer?.retainer.excessCentsPerHour ?? null
          const groups = Map.groupBy(
            lines,
            ({ centsPerHour, entry: { together } }) => `${excess ?? centsPerHour} ${together}`,
          )
          for (const group of groups.values()) {
            const price = excess ?? group[0]!.centsPerHour
            if (price === null) continue
            const exact = (total(group.map(({ chargedSeconds }) => chargedSeconds)) * price) / 3_600
            const isTotal = of.rounding.of === 'total' && of.rounding.way !== 'none'
            const tolerance = isTotal ? 0.5 : group.length * 0.5
            expect(Math.abs(total(group.map(({ cents }) => cents ?? 0)) - exact)).toBeLessThanOrEqual(tolerance + 1e-6)
          }
        }
      }),
    ))
})

/** Every hour by itself: when it was granted, until when it lives, whether it is used. */
function slowRetainer(retainers: readonly Retainer[], used: ReadonlyMap<Month, number>, until: Month) {
  let purse: { granted: number; lastIndex: number }[] = []
  const states: { available: number; excess: number; lapsed: number; out: number; in: number }[] = []
  for (const [index, month] of months.entries()) {
    if (month > until) break
    const retainer = retainers.find(
      ({ fromMonth, toMonth }) => fromMonth <= month && (toMonth === null || month <= toMonth),
    )
    if (!retainer) {
      purse = []
      continue
    }
    const carriedIn = purse.length
    const lastIndex = retainer.carryOverMonths === null ? Infinity : index + retainer.carryOverMonths
    for (let hour = 0; hour < retainer.monthlySeconds; hour++) purse.push({ granted: index, lastIndex })
    const available = purse.length
    const wanted = used.get(month) ?? 0
    let taken = 0
    // purse is in order of granting: the oldest go first
    while (taken < wanted && purse.length > 0) {
      purse.shift()
      taken++
    }
    const left = purse.length
    purse = purse.filter((hour) => hour.lastIndex > index)
    while (retainer.carryOverCapSeconds !== null && purse.length > retainer.carryOverCapSeconds) purse.shift()
    states.push({ in: carriedIn, available, excess: wanted - taken, lapsed: left - purse.length, out: purse.length })
  }
  return states
}

describe('carrying over', () => {
  const small = {
    monthlySeconds: fc.integer({ min: 1, max: 12 }),
    carryOverCapSeconds: fc.option(fc.integer({ min: 0, max: 20 })),
    carryOverMonths: fc.option(fc.integer({ min: 1, max: 4 })),
  }
  /** Stretches of retainers one after the other, some of them with months in between. */
  const retainers = fc
    .array(fc.record({ ...small, gap: fc.integer({ min: 0, max: 2 }), length: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => {
      let next = 0
      return parts.map(({ gap, length, ...part }): Retainer => {
        const from = next + gap
        next = from + length
        return { ...part, fromMonth: months[from]!, toMonth: months[next - 1]! }
      })
    })
  const usage = fc
    .array(fc.integer({ min: 0, max: 25 }), { minLength: 30, maxLength: 30 })
    .map((hours) => new Map(months.map((month, index) => [month, hours[index]!])))

  test('is what a purse of single hours comes to, month by month', () =>
    fc.assert(
      fc.property(retainers, usage, fc.integer({ min: 0, max: 29 }), (each, used, last) => {
        const until = months[last]!
        const states = retainerMonths(each, used, until).map((state) => ({
          in: state.carriedInSeconds,
          available: state.availableSeconds,
          excess: state.excessSeconds,
          lapsed: state.lapsedSeconds,
          out: state.carriedOutSeconds,
        }))
        expect(states).toEqual(slowRetainer(each, used, until))
      }),
    ))

  test('neither makes nor loses a second', () =>
    fc.assert(
      fc.property(retainers, usage, (each, used) => {
        const states = retainerMonths(each, used, months[29]!)
        for (const [index, state] of states.entries()) {
          expect(state.availableSeconds).toBe(state.retainer.monthlySeconds + state.carriedInSeconds)
          expect(state.availableSeconds).toBe(
            state.usedSeconds - state.excessSeconds + state.lapsedSeconds + state.carriedOutSeconds,
          )
          const before = states[index - 1]
          if (before && monthAfter(before.month) === state.month)
            expect(state.carriedInSeconds).toBe(before.carriedOutSeconds)
        }
      }),
    ))

  test('warns from exactly 80 percent on', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (fifths) => {
        expect(isNearlyUsed(4 * fifths, 5 * fifths)).toBe(true)
        expect(isNearlyUsed(4 * fifths - 1, 5 * fifths)).toBe(false)
      }),
    ))
})
