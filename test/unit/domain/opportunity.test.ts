import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { opportunityCents, opportunityStretches } from '../../../shared/domain/opportunity.ts'
import { rateDifferences } from '../../../shared/domain/rate-change.ts'

const rate = (from: string, centsPerHour: number) => ({ validFrom: toDay(from), centsPerHour })
const period = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) })

describe('what hours would have earned elsewhere', () => {
  test('20 hours at 160 € are 3,200 €', () => {
    expect(opportunityCents(20 * 3600, 16_000)).toBe(320_000)
  })
  test('rounds once, also where hours were taken back', () => {
    expect(opportunityCents(1800, 4281)).toBe(2141)
    expect(opportunityCents(-1800, 4281)).toBe(-2141)
  })
  test('only days from the first rate on count, each at its own', () => {
    const rates = [rate('2026-07-01', 200), rate('2026-03-10', 100)]
    expect(opportunityStretches(rates, period('2026-01-01', '2026-12-31'))).toEqual([
      { from: '2026-03-10', to: '2026-06-30', centsPerHour: 100 },
      { from: '2026-07-01', to: '2026-12-31', centsPerHour: 200 },
    ])
    expect(opportunityStretches(rates, period('2026-04-01', '2026-04-30'))).toEqual([
      { from: '2026-04-01', to: '2026-04-30', centsPerHour: 100 },
    ])
    expect(opportunityStretches(rates, period('2026-01-01', '2026-03-09'))).toEqual([])
  })
})

describe('where a changed rate changes the cost of hours', () => {
  const general = [rate('2026-01-01', 4000)]

  test('from its day to the day before the next', () => {
    const own = [rate('2026-07-01', 6000)]
    expect(
      rateDifferences({ own, fallback: general }, { own: [...own, rate('2026-03-01', 5000)], fallback: general }),
    ).toEqual([{ from: '2026-03-01', to: '2026-06-30', before: 4000, after: 5000 }])
  })
  test('a default does not touch days with an own rate', () => {
    const own = [rate('2026-07-01', 6000)]
    expect(
      rateDifferences({ own, fallback: general }, { own, fallback: [...general, rate('2026-05-01', 4500)] }),
    ).toEqual([{ from: '2026-05-01', to: '2026-06-30', before: 4000, after: 4500 }])
  })
  test('hours without any rate get one', () => {
    expect(
      rateDifferences({ own: [], fallback: general }, { own: [], fallback: [...general, rate('2025-01-01', 4000)] }),
    ).toEqual([{ from: '2025-01-01', to: '2025-12-31', before: null, after: 4000 }])
  })
  test('moving the first day of a rate back and leaving it alone', () => {
    expect(rateDifferences({ own: [], fallback: general }, { own: [], fallback: general })).toEqual([])
    expect(rateDifferences({ own: [], fallback: general }, { own: [], fallback: [rate('2026-02-01', 4000)] })).toEqual([
      { from: '2026-01-01', to: '2026-01-31', before: 4000, after: null },
    ])
  })
})
