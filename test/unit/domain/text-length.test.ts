import { describe, expect, test } from 'vitest'
import { fullLinksIn, linksIn } from '../../../shared/domain/text-links.ts'
import { hashtagsIn, mentionsIn, textLength, TEXT_UNITS } from '../../../shared/domain/text-length.ts'

const FAMILY = '👨‍👩‍👧‍👦'
const ARTIST = '👨‍🎤'

describe('how X counts', () => {
  // The examples of docs.x.com/fundamentals/counting-characters and of the conformance tests of twitter-text.
  test.each([
    ['', 0],
    ['This is a test.', 15],
    ['http://test.com', 23],
    ['https://test.com', 23],
    ['test.com', 23],
    ['Test https://test.com test https://test.com test.com test', 86],
    ['Hi http://test.co', 26],
    ['저찀쯿쿿', 8],
    ['故人西辞黄鹤楼', 14],
    ['👾', 2],
    ['🙋🏽', 2],
    [ARTIST, 2],
    [FAMILY, 2],
    [`H🐱☺${FAMILY}`, 7],
    ['😷👾😡🔥💩', 10],
    ['🇩🇪 und 🇦🇹', 9],
    ['#️⃣1️⃣', 4],
    ['A\u0301B', 2],
    ['cafe\u0301', 4],
    ['„Grüße“ – täglich', 17],
    ['\u202eשלום', 6],
    ['\ud800', 2],
    [`${'https://www.twitter.com/aloha '.repeat(10)}`, 240],
    ['Schön bei müller.de!', 34],
    ['Am 3.4. um 8.30 Uhr, z.B. bzw. d.h.', 35],
    ['info@example.com', 16],
    [`${'x'.repeat(279)}👾`, 281],
  ])('%j is %i', (text, length) => {
    expect(textLength(text, 'x-weighted')).toBe(length)
  })

  test('a general punctuation mark is light where the configuration says so', () => {
    expect(textLength('\u2000\u200d\u2010\u201f\u2032\u2037', 'x-weighted')).toBe(6)
    expect(textLength('\u200e\u2020\u2030\u2038', 'x-weighted')).toBe(8)
    expect(textLength('\u10ff\u1100', 'x-weighted')).toBe(3)
  })
})

describe('links', () => {
  const links = (text: string) => linksIn(text).map(({ start, end }) => text.slice(start, end))

  test.each([
    ['Mehr auf https://example.com/a_(b)?x=1&y=2.', ['https://example.com/a_(b)?x=1&y=2']],
    ['(https://example.com/)', ['https://example.com/']],
    ['https://example.com/x.?y=1', ['https://example.com/x']],
    ['siehe example.com/pfad, oder www.firma.berlin.', ['example.com/pfad', 'www.firma.berlin']],
    ['example.com:8080/x und HTTPS://EXAMPLE.COM', ['example.com:8080/x', 'HTTPS://EXAMPLE.COM']],
    ['https://t.co/abc123, https://t.co/abc/rest', ['https://t.co/abc123', 'https://t.co/abc']],
    ['これはexample.comです', ['example.com']],
    ['„firma.de“ und "firma.at"', ['firma.de', 'firma.at']],
    ['ftp://example.com und/example.com', []],
    ['name@example.com, #example.com, @example.com', []],
    ['vor.und nach.oder 1.5 ...', []],
    ['https://localhost/x https://-a.de/', []],
    [`https://${'a'.repeat(64)}.de`, []],
    ['https://test_x.example.de', ['https://test_x.example.de']],
    // Letters behind an ending: it is none, and the second protocol begins within a word.
    ['https://a.dehttps://b.de', []],
  ])('of %j', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  test('those with a protocol alone', () => {
    const text = 'example.com und https://example.com'
    expect(fullLinksIn(text)).toEqual([{ start: 16, end: 35 }])
  })
})

describe('the other units', () => {
  test.each([
    ['code-units', FAMILY, 11],
    ['code-points', FAMILY, 7],
    ['graphemes', FAMILY, 1],
    ['bytes', FAMILY, 25],
    ['code-units', 'Straße', 6],
    ['bytes', 'Straße', 7],
    ['bytes', '\u007f\u0080\u07ff\u0800\uffff\u{10000}', 15],
    ['bytes', '\ud800', 3],
    ['graphemes', 'cafe\u0301', 4],
    ['graphemes', 'a\r\nb', 3],
    ['graphemes', 'مرحبا', 5],
    ['graphemes', 'नि', 1],
    ['threads', 'Hallo', 5],
    ['threads', 'Grüße 👍', 10],
    ['threads', FAMILY, 25],
    ['mastodon', 'Hallo @anna@social.example!', 12],
    ['mastodon', 'Hallo @anna@social.example.', 12],
    ['mastodon', 'mail@anna@social.example', 24],
    ['mastodon', 'https://example.com/sehr/langer/pfad', 23],
    ['mastodon', 'example.com/sehr/langer/pfad', 28],
    ['mastodon', `Hallo ${FAMILY}`, 7],
  ] as const)('%s of %j: %i', (unit, text, length) => {
    expect(textLength(text, unit)).toBe(length)
  })

  test('100,000 characters of anything are counted', () => {
    for (const piece of ['a', 'ä', 'a.', 'a_.', 'https://', '(', 'a.de/(', '@a', '#', FAMILY, 'e\u0301', '\ud800']) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      for (const unit of TEXT_UNITS) expect(textLength(text, unit)).toBeGreaterThan(0)
      hashtagsIn(text)
      mentionsIn(text)
    }
  })
})

describe('hashtags and mentions', () => {
  test.each([
    ['#Kaffee #Rösterei,#2026er', ['Kaffee', 'Rösterei', '2026er']],
    ['#1 #12_3 # #', []],
    ['#one#two', ['one']],
    ['a#b &#38; ##c', []],
    ['https://example.com/#teil example.com/#teil', []],
    ['＃日本語 #日本語です。', ['日本語', '日本語です']],
    ['#️⃣ (#ja)', ['ja']],
    ['#ja #ja', ['ja', 'ja']],
    ['#कखि #مرحبا', ['कखि', 'مرحبا']],
  ])('hashtags of %j', (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags)
  })

  test.each([
    ['Mit @anna.b. und @c_d!', ['anna.b', 'c_d']],
    ['name@example.com https://x.com/@anna', []],
    ['@ @@', []],
  ])('mentions of %j', (text, names) => {
    expect(mentionsIn(text)).toEqual(names)
  })
})
