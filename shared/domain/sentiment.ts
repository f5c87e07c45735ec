/**
 * How a text sounds, proposed from the list in sentiment-words.ts. Words are counted and nothing is understood: irony escapes it. That is why
 * it says which words led to it, and why people have the last word.
 */
import type { Sentiment } from './conversation.ts'
import { spokenAt, spokenText, type SpokenEntry, type SpokenText } from './sentiment-lexicon.ts'
import { CLAUSE_WORDS, NEGATION_CANCELLED_BY, NEGATIONS } from './sentiment-words.ts'

export interface SentimentWord {
  /** As it was written, with what denies it: "nicht gut". */
  readonly word: string
  /** From 3 to -3, denied ones already turned round. */
  readonly weight: number
}

export interface SentimentProposal {
  /** Null: nothing in the text speaks for any. */
  readonly sentiment: Sentiment | null
  /** What spoke, each word of the list once, in the order of the text. */
  readonly words: readonly SentimentWord[]
  /** Written in capitals or with "!!!": it makes negative angry. */
  readonly isShouted: boolean
}

/**
 * The sentiment a text lets one expect. The weights of all words that speak are added up, each word once, however often it is written:
 * above zero is positive, below zero negative; angry, where a word of anger is among them or the text is shouted. Zero is neutral, also
 * where only words without a direction speak, as in questions.
 *
 * A denied word has the opposite direction and one point less, at least one: "nicht gut" is -1, "not bad" 1; denied anger ("kein Betrug")
 * is 0. Thanks are 0 beside a question: "Wo ist mein Paket? Danke!" A denial reaches four words ahead in its clause; a "nicht" behind a verb of the list turns that round as well.
 *
 * Never throws; the same text always has the same proposal; linear in the length.
 */
export function proposeSentiment(raw: string): SentimentProposal {
  const spoken = spokenText(raw)
  const found = distinct(readEntries(spoken))
  if (isQuestion(spoken, found)) silenceThanks(found)
  const isShouted = isLoud(spoken.text)
  const words = found.map(({ from, to, weight }) => ({ word: shortened(spoken.text.slice(from, to)), weight }))
  return { sentiment: sentimentOf(found, isShouted), words, isShouted }
}

const QUESTION = /^!*\?[!?]*$/

function isQuestion({ tokens }: SpokenText, found: readonly Found[]): boolean {
  return found.some(({ entry }) => entry?.group.isQuestion) || tokens.some(({ folded }) => QUESTION.test(folded))
}

/** Denied ones go on saying what they say. */
function silenceThanks(found: readonly Found[]): void {
  for (const each of found) if (each.entry?.group.isThanks && !each.isDenied) each.weight = 0
}

function sentimentOf(found: readonly Found[], isShouted: boolean): Sentiment | null {
  if (found.length === 0) return null
  const sum = found.reduce((total, { weight }) => total + weight, 0)
  if (sum > 0) return 'positive'
  if (sum === 0) return 'neutral'
  const isAngry = found.some(({ entry, weight }) => entry?.group.isAngry === true && weight < 0)
  return isAngry || isShouted ? 'angry' : 'negative'
}

interface Found {
  /** Null: signs ("???"), which are in no list. */
  readonly entry: SpokenEntry | null
  /** The token it begins with. */
  readonly at: number
  from: number
  to: number
  weight: number
  isDenied: boolean
}

/** A denial that waits for what it denies. */
interface Denial {
  readonly at: number
  readonly from: number
  readonly to: number
  /** The verb before it in its clause: "gefällt mir nicht". */
  readonly verb: Found | null
}

/** Words, ahead and back. */
const DENIAL_REACH = 4
const DENIALS = new Set(NEGATIONS)
const CANCELLED_BY = new Set(NEGATION_CANCELLED_BY)
const CLAUSES = new Set(CLAUSE_WORDS)
/** Of "isn't": shown with the word before. */
const REST_OF_NOT = 't'
const IMPATIENT = /^\?{3,}$/
const IMPATIENCE = -1

