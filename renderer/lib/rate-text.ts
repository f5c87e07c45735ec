/** Exchange rates as they are typed and shown: up to six decimals, worked out on digits. */
import { MAX_RATE_MILLIONTHS, RATE_UNIT } from '../../shared/domain/exchange.ts'

export type RateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'rate'; readonly rateMillionths: number }
  | { readonly kind: 'rateUnreadable' | 'rateTooPrecise' | 'rateTooLarge' | 'rateRequired' }

/** Reads "0,8612", "0.8612", "1.234,5". A single separator is the decimal one: rates above a thousand are rare. */
export function parseRate(text: string): RateReading {
  const compact = text.replace(/[\s\u00a0\u202f'’]/g, '')
  if (compact === '') return { kind: 'empty' }
  if (!/^[\d.,]*\d[\d.,]*$/.test(compact)) return { kind: 'rateUnreadable' }
  const at = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'))
  const whole = at < 0 ? compact : compact.slice(0, at)
  const fraction = at < 0 ? '' : compact.slice(at + 1)
  const hasSoundGroups = /^\d*$/.test(whole) || /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole)
  // "1.2.3": the separator of the groups cannot be the decimal one too.
  if (!hasSoundGroups || (at >= 0 && whole.includes(compact.charAt(at)))) return { kind: 'rateUnreadable' }
  if (fraction.replace(/0+$/, '').length > 6) return { kind: 'rateTooPrecise' }
  const digits = (whole.replace(/\D/g, '') || '0') + fraction.slice(0, 6).padEnd(6, '0')
  if (digits.replace(/^0+/, '').length > 13) return { kind: 'rateTooLarge' }
  const rateMillionths = Number(digits)
  if (rateMillionths > MAX_RATE_MILLIONTHS) return { kind: 'rateTooLarge' }
  return rateMillionths === 0 ? { kind: 'rateRequired' } : { kind: 'rate', rateMillionths }
}

/** "0,8612": at least four decimals, as rates are quoted. */
export function rateText(rateMillionths: number, language: string): string {
  const options = { minimumFractionDigits: 4, maximumFractionDigits: 6 }
  return (rateMillionths / RATE_UNIT).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', options)
}
