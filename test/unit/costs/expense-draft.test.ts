import { describe, expect, test } from 'vitest'
import {
  centsPerMonth,
  concernsLevy,
  type ExpenseDraft,
  newExpense,
  problemsOf,
  spreadOf,
  toInput,
} from '../../../renderer/features/costs/expense-draft.ts'
import { type Day, toDay } from '../../../shared/domain/day.ts'

const today = toDay('2026-11-21')
const draft = (changes: Partial<ExpenseDraft>): ExpenseDraft => ({
  ...newExpense(today),
  name: 'Bildarchiv',
  cents: 12_000,
  repetition: 'once',
  ...changes,
})
const days = (startsOn: string, endsOn: string) => ({ startsOn: startsOn as Day, endsOn: endsOn as Day })

describe('what is spread', () => {
  test.each([
    ['a calendar year', days('2026-01-01', '2026-12-31'), { unit: 'months', count: 12, cents: 1_000 }],
    ['a year from any day', days('2026-03-15', '2027-03-14'), { unit: 'months', count: 12, cents: 1_000 }],
    ['a year from the end of February', days('2027-02-28', '2028-02-27'), { unit: 'months', count: 12, cents: 1_000 }],
    ['a quarter', days('2026-04-01', '2026-06-30'), { unit: 'months', count: 3, cents: 4_000 }],
    ['two weeks', days('2026-04-01', '2026-04-14'), { unit: 'days', count: 14, cents: 857 }],
    ['one month', days('2026-04-01', '2026-04-30'), { unit: 'days', count: 30, cents: 400 }],
  ])('over %s', (_what, period, spread) => {
    expect(spreadOf(draft(period), 12_000)).toEqual(spread)
  })

  test('has no preview without an end, or with one before its start', () => {
    expect(spreadOf(draft({}), 12_000)).toBeNull()
    expect(spreadOf(draft(days('2026-04-02', '2026-04-01')), 12_000)).toBeNull()
  })
})

describe('a draft', () => {
  test('says what is missing and becomes an input when nothing is', () => {
    expect(problemsOf(draft({ name: ' ', cents: null, startsOn: null }))).toEqual({
      name: 'required',
      cents: 'amountRequired',
      startsOn: 'required',
    })
    expect(toInput(draft({ cents: 0 }))).toBeNull()
    expect(toInput(draft({ name: ' Bildarchiv ' }))).toMatchObject({ name: 'Bildarchiv', cents: 12_000, foreign: null })
  })

  test('in another currency carries the converted amount', () => {
    const foreign = { currency: 'USD', cents: 12_000, rateMillionths: 861_200, rateDay: today }
    expect(toInput(draft({ cents: null, foreign }))).toMatchObject({ cents: 10_334, foreign })
    expect(
      problemsOf(draft({ foreign: { ...foreign, currency: 'XYZ', rateMillionths: null, rateDay: null } })),
    ).toEqual({
      currency: 'unknown_currency',
      rate: 'rateRequired',
      rateDay: 'required',
    })
    expect(problemsOf(draft({ foreign: { ...foreign, cents: 1, rateMillionths: 1 } }))).toEqual({
      foreignCents: 'converts_to_nothing',
    })
  })

  test('asks for the levy for services in Germany, in euros', () => {
    expect(concernsLevy(draft({ kind: 'service' }), 'DE', 'EUR')).toBe(true)
    expect(concernsLevy(draft({ kind: 'tool' }), 'DE', 'EUR')).toBe(false)
    expect(concernsLevy(draft({ kind: 'service' }), 'AT', 'EUR')).toBe(false)
    expect(toInput(draft({ kind: 'tool', isCreative: true }))?.isCreative).toBe(false)
  })
})

test('what repeats is told per month', () => {
  expect(centsPerMonth({ cents: 34_800, repetition: 'yearly' })).toBe(2_900)
  expect(centsPerMonth({ cents: 100, repetition: 'once' })).toBeNull()
})
