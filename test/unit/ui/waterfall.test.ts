import { expect, test } from 'vitest'
import { makeWaterfall } from '../../../renderer/ui/waterfall.ts'

test('each bar starts where the one before ended, the total stands on zero', () => {
  const { categories, series } = makeWaterfall('Betrag', [
    { label: 'Beitrag', value: 100 },
    { label: 'Arbeit', value: -70 },
    { label: 'Anzeigen', value: -50 },
    { label: 'Ergebnis', value: -20, isTotal: true },
  ])
  const [bars] = series
  expect(categories).toEqual(['Beitrag', 'Arbeit', 'Anzeigen', 'Ergebnis'])
  expect(bars.spans).toEqual([
    [0, 100],
    [100, 30],
    [30, -20],
    [0, -20],
  ])
  expect(bars.values).toEqual([100, -70, -50, -20])
})

test('costs fade in their order, the total is hatched in the tone of its sign', () => {
  const [bars] = makeWaterfall('Betrag', [
    { label: 'a', value: 9 },
    { label: 'b', value: -1 },
    { label: 'c', value: -1 },
    { label: 'd', value: 7, isTotal: true },
  ]).series
  expect(bars.styles?.map((style) => style.tone)).toEqual(['return', 'cost', 'cost', 'return'])
  expect(bars.styles?.[1]?.strength).toBe(1)
  expect(bars.styles?.[2]?.strength).toBeLessThan(1)
  expect(bars.styles?.[3]?.isHatched).toBe(true)
})
