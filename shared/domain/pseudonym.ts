/** What the other side of a conversation is called in the log: K-4F2A. It is drawn, not derived, so that it says nothing about anybody. */

/** Digits of base 16 without B and D, which are taken for 8 and 0. */
const SIGNS = '0123456789ACEF'
const PREFIX = 'K-'

export const FEWEST_PSEUDONYM_DIGITS = 4
/** More than a thousand million pseudonyms. */
export const MOST_PSEUDONYM_DIGITS = 8

const PSEUDONYM = new RegExp(`^${PREFIX}[${SIGNS}]{${FEWEST_PSEUDONYM_DIGITS},${MOST_PSEUDONYM_DIGITS}}$`)

/** How many pseudonyms of a length there are. */
export function possiblePseudonyms(digits: number): number {
  return SIGNS.length ** digits
}

/**
 * Digits of the next pseudonym where so many are taken: the fewest of which at most a quarter is, so that one that is drawn is free three
 * times out of four. Throws RangeError on a count below zero.
 */
export function pseudonymDigits(takenCount: number): number {
  if (!Number.isSafeInteger(takenCount) || takenCount < 0) throw new RangeError(`pseudonymDigits(${takenCount})`)
  let digits = FEWEST_PSEUDONYM_DIGITS
  while (digits < MOST_PSEUDONYM_DIGITS && takenCount * 4 > possiblePseudonyms(digits)) digits++
  return digits
}

/**
 * The pseudonym of a number the caller drew: a whole number of at least 32 random bits, of which the remainder by all that are possible
 * decides. All are about equally likely. Whether it is free is for the caller to see. Throws RangeError on anything else.
 */
export function pseudonymOf(randomNumber: number, digits: number): string {
  const isLength = Number.isInteger(digits) && digits >= FEWEST_PSEUDONYM_DIGITS && digits <= MOST_PSEUDONYM_DIGITS
  if (!isLength || !Number.isSafeInteger(randomNumber) || randomNumber < 0) {
    throw new RangeError(`pseudonymOf(${randomNumber}, ${digits})`)
  }
  let rest = randomNumber % possiblePseudonyms(digits)
  let signs = ''
  for (let index = 0; index < digits; index++) {
    signs = SIGNS.charAt(rest % SIGNS.length) + signs
    rest = Math.floor(rest / SIGNS.length)
  }
  return PREFIX + signs
}

/** True for what `pseudonymOf` gives. */
export function isPseudonym(text: string): boolean {
  return PSEUDONYM.test(text)
}

/**
 * The pseudonym someone meant who typed "k4f2a", "4F2A" or "K-4F2O"; null where it can be none. Without the hyphen it needs a digit: "cafe" is
 * a word.
 */
export function readPseudonym(text: string): string | null {
  const typed = text.trim().toUpperCase()
  if (!/^K[\s-]/.test(typed) && !/\d/.test(typed)) return null
  const signs = typed
    .replace(/^K[\s-]*/, '')
    .replaceAll('B', '8')
    .replace(/[DO]/g, '0')
    .replace(/[IL]/g, '1')
  return isPseudonym(PREFIX + signs) ? PREFIX + signs : null
}
