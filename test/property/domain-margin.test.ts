import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageMargin, contributionAt, findMargin, type MarginRules } from '../../shared/domain/margin.ts'
import { contributionCents } from '../../shared/domain/revenue.ts'

const basisPoints = fc.integer({ min: 0, max: 10_000 })
const items = fc.array(fc.record({ product: fc.constantFrom('a', 'b', 'c', 'd'), cents: fc.nat(1_000_000) }), {
  maxLength: 12,
})
const net = fc.integer({ min: -100_000_000, max: 100_000_000 })
const rules = (ledger: number | null, products: Record<string, number> = {}, sources: Record<string, number> = {}) =>
  ({
    ledger,
    sources: new Map(Object.entries(sources)),
    products: new Map(Object.entries(products)),
  }) satisfies MarginRules

test('equal margins come to what the ledger’s margin comes to, to the cent', () => {
  fc.assert(
    fc.property(net, basisPoints, items, (cents, margin, bought) => {
      const equal = rules(margin, { a: margin, b: margin, c: margin })
      const found = findMargin({ own: null, source: 'shop', items: bought }, equal)
      expect(contributionAt(cents, found)).toBe(contributionCents(cents, margin))
    }),
  )
})

test('lies between the lowest and the highest margin, give or take the rounding of each part', () => {
  fc.assert(
    fc.property(net, basisPoints, basisPoints, basisPoints, items, (cents, a, b, rest, bought) => {
      const found = findMargin({ own: null, source: 'shop', items: bought }, rules(rest, { a, b }))
      const margins = found.parts.map((part) => part.basisPoints ?? 0)
      const bounds = [Math.min(...margins), Math.max(...margins)].map((margin) => (cents * margin) / 10_000)
      const contribution = contributionAt(cents, found) ?? 0
      expect(contribution).toBeGreaterThanOrEqual(Math.min(...bounds) - found.parts.length)
      expect(contribution).toBeLessThanOrEqual(Math.max(...bounds) + found.parts.length)
      expect(averageMargin(found)).toBeGreaterThanOrEqual(Math.min(...margins))
      expect(averageMargin(found)).toBeLessThanOrEqual(Math.max(...margins))
    }),
  )
})

test('what is taken back is exactly what was given', () => {
  fc.assert(
    fc.property(net, basisPoints, basisPoints, items, (cents, a, rest, bought) => {
      const found = findMargin({ own: null, source: 'shop', items: bought }, rules(rest, { a }))
      expect((contributionAt(cents, found) ?? 0) + (contributionAt(-cents, found) ?? 0)).toBe(0)
    }),
  )
})

test('a product at 100 % keeps its part of the net, one at 0 % keeps nothing: the parts add up', () => {
  fc.assert(
    fc.property(net, items, (cents, bought) => {
      const part = (a: number, rest: number) =>
        contributionAt(cents, findMargin({ own: null, source: 'shop', items: bought }, rules(rest, { a }))) ?? 0
      expect(part(10_000, 0) + part(0, 10_000)).toBe(cents)
    }),
  )
})

test('the most exact margin holds: purchase, product, source, ledger', () => {
  const all = rules(1000, { a: 3000 }, { shop: 2000 })
  const a = [{ product: 'a', cents: 100 }]
  const b = [{ product: 'b', cents: 100 }]
  const found = (own: number | null, source: string, bought: typeof a) => {
    const margin = findMargin({ own, source, items: bought }, all)
    return [margin.origin, averageMargin(margin)]
  }
  expect(found(4000, 'shop', a)).toEqual(['event', 4000])
  expect(found(null, 'shop', a)).toEqual(['product', 3000])
  expect(found(null, 'shop', b)).toEqual(['source', 2000])
  expect(found(null, 'fair', b)).toEqual(['ledger', 1000])
  expect(found(null, 'shop', [...a, ...b])).toEqual(['product', 2500])
})

test('a part without a margin leaves the contribution unknown', () => {
  const bought = [
    { product: 'a', cents: 100 },
    { product: 'b', cents: 100 },
  ]
  const found = findMargin({ own: null, source: 'shop', items: bought }, rules(null, { a: 3000 }))
  expect(contributionAt(1000, found)).toBeNull()
  expect(averageMargin(found)).toBeNull()
})
