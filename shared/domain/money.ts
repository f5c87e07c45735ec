/** Money in integer minor units. */

/** Integer minor units (cents) of the ledger's base currency. */
export type Cents = number & { readonly __brand: 'Cents' }

/** Margin and other fractions of money in hundredths of a percent (5500 = 55 %). */
export type BasisPoints = number

/** No single amount may exceed a hundred million of the major unit: sums of 900,000 such amounts are still exact. */
export const MAX_CENTS = 10_000_000_000

/** Checks that a number is a whole, safe amount. Throws RangeError otherwise. */
export function toCents(value: number): Cents {
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_CENTS)
    throw new RangeError(`not an amount in cents: ${value}`)
  return value as Cents
}

/**
 * numerator ÷ denominator, rounded once, half away from zero (negatives: divide |x|, then sign).
 * Both whole, denominator > 0. Throws RangeError on unsafe input.
 */
export function divideRounded(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`divideRounded(${numerator}, ${denominator})`)
  }
  const magnitude = Math.abs(numerator)
  const quotient = Math.floor(magnitude / denominator)
  const remainder = magnitude % denominator
  const rounded = remainder >= denominator - remainder ? quotient + 1 : quotient
  return numerator < 0 && rounded !== 0 ? -rounded : rounded
}

/**
 * a × b ÷ denominator, rounded once, half away from zero. Exact for any safe a and b: the product is taken
 * in big integers when it would leave the safe range.
 */
export function multiplyDivide(a: number, b: number, denominator: number): number {
  if (!(denominator > 0)) throw new RangeError(`multiplyDivide(${a}, ${b}, ${denominator})`)
  const product = a * b
  if (Number.isSafeInteger(product)) return divideRounded(product, denominator)
  const exact = BigInt(a) * BigInt(b)
  const magnitude = exact < 0n ? -exact : exact
  const divisor = BigInt(denominator)
  const rounded = Number((2n * magnitude + divisor) / (2n * divisor))
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`multiplyDivide(${a}, ${b}, ${denominator})`)
  return exact < 0n ? -rounded : rounded
}

/** Sum of whole amounts. Throws RangeError when the sum is no longer exact. */
export function sumCents(amounts: Iterable<number>): Cents {
  let sum = 0
  for (const amount of amounts) sum += amount
  if (!Number.isSafeInteger(sum)) throw new RangeError('sum of amounts is not exact')
  return sum as Cents
}
