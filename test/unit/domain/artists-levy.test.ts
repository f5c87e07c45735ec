import { expect, test } from 'vitest'
import { isLevyCountry, levyOn, levyTerms, paidInYear } from '../../../shared/domain/artists-levy.ts'
import { toDay } from '../../../shared/domain/day.ts'

test.each([
  [2023, 50, 45_000, true],
  [2024, 50, 45_000, true],
  [2025, 50, 70_000, true],
  [2026, 49, 100_000, true],
  [2027, 49, 100_000, false],
  [2010, 42, 45_000, false],
])('in %d the levy is %d per mille above %d cents', (year, perMille, thresholdCents, isKnown) => {
  expect(levyTerms(year)).toEqual({ year, perMille, thresholdCents, isKnown })
})

test('the levy is rounded once, half up', () => {
  expect(levyOn(80_000, 2026)).toBe(3_920)
  // 4.9 % of 0.50 €: 2.45 cents
  expect(levyOn(50, 2026)).toBe(2)
  expect(levyOn(30, 2025)).toBe(2)
})

test('it concerns Germany and euros', () => {
  expect(isLevyCountry('DE', 'EUR')).toBe(true)
  expect(isLevyCountry('AT', 'EUR')).toBe(false)
  expect(isLevyCountry('DE', 'CHF')).toBe(false)
})

const monthly = { cents: 100, startsOn: toDay('2025-11-30'), endsOn: null, repetition: 'monthly' as const }

test.each([
  ['once, in its year', { ...monthly, repetition: 'once' as const }, 2025, 100],
  ['once, in another year', { ...monthly, repetition: 'once' as const }, 2026, 0],
  ['monthly in its first year', monthly, 2025, 200],
  ['monthly in a full year', monthly, 2026, 1200],
  ['monthly long after', monthly, 2040, 1200],
  ['before it began', monthly, 2024, 0],
  ['monthly until it ends', { ...monthly, endsOn: toDay('2026-02-28') }, 2026, 200],
  ['quarterly', { ...monthly, repetition: 'quarterly' as const }, 2026, 400],
  ['yearly', { ...monthly, repetition: 'yearly' as const }, 2026, 100],
])('a fee paid %s', (_when, cost, year, cents) => {
  expect(paidInYear(cost, year)).toBe(cents)
})
