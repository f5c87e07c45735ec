import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillSnippet, PLACEHOLDER_WORDS, SNIPPET_PLACEHOLDERS } from '../../shared/domain/snippet.ts'

const spelling = fc
  .constantFrom(...SNIPPET_PLACEHOLDERS)
  .chain((placeholder) => fc.constantFrom(PLACEHOLDER_WORDS[placeholder].de, PLACEHOLDER_WORDS[placeholder].en))
const piece = fc.oneof(
  spelling.map((word) => `{${word}}`),
  fc.constantFrom('{', '}', '{}', '{vorname}', ' ', 'Hallo', '$&', '{{', '[Name?]'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const text = fc.array(piece, { maxLength: 25 }).map((all) => all.join(''))
const values = fc.record(
  Object.fromEntries(SNIPPET_PLACEHOLDERS.map((placeholder) => [placeholder, fc.oneof(piece, fc.constant(null))])),
  { requiredKeys: [] },
)

test('what stands between placeholders stays as it was, each placeholder gives way to its value or a gap', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), spelling), { maxLength: 12 }),
      values,
      (pairs, known) => {
        const plain = pairs.map(([between, word]) => [between.replace(/[{}]/g, ''), word] as const)
        const placeholderOf = (word: string) =>
          SNIPPET_PLACEHOLDERS.find((each) => Object.values(PLACEHOLDER_WORDS[each]).includes(word))!
        const valueOf = (word: string) => (known[placeholderOf(word)] ?? '').trim()
        const gap = (word: string) => `[${word[0]!.toUpperCase()}${word.slice(1)}?]`
        const filled = fillSnippet(plain.map(([between, word]) => `${between}{${word}}`).join(''), known)
        expect(filled.text).toBe(plain.map(([between, word]) => between + (valueOf(word) || gap(word))).join(''))
        const missing = plain.filter(([, word]) => valueOf(word) === '').map(([, word]) => placeholderOf(word))
        expect(filled.missing).toEqual([...new Set(missing)])
      },
    ),
    { numRuns: 1_000 },
  ))

test('a text without placeholders is left alone, whatever else it is made of', () =>
  fc.assert(
    fc.property(text, values, (written, known) => {
      const words = SNIPPET_PLACEHOLDERS.flatMap((each) => Object.values(PLACEHOLDER_WORDS[each]))
      fc.pre(!words.some((word) => written.toLowerCase().includes(word)))
      expect(fillSnippet(written, known)).toEqual({ text: written, missing: [] })
    }),
    { numRuns: 1_000 },
  ))
