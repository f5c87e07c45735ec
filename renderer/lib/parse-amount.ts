/** Reads what people type as an amount: "42,81", "42.81", "1.234,56 €", "−5". Works on digits, never on floats. */
import type { Language } from './format.ts'

export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly hundredths: number }
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'tooManyDecimals' }
  | { readonly kind: 'tooLarge' }

const maximumDigits = 13

export function parseAmount(text: string, language: Language): AmountReading {
  const compact = text.replace(/[\s\u00a0\u202f'’€$£%]|EUR|CHF|USD|GBP/gi, '').replace(/^[\u2212–—]/, '-')
  if (compact === '') return { kind: 'empty' }
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(compact)) return { kind: 'notANumber' }
  const isNegative = compact.startsWith('-')
  const digits = compact.replace(/^[+-]/, '')
  const decimalAt = decimalPosition(digits, language)
  const whole = decimalAt < 0 ? digits : digits.slice(0, decimalAt)
  const fraction = decimalAt < 0 ? '' : digits.slice(decimalAt + 1)
  if (!hasSoundGroups(whole) || !/^\d*$/.test(fraction)) return { kind: 'notANumber' }
  if (fraction.length > 2) return { kind: 'tooManyDecimals' }
  const wholeDigits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  if (wholeDigits.length > maximumDigits) return { kind: 'tooLarge' }
  const hundredths = Number((wholeDigits || '0') + fraction.padEnd(2, '0'))
  return { kind: 'amount', hundredths: isNegative && hundredths !== 0 ? -hundredths : hundredths }
}

/** Where the decimal separator stands, or -1. "1.234" is a group in German and "1,234" one in English; "42.8" is a decimal in both. */
function decimalPosition(digits: string, language: Language): number {
  const dot = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (dot >= 0 && comma >= 0) return Math.max(dot, comma)
  const at = Math.max(dot, comma)
  if (at < 0) return -1
  const separator = digits[at]
  if (digits.indexOf(separator ?? '') !== at) return -1
  const isGroupSeparator = separator === (language === 'de' ? '.' : ',')
  return isGroupSeparator && digits.length - at - 1 === 3 && at > 0 ? -1 : at
}

function hasSoundGroups(whole: string): boolean {
  return /^\d*$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole)
}
