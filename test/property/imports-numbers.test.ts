/** What is printed in a format is read back to the cent, and decides the format of its file where it can. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  NumberEvidence,
  parseNumber,
  parseScaled,
  readingOf,
} from '../../electron/backend/features/imports/reader/numbers.ts'

const LOCALES = { comma: 'de-DE', dot: 'en-US' } as const
const format = fc.constantFrom('comma' as const, 'dot' as const)
const cents = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 })
const useGrouping = fc.boolean()
const decorate = fc.constantFrom(
  (text: string) => text,
  (text: string) => ` ${text}`,
  (text: string) => `${text} €`,
  (text: string) => `€${text}`,
  (text: string) => `${text}\u00a0EUR`,
  (text: string) => (text.startsWith('-') ? `${text.slice(1)}-` : text),
  (text: string) => text.replace('-', '\u2212'),
  (text: string) => (text.startsWith('-') ? `(${text.slice(1)})` : text),
)

/** By Intl, from the exact decimal text: no float comes between. */
function print(value: number, style: 'comma' | 'dot', isGrouped: boolean): string {
  const digits = String(Math.abs(value)).padStart(3, '0')
  const exact = `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`
  return new Intl.NumberFormat(LOCALES[style], { minimumFractionDigits: 2, useGrouping: isGrouped }).format(exact)
}

test('money printed in either format is read back to the cent', () => {
  fc.assert(
    fc.property(cents, format, useGrouping, decorate, (value, style, isGrouped, dress) => {
      expect(parseScaled(dress(print(value, style, isGrouped)), style, 2)).toBe(value)
    }),
  )
})

test('two decimals decide the format of a cell and of its file', () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), format, useGrouping, (values, style, isGrouped) => {
      const evidence = new NumberEvidence()
      for (const value of values) {
        const text = print(value, style, isGrouped)
        expect(readingOf(text)).toBe(style)
        evidence.add(text, false, 2, 'Cost')
      }
      expect(evidence.decide(undefined, style === 'comma' ? 'dot' : 'comma')).toEqual({ format: style, ask: [] })
    }),
  )
})

test('grouped counts are read back whole in their format', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), format, (value, style) => {
      const text = new Intl.NumberFormat(LOCALES[style]).format(value)
      expect(parseNumber(text, style)).toBe(value)
    }),
  )
})

test('rounding to cents is half away from zero, of the exact decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (thousandths) => {
      const digits = String(Math.abs(thousandths)).padStart(4, '0')
      const text = `${thousandths < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
      const magnitude = Math.floor((Math.abs(thousandths) + 5) / 10)
      expect(parseScaled(text, 'dot', 2)).toBe(thousandths < 0 && magnitude !== 0 ? -magnitude : magnitude)
    }),
  )
})

test('no text makes the reading throw, and what it returns is a safe integer', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+ €%'()EURx") }), format, (text, style) => {
      const value = parseScaled(text, style, 2)
      expect(value === null || Number.isSafeInteger(value)).toBe(true)
    }),
  )
})
