import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  FEWEST_PSEUDONYM_DIGITS,
  isPseudonym,
  MOST_PSEUDONYM_DIGITS,
  possiblePseudonyms,
  pseudonymDigits,
  pseudonymOf,
  readPseudonym,
} from '../../shared/domain/pseudonym.ts'

const digits = fc.integer({ min: FEWEST_PSEUDONYM_DIGITS, max: MOST_PSEUDONYM_DIGITS })
const drawn = fc.maxSafeNat()

test('each number has its pseudonym of the length that was asked for, and it is found however it is typed', () =>
  fc.assert(
    fc.property(drawn, digits, (number, length) => {
      const pseudonym = pseudonymOf(number, length)
      expect(isPseudonym(pseudonym)).toBe(true)
      expect(pseudonym).toHaveLength(length + 2)
      expect(readPseudonym(pseudonym.toLowerCase())).toBe(pseudonym)
      expect(readPseudonym(` ${pseudonym.replace('-', ' ')}`)).toBe(pseudonym)
      if (/\d/.test(pseudonym)) expect(readPseudonym(pseudonym.slice(2))).toBe(pseudonym)
    }),
  ))

test('two numbers share a pseudonym exactly where they differ by a multiple of all that are possible', () =>
  fc.assert(
    fc.property(digits, fc.nat(), fc.nat(), (length, a, b) => {
      const isSame = (a - b) % possiblePseudonyms(length) === 0
      expect(pseudonymOf(a, length) === pseudonymOf(b, length)).toBe(isSame)
      expect(pseudonymOf(a + possiblePseudonyms(length), length)).toBe(pseudonymOf(a, length))
    }),
  ))

test('the more are taken, the longer it is; a quarter is never exceeded while it can grow', () =>
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(pseudonymDigits(less)).toBeLessThanOrEqual(pseudonymDigits(more))
      const length = pseudonymDigits(more)
      if (length < MOST_PSEUDONYM_DIGITS) expect(more).toBeLessThanOrEqual(possiblePseudonyms(length) / 4)
      if (length > FEWEST_PSEUDONYM_DIGITS) expect(more).toBeGreaterThan(possiblePseudonyms(length - 1) / 4)
    }),
  ))
