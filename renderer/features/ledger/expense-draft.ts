/** A cost as it is being entered: fields may still be empty. */
import type { Expense } from '../../../shared/contract/ledger.ts'
import { type Day, daysBetween } from '../../../shared/domain/day.ts'
import { divideRounded } from '../../../shared/domain/money.ts'
import type { Repetition } from '../../../shared/domain/spreading.ts'

export type ExpenseKind = Expense['kind']
export type ExpenseInput = Omit<Expense, 'id'>

export const EXPENSE_KINDS: readonly ExpenseKind[] = ['tool', 'service', 'ads', 'levy', 'other']

export interface ExpenseDraft extends Omit<ExpenseInput, 'cents' | 'startsOn'> {
  readonly cents: number | null
  readonly startsOn: Day | null
}

/** Tools are subscriptions as a rule, everything else is paid once. */
export function usualRepetition(kind: ExpenseKind): Repetition {
  return kind === 'tool' ? 'monthly' : 'once'
}

export function newExpense(today: Day): ExpenseDraft {
  return {
    kind: 'tool',
    name: '',
    cents: null,
    startsOn: today,
    endsOn: null,
    repetition: usualRepetition('tool'),
    channelId: null,
    campaignId: null,
    scope: 'social',
    note: '',
  }
}

export type ExpenseProblem = 'required' | 'amountRequired' | 'tooLong' | 'ends_before_start'
export type ExpenseProblems = Partial<Record<'name' | 'cents' | 'startsOn' | 'endsOn', ExpenseProblem>>

const MAX_NAME_LENGTH = 200

export function problemsOf(draft: ExpenseDraft): ExpenseProblems {
  const name = draft.name.trim()
  return {
    ...(name === '' && { name: 'required' as const }),
    ...(name.length > MAX_NAME_LENGTH && { name: 'tooLong' as const }),
    ...(draft.cents === null || draft.cents < 1 ? { cents: 'amountRequired' as const } : {}),
    ...(draft.startsOn === null && { startsOn: 'required' as const }),
    ...(draft.startsOn !== null && draft.endsOn !== null && draft.endsOn < draft.startsOn
      ? { endsOn: 'ends_before_start' as const }
      : {}),
  }
}

export function isComplete(draft: ExpenseDraft): draft is ExpenseDraft & ExpenseInput {
  return Object.keys(problemsOf(draft)).length === 0
}

const MONTHS: Readonly<Record<Exclude<Repetition, 'once'>, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

/** What a repeating cost comes to per month on average; null for one that does not repeat. */
export function centsPerMonth({ cents, repetition }: Pick<ExpenseDraft, 'cents' | 'repetition'>): number | null {
  return cents === null || repetition === 'once' ? null : divideRounded(cents, MONTHS[repetition])
}

export function centsPerYear({ cents, repetition }: Pick<ExpenseDraft, 'cents' | 'repetition'>): number | null {
  return cents === null || repetition === 'once' ? null : (cents * 12) / MONTHS[repetition]
}

/** Days a single cost is spread over; null where it is booked on one day. */
export function daysSpread({ repetition, startsOn, endsOn }: ExpenseDraft): number | null {
  if (repetition !== 'once' || startsOn === null || endsOn === null || endsOn < startsOn) return null
  return daysBetween(startsOn, endsOn) + 1
}

/** Does a repeating cost run on a day? */
export function isRunning({ repetition, startsOn, endsOn }: Expense, day: string): boolean {
  return repetition !== 'once' && startsOn <= day && (endsOn === null || endsOn >= day)
}
