/** The other period a result is held against. */
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  type Day,
  type Period,
} from '../../../shared/domain/day.ts'
import { readPeriod } from '../../lib/period.ts'

export type Comparison =
  { readonly kind: 'off' | 'previous' | 'yearBefore' } | { readonly kind: 'own'; readonly period: Period }

export function readComparison(get: (name: string) => string | null): Comparison {
  const kind = get('vs')
  if (kind === 'previous' || kind === 'yearBefore') return { kind }
  const period = readPeriod(get('vsFrom'), get('vsTo'))
  return period ? { kind: 'own', period } : { kind: 'off' }
}

export function comparisonParameters(comparison: Comparison): Record<string, string | undefined> {
  const { kind } = comparison
  return {
    vs: kind === 'previous' || kind === 'yearBefore' ? kind : undefined,
    vsFrom: kind === 'own' ? comparison.period.from : undefined,
    vsTo: kind === 'own' ? comparison.period.to : undefined,
  }
}

export function comparedPeriod(comparison: Comparison, period: Period): Period | null {
  switch (comparison.kind) {
    case 'off':
      return null
    case 'previous':
      return periodBefore(period)
    case 'yearBefore':
      return monthsEarlier(period, 12)
    case 'own':
      return comparison.period
  }
}

function isWholeMonths({ from, to }: Period): boolean {
  return from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
}

/** As many months before whole months, as many days before any other period. */
export function periodBefore(period: Period): Period {
  if (isWholeMonths(period)) return monthsEarlier(period, countMonths(period))
  const days = daysBetween(period.from, period.to) + 1
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) }
}

function countMonths({ from, to }: Period): number {
  const number = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return number(to) - number(from) + 1
}

/** Whole months stay whole: February is held against a February of 29 days too. */
function monthsEarlier(period: Period, count: number): Period {
  const from = addMonths(period.from, -count)
  const to = addMonths(period.to, -count)
  return isWholeMonths(period) ? { from, to: lastDayOf(monthOf(to)) } : { from, to }
}
