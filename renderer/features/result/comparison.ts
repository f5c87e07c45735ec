/** The other period a result is held against. */
import type { Period } from '../../../shared/domain/day.ts'
import { monthsEarlier, periodBefore } from '../../../shared/domain/earlier-period.ts'
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
