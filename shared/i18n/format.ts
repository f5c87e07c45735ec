/** Everything shown as a number or a date goes through here. `Intl` objects are made once per locale and currency: making them is 70 times slower than using them. */
export type Language = 'de' | 'en'
export type Sign = 'auto' | 'always'

export interface Format {
  readonly language: Language
  readonly locale: string
  readonly currency: string
  readonly currencySymbol: string
  readonly decimalSeparator: string
  /** Integer cents as "7.127,34 €". */
  money(cents: number, sign?: Sign): string
  /** Integer cents as whole units, "7.127 €", half away from zero. */
  moneyRounded(cents: number, sign?: Sign): string
  /** Seconds as hours with one decimal, "163,6". */
  hours(seconds: number): string
  /** Seconds as "4:38 h", rounded to the minute. */
  duration(seconds: number): string
  /** A share between 0 and 1 as "64 %". */
  percent(share: number, digits?: 0 | 1 | 2, sign?: Sign): string
  /** Basis points as "55 %" or "21,3 %". */
  basisPoints(points: number): string
  number(value: number, digits?: 0 | 1 | 2): string
  bytes(count: number): string
  /** "28.10.2026" */
  day(day: string): string
  /** "28. Okt." */
  dayShort(day: string): string
  /** "Mittwoch, 28. Oktober" */
  dayLong(day: string, today?: string): string
  /** "2026-10" or a day as "Oktober 2026" */
  month(month: string): string
  /** "2026-10" or a day as "Okt" */
  monthShort(month: string): string
  /** "Jan – Okt 2026" for whole months, else "5.3. – 28.10.2026", without the year where it is that of `today`. Both ends included. */
  dayRange(from: string, to: string, today?: string): string
  /** An instant (ms) as "28.10.2026, 11:30" in the given zone. */
  instant(instantMs: number, timeZone: string): string
  list(items: readonly string[]): string
}

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }
const made = new Map<string, Format>()

export function formatFor(language: Language, currency: string): Format {
  const key = `${language} ${currency}`
  let format = made.get(key)
  if (!format) {
    format = makeFormat(language, currency)
    made.set(key, format)
  }
  return format
}

/** The typographic minus is as wide as a plus sign, so figures line up. */
function withMinus(text: string): string {
  return text.replace('-', '\u2212')
}

/** A day string at noon UTC: far from either midnight, so formatting in UTC can never land on a neighbour. */
function atNoon(day: string): Date {
  const full = day.length === 7 ? `${day}-01` : day
  return new Date(`${full}T12:00:00Z`)
}

function lastDayOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0, 12)).toISOString().slice(0, 10)
}

type NumberOptions = Intl.NumberFormatOptions

/** Both signs of one style, e.g. money; zero never carries a sign. */
function signedPair(locale: string, options: NumberOptions): (value: number, sign?: Sign) => string {
  const auto = new Intl.NumberFormat(locale, { ...options, signDisplay: 'negative' })
  const always = new Intl.NumberFormat(locale, { ...options, signDisplay: 'exceptZero' })
  return (value, sign = 'auto') => withMinus((sign === 'always' ? always : auto).format(value))
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}

function makeNumbers(locale: string, currency: string) {
  const exact = signedPair(locale, { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const whole = signedPair(locale, { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 0 })
  const percents = [0, 1, 2].map((digits) =>
    signedPair(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const points = signedPair(locale, { style: 'percent', maximumFractionDigits: 2 })
  const numbers = [0, 1, 2].map((digits) =>
    signedPair(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1.5)
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency
  return {
    currencySymbol: symbol,
    decimalSeparator: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    money: (cents: number, sign?: Sign) => exact(cents / 100, sign),
    moneyRounded: (cents: number, sign?: Sign) => whole(roundHalfAway(cents / 100), sign),
    percent: (share: number, digits: 0 | 1 | 2 = 0, sign?: Sign) => percents[digits]?.(share, sign) ?? '',
    basisPoints: (value: number) => points(value / 10_000),
    number: (value: number, digits: 0 | 1 | 2 = 0) => numbers[digits]?.(value) ?? '',
    hours: (seconds: number) => numbers[1]?.(seconds / 3600) ?? '',
    bytes(count: number) {
      if (count < 1000) return `${numbers[0]?.(count) ?? ''} B`
      if (count < 1_000_000) return `${numbers[0]?.(count / 1000) ?? ''} kB`
      return `${numbers[1]?.(count / 1_000_000) ?? ''} MB`
    },
  }
}

function makeDates(locale: string) {
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const formats = {
    day: make({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    dayShort: make({ day: 'numeric', month: 'short' }),
    dayLong: make({ weekday: 'long', day: 'numeric', month: 'long' }),
    dayLongYear: make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayNumeric: make({ day: 'numeric', month: 'numeric' }),
    dayNumericYear: make({ day: 'numeric', month: 'numeric', year: 'numeric' }),
    month: make({ month: 'long', year: 'numeric' }),
    monthShort: make({ month: 'short' }),
    year: make({ year: 'numeric' }),
  }
  const show = (name: keyof typeof formats) => (day: string) => formats[name].format(atNoon(day))
  const instants = new Map<string, Intl.DateTimeFormat>()
  return {
    day: show('day'),
    dayShort: show('dayShort'),
    dayLong(day: string, today = day) {
      return show(day.slice(0, 4) === today.slice(0, 4) ? 'dayLong' : 'dayLongYear')(day)
    },
    month: show('month'),
    monthShort: show('monthShort'),
    dayRange(from: string, to: string, today?: string) {
      const isWholeMonths = from.endsWith('-01') && to === lastDayOfMonth(to)
      const isSameYear = from.slice(0, 4) === to.slice(0, 4)
      const isThisYear = isSameYear && to.slice(0, 4) === today?.slice(0, 4)
      if (!isWholeMonths) {
        if (from === to) return show('day')(from)
        const [first, last] = [isSameYear, isThisYear].map((isShort) => show(isShort ? 'dayNumeric' : 'dayNumericYear'))
        return `${first?.(from)} – ${last?.(to)}`
      }
      if (from.slice(0, 7) === to.slice(0, 7)) return show('month')(from)
      if (isSameYear && from.slice(5, 7) === '01' && to.slice(5, 7) === '12') return from.slice(0, 4)
      const start = isSameYear ? show('monthShort')(from) : `${show('monthShort')(from)} ${show('year')(from)}`
      return `${start} – ${show('monthShort')(to)} ${show('year')(to)}`
    },
    instant(instantMs: number, timeZone: string) {
      let format = instants.get(timeZone)
      if (!format) {
        format = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' })
        instants.set(timeZone, format)
      }
      return format.format(instantMs)
    },
  }
}

function formatDuration(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const sign = seconds < 0 && minutes > 0 ? '\u2212' : ''
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}\u00a0h`
}

function makeFormat(language: Language, currency: string): Format {
  const locale = locales[language]
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    language,
    locale,
    currency,
    duration: formatDuration,
    list: (items) => lists.format(items),
    ...makeNumbers(locale, currency),
    ...makeDates(locale),
  }
}
