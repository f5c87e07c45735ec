/** A sale as it is being entered. */
import type { SaleInput } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { tryConvertForeign } from '../../../shared/domain/exchange.ts'
import { contributionCents, revenueFigures } from '../../../shared/domain/revenue.ts'
import { type Country, newTax, recognisedTax, type TaxedDraft, taxOf } from './tax.ts'

export interface ForeignDraft {
  readonly currency: string
  readonly cents: number | null
  readonly rateMillionths: number | null
}

export interface SaleDraft
  extends Omit<SaleInput, 'day' | 'paidCents' | 'taxCents' | 'refundedCents' | 'foreign'>, TaxedDraft {
  readonly day: Day | null
  readonly foreign: ForeignDraft | null
  readonly refundedCents: number | null
}

export function newSale(today: Day, country: Country): SaleDraft {
  return {
    kind: 'manual',
    name: '',
    day: today,
    status: 'paid',
    paidCents: null,
    foreign: null,
    ...newTax(country),
    refundedCents: null,
    marginBasisPoints: null,
    clientId: null,
    beneficiary: 'own',
    note: '',
    origin: null,
    campaignId: null,
  }
}

export function draftOf(sale: SaleInput, country: Country): SaleDraft {
  const { taxCents, ...rest } = sale
  return { ...rest, ...recognisedTax(sale.paidCents, taxCents, country) }
}

/** What was paid in the ledger's currency; null while that cannot be said. */
export function paidOf({ foreign, paidCents }: Pick<SaleDraft, 'foreign' | 'paidCents'>): number | null {
  return foreign ? tryConvertForeign(foreign.cents, foreign.rateMillionths) : paidCents
}

export const SALE_FIELDS = ['name', 'day', 'paidCents', 'foreign', 'taxCents', 'refundedCents'] as const
export type SaleField = (typeof SALE_FIELDS)[number]
export type SaleProblem = 'required' | 'amountRequired' | 'rateRequired' | 'tax_above_price' | 'refund_above_price'
export type SaleProblems = Partial<Record<SaleField, SaleProblem>>

export function problemsOf(draft: SaleDraft): SaleProblems {
  const paid = paidOf(draft) ?? 0
  const entered = draft.foreign ? (draft.foreign.cents ?? 0) : paid
  return {
    ...(draft.name.trim() === '' && { name: 'required' as const }),
    ...(draft.day === null && { day: 'required' as const }),
    ...(entered < 1 && { paidCents: 'amountRequired' as const }),
    ...(draft.foreign && draft.foreign.rateMillionths === null && { foreign: 'rateRequired' as const }),
    ...(paid > 0 && taxOf({ ...draft, paidCents: paid }) > paid && { taxCents: 'tax_above_price' as const }),
    ...(paid > 0 && (draft.refundedCents ?? 0) > paid && { refundedCents: 'refund_above_price' as const }),
  }
}

/** What is sent; null while something is missing. */
export function inputOf(draft: SaleDraft): SaleInput | null {
  const { day, foreign, tax: _tax, ownTaxCents: _own, ...rest } = draft
  const paidCents = paidOf(draft)
  if (day === null || paidCents === null || Object.keys(problemsOf(draft)).length > 0) return null
  return {
    ...rest,
    day,
    name: draft.name.trim(),
    paidCents,
    foreign:
      foreign?.cents && foreign.rateMillionths
        ? { currency: foreign.currency, cents: foreign.cents, rateMillionths: foreign.rateMillionths }
        : null,
    taxCents: taxOf({ ...draft, paidCents }),
    refundedCents: draft.refundedCents ?? 0,
  }
}

/** What remains without tax and refunds, and of it the contribution. */
export function previewOf(draft: SaleDraft, marginBasisPoints: number | null) {
  const input = inputOf(draft)
  if (!input) return null
  const { netCents } = revenueFigures(input)
  const margin = draft.marginBasisPoints ?? marginBasisPoints
  return { netCents, margin, contributionCents: margin === null ? null : contributionCents(netCents, margin) }
}
