/** The currencies of ISO 4217 the browser knows, with their names; those in use and the usual ones first. */
import type { Option } from './option-list.tsx'

const USUAL = ['EUR', 'USD', 'GBP', 'CHF']

export function currencyOptions(locale: string, inUse: readonly string[]): Option<string>[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const all = Intl.supportedValuesOf('currency')
  const first = [...new Set([...inUse, ...USUAL])].filter((code) => all.includes(code))
  const rest = all.filter((code) => !first.includes(code))
  return [...first, ...rest].map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))
}
