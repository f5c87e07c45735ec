/** Which margin holds for a purchase: its own, else its products', else its source's, else the ledger's. */
import { allocate } from './allocation.ts'
import type { BasisPoints, Cents } from './money.ts'
import { contributionCents } from './revenue.ts'

export const MARGIN_ORIGINS = ['event', 'product', 'source', 'ledger'] as const
export type MarginOrigin = (typeof MARGIN_ORIGINS)[number]

export interface MarginRules {
  /** Null while nobody has set one. */
  readonly ledger: BasisPoints | null
  readonly sources: ReadonlyMap<string, BasisPoints>
  readonly products: ReadonlyMap<string, BasisPoints>
}

export interface MarginQuestion {
  /** The purchase's own margin; null: none. */
  readonly own: BasisPoints | null
  readonly source: string
  /** What was bought; cents are weights for dividing the purchase. */
  readonly items: readonly { readonly product: string; readonly cents: number }[]
}

/** A part of a purchase with its margin. */
export interface MarginPart {
  readonly basisPoints: BasisPoints | null
  readonly weight: number
}

export interface FoundMargin {
  /** At least one part; more than one only where products differ. */
  readonly parts: readonly MarginPart[]
  /** Where the margin comes from; `product` as soon as one product has its own. */
  readonly origin: MarginOrigin
}

/**
 * The margin of a purchase. Products without a margin of their own take the source's or the ledger's; parts with the same margin
 * are one part, so that equal margins come to exactly what one margin for the whole comes to.
 */
export function findMargin({ own, source, items }: MarginQuestion, rules: MarginRules): FoundMargin {
  if (own !== null) return whole(own, 'event')
  const ofSource = rules.sources.get(source)
  const rest = ofSource ?? rules.ledger
  const restOrigin = ofSource === undefined ? 'ledger' : 'source'
  if (!items.some(({ product }) => rules.products.has(product))) return whole(rest, restOrigin)
  const weights = new Map<BasisPoints | null, number>()
  // Without prices every position weighs the same.
  const isUnpriced = items.every(({ cents }) => cents === 0)
  for (const { product, cents } of items) {
    const basisPoints = rules.products.get(product) ?? rest
    weights.set(basisPoints, (weights.get(basisPoints) ?? 0) + (isUnpriced ? 1 : cents))
  }
  const parts = [...weights].map(([basisPoints, weight]) => ({ basisPoints, weight }))
  return { parts: parts.filter(({ weight }) => weight > 0), origin: 'product' }
}

function whole(basisPoints: BasisPoints | null, origin: MarginOrigin): FoundMargin {
  return { parts: [{ basisPoints, weight: 1 }], origin }
}

/**
 * Contribution of a net amount at a margin: the net is divided among the parts by largest remainder, each part × its margin is
 * rounded once. Null where a part that has an amount has no margin. A negative net gives the negative contribution.
 */
export function contributionAt(netCents: number, { parts }: FoundMargin): Cents | null {
  const amounts = allocate(
    netCents,
    parts.map(({ weight }) => weight),
  )
  let sum = 0
  for (const [index, { basisPoints }] of parts.entries()) {
    const amount = amounts[index] ?? 0
    if (basisPoints === null) return null
    sum += contributionCents(amount, basisPoints)
  }
  return sum as Cents
}

/** The margin over all parts, in basis points; null where one is missing. */
export function averageMargin({ parts }: FoundMargin): BasisPoints | null {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  for (const { basisPoints, weight } of parts) {
    if (basisPoints === null) return null
    sum += (basisPoints * weight) / total
  }
  return Math.round(sum)
}
