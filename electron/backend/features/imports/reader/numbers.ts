/**
 * Numbers as people's programs write them → integers, without floats. One file has one format: it is decided from
 * all its numeric cells, because `1.234` alone is either.
 */
import { MAX_SAMPLES } from './limits.ts'

/** The decimal sign: `1.234,56` (comma), `1,234.56` (dot), or no cell with either (plain). */
export type NumberFormat = 'comma' | 'dot' | 'plain'

export interface NumberText {
  readonly isNegative: boolean
  /** Digits, commas and dots only. */
  readonly body: string
  /** ISO code or symbol written in the cell. */
  readonly currency: string | null
}

const SIMPLE = /^\d[\d.,]*$/
const BODY = /^[\d.,]*\d[\d.,]*$/
const SPACED = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/
const SPACES = /[\s\u00a0\u2007-\u200a\u202f'’]+/g
const SIGN = /^[+\-\u2212\u2013]/
const TRAILING_MINUS = /[-\u2212\u2013]$/
const PARENTHESES = /^\((.*)\)$/
const LEADING_CURRENCY = /^([€$£¥]|[A-Z]{3}|Fr\.|kr)/
const TRAILING_CURRENCY = /([€$£¥]|[A-Z]{3}|Fr\.|kr|zł|%)$/
const MISSING = /^(?:[-\u2212\u2013\u2014]+|n\/a|null|\.)?$/i
const GROUPED_BY_DOT = /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{2,3})*,\d{3}$/
const DIGITS = /^\d*$/

const CURRENCY_OF: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', zł: 'PLN', 'Fr.': 'CHF' }

/** True for cells that programs write where there is no value: empty, `--`, `–`, `n/a`. */
export function isMissingNumber(text: string): boolean {
  return MISSING.test(text.trim())
}

/** Takes sign, currency, percent and spaced thousands off. Null when what is left is not a number. */
export function stripNumber(text: string): NumberText | null {
  if (SIMPLE.test(text)) return { isNegative: false, body: text, currency: null }
  let rest = text.replace(SPACES, ' ').trim()
  let isNegative = false
  let currency: string | null = null
  const inParentheses = PARENTHESES.exec(rest)
  if (inParentheses) {
    isNegative = true
    rest = (inParentheses[1] as string).trim()
  }
  for (let round = 0; round < 4; round += 1) {
    const before = rest
    if (SIGN.test(rest)) {
      isNegative = isNegative !== (rest[0] !== '+')
      rest = rest.slice(1).trim()
    }
    if (TRAILING_MINUS.test(rest)) {
      isNegative = !isNegative
      rest = rest.slice(0, -1).trim()
    }
    const unit = LEADING_CURRENCY.exec(rest)?.[1] ?? TRAILING_CURRENCY.exec(rest)?.[1]
    if (unit) {
      if (unit !== '%') currency = CURRENCY_OF[unit] ?? unit
      rest = (rest.startsWith(unit) ? rest.slice(unit.length) : rest.slice(0, -unit.length)).trim()
    }
    if (rest === before) break
  }
  if (SPACED.test(rest)) rest = rest.replaceAll(' ', '')
  return BODY.test(rest) ? { isNegative, body: rest, currency } : null
}

export type Reading = 'comma' | 'dot' | 'either' | 'plain'

/** What a cell says about the format of its file. `isCount`: the cell can only be whole. Null for cells that are no numbers. */
export function readingOf(text: string): Reading | null {
  const stripped = stripNumber(text)
  if (!stripped) return null
  const { body } = stripped
  const dot = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (dot < 0 && comma < 0) return 'plain'
  const asComma = isReadable(body, 'comma')
  const asDot = isReadable(body, 'dot')
  if (asComma && asDot) return 'either'
  if (asComma) return 'comma'
  return asDot ? 'dot' : null
}

function isReadable(body: string, format: 'comma' | 'dot'): boolean {
  return splitBody(body, format) !== null
}

