import { expect, test } from 'vitest'
import { toSlug } from '../../../shared/domain/slug.ts'

test.each([
  ['Frühjahr | Reels', 'fruehjahr-reels'],
  ['Sommer Abo; Stories', 'sommer-abo-stories'],
  ['sommer-abo', 'sommer-abo'],
  ['  Große Öffnung!  ', 'grosse-oeffnung'],
  ['Fru\u0308hjahr', 'fruehjahr'],
  ['Café & Crème', 'cafe-creme'],
  ['STRAẞE', 'strasse'],
  ['5 MB: ㎆', '5-mb-mb'],
  ['Весна 2026', 'весна-2026'],
  ['🎉', ''],
])('%j becomes %j', (name, slug) => {
  expect(toSlug(name)).toBe(slug)
})

test('is at most 500 characters and never ends in a hyphen', () => {
  expect(toSlug('a'.repeat(900))).toHaveLength(500)
  expect(toSlug(`${'a'.repeat(499)} ${'b'.repeat(9)}`)).toBe('a'.repeat(499))
})
