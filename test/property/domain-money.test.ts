import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, quantiseWeights, WEIGHT_UNIT } from '../../shared/domain/allocation.ts'
import { labourCents } from '../../shared/domain/labour-cost.ts'
import { divideRounded, MAX_CENTS, multiplyDivide } from '../../shared/domain/money.ts'
import { contributionCents, revenueFigures } from '../../shared/domain/revenue.ts'

const cents = fc.integer({ min: -MAX_CENTS, max: MAX_CENTS })
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

/** Half away from zero, in fractions of whole numbers: slow and plain. */
function roundedInBigInts(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const down = magnitude / denominator
  const rounded = (magnitude - down * denominator) * 2n >= denominator ? down + 1n : down
  return numerator < 0n ? -rounded : rounded
}

test('multiplyDivide agrees with big integers wherever the result is a safe number', () =>
  fc.assert(
    fc.property(
      cents,
      fc.maxSafeInteger(),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      (a, b, denominator) => {
        const exact = roundedInBigInts(BigInt(a) * BigInt(b), BigInt(denominator))
        if (exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < -BigInt(Number.MAX_SAFE_INTEGER))
          expect(() => multiplyDivide(a, b, denominator)).toThrow(RangeError)
        else expect(BigInt(multiplyDivide(a, b, denominator))).toBe(exact)
      },
    ),
    { numRuns: 2_000 },
  ))

test('divideRounded agrees with big integers, also at exact halves', () =>
  fc.assert(
    fc.property(
      fc.maxSafeInteger(),
      fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
      (numerator, denominator) => {
        expect(BigInt(divideRounded(numerator, denominator))).toBe(
          roundedInBigInts(BigInt(numerator), BigInt(denominator)),
        )
      },
    ),
    { numRuns: 2_000 },
  ))

const weights = fc.array(fc.integer({ min: 0, max: WEIGHT_UNIT }), { minLength: 1, maxLength: 40 })

test('parts add up to the whole, never have the other sign, and lie within one of the true share', () =>
  fc.assert(
    fc.property(cents, weights, (amount, given) => {
      const parts = allocate(amount, given)
      expect(sum(parts)).toBe(amount)
      const total = sum(given)
      for (const [index, part] of parts.entries()) {
        expect(part * Math.sign(amount)).toBeGreaterThanOrEqual(0)
        const weight = total === 0 ? 1 : given[index]!
        if (weight === 0 && given.length > 1) expect(part).toBe(0)
        const over = BigInt(part) * BigInt(total || given.length) - BigInt(amount) * BigInt(weight)
        if (given.length > 1) expect(over < 0n ? -over : over).toBeLessThan(BigInt(total || given.length))
      }
    }),
  ))

test('of equal weights none gets more than one listed before it', () =>
  fc.assert(
    fc.property(fc.nat(MAX_CENTS), weights, (amount, given) => {
      const parts = allocate(amount, given)
      for (const [later, weight] of given.entries()) {
        const earlier = given.indexOf(weight)
        expect(parts[later]!).toBeLessThanOrEqual(parts[earlier]!)
      }
    }),
  ))

test('weights of any size become whole parts of 10⁹', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 200 }), (given) => {
      const whole = quantiseWeights(given)
      expect(sum(whole)).toBe(WEIGHT_UNIT)
      expect(whole.every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
    }),
  ))

test('shares of an entry add up to its cost', () =>
  fc.assert(
    fc.property(fc.nat(86_400 * 2), fc.nat(1_000_000), weights, (seconds, rate, given) => {
      const cost = labourCents(seconds, rate)
      expect(sum(allocate(cost, given))).toBe(cost)
      expect(sum(allocate(seconds, given))).toBe(seconds)
      expect(Math.abs(cost - (seconds * rate) / 3600)).toBeLessThanOrEqual(0.5 + 1e-6)
    }),
  ))

const payment = fc
  .record({
    paidCents: fc.nat(MAX_CENTS),
    refund: fc.double({ min: 0, max: 1, noNaN: true }),
    tax: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ paidCents, refund, tax }) => ({
    paidCents,
    refundedCents: Math.floor(paidCents * refund),
    taxCents: Math.floor(paidCents * tax),
  }))

test('gross is tax kept and net; net is never negative; contribution lies between nothing and net', () =>
  fc.assert(
    fc.property(payment, fc.nat(10_000), (amounts, margin) => {
      const { grossCents, taxKeptCents, netCents } = revenueFigures(amounts)
      expect(grossCents).toBe(amounts.paidCents - amounts.refundedCents)
      expect(taxKeptCents + netCents).toBe(grossCents)
      expect(netCents).toBeGreaterThanOrEqual(0)
      const contribution = contributionCents(netCents, margin)
      expect(contribution).toBeGreaterThanOrEqual(0)
      expect(contribution).toBeLessThanOrEqual(netCents)
    }),
  ))
