// A seal says the same of the same lines, and something else of any others.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalLine,
  hashLines,
  hashSeal,
  NO_PREVIOUS_SEAL,
  SEALED_FIELDS,
  type SealContent,
  type SealedLine,
  type Sha256,
} from '../../shared/domain/seal.ts'

function sha256(): Sha256 {
  const hash = createHash('sha256')
  return { update: (text) => hash.update(text, 'utf8'), digest: () => hash.digest('hex') }
}

const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constantFrom('a","b', '],[', '\n', '1', ''))
const lineOf = fc
  .array(value, { minLength: SEALED_FIELDS.length, maxLength: SEALED_FIELDS.length })
  .map((values) => Object.fromEntries(SEALED_FIELDS.map((field, index) => [field, values[index]])) as SealedLine)

describe('canonical lines', () => {
  test('are read back to exactly what they were written from', () => {
    fc.assert(
      fc.property(lineOf, (line) => {
        const text = canonicalLine(line)
        expect(text.endsWith('\n')).toBe(true)
        expect(text.slice(0, -1)).not.toContain('\n')
        const values = JSON.parse(text) as unknown[]
        expect(Object.fromEntries(SEALED_FIELDS.map((field, index) => [field, values[index]]))).toEqual(line)
      }),
    )
  })

  test('of different lines differ, also where their values run together', () => {
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 4 }), fc.array(lineOf, { maxLength: 4 }), (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(hashLines(one, sha256) === hashLines(other, sha256)).toBe(isSame)
      }),
    )
  })

  test('do not depend on the order in which the fields of a line were read', () => {
    fc.assert(
      fc.property(lineOf, (line) => {
        const turned = Object.fromEntries(Object.entries(line).toReversed()) as SealedLine
        expect(canonicalLine(turned)).toBe(canonicalLine(line))
      }),
    )
  })
})

describe('the hash of a seal', () => {
  const sealed: SealContent = {
    month: '2026-03',
    lastDay: '2026-03-31',
    sealedAt: 1_775_000_000_000,
    lineCount: 2,
    costCents: 1234,
    revenueCents: 5678,
    seconds: 3600,
    linesHash: hashLines([], sha256),
    snapshot: '{"resultCents":1}',
    previousHash: NO_PREVIOUS_SEAL,
  }

  test('changes with each of its parts', () => {
    const hashes = Object.entries(sealed).map(([name, part]) =>
      hashSeal({ ...sealed, [name]: typeof part === 'number' ? part + 1 : `${part} ` }, sha256),
    )
    expect(new Set([hashSeal(sealed, sha256), ...hashes]).size).toBe(hashes.length + 1)
  })

  test('of format 1 stays what it is: ledgers are checked with it for years', () => {
    expect(hashLines([], sha256)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hashSeal(sealed, sha256)).toBe('2f74d1b294d79db2aacf286e5f9b98a523123f7812538db452cd35cc2e96b726')
  })
})
