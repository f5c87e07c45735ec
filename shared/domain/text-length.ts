/**
 * How long a text is, counted as a network counts it, and the hashtags and mentions in it. Everything here is linear in the length of the
 * text and never throws; lone surrogates count as a character.
 */
import { fullLinksIn, linksIn, type TextSpan } from './text-links.ts'

/** Characters of one text of a post. What is longer fits no network; it is still counted. */
export const MAX_POST_TEXT_LENGTH = 100_000

/**
 * code-units: UTF-16, what JavaScript and most services call a character. code-points: Unicode. graphemes: what a reader takes for one
 * character. bytes: UTF-8. x-weighted, mastodon, threads: see the functions of these names.
 */
export const TEXT_UNITS = [
  'code-units',
  'code-points',
  'graphemes',
  'bytes',
  'x-weighted',
  'mastodon',
  'threads',
] as const
export type TextUnit = (typeof TEXT_UNITS)[number]

/** The length of a text in a unit; 0 for an empty one. */
export function textLength(text: string, unit: TextUnit): number {
  switch (unit) {
    case 'code-units':
      return text.length
    case 'code-points':
      return countCodePoints(text)
    case 'graphemes':
      return countGraphemes(text)
    case 'bytes':
      return countBytes(text)
    case 'x-weighted':
      return xWeightedLength(text)
    case 'mastodon':
      return mastodonLength(text)
    case 'threads':
      return threadsLength(text)
  }
}

// docs.x.com/fundamentals/counting-characters and config/v3.json of github.com/twitter/twitter-text: 280 for weights in hundredths.
const X_SCALE = 100
const X_DEFAULT_WEIGHT = 200
const X_LIGHT_WEIGHT = 100
const X_LIGHT_RANGES = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const
const SHORTENED_LINK = 23

/**
 * X: the text in Unicode's form C; a link is 23, an emoji 2 however it is composed, other characters 1 or 2 by their weight. Source:
 * twitter-text configuration version 3. The emoji are those of the runtime's Unicode version.
 */
export function xWeightedLength(text: string): number {
  const normal = text.normalize('NFC')
  const links = linksIn(normal)
  let weight = links.length * SHORTENED_LINK * X_SCALE
  for (const part of partsBetween(normal, links)) {
    const plain = part.split(EMOJI)
    weight += (plain.length - 1) * X_DEFAULT_WEIGHT
    for (const stretch of plain) weight += weightOf(stretch)
  }
  return weight / X_SCALE
}

function weightOf(text: string): number {
  let weight = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    weight += X_LIGHT_RANGES.some(([first, last]) => code >= first && code <= last) ? X_LIGHT_WEIGHT : X_DEFAULT_WEIGHT
  }
  return weight
}

/** Emoji recommended for interchange: flags, families and keycaps are one each (Unicode Technical Standard 51). */
const EMOJI = /\p{RGI_Emoji}/v

/** A mention of an account on another server: its domain does not count. */
const REMOTE_MENTION = /(?<![\p{L}\p{N}_/])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?)@[a-z0-9.-]*[a-z0-9]/giu

/**
 * Mastodon: graphemes; a link with http(s) is 23, of a mention of someone on another server only the local part counts. Source:
 * docs.joinmastodon.org/user/posting and the composer's counter (github.com/mastodon/mastodon).
 */
export function mastodonLength(text: string): number {
  const links = fullLinksIn(text)
  let length = links.length * SHORTENED_LINK
  for (const part of partsBetween(text, links)) length += countGraphemes(part.replace(REMOTE_MENTION, '@$1'))
  return length
}

/** Threads: characters, but an emoji counts its UTF-8 bytes. Source: developers.facebook.com/documentation/threads/posts. */
export function threadsLength(text: string): number {
  let length = 0
  let at = 0
  for (const { index, 0: emoji } of text.matchAll(ALL_EMOJI)) {
    length += countCodePoints(text.slice(at, index)) + countBytes(emoji)
    at = index + emoji.length
  }
  return length + countCodePoints(text.slice(at))
}

const ALL_EMOJI = new RegExp(EMOJI, 'gv')

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Lone surrogates are three bytes, as the replacement character they would be sent as. */
function countBytes(text: string): number {
  let count = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return count
}

// Where graphemes end does not depend on the language; the name only keeps the machine's own out of it.
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Of these each is a grapheme of its own; a line break of two signs is one. */
const PLAIN = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/

function countGraphemes(text: string): number {
  if (PLAIN.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

function partsBetween(text: string, spans: readonly TextSpan[]): string[] {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start))
    from = end
  }
  parts.push(text.slice(from))
  return parts
}

/** Letters and digits behind the sign, at least one of them a letter; not within a word, an address or a key cap. */
const HASHTAG = /(?<![\p{L}\p{N}\p{M}_&/#＃])[#＃](?![\ufe0f\u20e3])([\p{N}_]*[\p{L}\p{M}][\p{L}\p{N}\p{M}_]*)/gu
const MENTION = /(?<![\p{L}\p{N}_.@/])[@＠]([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)/gu

/**
 * The hashtags of a text without their sign, in order, as written; one that comes twice is there twice. Networks count those. Those in
 * links are none, nor is a number alone ("#1").
 */
export function hashtagsIn(text: string): string[] {
  return partsBetween(text, linksIn(text)).flatMap((part) => [...part.matchAll(HASHTAG)].map(([, tag = '']) => tag))
}

/** The names mentioned in a text without their sign, in order, as written. Those in links and e-mail addresses are none. */
export function mentionsIn(text: string): string[] {
  return partsBetween(text, linksIn(text)).flatMap((part) => [...part.matchAll(MENTION)].map(([, name = '']) => name))
}
