/** What one assumption moves: the shifts behind the "tornado" of the result. */
import { multiplyDivide, type BasisPoints } from './money.ts'

/** Cost rates are moved by a fifth up and down. */
export const RATE_STEP: BasisPoints = 2_000
/** Margins are moved by five points up and down. */
export const MARGIN_STEP: BasisPoints = 500
const ONE: BasisPoints = 10_000

/** By how many cents labour changes when every rate changes by a fraction in basis points; rounded once, half away from zero. */
export function rateShiftCents(labourCents: number, step: BasisPoints): number {
  return multiplyDivide(labourCents, step, ONE)
}

/**
 * By how many cents contribution changes when a margin changes by some points (in basis points) and stays within 0 and 100 %.
 * The margin is what the contribution says it is; of a refund or reversal (net below zero) signs are turned. Rounded once, half
 * away from zero.
 */
export function marginShiftCents(netCents: number, contributionCents: number, step: BasisPoints): number {
  if (netCents < 0) return -marginShiftCents(-netCents, -contributionCents, step) || 0
  const shift = multiplyDivide(netCents, step, ONE)
  return Math.min(Math.max(contributionCents + shift, 0), netCents) - contributionCents
}
