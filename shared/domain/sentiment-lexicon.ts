/** The word list of sentiment-words.ts ready to be looked up, and a text taken apart so that it can be. */
import { SENTIMENT_WORDS, type SentimentWordGroup } from './sentiment-words.ts'

export interface SpokenEntry {
  /** As it stands in the list. */
  readonly key: string
  readonly group: SentimentWordGroup
}

export interface SpokenToken {
  readonly folded: string
  /** Where it stands in the text that was read. */
  readonly from: number
  readonly to: number
  /** Something new begins before it: a sign between words, or an emoji. */
  readonly startsClause: boolean
}

export interface SpokenText {
  /** Composed, without addresses and without names behind an @. */
  readonly text: string
  readonly tokens: readonly SpokenToken[]
}

const ADDRESSES = /https?:\/\/\S+|@[\p{L}\p{N}_.]+/giu
/** Words, also with stars in them; emoji; signs; faces made of signs. */
const TOKENS =
  /[\p{L}\p{N}*][\p{L}\p{M}\p{N}*]*|\p{Extended_Pictographic}\ufe0f?|[!?]+|(?<![^\s\p{L}.!?…])(?:[:;]-?[()D/](?=$|\s)|<3(?!\d))/gu
const IS_WORD = /^[\p{L}\p{N}•]/u
const CLAUSE_SIGN = /[.,;:()\r\n–—…]/u

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Lower case, umlauts spelt out ("schön" is not "schon"), other accents dropped; a run of stars is one dot. */
function foldSpelling(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => GERMAN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\*+/g, '•')
}

/** The words of a text in order. Linear in its length. */
export function spokenText(raw: string): SpokenText {
  const text = raw.normalize('NFC').replace(ADDRESSES, ' ')
  const tokens: SpokenToken[] = []
  let end = 0
  let isWordBefore = false
  for (const match of text.matchAll(TOKENS)) {
    const from = match.index
    const to = from + match[0].length
    const folded = foldSpelling(match[0])
    const isWord = IS_WORD.test(folded)
    const startsClause = !isWord || !isWordBefore || CLAUSE_SIGN.test(text.slice(end, from))
    tokens.push({ folded, from, to, startsClause })
    isWordBefore = isWord
    end = to
  }
  return { text, tokens }
}

const ADJECTIVE_ENDINGS = ['', 'e', 'em', 'en', 'er', 'es']
const SHORTEST_STEM = 3

const exact = new Map<string, SpokenEntry>()
const stems = new Map<string, SpokenEntry>()
/** By their first word, the longest first. */
const phrases = new Map<string, { readonly parts: readonly string[]; readonly entry: SpokenEntry }[]>()

for (const group of SENTIMENT_WORDS) {
  for (const key of group.words) {
    const entry: SpokenEntry = { key, group }
    const folded = foldSpelling(key.replace(/[*~]$/, ''))
    const parts = folded.split(' ')
    const [first = ''] = parts
    if (parts.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { parts, entry }])
    else if (key.endsWith('*')) stems.set(folded, entry)
    else if (key.endsWith('~')) for (const ending of ADJECTIVE_ENDINGS) exact.set(folded + ending, entry)
    else exact.set(folded, entry)
  }
}
for (const beginning of phrases.values()) beginning.sort((a, b) => b.parts.length - a.parts.length)
const longestStem = Math.max(...[...stems.keys()].map((stem) => stem.length))

export interface SpokenMatch {
  readonly entry: SpokenEntry
  /** Tokens it consists of. */
  readonly length: number
}

/** The longest entry of the list at a token; null where there is none. */
export function spokenAt(tokens: readonly SpokenToken[], at: number): SpokenMatch | null {
  const token = tokens[at]
  if (!token) return null
  for (const { parts, entry } of phrases.get(token.folded) ?? []) {
    const fits = (part: string, index: number) => {
      const other = tokens[at + index]
      return other?.folded === part && (index === 0 || !other.startsClause)
    }
    if (parts.every(fits)) return { entry, length: parts.length }
  }
  for (const spelling of spellingsOf(token.folded)) {
    const entry = exact.get(spelling) ?? stemOf(spelling)
    if (entry) return { entry, length: 1 }
  }
  return null
}

function stemOf(word: string): SpokenEntry | null {
  for (let length = Math.min(word.length, longestStem); length >= SHORTEST_STEM; length--) {
    const entry = stems.get(word.slice(0, length))
    if (entry) return entry
  }
  return null
}

/** As written; without stars of emphasis; with drawn-out letters twice and once: "tolllll", "guuuut". */
function spellingsOf(folded: string): string[] {
  const plain = folded.replaceAll('•', '')
  const spellings = folded === plain ? [folded] : [folded, plain]
  return /(.)\1\1/u.test(plain)
    ? [...spellings, plain.replace(/(.)\1{2,}/gu, '$1$1'), plain.replace(/(.)\1{2,}/gu, '$1')]
    : spellings
}
