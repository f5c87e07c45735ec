import { describe, expect, test } from 'vitest'
import { billedSeconds, roundSeconds } from '../../../shared/domain/billing-rounding.ts'

const minutes = (count: number) => count * 60

describe('rounding one stretch', () => {
  test('up and down to whole steps; what is whole stays', () => {
    expect(roundSeconds(minutes(61), { way: 'up', minutes: 15 })).toBe(minutes(75))
    expect(roundSeconds(minutes(74), { way: 'down', minutes: 15 })).toBe(minutes(60))
    expect(roundSeconds(minutes(60), { way: 'up', minutes: 15 })).toBe(minutes(60))
    expect(roundSeconds(1, { way: 'up', minutes: 60 })).toBe(minutes(60))
    expect(roundSeconds(59, { way: 'down', minutes: 1 })).toBe(0)
  })

  test('exactly half rounds up, a second less does not', () => {
    expect(roundSeconds(minutes(7) + 30, { way: 'nearest', minutes: 15 })).toBe(minutes(15))
    expect(roundSeconds(minutes(7) + 29, { way: 'nearest', minutes: 15 })).toBe(0)
    expect(roundSeconds(30, { way: 'nearest', minutes: 1 })).toBe(60)
  })

  test('without rounding every second counts', () => {
    expect(roundSeconds(4_321, { way: 'none', minutes: 15 })).toBe(4_321)
  })

  test('refuses what is no length and no step', () => {
    expect(() => roundSeconds(-1, { way: 'up', minutes: 15 })).toThrow(RangeError)
    expect(() => roundSeconds(1.5, { way: 'up', minutes: 15 })).toThrow(RangeError)
    expect(() => roundSeconds(60, { way: 'up', minutes: 0 })).toThrow(RangeError)
    expect(() => roundSeconds(60, { way: 'up', minutes: 61 })).toThrow(RangeError)
  })
})

describe('rounding the total', () => {
  const stretch = (count: number, group = 'a', together = 'm') => ({ seconds: minutes(count), group, together })

  test('three times 50 minutes are 2:30 together, and 3:00 one by one', () => {
    const three = [stretch(50), stretch(50), stretch(50)]
    expect(billedSeconds(three, { way: 'up', minutes: 30, of: 'total' })).toEqual([50, 50, 50].map(minutes))
    expect(billedSeconds(three, { way: 'up', minutes: 30, of: 'entry' })).toEqual([60, 60, 60].map(minutes))
  })

  test('what is added falls to the groups in proportion, and adds up', () => {
    const billed = billedSeconds([stretch(40), stretch(20, 'b'), stretch(21)], { way: 'up', minutes: 60, of: 'total' })
    expect(billed.reduce((sum, each) => sum + each, 0)).toBe(minutes(120))
    expect(billed[1]).toBeLessThan(billed[2]!)
  })

  test('what is rounded apart is rounded on its own', () => {
    const apart = [stretch(10, 'a', 'October'), stretch(10, 'a', 'November')]
    expect(billedSeconds(apart, { way: 'up', minutes: 30, of: 'total' })).toEqual([30, 30].map(minutes))
  })
})