/** What speaks, in the order of the text, with its weight where it stands. */
function readEntries({ tokens }: SpokenText): Found[] {
  const found: Found[] = []
  let denial: Denial | null = null
  let verb: Found | null = null
  let isNeither = false
  let at = 0
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const isNewClause = token.startsClause || CLAUSES.has(token.folded)
    if (denial !== null && (isNewClause || at - denial.at > DENIAL_REACH)) {
      denyVerb(denial)
      denial = null
    }
    if (isNewClause || (verb !== null && at - verb.at > DENIAL_REACH)) verb = null
    if (token.startsClause) isNeither = false
    const match = spokenAt(tokens, at)
    if (match === null) {
      if (IMPATIENT.test(token.folded)) found.push(foundAt(null, at, token.from, token.to))
      if (token.folded === 'weder') isNeither = true
      const isDenial = DENIALS.has(token.folded) && !CANCELLED_BY.has(tokens[at + 1]?.folded ?? '')
      if (isDenial || (isNeither && token.folded === 'noch')) {
        const from = token.folded === REST_OF_NOT ? (tokens[at - 1]?.from ?? token.from) : token.from
        denial = { at, from, to: token.to, verb }
      }
      at++
      continue
    }
    const { entry, length } = match
    if (!isSilentAt(entry, tokens, at + length)) {
      const each = foundAt(entry, at, token.from, tokens[at + length - 1]?.to ?? token.to)
      found.push(each)
      if (denial !== null) denyNext(each, denial)
      denial = null
      if (entry.group.isVerb) verb = each
    }
    at += length
  }
  if (denial !== null) denyVerb(denial)
  return found
}

function foundAt(entry: SpokenEntry | null, at: number, from: number, to: number): Found {
  return { entry, at, from, to, weight: entry?.group.weight ?? IMPATIENCE, isDenied: false }
}

/** Says nothing at all, or nothing before a word that does: "super teuer". */
function isSilentAt({ group }: SpokenEntry, tokens: SpokenText['tokens'], next: number): boolean {
  if (group.isSilent) return true
  if (!group.isIntensifier || tokens[next]?.startsClause !== false) return false
  const stressed = spokenAt(tokens, next)
  return stressed !== null && !stressed.entry.group.isSilent
}

function denyNext(found: Found, denial: Denial): void {
  // "Gefällt mir nicht so gut" denies both, "gefällt mir nicht schlecht" does not deny the liking.
  if (found.weight > 0) denyVerb(denial)
  denyFound(found)
  found.from = denial.from
}

function denyVerb({ verb, to }: Denial): void {
  if (verb === null || verb.isDenied) return
  denyFound(verb)
  verb.to = to
}

function denyFound(found: Found): void {
  const { weight } = found
  const isAnger = found.entry?.group.isAngry === true
  found.weight = isAnger || weight === 0 ? 0 : -Math.sign(weight) * Math.max(1, Math.abs(weight) - 1)
  found.isDenied = true
}

/** Each entry of the list once, denied and not. */
function distinct(found: readonly Found[]): Found[] {
  const keys = new Map<string, Found>()
  for (const each of found) {
    const key = `${each.isDenied ? '-' : ''}${each.entry?.key ?? ''}`
    if (!keys.has(key)) keys.set(key, each)
  }
  return [...keys.values()]
}

const FEWEST_SHOUTED_LETTERS = 8
const SHOUTED_SHARE = 0.7

/** Three signs in a row with a "!" among them, or most letters capitals. */
function isLoud(text: string): boolean {
  for (const [signs] of text.matchAll(/[!?]{3,}/g)) if (signs.includes('!')) return true
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const others = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals >= FEWEST_SHOUTED_LETTERS && capitals >= SHOUTED_SHARE * (capitals + others)
}

const LONGEST_WORD = 60

function shortened(word: string): string {
  return word.length <= LONGEST_WORD ? word : `${word.slice(0, LONGEST_WORD - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
