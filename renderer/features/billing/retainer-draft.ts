/** A retainer while it is agreed on. */
import type { RetainerInput, RetainerRow } from '../../../shared/contract/billing-records.ts'
import type { Month } from '../../../shared/domain/day.ts'

export const CARRY_OVERS = ['none', 'limited', 'all'] as const
export type CarryOver = (typeof CARRY_OVERS)[number]

export interface RetainerDraft {
  readonly fromMonth: Month
  readonly toMonth: Month | null
  readonly monthlySeconds: number | null
  readonly feeCents: number | null
  readonly carryOver: CarryOver
  /** Only read where `carryOver` is limited. */
  readonly capSeconds: number | null
  readonly carryOverMonths: number | null
  readonly excessCentsPerHour: number | null
}

/** A new agreement starts with what the last one said. */
export function draftOf(retainer: RetainerRow | null, before: RetainerRow | null, month: Month): RetainerDraft {
  const known = retainer ?? before
  const cap = known?.carryOverCapSeconds ?? null
  return {
    fromMonth: retainer?.fromMonth ?? month,
    toMonth: retainer?.toMonth ?? null,
    monthlySeconds: known?.monthlySeconds ?? null,
    feeCents: known?.feeCents ?? null,
    carryOver: known === null || cap === 0 ? 'none' : cap === null ? 'all' : 'limited',
    capSeconds: cap === 0 ? null : cap,
    carryOverMonths: known?.carryOverMonths ?? null,
    excessCentsPerHour: known?.excessCentsPerHour ?? null,
  }
}

export type RetainerField = 'monthlySeconds' | 'feeCents' | 'capSeconds' | 'toMonth'

/** Fields that lack something. */
export function lacksOf(draft: RetainerDraft): readonly RetainerField[] {
  return [
    ...(draft.monthlySeconds ? [] : (['monthlySeconds'] as const)),
    ...(draft.feeCents === null ? (['feeCents'] as const) : []),
    ...(draft.carryOver === 'limited' && !draft.capSeconds ? (['capSeconds'] as const) : []),
    ...(draft.toMonth !== null && draft.toMonth < draft.fromMonth ? (['toMonth'] as const) : []),
  ]
}

/** What is sent; null while something is missing. */
export function inputOf(draft: RetainerDraft): RetainerInput | null {
  const { fromMonth, toMonth, monthlySeconds, feeCents, carryOver, excessCentsPerHour } = draft
  if (monthlySeconds === null || feeCents === null || lacksOf(draft).length > 0) return null
  return {
    fromMonth,
    toMonth,
    monthlySeconds,
    feeCents,
    carryOverCapSeconds: carryOver === 'none' ? 0 : carryOver === 'all' ? null : draft.capSeconds,
    carryOverMonths: carryOver === 'none' ? null : draft.carryOverMonths,
    excessCentsPerHour,
  }
}
