import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recogniseSource } from '../../shared/domain/conversation-source.ts'
import { CONVERSATION_KINDS } from '../../shared/domain/conversation.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import { MAX_URL_LENGTH, withoutSentence } from '../../shared/domain/web-address.ts'

const words = (list: string) => list.trim().split(/\s+/)
const HOSTS = words(`
  instagram.com www.facebook.com m.me linkedin.com tiktok.com youtu.be youtube.com x.com t.co pinterest.de
  threads.net xing.com mastodon.social bsky.app snapchat.com reddit.com redd.it wa.me whatsapp.com t.me
  google.com goo.gl trustpilot.com blog.example xn--a [::1] 1.2.3.4:80`)
const PARTS = [
  '',
  ...words(`
  p reel posts status comments @anna anna 123 12345678901 pin profile post video i users statuses watch photos
  messages share stories in feed urn:li:activity:1 maps s c % %E0%A4%A .. ü @ @anna@norden.example review reviews
  did:plc:a ' ( ) *`),
]
const address = fc
  .record({
    protocol: fc.constantFrom('https://', 'http://', 'HTTPS://', '', 'javascript:', 'ftp://', 'https://anna:geheim@'),
    host: fc.constantFrom(...HOSTS),
    path: fc.array(fc.constantFrom(...PARTS), { maxLength: 5 }),
    query: fc.constantFrom(
      '',
      '?v=abc',
      '?story_fbid=1&id=2',
      '?fbid=3',
      '?phone=49',
      '?utm_source=a',
      '?a=%',
      '#lrd=1',
      '?',
    ),
  })
  .map(({ protocol, host, path, query }) => `${protocol}${host}/${path.join('/')}${query}`)
const piece = fc.oneof(
  address,
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    '\n',
    '\r\n',
    ' ',
    '@anna.k: ',
    '<',
    '>',
    'Danke',
    '★',
    '☆',
    '⭐️',
    '2 Sterne',
    '3/5',
    '1 von 5',
    'https://',
    '.',
  ),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const pasted = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', '\n')), { maxLength: 12 })
  .map((all) => all.flat().join(''))

test('whatever is pasted: an address is one of the web, and the rest is one of the known words', () =>
  fc.assert(
    fc.property(pasted, (text) => {
      const source = recogniseSource(text)
      if (source.url === null) {
        expect(source).toMatchObject({ network: null, postUrlKey: null })
      } else {
        const { protocol, href, username, password } = new URL(source.url)
        expect(['https:', 'http:']).toContain(protocol)
        expect({ href, username, password }).toEqual({ href: source.url, username: '', password: '' })
        expect(source.url.length).toBeLessThanOrEqual(MAX_URL_LENGTH)
      }
      expect([...NETWORKS, null]).toContain(source.network)
      expect([...CONVERSATION_KINDS, null]).toContain(source.kind)
      expect([1, 2, 3, 4, 5, null]).toContain(source.stars)
      if (source.handle !== null) expect(source.handle).toMatch(/^[^\s@/][^\s/]{0,199}$/u)
    }),
    { numRuns: 5_000 },
  ))

test('of the text nothing is lost but lines that are only an address', () =>
  fc.assert(
    fc.property(pasted, (text) => {
      const lines = text.replace(/\r\n?/g, '\n').trim().split('\n')
      const left = recogniseSource(text)
        .text.split('\n')
        .map((line) => line.trim())
      const gone = lines.filter((line) => line.trim() !== '' && !left.includes(line.trim()))
      for (const line of gone) expect(line.trim()).toMatch(/^<?(?:https?:\/\/\S+|[a-z\d.-]+\/\S*)$/i)
    }),
    { numRuns: 2_000 },
  ))

test('an address that was found is found again, and means the same', () =>
  fc.assert(
    fc.property(pasted, (text) => {
      const first = recogniseSource(text)
      fc.pre(first.url !== null && withoutSentence(first.url) === first.url)
      const again = recogniseSource(first.url!)
      expect(again).toMatchObject({ url: first.url, network: first.network, postUrlKey: first.postUrlKey, text: '' })
    }),
    { numRuns: 2_000 },
  ))

test('text that is pasted beside an address of a post changes neither', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const plain = words.replace(/[\r\n@★⭐☆:/]/g, ' ').replace(/\d/g, 'n')
      const source = recogniseSource(`${plain}\nhttps://www.instagram.com/reel/abc/\n`)
      expect(source).toMatchObject({ network: 'instagram', kind: 'comment', postUrlKey: 'instagram.com/p/abc' })
      expect(source.text).toBe(plain.trim())
    }),
  ))

test('50,000 letters of anything are read', () => {
  const units = [
    'a',
    '@',
    '@a',
    'https://',
    'https://a.de ',
    'https://x.com/a/status/1\n',
    '★',
    '☆',
    '⭐️',
    '1/5 ',
    '5 von 5 ',
    '1 ',
    '<',
    '(',
    '%',
    'a.',
    'a.de/',
    '\n',
    ' ',
    '2 Sterne ',
    'https://a.de/?',
    "'",
    'ein stern',
    '@a:',
    '-',
    '1.',
    '\ufe0f',
  ]
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length))
    for (const each of [text, `https://${text}`, `https://a.de/${text}`, `@${text}`, `1 von 5${text}`])
      expect(recogniseSource(each).text.length).toBeLessThanOrEqual(each.length)
  }
})
