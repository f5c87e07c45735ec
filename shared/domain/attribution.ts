/** How a purchase is divided among the encounters that led to it. */
import { allocate, quantiseWeights, WEIGHT_UNIT } from './allocation.ts'
import type { Instant } from './instant.ts'

export const ATTRIBUTION_MODELS = ['last', 'lastNonDirect', 'first', 'linear', 'position', 'timeDecay'] as const
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number]

/** Touches carried by the order itself take its instant, in this order. */
export const TOUCH_KINDS = ['self-reported', 'utm', 'coupon', 'conversation', 'post', 'manual'] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]

export type Scope = 'social' | 'other'

/** What a weight depends on: the rest of a touchpoint is carried along by the caller. */
export interface Touch {
  readonly at: Instant
  readonly kind: TouchKind
  readonly isDirect: boolean
}

export const DEFAULT_WINDOW_DAYS = 30
/** More touches of one purchase than this are not read; the latest count. */
export const MAX_TOUCHES = 500

const DAY_MS = 86_400_000
const HALF_LIFE_DAYS = 7

/**
 * The touches that count for a purchase: not after it, not older than the window (days before the purchase, both ends
 * included), in order of time; at one instant in the order of {@link TOUCH_KINDS}.
 */
export function touchesInWindow<T extends Touch>(touches: readonly T[], purchaseAt: Instant, windowDays: number): T[] {
  const earliest = purchaseAt - windowDays * DAY_MS
  return touches
    .filter((touch) => touch.at <= purchaseAt && touch.at >= earliest)
    .sort((a, b) => a.at - b.at || TOUCH_KINDS.indexOf(a.kind) - TOUCH_KINDS.indexOf(b.kind))
    .slice(-MAX_TOUCHES)
}

/**
 * Whole weights adding up to {@link WEIGHT_UNIT} for touches in order of time; empty for no touch. Sources: the models of
 * that name in Matomo and (until 2023) Google Analytics; time decay with a half-life of seven days.
 */
export function touchWeights(model: AttributionModel, touches: readonly Touch[], purchaseAt: Instant): number[] {
  const count = touches.length
  if (count === 0) return []
  if (count === 1) return [WEIGHT_UNIT]
  switch (model) {
    case 'last':
      return oneOf(count, count - 1)
    case 'lastNonDirect': {
      const index = touches.findLastIndex((touch) => !touch.isDirect)
      return oneOf(count, index === -1 ? count - 1 : index)
    }
    case 'first':
      return oneOf(count, 0)
    case 'linear':
      return quantiseWeights(touches.map(() => 1))
    case 'position':
      return quantiseWeights(positionWeights(count))
    case 'timeDecay':
      return quantiseWeights(touches.map((touch) => 2 ** (-(purchaseAt - touch.at) / DAY_MS / HALF_LIFE_DAYS)))
  }
}

function oneOf(count: number, chosen: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === chosen ? WEIGHT_UNIT : 0))
}

function positionWeights(count: number): number[] {
  if (count === 2) return [0.5, 0.5]
  return Array.from({ length: count }, (_, index) => (index === 0 || index === count - 1 ? 0.4 : 0.2 / (count - 2)))
}

export interface EventAmounts {
  readonly grossCents: number
  readonly netCents: number
  readonly contributionCents: number | null
}

export interface TouchShare<T> extends EventAmounts {
  readonly touch: T
  readonly weight: number
}

/** Divides a purchase's amounts among its touches; parts add up to the cent. Touches without weight get no share. */
export function divideAmongTouches<T extends Touch>(
  model: AttributionModel,
  touches: readonly T[],
  purchaseAt: Instant,
  amounts: EventAmounts,
): TouchShare<T>[] {
  const weights = touchWeights(model, touches, purchaseAt)
  if (weights.length === 0) return []
  const gross = allocate(amounts.grossCents, weights)
  const net = allocate(amounts.netCents, weights)
  const contribution = amounts.contributionCents === null ? null : allocate(amounts.contributionCents, weights)
  const shares: TouchShare<T>[] = []
  for (const [index, touch] of touches.entries()) {
    const weight = weights[index] ?? 0
    if (weight === 0) continue
    shares.push({
      touch,
      weight,
      grossCents: gross[index] ?? 0,
      netCents: net[index] ?? 0,
      contributionCents: contribution ? (contribution[index] ?? 0) : null,
    })
  }
  return shares
}
