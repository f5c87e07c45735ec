import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levyOn, paidInYear } from '../../shared/domain/artists-levy.ts'
import { distributeOverMonths } from '../../shared/domain/budget.ts'
import { addMonths, type Day } from '../../shared/domain/day.ts'
import { convertForeign, MAX_RATE_MILLIONTHS } from '../../shared/domain/exchange.ts'
import { MAX_CENTS } from '../../shared/domain/money.ts'
import { REPETITIONS } from '../../shared/domain/spreading.ts'
import { parseRate, rateText } from '../../renderer/lib/rate-text.ts'

const rate = fc.integer({ min: 1, max: MAX_RATE_MILLIONTHS })

test('a converted amount is the exact one, rounded half away from zero', () =>
  fc.assert(
    fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), rate, (cents, rateMillionths) => {
      const exact = BigInt(cents) * BigInt(rateMillionths)
      const magnitude = exact < 0n ? -exact : exact
      const rounded = (magnitude + 500_000n) / 1_000_000n
      if (rounded > BigInt(MAX_CENTS)) expect(() => convertForeign(cents, rateMillionths)).toThrow(RangeError)
      else expect(BigInt(convertForeign(cents, rateMillionths))).toBe(exact < 0n ? -rounded : rounded)
    }),
  ))

test('converting never turns the order of two amounts around', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e7 }),
      fc.integer({ min: 0, max: 1e7 }),
      fc.integer({ min: 1, max: 1e9 }),
      (a, b, rateMillionths) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(convertForeign(less, rateMillionths)).toBeLessThanOrEqual(convertForeign(more, rateMillionths))
      },
    ),
  ))

test('a rate is read as it is shown, in both languages', () =>
  fc.assert(
    fc.property(rate, fc.constantFrom('de', 'en'), (rateMillionths, language) => {
      expect(parseRate(rateText(rateMillionths, language))).toEqual({ kind: 'rate', rateMillionths })
    }),
  ))

test('the levy is between nothing and a twentieth', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_CENTS }), fc.integer({ min: 2000, max: 2050 }), (cents, year) => {
      expect(levyOn(cents, year)).toBeGreaterThanOrEqual(0)
      expect(levyOn(cents, year)).toBeLessThanOrEqual(Math.ceil(cents / 20))
    }),
  ))

const day = fc
  .record({
    year: fc.integer({ min: 2000, max: 2030 }),
    month: fc.integer({ min: 0, max: 11 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, date }) => `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day,
  )

test('payments per year agree with counting them one by one', () =>
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...REPETITIONS),
      fc.integer({ min: 2000, max: 2035 }),
      fc.option(fc.integer({ min: 0, max: 60 })),
      (startsOn, repetition, year, months) => {
        const endsOn = months === null ? null : addMonths(startsOn, months)
        const step = { once: 0, monthly: 1, quarterly: 3, yearly: 12 }[repetition]
        let count = 0
        for (let index = 0; index < 36 * 12 && (index === 0 || step > 0); index += 1) {
          const due = addMonths(startsOn, index * step)
          if (index > 0 && endsOn !== null && due > endsOn) break
          if (Number(due.slice(0, 4)) === year) count += 1
        }
        expect(paidInYear({ cents: 7, startsOn, endsOn, repetition }, year)).toBe(7 * count)
      },
    ),
  ))

test('a yearly budget divides to the cent', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MAX_CENTS }), fc.integer({ min: 1, max: 12 }), (cents, count) => {
      const parts = distributeOverMonths(cents, count)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents)
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
    }),
  ))
