import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEGATIONS, SENTIMENT_WORDS } from '../../shared/domain/sentiment-words.ts'
import { proposeSentiment } from '../../shared/domain/sentiment.ts'

const listed = SENTIMENT_WORDS.flatMap(({ words }) => words.map((word) => word.replace(/[*~]$/, '')))
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...listed) },
  { weight: 1, arbitrary: fc.constantFrom(...NEGATIONS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ' ',
      ', ',
      '. ',
      '!',
      '???',
      '!!!',
      '\n',
      'Kaffee',
      'der',
      'aber',
      '*',
      '***',
      ':',
      ')',
      "'t",
      '\ufe0f',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)
const text = fc.array(fc.tuple(piece, fc.constantFrom(' ', '')), { maxLength: 40 }).map((all) => all.flat().join(''))

test('the sentiment is what its words add up to, and nothing speaks only where there are none', () =>
  fc.assert(
    fc.property(text, (written) => {
      const { sentiment, words, isShouted } = proposeSentiment(written)
      const sum = words.reduce((total, { weight }) => total + weight, 0)
      expect(sentiment === null).toBe(words.length === 0)
      expect(sentiment === 'positive').toBe(sum > 0)
      expect(sentiment === 'negative' || sentiment === 'angry').toBe(sum < 0)
      if (sum < 0 && isShouted) expect(sentiment).toBe('angry')
      for (const { word, weight } of words) {
        expect(word).not.toBe('')
        expect(Number.isInteger(weight) && Math.abs(weight) <= 3).toBe(true)
      }
    }),
    { numRuns: 3_000 },
  ))

test('what is shown as having spoken stands in the text, in its order', () =>
  fc.assert(
    fc.property(text, (written) => {
      const plain = written.replace(/https?:|@/gi, ' ').normalize('NFC')
      let at = 0
      for (const { word } of proposeSentiment(plain).words) {
        at = plain.indexOf(word.replace(/…$/, ''), at)
        expect(at, word).not.toBe(-1)
      }
    }),
    { numRuns: 2_000 },
  ))

test('saying everything twice says nothing new', () =>
  fc.assert(
    fc.property(text, (written) => {
      expect(proposeSentiment(`${written}\n${written}`).words).toEqual(proposeSentiment(written).words)
    }),
    { numRuns: 2_000 },
  ))

test('anger that is added leaves no text friendlier than it was', () =>
  fc.assert(
    fc.property(text, (written) => {
      const rank = (of: string) =>
        ['angry', 'negative', 'neutral', 'positive'].indexOf(proposeSentiment(of).sentiment ?? 'neutral')
      expect(rank(`${written}\n😡`)).toBeLessThanOrEqual(rank(written))
    }),
    { numRuns: 2_000 },
  ))

test('50,000 letters of anything are read', () => {
  const units = [
    'gut ',
    'nicht ',
    '😡',
    'a',
    '*',
    '!',
    '?',
    'immer noch ',
    'gefällt nicht ',
    '@',
    ':(',
    'https://',
    '\u0308',
    'x.',
    '<',
  ]
  for (const unit of units) {
    const { sentiment, words } = proposeSentiment(unit.repeat(Math.ceil(50_000 / unit.length)))
    expect(sentiment === null).toBe(words.length === 0)
    expect(words.length).toBeLessThan(5)
  }
})
