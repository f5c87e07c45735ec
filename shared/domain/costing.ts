/**
 * Full costing (Vollkosten): what belongs to no channel is spread over the channels. Direct costing (Teilkosten) leaves it in a
 * row of its own; both have the same totals.
 */
import { allocate } from './allocation.ts'

/** By what the cross-channel row is spread: direct hours, direct cost, or posts published in the period. */
export const SPREADING_KEYS = ['hours', 'cost', 'posts'] as const
export type SpreadingKey = (typeof SPREADING_KEYS)[number]

/** What a channel has of its own in the period. */
export interface DirectFigures {
  /** Seconds worked. */
  readonly seconds: number
  /** Costs of all kinds, in cents. */
  readonly costCents: number
  readonly publishedPosts: number
}

export interface Spread {
  /** The key of each channel, in the order given: seconds, cents or posts; all 0 where none has any. */
  readonly weights: readonly number[]
  /** True where no channel has any of the key: every channel gets the same. */
  readonly isEqually: boolean
  /**
   * The parts of one amount (cents or seconds) for the channels, in the order given. Largest remainder, ties to the first listed:
   * the parts add up to the amount exactly.
   */
  divide(amount: number): number[]
}

/**
 * In proportion to a key, or equally where no channel has any of it. A channel whose key is negative (more reversed in the period
 * than booked) gets nothing. Throws RangeError without channels.
 */
export function spreadOverChannels(key: SpreadingKey, channels: readonly DirectFigures[]): Spread {
  if (channels.length === 0) throw new RangeError('spreadOverChannels: no channel')
  const weights = channels.map((channel) => Math.max(0, ownKey(key, channel)))
  return {
    weights,
    isEqually: weights.every((weight) => weight === 0),
    divide: (amount) => allocate(amount, weights),
  }
}

function ownKey(key: SpreadingKey, { seconds, costCents, publishedPosts }: DirectFigures): number {
  if (key === 'hours') return seconds
  return key === 'cost' ? costCents : publishedPosts
}
