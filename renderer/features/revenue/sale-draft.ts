/** A sale as it is being entered, and the tax within what was paid. */
import type { Sale } from '../../../shared/contract/revenue.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { multiplyDivide } from '../../../shared/domain/money.ts'
import { contributionCents, revenueFigures } from '../../../shared/domain/revenue.ts'

export type SaleInput = Omit<Sale, 'id'>

export type Country = 'DE' | 'AT' | 'CH'

/** Standard and reduced rates in basis points. */
const TAX_RATES: Readonly<Record<Country, readonly number[]>> = {
  DE: [1900, 700],
  AT: [2000, 1300, 1000],
  CH: [810, 260],
}

/** A rate in basis points (0: none), or an amount of one's own. */
export type TaxChoice = number | 'own'

export interface SaleDraft extends Omit<SaleInput, 'day' | 'paidCents' | 'taxCents' | 'refundedCents'> {
  readonly day: Day | null
  readonly paidCents: number | null
  readonly tax: TaxChoice
  /** Only read where `tax` is 'own'. */
  readonly ownTaxCents: number | null
  readonly refundedCents: number | null
}

export function ratesOf(country: Country): readonly number[] {
  return TAX_RATES[country]
}

/** The tax within an amount that includes it. */
export function taxWithin(paidCents: number, basisPoints: number): number {
  return multiplyDivide(paidCents, basisPoints, 10_000 + basisPoints)
}

export function newSale(today: Day, country: Country): SaleDraft {
  return {
    name: '',
    day: today,
    paidCents: null,
    tax: TAX_RATES[country][0] ?? 0,
    ownTaxCents: null,
    refundedCents: null,
    origin: null,
    campaignId: null,
  }
}

/** Recognises the rate a stored amount was made with. */
export function draftOf(sale: Sale, country: Country): SaleDraft {
  const { id: _id, taxCents, ...rest } = sale
  const rate = [0, ...TAX_RATES[country]].find((points) => taxWithin(sale.paidCents, points) === taxCents)
  return { ...rest, tax: rate ?? 'own', ownTaxCents: rate === undefined ? taxCents : null }
}

export function taxOf({ paidCents, tax, ownTaxCents }: SaleDraft): number {
  return tax === 'own' ? (ownTaxCents ?? 0) : taxWithin(paidCents ?? 0, tax)
}

export type SaleProblem = 'required' | 'amountRequired' | 'tax_above_price' | 'refund_above_price'
export type SaleProblems = Partial<Record<'name' | 'day' | 'paidCents' | 'taxCents' | 'refundedCents', SaleProblem>>

export function problemsOf(draft: SaleDraft): SaleProblems {
  const paid = draft.paidCents ?? 0
  return {
    ...(draft.name.trim() === '' && { name: 'required' as const }),
    ...(draft.day === null && { day: 'required' as const }),
    ...(paid < 1 && { paidCents: 'amountRequired' as const }),
    ...(paid > 0 && taxOf(draft) > paid && { taxCents: 'tax_above_price' as const }),
    ...(paid > 0 && (draft.refundedCents ?? 0) > paid && { refundedCents: 'refund_above_price' as const }),
  }
}

/** What is sent; null while something is missing. */
export function inputOf(draft: SaleDraft): SaleInput | null {
  const { day, paidCents } = draft
  if (day === null || paidCents === null || Object.keys(problemsOf(draft)).length > 0) return null
  const { origin, campaignId } = draft
  const name = draft.name.trim()
  return { name, day, paidCents, taxCents: taxOf(draft), refundedCents: draft.refundedCents ?? 0, origin, campaignId }
}

/** What remains without tax and refunds, and of it the contribution. */
export function previewOf(draft: SaleDraft, marginBasisPoints: number | null) {
  const input = inputOf(draft)
  if (!input) return null
  const { netCents } = revenueFigures(input)
  const contribution = marginBasisPoints === null ? null : contributionCents(netCents, marginBasisPoints)
  return { netCents, contributionCents: contribution }
}
