/** Verdicts as words and colours. */
import type { TFunction } from 'i18next'
import type { VerdictKind } from '../../../shared/domain/verdict.ts'
import type { Format } from '../../lib/format.ts'

export function toneOfVerdict(kind: VerdictKind): 'return' | 'cost' | 'warn' | 'neutral' {
  return kind === 'earns' ? 'return' : kind === 'costs' ? 'cost' : kind === 'open' ? 'warn' : 'neutral'
}

/** "46 %"; the ends are never shown as certainty. */
export function probabilityText(probability: number, format: Format, t: TFunction<'result'>): string {
  if (probability < 0.01) return t('verdicts.below')
  if (probability > 0.99) return t('verdicts.above')
  return format.percent(probability)
}
