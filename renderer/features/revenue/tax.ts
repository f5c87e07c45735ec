/** VAT within what was paid, chosen by rate or as an amount. */
import { multiplyDivide } from '../../../shared/domain/money.ts'

export type Country = 'DE' | 'AT' | 'CH'

/** Standard and reduced rates in basis points. */
const TAX_RATES: Readonly<Record<Country, readonly number[]>> = {
  DE: [1900, 700],
  AT: [2000, 1300, 1000],
  CH: [810, 260],
}

/** A rate in basis points (0: none), or an amount of one's own. */
export type TaxChoice = number | 'own'

/** An amount that includes tax, as it is being entered. */
export interface TaxedDraft {
  readonly paidCents: number | null
  readonly tax: TaxChoice
  /** Only read where `tax` is 'own'. */
  readonly ownTaxCents: number | null
}

export function ratesOf(country: Country): readonly number[] {
  return TAX_RATES[country]
}

export function newTax(country: Country): Pick<TaxedDraft, 'tax' | 'ownTaxCents'> {
  return { tax: TAX_RATES[country][0] ?? 0, ownTaxCents: null }
}

/** The tax within an amount that includes it. */
export function taxWithin(paidCents: number, basisPoints: number): number {
  return multiplyDivide(paidCents, basisPoints, 10_000 + basisPoints)
}

/** Recognises the rate a stored amount was made with. */
export function recognisedTax(
  paidCents: number,
  taxCents: number,
  country: Country,
): Pick<TaxedDraft, 'tax' | 'ownTaxCents'> {
  const rate = [0, ...TAX_RATES[country]].find((points) => taxWithin(paidCents, points) === taxCents)
  return { tax: rate ?? 'own', ownTaxCents: rate === undefined ? taxCents : null }
}

export function taxOf({ paidCents, tax, ownTaxCents }: TaxedDraft): number {
  return tax === 'own' ? (ownTaxCents ?? 0) : taxWithin(paidCents ?? 0, tax)
}
