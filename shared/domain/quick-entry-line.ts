/** One line of text as the readers of quick entries look at it: the same letters in lower case, stretches that were understood, what is left. */

/** Longer lines are not read at all. */
export const MAX_QUICK_ENTRY_LENGTH = 500

export interface Line {
  /** Composed letters, runs of white space as one space, no space at the ends. */
  readonly text: string
  /** The same length in lower case; all dashes are "-", all double quotation marks are `"`. */
  readonly lower: string
}

export function toLine(raw: string): Line {
  const text = raw.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const lower = lowerCase(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
  return { text, lower }
}

/** Letter by letter where a lower-case letter is longer than its capital (İ): places must stay comparable. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text
    .split('')
    .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('')
}

/** Where something was read: from (included) to (not included). */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Places where a word begins. */
export function wordStarts({ text }: Line): number[] {
  const starts: number[] = []
  for (let index = 0; index < text.length; index++) {
    const before = text[index - 1]
    if (text[index] !== ' ' && (before === undefined || before === ' ' || before === '(')) starts.push(index)
  }
  return starts
}

/** Ends of the first words from a place on: with the end of the first, of the second … at most `limit`. */
export function wordEnds({ text }: Line, from: number, limit: number): number[] {
  const ends: number[] = []
  for (let index = from; index < text.length && ends.length < limit; index++) {
    if (text[index] !== ' ' && (text[index + 1] === ' ' || index + 1 === text.length)) ends.push(index + 1)
  }
  return ends
}

/** Without the signs that end a clause. */
export function trimClause(text: string): string {
  let end = text.length
  while (end > 0 && ',;.!?)'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** A text between double quotation marks at a place; `\"` and `\\` stand for the signs themselves. Null: there is none. */
export function readQuoted({ text, lower }: Line, at: number): { content: string; to: number } | null {
  if (lower[at] !== '"') return null
  let content = ''
  for (let index = at + 1; index < text.length; index++) {
    const sign = lower.charAt(index)
    const next = lower.charAt(index + 1)
    if (sign === '\\' && (next === '"' || next === '\\')) {
      content += text.charAt(index + 1)
      index++
    } else if (sign === '"') {
      return next === '' || ' ,;.!?)'.includes(next) ? { content: content.trim(), to: index + 1 } : null
    } else content += text.charAt(index)
  }
  return null
}

/** The same the other way round. */
export function quote(content: string): string {
  return `"${content.replace(/[\\"\u201c-\u201f\u00ab\u00bb]/g, '\\$&')}"`
}

/** What is left when the spans are taken out, as one line. Commas that stood between them go as well. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  const pieces: string[] = []
  let from = 0
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    pieces.push(text.slice(from, span.from))
    from = Math.max(from, text[span.to] === ',' || text[span.to] === ';' ? span.to + 1 : span.to)
  }
  pieces.push(text.slice(from))
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ')
}

/** Letters and digits without case and marks, words parted by one space: "Café-Ahoi" and "cafe ahoi" are the same. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
