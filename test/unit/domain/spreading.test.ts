import { describe, expect, test } from 'vitest'
import { toDay, type Day } from '../../../shared/domain/day.ts'
import {
  recurringCostByDay,
  spreadOverDays,
  type DayAmount,
  type RecurringCost,
} from '../../../shared/domain/spreading.ts'

const day = toDay
const sum = (amounts: readonly DayAmount[]) => amounts.reduce((total, amount) => total + amount.cents, 0)
const between = (amounts: readonly DayAmount[], from: string, to: string) =>
  amounts.filter((amount) => amount.day >= from && amount.day <= to)
const cost = (fields: Partial<RecurringCost>): RecurringCost => ({
  cents: 10_000,
  startsOn: day('2026-01-01'),
  endsOn: null,
  repetition: 'monthly',
  ...fields,
})

describe('an amount over days', () => {
  test('the odd cents go to the first days', () => {
    const amounts = spreadOverDays(10, { from: day('2026-01-01'), to: day('2026-01-03') })
    expect(amounts).toEqual([
      { day: '2026-01-01', cents: 4 },
      { day: '2026-01-02', cents: 3 },
      { day: '2026-01-03', cents: 3 },
    ])
  })

  test('days without a cent are left out; a credit is spread like a cost', () => {
    expect(spreadOverDays(1, { from: day('2026-01-01'), to: day('2026-01-03') })).toEqual([
      { day: '2026-01-01', cents: 1 },
    ])
    expect(sum(spreadOverDays(-97_539, { from: day('2026-01-01'), to: day('2026-01-31') }))).toBe(-97_539)
  })

  test('refuses an empty period', () => {
    expect(() => spreadOverDays(1, { from: day('2026-01-02'), to: day('2026-01-01') })).toThrow(RangeError)
  })
})

describe('a cost that repeats', () => {
  test('each month carries the whole amount, up to the month of the last day asked for', () => {
    const amounts = recurringCostByDay(cost({}), day('2026-03-10'))
    for (const month of ['2026-01', '2026-02', '2026-03'])
      expect(sum(between(amounts, `${month}-01`, `${month}-31`))).toBe(10_000)
    expect(amounts.at(-1)?.day).toBe('2026-03-31')
  })

  test('a yearly cost of a leap year has 366 days', () => {
    const amounts = recurringCostByDay(
      cost({ cents: 36_600, startsOn: day('2024-01-01'), repetition: 'yearly' }),
      day('2024-06-01'),
    )
    expect(amounts).toHaveLength(366)
    expect(amounts.every((amount) => amount.cents === 100)).toBe(true)
  })

  test('begun on the 31st it runs on without a gap or an overlap', () => {
    const amounts = recurringCostByDay(cost({ startsOn: day('2026-01-31') }), day('2026-06-15'))
    const days = amounts.map((amount) => amount.day)
    expect(new Set(days).size).toBe(days.length)
    expect(days[0]).toBe('2026-01-31')
    expect(sum(between(amounts, '2026-01-31', '2026-02-27'))).toBe(10_000)
    expect(sum(between(amounts, '2026-02-28', '2026-03-30'))).toBe(10_000)
  })

  test('a last day cuts its period short and ends the rest', () => {
    const amounts = recurringCostByDay(cost({ cents: 3_100, endsOn: day('2026-01-10') }), day('2026-12-31'))
    expect(amounts).toHaveLength(10)
    expect(sum(amounts)).toBe(1_000)
  })

  test('quarters', () => {
    const amounts = recurringCostByDay(cost({ repetition: 'quarterly', endsOn: day('2026-06-30') }), day('2027-01-01'))
    expect(sum(between(amounts, '2026-01-01', '2026-03-31'))).toBe(10_000)
    expect(sum(amounts)).toBe(20_000)
  })

  test('nothing before it begins', () => {
    expect(recurringCostByDay(cost({ startsOn: day('2026-05-01') }), day('2026-04-30'))).toEqual([])
  })

  test('once: one day, or spread up to its last day, whatever today is', () => {
    const before: Day = day('2025-01-01')
    expect(recurringCostByDay(cost({ repetition: 'once' }), before)).toEqual([{ day: '2026-01-01', cents: 10_000 }])
    const spread = recurringCostByDay(cost({ repetition: 'once', endsOn: day('2026-01-31') }), before)
    expect(spread).toHaveLength(31)
    expect(sum(spread)).toBe(10_000)
  })
})
