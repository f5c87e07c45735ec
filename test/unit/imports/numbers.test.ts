import { describe, expect, test } from 'vitest'
import {
  isMissingNumber,
  NumberEvidence,
  parseNumber,
  parseScaled,
  readingOf,
} from '../../../electron/backend/features/imports/reader/numbers.ts'

describe('money as integer cents', () => {
  test.each([
    ['1.234,56', 123_456],
    ['12,5', 1250],
    ['1.234.567', 123_456_700],
    ['-3,99', -399],
    ['3,99-', -399],
    ['−3,99', -399],
    ['(3,99)', -399],
    ['€ 1.234,56', 123_456],
    ['1.234,56 €', 123_456],
    ['-€12,00', -1200],
    ['EUR 12,00', 1200],
    ['1\u00a0234,56', 123_456],
    ['1\u202f234,56', 123_456],
    ['1’234,56', 123_456],
    [',5', 50],
    ['0,005', 1],
    ['0,004', 0],
    ['-0,005', -1],
    ['0,07', 7],
    ['1,15', 115],
    ['10000000,01', 1_000_000_001],
    ['5,74 %', 574],
  ])('%s with a decimal comma', (text, cents) => {
    expect(parseScaled(text, 'comma', 2)).toBe(cents)
  })

  test.each([
    ['1,234.56', 123_456],
    ['12.5', 1250],
    ['1,234,567', 123_456_700],
    ["1'234.50", 123_450],
    ['12,34,567.89', 123_456_789],
    ['$1,234.00', 123_400],
    ['1.005', 101],
    ['+4.20', 420],
    ['19', 1900],
  ])('%s with a decimal dot', (text, cents) => {
    expect(parseScaled(text, 'dot', 2)).toBe(cents)
  })

  test.each([
    'ten',
    '',
    '1.2.3',
    '1,2,3',
    '12 34',
    '1.234,56',
    '12,5',
    '--',
    '.',
    ',',
    '1e5',
    '0x10',
    '1,234.56.7',
    '99999999999999999',
  ])('%s is no amount with a decimal dot', (text) => {
    expect(parseScaled(text, 'dot', 2)).toBeNull()
  })
})

test('numbers that are no money may have any fraction', () => {
  expect(parseNumber('18,00', 'comma')).toBe(18)
  expect(parseNumber('1.234,125', 'comma')).toBe(1234.125)
  expect(parseNumber('0.3333', 'dot')).toBe(0.3333)
  expect(parseNumber('-2', 'plain')).toBe(-2)
})

test.each(['', ' ', '-', '--', ' --', '–', 'n/a', 'N/A'])('"%s" is a missing value', (text) => {
  expect(isMissingNumber(text)).toBe(true)
})

test.each([
  ['12,51', 'comma'],
  ['1.234,56', 'comma'],
  ['1.234.567', 'comma'],
  ['12.51', 'dot'],
  ['1,234.56', 'dot'],
  ['0.123', 'dot'],
  ['0,123', 'comma'],
  ['1234.567', 'dot'],
  ['1.234', 'either'],
  ['9,653', 'either'],
  ['1234', 'plain'],
  ['Gesamt', null],
])('%s reads as %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading)
})

describe('the format of a whole file', () => {
  const decide = (cells: readonly string[], isCount = false, answer?: 'comma' | 'dot') => {
    const evidence = new NumberEvidence()
    for (const [index, cell] of cells.entries()) evidence.add(cell, isCount, index + 2, 'Kosten')
    return evidence.decide(answer, 'comma')
  }

  test('one unambiguous cell decides', () => {
    expect(decide(['1.234', '2.345', '7,50'])).toEqual({ format: 'comma', ask: [] })
    expect(decide(['1.234', '2.345', '7.50'])).toEqual({ format: 'dot', ask: [] })
  })

  test('nothing decides: both readings are shown', () => {
    const { format, ask } = decide(['1.234', '12', '--'])
    expect(format).toBe('comma')
    expect(ask).toEqual([{ line: 2, column: 'Kosten', value: '1.234', hundredths: { comma: 123_400, dot: 123 } }])
  })

  test('an answer settles it, but not against the file', () => {
    expect(decide(['1.234'], false, 'dot')).toEqual({ format: 'dot', ask: [] })
    expect(decide(['1.234', '7,50'], false, 'dot')).toEqual({ format: 'comma', ask: [] })
  })

  test('a column that counts cannot hold fractions', () => {
    expect(decide(['9.653'], true)).toEqual({ format: 'comma', ask: [] })
    expect(decide(['9,653'], true)).toEqual({ format: 'dot', ask: [] })
  })

  test('whole numbers alone need no decision', () => {
    expect(decide(['12', '0', '', '--'])).toEqual({ format: 'plain', ask: [] })
  })

  test('one odd cell does not turn the file', () => {
    expect(decide(['7,50', '8,20', '9.10'])).toEqual({ format: 'comma', ask: [] })
  })
})
