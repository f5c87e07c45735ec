/** Amounts in foreign currencies, turned into the ledger's own at a rate that keeps its day. */
import { type Cents, MAX_CENTS, multiplyDivide } from './money.ts'

/** Rates are whole millionths: 0.861240 € for one dollar is 861 240. */
export const RATE_UNIT = 1_000_000
/** A million units of the ledger's currency for one of another: more was mistyped. */
export const MAX_RATE_MILLIONTHS = 1_000_000 * RATE_UNIT

/**
 * foreignCents × rateMillionths ÷ 10^6, rounded once, half away from zero.
 * `foreignCents` are hundredths of the foreign currency's major unit, also where it has no such coin (yen), so that one rate per
 * major unit holds for both sides. Throws RangeError for a rate that is not a positive whole number up to MAX_RATE_MILLIONTHS,
 * and where the outcome exceeds MAX_CENTS.
 */
export function convertForeign(foreignCents: number, rateMillionths: number): Cents {
  if (!Number.isSafeInteger(rateMillionths) || rateMillionths < 1 || rateMillionths > MAX_RATE_MILLIONTHS)
    throw new RangeError(`not a rate in millionths: ${rateMillionths}`)
  const cents = multiplyDivide(foreignCents, rateMillionths, RATE_UNIT)
  if (Math.abs(cents) > MAX_CENTS) throw new RangeError(`too large: ${cents}`)
  return cents as Cents
}

/** The same, or null where it cannot be worked out: for what is still being typed. */
export function tryConvertForeign(foreignCents: number | null, rateMillionths: number | null): Cents | null {
  if (foreignCents === null || rateMillionths === null) return null
  try {
    return convertForeign(foreignCents, rateMillionths)
  } catch {
    return null
  }
}

export interface DatedRate {
  readonly currency: string
  readonly day: string
  readonly rateMillionths: number
}

/** The latest rate of a currency on or before a day; null where none is known. */
export function lastKnownRate<Rate extends DatedRate>(
  rates: readonly Rate[],
  currency: string,
  day: string,
): Rate | null {
  let last: Rate | null = null
  for (const rate of rates) {
    if (rate.currency === currency && rate.day <= day && (last === null || rate.day > last.day)) last = rate
  }
  return last
}

let known: ReadonlySet<string> | undefined

/** Whether a code is one of the currencies of ISO 4217 the runtime knows. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known.has(code)
}
