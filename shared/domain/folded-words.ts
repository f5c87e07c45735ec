/** Words of a text as they are compared: without case, accents and signs. Emoji are words of their own. */

const WORD = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu
const WORD_OR_PATTERN = /[\p{L}\p{N}*]+|\p{Extended_Pictographic}/gu
/** Signs behind names (©, ®, ℠, ™): neither letters nor emoji, though Unicode takes them for such. */
const LEGAL_SIGNS = /[\u00a9\u00ae\u2120\u2122]/g

/** Letters as they are compared: "GRÖẞE" and "grosse" are the same, so are letters made bold by other signs and plain ones. */
function foldLetters(text: string): string {
  return text
    .replace(LEGAL_SIGNS, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
}

/**
 * The words of a text, folded, in order: runs of letters and digits, and every emoji (without its colour of skin). Apostrophes and
 * hyphens part words. Linear in the length, never throws.
 */
export function foldedWords(text: string): string[] {
  return foldLetters(text).match(WORD) ?? []
}

/** What a word has to look like: the parts between its stars. Without stars a single part, the word itself. */
export type WordPattern = readonly string[]

/** The same for what is looked for: `*` stands for any letters and belongs to its word. */
export function foldedPatterns(text: string): WordPattern[] {
  return (foldLetters(text).match(WORD_OR_PATTERN) ?? []).map((word) => word.split('*'))
}

/** True when a folded word has the form of a pattern. Each part takes the leftmost place, so that no way is tried twice. */
export function isOfPattern(word: string, pattern: WordPattern): boolean {
  const first = pattern[0] ?? ''
  const end = pattern.length - 1
  if (end < 1) return word === first
  if (!word.startsWith(first)) return false
  let at = first.length
  for (let index = 1; index < end; index++) {
    const part = pattern[index] ?? ''
    const found = word.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  const last = pattern[end] ?? ''
  return at + last.length <= word.length && word.endsWith(last)
}
