/**
 * The German artists' social levy (Künstlersozialabgabe): whoever pays self-employed artists and publicists – photographers,
 * designers, copywriters – for more than occasional work owes it on their fees.
 * Sources: § 25, § 26 KSVG and the yearly Künstlersozialabgabe-Verordnung for rates; § 24 (3) KSVG for the threshold (raised to
 * 700 € for 2025 and 1,000 € from 2026 by the Viertes Bürokratieentlastungsgesetz of 2024).
 */
import { type Cents, multiplyDivide } from './money.ts'
import { addMonths, type Day } from './day.ts'
import { MONTHS_OF, type RecurringCost } from './spreading.ts'

interface LevyYear {
  readonly fromYear: number
  /** Per mille of the fee. */
  readonly perMille: number
}

/** In order; a rate holds until the next. */
const RATES: readonly LevyYear[] = [
  { fromYear: 2018, perMille: 42 },
  { fromYear: 2023, perMille: 50 },
  { fromYear: 2024, perMille: 50 },
  { fromYear: 2025, perMille: 50 },
  { fromYear: 2026, perMille: 49 },
]

const THRESHOLDS: readonly { readonly fromYear: number; readonly cents: number }[] = [
  { fromYear: 2015, cents: 45_000 },
  { fromYear: 2025, cents: 70_000 },
  { fromYear: 2026, cents: 100_000 },
]

export interface LevyTerms {
  readonly year: number
  readonly perMille: number
  /** Fees of a calendar year up to and including this owe nothing as a rule. */
  readonly thresholdCents: number
  /** False: the rate of that year is not known here, and the nearest known one is given. */
  readonly isKnown: boolean
}

/** Terms of a calendar year; for one that is not known, those of the nearest known year. */
export function levyTerms(year: number): LevyTerms {
  const rate = RATES.findLast(({ fromYear }) => fromYear <= year) ?? RATES[0]
  const threshold = THRESHOLDS.findLast(({ fromYear }) => fromYear <= year) ?? THRESHOLDS[0]
  const isKnown = year >= (RATES[0]?.fromYear ?? 0) && year <= (RATES.at(-1)?.fromYear ?? 0)
  return { year, perMille: rate?.perMille ?? 0, thresholdCents: threshold?.cents ?? 0, isKnown }
}

/** The levy on a fee (cents, without VAT) paid in a year, rounded once, half up. */
export function levyOn(cents: number, year: number): Cents {
  return multiplyDivide(cents, levyTerms(year).perMille, 1000) as Cents
}

/** It concerns companies in Germany that keep their ledger in euros. */
export function isLevyCountry(country: string, currency: string): boolean {
  return country === 'DE' && currency === 'EUR'
}

/** A fee counts in the year it is paid: once at its start, where it repeats at the start of each period. */
export function paidInYear({ cents, startsOn, endsOn, repetition }: RecurringCost, year: number): number {
  if (repetition === 'once') return Number(startsOn.slice(0, 4)) === year ? cents : 0
  const months = MONTHS_OF[repetition]
  const begins = `${year}-01-01`
  const ends = `${year}-12-31`
  const last = endsOn !== null && endsOn < ends ? endsOn : ends
  // The first payment of the year by months, not one by one from a start that may lie decades back.
  const monthsBefore = (year - Number(startsOn.slice(0, 4))) * 12 - Number(startsOn.slice(5, 7))
  let index = Math.max(0, Math.floor(monthsBefore / months))
  let sum = 0
  for (let day: Day = addMonths(startsOn, index * months); day <= last;) {
    if (day >= begins) sum += cents
    index += 1
    day = addMonths(startsOn, index * months)
  }
  return sum
}
