/** Hours as a client is billed for them. What was measured stays as it is: rounding makes a second figure beside it. */
import { allocate } from './allocation.ts'

export const ROUNDING_WAYS = ['none', 'up', 'down', 'nearest'] as const
export type RoundingWay = (typeof ROUNDING_WAYS)[number]
/** What is rounded: each entry, or the sum of those billed together. */
export const ROUNDED_PARTS = ['entry', 'total'] as const
export type RoundedPart = (typeof ROUNDED_PARTS)[number]

export interface Rounding {
  readonly way: RoundingWay
  /** To whole multiples of so many minutes, 1 to 60. */
  readonly minutes: number
  readonly of: RoundedPart
}

export const NO_ROUNDING: Rounding = { way: 'none', minutes: 15, of: 'entry' }
export const MAX_ROUNDING_MINUTES = 60

/**
 * Seconds rounded to whole multiples of the rule's minutes. `nearest`: exactly half rounds up. Throws RangeError on negative or
 * unsafe seconds and on minutes outside of 1 to 60.
 */
export function roundSeconds(seconds: number, { way, minutes }: Pick<Rounding, 'way' | 'minutes'>): number {
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new RangeError(`roundSeconds(${seconds})`)
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_ROUNDING_MINUTES)
    throw new RangeError(`rounding to ${minutes} minutes`)
  const step = minutes * 60
  const rest = seconds % step
  if (way === 'none' || rest === 0) return seconds
  const isUp = way === 'up' || (way === 'nearest' && rest * 2 >= step)
  return seconds - rest + (isUp ? step : 0)
}

/** A stretch of billable work. `group`: stretches that cost the same; `together`: those whose sum is rounded as one. */
export interface RoundedStretch {
  readonly seconds: number
  readonly group: string
  readonly together: string
}

/**
 * Billed seconds of each stretch. Rounding each: one by one. Rounding the total: the rounded sum is divided over the groups and
 * each group's part over its stretches, both in proportion to the measured seconds by largest remainder, so that any way of adding
 * them up again comes to the rounded sum. Throws RangeError as {@link roundSeconds} does.
 */
export function billedSeconds(stretches: readonly RoundedStretch[], rounding: Rounding): number[] {
  if (rounding.of === 'entry' || rounding.way === 'none')
    return stretches.map(({ seconds }) => roundSeconds(seconds, rounding))
  const billed = stretches.map(() => 0)
  const indexed = stretches.map((stretch, index) => ({ ...stretch, index }))
  for (const together of Map.groupBy(indexed, (stretch) => stretch.together).values()) {
    const groups = [...Map.groupBy(together, (stretch) => stretch.group).values()]
    const parts = divide(roundSeconds(sumOf(together), rounding), groups.map(sumOf))
    for (const [number, group] of groups.entries()) {
      const seconds = divide(
        parts[number] ?? 0,
        group.map((stretch) => stretch.seconds),
      )
      for (const [place, stretch] of group.entries()) billed[stretch.index] = seconds[place] ?? 0
    }
  }
  return billed
}

function sumOf(stretches: readonly { readonly seconds: number }[]): number {
  return stretches.reduce((sum, { seconds }) => sum + seconds, 0)
}

function divide(amount: number, weights: readonly number[]): number[] {
  return weights.length === 0 ? [] : allocate(amount, weights)
}
