import { expect, test } from 'vitest'
import { distributeOverMonths, forecastOf, monthsOfYear, sumFigures } from '../../../shared/domain/budget.ts'

const month = (name: string, budgetCents: number, actualCents: number) => ({ month: name, budgetCents, actualCents })

test('the forecast takes what was, and for the rest the greater of plan and what is booked', () => {
  expect(forecastOf(month('2026-09', 100, 70), '2026-10')).toBe(70)
  expect(forecastOf(month('2026-10', 100, 70), '2026-10')).toBe(100)
  expect(forecastOf(month('2026-10', 100, 130), '2026-10')).toBe(130)
  expect(forecastOf(month('2026-11', 100, 0), '2026-10')).toBe(100)
})

test('sums say how far actual is from budget', () => {
  const figures = sumFigures([month('2026-09', 100, 70), month('2026-10', 100, 20)], '2026-10')
  expect(figures).toEqual({
    budgetCents: 200,
    actualCents: 90,
    differenceCents: -110,
    share: 0.45,
    forecastCents: 170,
  })
  expect(sumFigures([month('2026-09', 0, 70)], '2026-10').share).toBeNull()
})

test('a year has twelve months, and a yearly amount divides over them to the cent', () => {
  expect(monthsOfYear(2026)).toHaveLength(12)
  expect(monthsOfYear(2026)[0]).toBe('2026-01')
  const parts = distributeOverMonths(100_00)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100_00)
  expect(Math.max(...parts) - Math.min(...parts)).toBe(1)
})
