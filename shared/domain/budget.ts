/** Budget against actual: differences, what the rest of a year may come to, and dividing a yearly amount. */
import { allocate } from './allocation.ts'

export interface MonthFigures {
  /** yyyy-MM */
  readonly month: string
  readonly budgetCents: number
  readonly actualCents: number
}

/**
 * What a month may come to in the end: one that is over, what it cost; one that is not, the greater of its budget and what
 * is booked already (a tool paid in advance is booked into months to come).
 */
export function forecastOf({ month, budgetCents, actualCents }: MonthFigures, currentMonth: string): number {
  return month < currentMonth ? actualCents : Math.max(budgetCents, actualCents)
}

export interface BudgetFigures {
  readonly budgetCents: number
  readonly actualCents: number
  /** Actual − budget: above zero is more than planned. */
  readonly differenceCents: number
  /** Actual ÷ budget; null without a budget. */
  readonly share: number | null
  readonly forecastCents: number
}

export function sumFigures(months: readonly MonthFigures[], currentMonth: string): BudgetFigures {
  let [budgetCents, actualCents, forecastCents] = [0, 0, 0]
  for (const figures of months) {
    budgetCents += figures.budgetCents
    actualCents += figures.actualCents
    forecastCents += forecastOf(figures, currentMonth)
  }
  return {
    budgetCents,
    actualCents,
    differenceCents: actualCents - budgetCents,
    share: budgetCents === 0 ? null : actualCents / budgetCents,
    forecastCents,
  }
}

/** The twelve months of a year, yyyy-MM. */
export function monthsOfYear(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
}

/** A yearly amount over equal months; the parts add up to it, odd cents go to the first months. */
export function distributeOverMonths(cents: number, count = 12): number[] {
  return allocate(
    cents,
    Array.from({ length: count }, () => 1),
  )
}
