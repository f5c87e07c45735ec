/** Stars of a review in the words of whoever pasted it: "★★☆☆☆", "2/5", "2 von 5 Sternen", "zwei Sterne", "2-star". */

const NUMBERS: Readonly<Record<string, number>> = {
  ein: 1,
  einen: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
}
const NUMBER = `([1-5]|${Object.keys(NUMBERS).join('|')})`
/** No further digits, nor parts of a date or of a larger number, before and after. */
const ALONE_BEFORE = String.raw`(?<![\p{L}\p{N}][.,/-]?)`
const ALONE_AFTER = String.raw`(?![.,/-]?[\p{L}\p{N}])`

const SIGNS = /(?:[★⭐]\ufe0f?)+(?:☆\ufe0f?)*|(?:☆\ufe0f?)+/gu
const OF_FIVE = new RegExp(`${ALONE_BEFORE}([1-5])(?:[.,]0)? ?/ ?5${ALONE_AFTER}`, 'gu')
const OUT_OF_FIVE = new RegExp(
  String.raw`${ALONE_BEFORE}${NUMBER} (?:von|out of|of) (?:5|fünf|five)(?=[ -]?(?:möglichen |possible )?(?:stern|star)|\s*(?:$|[.!,;)\n]))`,
  'gmu',
)
const STARS = new RegExp(`${ALONE_BEFORE}${NUMBER}[ -]?(?:sterne?n?|stars?)(?!\\p{L})`, 'gu')

/** Stars read of a review are this many at most, and at least one. */
export const MOST_STARS = 5

/**
 * How many of five stars a text gives: by signs, else as "n/5" or "n von 5", else as "n Sterne". A single ★ counts only where it stands alone
 * in its line; elsewhere it is decoration. Null where nothing is said, or several things in the same way. Linear in the length.
 */
export function starsIn(text: string): number | null {
  const signs = signsIn(text)
  if (signs.length > 0) return theOnly(signs)
  const lower = text.toLowerCase()
  const ofFive = [...lower.matchAll(OF_FIVE), ...lower.matchAll(OUT_OF_FIVE)]
  const matches = ofFive.length > 0 ? ofFive : [...lower.matchAll(STARS)]
  return theOnly(matches.map(([, number = '']) => NUMBERS[number] ?? Number(number)))
}

function theOnly(numbers: readonly number[]): number | null {
  const distinct = new Set(numbers)
  return distinct.size === 1 ? (numbers[0] ?? null) : null
}

function signsIn(text: string): number[] {
  const numbers: number[] = []
  for (const match of text.matchAll(SIGNS)) {
    const signs = match[0].replaceAll('\ufe0f', '')
    const full = signs.replaceAll('☆', '').length
    const isWhole = signs.length === MOST_STARS
    const isEnough = full === signs.length && full <= MOST_STARS && (full > 1 || isLineOf(text, match.index, match[0]))
    if (full > 0 && (isWhole || isEnough)) numbers.push(full)
  }
  return numbers
}

function isLineOf(text: string, at: number, signs: string): boolean {
  const before = text.slice(Math.max(0, at - 1), at)
  const after = text.slice(at + signs.length, at + signs.length + 1)
  return (before === '' || before === '\n') && (after === '' || after === '\n')
}