/** Whole and fractional digits, or null when the body breaks the rules of the format. */
function splitBody(body: string, format: NumberFormat): { whole: string; fraction: string } | null {
  const decimal = format === 'comma' ? ',' : '.'
  const at = body.indexOf(decimal)
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  if (!DIGITS.test(fraction)) return null
  if (DIGITS.test(whole)) return whole === '' && fraction === '' ? null : { whole, fraction }
  const isGrouped = (format === 'comma' ? GROUPED_BY_DOT : GROUPED_BY_COMMA).test(whole)
  // "0.123" is never a group of thousands.
  if (!isGrouped || whole.startsWith('0')) return null
  return { whole: whole.replaceAll(format === 'comma' ? '.' : ',', ''), fraction }
}

/**
 * A number as an integer of `decimals` places (2: cents), rounded half away from zero once.
 * Null when it is not a number in this format or leaves the safe range.
 */
export function parseScaled(text: string, format: NumberFormat, decimals: number): number | null {
  const stripped = stripNumber(text)
  return stripped ? scale(stripped, format, decimals) : null
}

export function scale(stripped: NumberText, format: NumberFormat, decimals: number): number | null {
  const parts = splitBody(stripped.body, format)
  if (!parts) return null
  const kept = parts.fraction.slice(0, decimals).padEnd(decimals, '0')
  const roundsUp = parts.fraction.charCodeAt(decimals) >= 0x35
  const magnitude = Number(`${parts.whole}${kept}`) + (roundsUp ? 1 : 0)
  if (!Number.isSafeInteger(magnitude)) return null
  return stripped.isNegative && magnitude !== 0 ? -magnitude : magnitude
}

/** A number that is not money (conversions may be fractions), as the nearest double. */
export function parseNumber(text: string, format: NumberFormat): number | null {
  const stripped = stripNumber(text)
  const parts = stripped && splitBody(stripped.body, format)
  if (!parts) return null
  const magnitude = Number(`${parts.whole || '0'}.${parts.fraction || '0'}`)
  return stripped.isNegative && magnitude !== 0 ? -magnitude : magnitude
}

export interface NumberSample {
  readonly line: number
  readonly column: string
  readonly value: string
  /** The two readings in hundredths: `1.234` is 123400 with a decimal comma and 123 with a decimal dot. */
  readonly hundredths: { readonly comma: number; readonly dot: number }
}

export interface NumberDecision {
  readonly format: NumberFormat
  /** Nothing in the file decides: these cells read either way, and `format` is only a suggestion. */
  readonly ask: readonly NumberSample[]
}

/** Gathers what the numeric cells of a file say about its format. */
export class NumberEvidence {
  #strong = { comma: 0, dot: 0 }
  #weak = { comma: 0, dot: 0 }
  #samples: NumberSample[] = []
  #simpleSeen = new Set<string>()

  /** `isCount`: the column holds whole numbers, so that `9.653` is a group of thousands. */
  add(text: string, isCount: boolean, line: number, column: string): void {
    if (text === '' || this.#simpleSeen.has(text)) return
    if (this.#simpleSeen.size < 10_000) this.#simpleSeen.add(text)
    const reading = readingOf(text)
    if (reading === 'comma' || reading === 'dot') this.#strong[reading] += 1
    if (reading !== 'either') return
    if (isCount) this.#weak[text.includes('.') ? 'comma' : 'dot'] += 1
    else if (this.#samples.length < MAX_SAMPLES) this.#samples.push(sampleOf(text, line, column))
  }

  decide(answer: 'comma' | 'dot' | undefined, suggestion: 'comma' | 'dot'): NumberDecision {
    const decided = leader(this.#strong) ?? (isTied(this.#strong) ? null : leader(this.#weak))
    if (decided) return { format: decided, ask: [] }
    if (answer) return { format: answer, ask: [] }
    const isOpen = this.#samples.length > 0 || this.#weak.comma + this.#weak.dot + this.#strong.comma > 0
    return { format: isOpen ? suggestion : 'plain', ask: this.#samples }
  }
}

function leader(votes: { readonly comma: number; readonly dot: number }): 'comma' | 'dot' | null {
  if (votes.comma === votes.dot) return null
  return votes.comma > votes.dot ? 'comma' : 'dot'
}

function isTied(votes: { readonly comma: number; readonly dot: number }): boolean {
  return votes.comma > 0 && votes.comma === votes.dot
}

function sampleOf(value: string, line: number, column: string): NumberSample {
  const comma = parseScaled(value, 'comma', 2) ?? 0
  const dot = parseScaled(value, 'dot', 2) ?? 0
  return { line, column, value, hundredths: { comma, dot } }
}
