import { describe, expect, test } from 'vitest'
import { parseAmount } from '../../../renderer/lib/parse-amount.ts'

const amount = (hundredths: number) => ({ kind: 'amount', hundredths })

describe('amounts people type', () => {
  test.each([
    ['42,81', 4281],
    ['42.81', 4281],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1 234,5', 123450],
    ['1’234.50', 123450],
    ['42,81 €', 4281],
    ['EUR 42', 4200],
    ['−5', -500],
    ['-0', 0],
    [',5', 50],
    ['1.234.567,89', 123456789],
    ['1.234.567', 123456700],
    ['12,00 %', 1200],
  ])('%s is read the same in both languages', (text, hundredths) => {
    expect(parseAmount(text, 'de')).toEqual(amount(hundredths))
    expect(parseAmount(text, 'en')).toEqual(amount(hundredths))
  })

  test('three digits after a separator follow the language', () => {
    expect(parseAmount('1.234', 'de')).toEqual(amount(123400))
    expect(parseAmount('1,234', 'en')).toEqual(amount(123400))
    expect(parseAmount('1,234', 'de')).toEqual({ kind: 'tooManyDecimals' })
    expect(parseAmount('1.234', 'en')).toEqual({ kind: 'tooManyDecimals' })
  })

  test('what floats get wrong is exact', () => {
    expect(parseAmount('1,15', 'de')).toEqual(amount(115))
    expect(parseAmount('4,35', 'de')).toEqual(amount(435))
    expect(parseAmount('9999999999999,99', 'de')).toEqual(amount(999999999999999))
  })

  test.each(['abc', '4-2', '1.23.45', '12.34,56,7', '--5', '.', '5 x'])('%s is no number', (text) => {
    expect(parseAmount(text, 'de')).toEqual({ kind: 'notANumber' })
  })

  test('nothing is empty, too much is too large', () => {
    expect(parseAmount('  ', 'de')).toEqual({ kind: 'empty' })
    expect(parseAmount('12345678901234', 'de')).toEqual({ kind: 'tooLarge' })
  })
})
