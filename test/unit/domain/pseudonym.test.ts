import { expect, test } from 'vitest'
import {
  isPseudonym,
  possiblePseudonyms,
  pseudonymDigits,
  pseudonymOf,
  readPseudonym,
} from '../../../shared/domain/pseudonym.ts'

test('a pseudonym is a number written in signs nobody mixes up', () => {
  expect(pseudonymOf(0, 4)).toBe('K-0000')
  expect(pseudonymOf(13, 4)).toBe('K-000F')
  expect(pseudonymOf(14, 4)).toBe('K-0010')
  expect(pseudonymOf(possiblePseudonyms(4) - 1, 4)).toBe('K-FFFF')
  expect(pseudonymOf(possiblePseudonyms(4), 4)).toBe('K-0000')
  expect(pseudonymOf(2 ** 32 - 1, 8)).toMatch(/^K-[0-9ACEF]{8}$/)
})

test('it grows by a sign as soon as more than a quarter is taken', () => {
  expect(possiblePseudonyms(4)).toBe(38_416)
  expect(pseudonymDigits(0)).toBe(4)
  expect(pseudonymDigits(9_604)).toBe(4)
  expect(pseudonymDigits(9_605)).toBe(5)
  expect(pseudonymDigits(250_000)).toBe(6)
  expect(pseudonymDigits(Number.MAX_SAFE_INTEGER)).toBe(8)
})

test.each([
  [-1, 4],
  [0.5, 4],
  [Number.NaN, 4],
  [2 ** 53, 4],
  [1, 3],
  [1, 9],
  [1, 4.5],
])('pseudonymOf(%s, %s) is refused', (randomNumber, digits) => {
  expect(() => pseudonymOf(randomNumber, digits)).toThrow(RangeError)
})

test.each([-1, 0.5, Number.NaN])('pseudonymDigits(%s) is refused', (takenCount) => {
  expect(() => pseudonymDigits(takenCount)).toThrow(RangeError)
})

test.each([
  ['K-4F2A', 'K-4F2A'],
  ['k-4f2a', 'K-4F2A'],
  [' k 4f2a ', 'K-4F2A'],
  ['4f2a', 'K-4F2A'],
  ['K-4B2O', 'K-4820'],
  ['K-iLD0C', 'K-1100C'],
  ['K-4F2', null],
  ['K-4G2A', null],
  ['K-CAFE', 'K-CAFE'],
  ['cafe', null],
  ['Kaffee', null],
  ['anna.k', null],
  ['', null],
])('who types %j means %s', (typed, meant) => {
  expect(readPseudonym(typed)).toBe(meant)
  if (meant !== null) expect(isPseudonym(meant)).toBe(true)
})

test('only what can be drawn is a pseudonym', () => {
  for (const text of ['k-4f2a', 'K-4B2A', 'K-4F2', 'K-4F2A 1', 'K-4F2A\n', 'X-4F2A'])
    expect(isPseudonym(text)).toBe(false)
})
