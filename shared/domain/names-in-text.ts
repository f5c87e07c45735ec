/**
 * Names of people in running text: found as whole words, whatever their case, with or without the sign @ before them, and replaced.
 * A name is looked up by its normal form, so that whoever knows only hashes of names can look for them as well.
 */

/** A word, or one picture with what changes its look. A name is one or more of these with signs or blanks between. */
const PARTS =
  /[\p{L}\p{N}\p{M}_]+|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*/gu

/** Parts of a name that are still looked for. A longer one is found nowhere but where it is the whole text. */
export const MAX_NAME_PARTS = 8

/** How a name is compared: composed, in small letters, without @ before it, with single blanks. Empty for signs only. */
export function normalName(name: string): string {
  return name.normalize('NFC').trim().replace(/^@+/, '').trim().toLowerCase().replaceAll(/\s+/gu, ' ')
}

/** Of how many parts a name is made. 0: it cannot be found in texts. */
export function countNameParts(name: string): number {
  return [...name.matchAll(PARTS)].length
}

/** Whether nobody would write it without meaning a name: it has a digit, a sign, a picture, or several parts. */
export function isDistinctName(name: string): boolean {
  const normal = normalName(name)
  return countNameParts(normal) > 1 || /[\d_]|\p{Extended_Pictographic}/u.test(normal)
}

export interface FoundName {
  /** Normal form, as it was looked up. */
  readonly name: string
  /** Written behind @ or as a step of an address. */
  readonly isMarked: boolean
}

/**
 * word: wherever it stands as a whole word. mention: only where it is marked, unless nobody would write it without meaning the name.
 */
export const NAME_REACHES = ['word', 'mention'] as const
export type NameReach = (typeof NAME_REACHES)[number]

export function isReached({ name, isMarked }: FoundName, reach: NameReach): boolean {
  return reach === 'word' || isMarked || isDistinctName(name)
}

/** Answers what a name is replaced by; undefined: it is none of the names. */
export type NameReplacement = (found: FoundName) => string | undefined

/**
 * The text with its names replaced; the very same string where there is none. Of names that begin at the same place the longest is
 * taken. A German genitive (Annas) is found under the name without its s. Addresses that spell letters in percent signs are read
 * first. `maxParts`: of the longest name that is looked for.
 */
export function replaceNames(text: string, maxParts: number, replacementOf: NameReplacement): string {
  const plain = replaceInPlain(text, maxParts, replacementOf)
  if (!plain.includes('%')) return plain
  return plain.replaceAll(/\S*%[0-9a-f]{2}\S*/gi, (spelled) => {
    const read = readPercents(spelled)
    const replaced = replaceInPlain(read, maxParts, replacementOf)
    return replaced === read ? spelled : replaced
  })
}

function readPercents(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function replaceInPlain(text: string, maxParts: number, replacementOf: NameReplacement): string {
  const parts = [...text.matchAll(PARTS)].map(({ index, 0: part }) => ({ start: index, end: index + part.length }))
  let result = ''
  let copiedTo = 0
  for (let first = 0; first < parts.length;) {
    const found = longestAt(text, parts, first, Math.min(maxParts, MAX_NAME_PARTS), replacementOf)
    if (found === null) {
      first++
      continue
    }
    result += text.slice(copiedTo, found.start) + found.replacement
    copiedTo = found.end
    first = found.next
  }
  return copiedTo === 0 ? text : result + text.slice(copiedTo)
}

interface Part {
  readonly start: number
  readonly end: number
}

interface Replacement extends Part {
  readonly replacement: string
  /** The part to go on with. */
  readonly next: number
}

function longestAt(
  text: string,
  parts: readonly Part[],
  first: number,
  maxParts: number,
  replacementOf: NameReplacement,
): Replacement | null {
  const start = parts[first]?.start ?? 0
  const sign = text.charAt(start - 1)
  const isMarked = sign === '@' || sign === '/'
  for (let count = Math.min(maxParts, parts.length - first); count > 0; count--) {
    const end = parts[first + count - 1]?.end ?? 0
    const spelled = text.slice(start, end)
    for (const [name, kept] of [[spelled, ''] as const, ...withoutGenitive(spelled)]) {
      const replacement = replacementOf({ name: normalName(name), isMarked })
      if (replacement === undefined) continue
      return { start: sign === '@' ? start - 1 : start, end, replacement: replacement + kept, next: first + count }
    }
  }
  return null
}

function withoutGenitive(spelled: string): (readonly [string, string])[] {
  return /\p{L}{3}s$/u.test(spelled) ? [[spelled.slice(0, -1), 's']] : []
}

/** The part of a name by which texts are searched: without the signs around it. Empty where it cannot be found in texts. */
export function searchedName(name: string): string {
  const normal = normalName(name)
  const parts = [...normal.matchAll(PARTS)]
  const [first, last] = [parts[0], parts.at(-1)]
  return first && last ? normal.slice(first.index, last.index + last[0].length) : ''
}
