import { expect, test } from 'vitest'
import { CRISIS_HOLD_MS, heldUntil, informBy, neededSince } from '../../../shared/domain/crisis.ts'

test('people are needed from the change on that reached their level', () => {
  const history = [
    { at: 0, level: 1 },
    { at: 10, level: 3 },
    { at: 20, level: 2 },
    { at: 30, level: 3 },
  ] as const
  expect([1, 2, 3].map((level) => neededSince(history, level as 1 | 2 | 3))).toEqual([0, 10, 30])
  expect(neededSince(history.slice(0, 3), 3)).toBeNull()
  expect(neededSince([], 1)).toBeNull()
})

test('a deadline is counted on the wall clock, and only for those who are needed', () => {
  expect(informBy(1_000, 30)).toBe(1_801_000)
  expect(informBy(null, 30)).toBeNull()
  expect(informBy(1_000, null)).toBeNull()
})

test('what is held after a crisis is held for six months whichever they are', () => {
  expect(heldUntil(null)).toBeNull()
  for (let month = 0; month < 24; month++) {
    const closed = Date.UTC(2026, month, 1)
    expect(heldUntil(closed)).toBeGreaterThanOrEqual(Date.UTC(2026, month + 6, 1))
  }
  expect(CRISIS_HOLD_MS).toBeLessThan(187 * 86_400_000)
})
