/** A cost as it is being entered: fields may still be empty. */
import type { Expense, ExpenseInput } from '../../../shared/contract/costs.ts'
import { isLevyCountry } from '../../../shared/domain/artists-levy.ts'
import { addDays, addMonths, type Day, daysBetween } from '../../../shared/domain/day.ts'
import { isCurrency, tryConvertForeign } from '../../../shared/domain/exchange.ts'
import { divideRounded } from '../../../shared/domain/money.ts'
import type { Repetition } from '../../../shared/domain/spreading.ts'

export type ExpenseKind = Expense['kind']

export const EXPENSE_KINDS: readonly ExpenseKind[] = ['tool', 'service', 'ads', 'levy', 'other']

export interface ForeignDraft {
  readonly currency: string
  readonly cents: number | null
  readonly rateMillionths: number | null
  readonly rateDay: Day | null
}

export interface ExpenseDraft extends Omit<ExpenseInput, 'cents' | 'startsOn' | 'foreign'> {
  readonly cents: number | null
  readonly startsOn: Day | null
  readonly foreign: ForeignDraft | null
  /** Whether the levy is booked beside a creative service. */
  readonly hasLevy: boolean
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
    foreign: null,
    startsOn: today,
    endsOn: null,
    repetition: usualRepetition('tool'),
    channelId: null,
    campaignId: null,
    clientId: null,
    departmentId: null,
    postId: null,
    scope: 'social',
    isCreative: false,
    hasLevy: false,
    note: '',
  }
}

export function draftOf(expense: Expense): ExpenseDraft {
  const { id: _id, levyOfId: _levyOf, levyId, receipts: _receipts, years: _years, ...fields } = expense
  return { ...fields, hasLevy: levyId !== null }
}

export type ProblemField =
  'name' | 'cents' | 'startsOn' | 'endsOn' | 'currency' | 'foreignCents' | 'rate' | 'rateDay' | 'receipts' | 'levy'
export type Problems = Partial<Record<ProblemField, string>>

const MAX_NAME_LENGTH = 200

export function problemsOf(draft: ExpenseDraft): Problems {
  const name = draft.name.trim()
  const { startsOn, endsOn } = draft
  return {
    ...(name === '' && { name: 'required' }),
    ...(name.length > MAX_NAME_LENGTH && { name: 'tooLong' }),
    ...(startsOn === null && { startsOn: 'required' }),
    ...(startsOn !== null && endsOn !== null && endsOn < startsOn && { endsOn: 'ends_before_start' }),
    ...(draft.foreign ? problemsOfForeign(draft.foreign) : isAmount(draft.cents) ? {} : { cents: 'amountRequired' }),
  }
}

function isAmount(cents: number | null): boolean {
  return cents !== null && cents >= 1
}

function problemsOfForeign({ currency, cents, rateMillionths, rateDay }: ForeignDraft): Problems {
  const converted = tryConvertForeign(cents, rateMillionths)
  const isConvertible = isAmount(cents) && rateMillionths !== null
  return {
    ...(currency === '' && { currency: 'currencyRequired' }),
    ...(currency !== '' && !isCurrency(currency) && { currency: 'unknown_currency' }),
    ...(!isAmount(cents) && { foreignCents: 'amountRequired' }),
    ...(isConvertible && converted === null && { foreignCents: 'too_large' }),
    ...(isConvertible && converted !== null && converted < 1 && { foreignCents: 'converts_to_nothing' }),
    ...(rateMillionths === null && { rate: 'rateRequired' }),
    ...(rateDay === null && { rateDay: 'required' }),
  }
}

/** The draft as the ledger takes it; null while something is missing. */
export function toInput(draft: ExpenseDraft): ExpenseInput | null {
  const { hasLevy: _hasLevy, foreign: foreignDraft, startsOn, ...fields } = draft
  const cents = amountOf(draft)
  if (Object.keys(problemsOf(draft)).length > 0 || cents === null || startsOn === null) return null
  const foreign = foreignDraft && completeForeign(foreignDraft)
  const isCreative = draft.kind === 'service' && draft.isCreative
  return { ...fields, name: draft.name.trim(), cents, startsOn, foreign, isCreative }
}

function completeForeign({ currency, cents, rateMillionths, rateDay }: ForeignDraft): ExpenseInput['foreign'] {
  if (cents === null || rateMillionths === null || rateDay === null) return null
  return { currency, cents, rateMillionths, rateDay }
}

/** The amount in the ledger's currency. */
export function amountOf({ cents, foreign }: ExpenseDraft): number | null {
  return foreign ? tryConvertForeign(foreign.cents, foreign.rateMillionths) : cents
}

/** Is the artists' social levy a question here? */
export function concernsLevy(draft: ExpenseDraft, country: string, currency: string): boolean {
  return draft.kind === 'service' && isLevyCountry(country, currency)
}

const MONTHS: Readonly<Record<Exclude<Repetition, 'once'>, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

interface Recurring {
  readonly cents: number | null
  readonly repetition: Repetition
}

/** What a repeating cost comes to per month on average; null for one that does not repeat. */
export function centsPerMonth({ cents, repetition }: Recurring): number | null {
  return cents === null || repetition === 'once' ? null : divideRounded(cents, MONTHS[repetition])
}

export function centsPerYear({ cents, repetition }: Recurring): number | null {
  return cents === null || repetition === 'once' ? null : (cents * 12) / MONTHS[repetition]
}

type Spread =
  | { readonly unit: 'months'; readonly count: number; readonly cents: number }
  | { readonly unit: 'days'; readonly count: number; readonly cents: number }

/** What a single cost comes to per month, where it is spread over whole ones, else per day; null where it has one day. */
export function spreadOf({ repetition, startsOn, endsOn }: ExpenseDraft, cents: number | null): Spread | null {
  if (repetition !== 'once' || cents === null || startsOn === null || endsOn === null || endsOn < startsOn) return null
  const months = wholeMonths(startsOn, endsOn)
  if (months !== null) return { unit: 'months', count: months, cents: divideRounded(cents, months) }
  const count = daysBetween(startsOn, endsOn) + 1
  return { unit: 'days', count, cents: divideRounded(cents, count) }
}

/** How many whole months lie from the first to the last day, at least two; null where they are not whole. */
function wholeMonths(startsOn: Day, endsOn: Day): number | null {
  const count = (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12
  const near = count + Number(endsOn.slice(5, 7)) - Number(startsOn.slice(5, 7))
  const months = [near, near + 1].find((number) => number > 1 && lastDayOfMonths(startsOn, number) === endsOn)
  return months ?? null
}

/** The last day of so many months that begin on a day. */
export function lastDayOfMonths(startsOn: Day, count: number): Day {
  return addDays(addMonths(startsOn, count), -1)
}

/** Does a cost go on, on a day? One that happened on a single day has ended after it. */
export function isRunning({ repetition, startsOn, endsOn }: Expense, day: string): boolean {
  return (endsOn ?? (repetition === 'once' ? startsOn : day)) >= day
}

/** Does a repeating cost run on a day? */
export function isDue(expense: Expense, day: string): boolean {
  return expense.repetition !== 'once' && expense.startsOn <= day && isRunning(expense, day)
}
