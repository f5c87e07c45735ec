// Counting against texts put together from pieces whose length is known, and rules that hold for any text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksIn } from '../../shared/domain/text-links.ts'
import { hashtagsIn, textLength, TEXT_UNITS, type TextUnit } from '../../shared/domain/text-length.ts'

/** A piece and its length: on X, on Mastodon, on Threads, in graphemes, code points, bytes. Written down by hand. */
type Piece = readonly [string, number, number, number, number, number, number]
const PIECES: readonly Piece[] = [
  ['Kaffee', 6, 6, 6, 6, 6, 6],
  ['Größe', 5, 5, 5, 5, 5, 7],
  ['„so“', 4, 4, 4, 4, 4, 8],
  ['咖啡', 4, 2, 2, 2, 2, 6],
  ['שלום', 4, 4, 4, 4, 4, 8],
  ['€', 2, 1, 1, 1, 1, 3],
  ['👍', 2, 1, 4, 1, 1, 4],
  ['👍🏽', 2, 1, 8, 1, 2, 8],
  ['👩‍🚀', 2, 1, 11, 1, 3, 11],
  ['🇨🇭', 2, 1, 8, 1, 2, 8],
  ['https://example.com/a?b=c#d', 23, 23, 27, 27, 27, 27],
  ['example.berlin/kaffee', 23, 21, 21, 21, 21, 21],
  ['@anna', 5, 5, 5, 5, 5, 5],
  ['@anna@example.social', 20, 5, 20, 20, 20, 20],
]
const UNIT_AT: readonly TextUnit[] = ['x-weighted', 'mastodon', 'threads', 'graphemes', 'code-points', 'bytes']

test('a text of words is as long as its words and the blanks between', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }),
      fc.constantFrom(' ', '\n'),
      (pieces, blank) => {
        const text = pieces.map(([word]) => word).join(blank)
        const blanks = Math.max(0, pieces.length - 1)
        for (const [index, unit] of UNIT_AT.entries()) {
          const words = pieces.reduce((sum, piece) => sum + (piece[index + 1] as number), 0)
          expect(textLength(text, unit), unit).toBe(words + blanks)
        }
        expect(textLength(text, 'code-units')).toBe(text.length)
      },
    ),
    { numRuns: 2_000 },
  ))

const SIGNS = [
  '.',
  ',',
  '/',
  '(',
  ')',
  '#',
  '@',
  ':',
  '-',
  '_',
  '?',
  '=',
  '&',
  ' ',
  '\n',
  'a',
  'B',
  '1',
  'ä',
  'の',
  '👍',
  '\u200d',
  '\u0301',
  '\ud800',
  'https://',
  'de',
  'com',
  't.co',
]
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }).map((all) => all.join('')),
)

test('lines are counted apart from each other, whatever they are', () =>
  fc.assert(
    fc.property(anything, anything, (first, second) => {
      // What begins with a mark that joins the line break before it is no line.
      fc.pre(!/^(?:\p{M}|\n|\r|\u200c|\u200d)/u.test(second) && !first.endsWith('\r'))
      for (const unit of TEXT_UNITS) {
        const both = textLength(`${first}\n${second}`, unit)
        expect(both, unit).toBe(textLength(first, unit) + 1 + textLength(second, unit))
      }
    }),
    { numRuns: 2_000 },
  ))

test('links lie in order within the text and never touch blanks', () =>
  fc.assert(
    fc.property(anything, (text) => {
      let from = 0
      for (const { start, end } of linksIn(text)) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toMatch(/^[^\s]*\.[^\s]*$/)
        from = end
      }
      expect(from).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 3_000 },
  ))

test('hashtags between words are all found, those in links and bare numbers are none', () => {
  const tag = fc.stringMatching(/^[0-9]{0,2}[a-zäöüß][a-zäöüß0-9_]{0,8}$/)
  const other = fc.constantFrom('Wort', '#1', '#', 'a#b', 'https://example.com/#x', 'example.com/x#y', '#️⃣', '👍')
  const words = fc.array(
    fc.oneof(
      tag.map((name) => ({ word: `#${name}`, name })),
      other.map((word) => ({ word, name: null })),
    ),
  )
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '\n', ' – ', ', '), (all, between) => {
      const text = all.map(({ word }) => word).join(between)
      expect(hashtagsIn(text)).toEqual(all.flatMap(({ name }) => name ?? []))
    }),
    { numRuns: 1_000 },
  )
})
