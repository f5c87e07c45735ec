/** Dividing a whole amount (cents, seconds) so that the parts always add up to the whole. */

/** Weights are quantised to this many parts of one. */
export const WEIGHT_UNIT = 1_000_000_000

/** At most this many parts of one amount. */
export const MAX_PARTS = 10_000

/** Quantises weights ≥ 0 to whole parts that add up to {@link WEIGHT_UNIT}; all zero → equal parts. */
export function quantiseWeights(weights: readonly number[]): number[] {
  if (weights.length === 0 || weights.length > MAX_PARTS)
    throw new RangeError(`quantiseWeights: ${weights.length} weights`)
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0))
    throw new RangeError('quantiseWeights: weight below zero')
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!Number.isFinite(total)) throw new RangeError('quantiseWeights: weights too large')
  const shares = total > 0 ? weights.map((weight) => weight / total) : weights.map(() => 1 / weights.length)
  const whole = shares.map((share) => Math.floor(share * WEIGHT_UNIT))
  return handOutRemainder(
    whole,
    shares.map((share, index) => share * WEIGHT_UNIT - (whole[index] ?? 0)),
    WEIGHT_UNIT - whole.reduce((sum, part) => sum + part, 0),
  )
}

/**
 * Divides a whole amount by whole weights with the method of largest remainder (Hamilton); ties go to the first listed.
 * A negative amount is divided by its magnitude. The parts add up to the amount exactly. Throws RangeError on bad input.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`allocate(${amount})`)
  if (weights.length === 0 || weights.length > MAX_PARTS) throw new RangeError(`allocate: ${weights.length} weights`)
  if (weights.length === 1) return [amount]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!Number.isSafeInteger(total) || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('allocate: weights must be whole and ≥ 0')
  }
  if (total === 0)
    return allocate(
      amount,
      weights.map(() => 1),
    )
  const { parts, remainders } = divideExactly(Math.abs(amount), weights, total)
  const missing = Math.abs(amount) - parts.reduce((sum, part) => sum + part, 0)
  const shared = handOutRemainder(parts, remainders, missing)
  return amount < 0 ? shared.map((part) => (part === 0 ? 0 : -part)) : shared
}

/** Quotients and remainders of magnitude × weight ÷ total; in big integers only where a product leaves the safe range. */
function divideExactly(magnitude: number, weights: readonly number[], total: number) {
  const parts: number[] = []
  const remainders: number[] = []
  for (const weight of weights) {
    const product = magnitude * weight
    if (Number.isSafeInteger(product)) {
      const remainder = product % total
      parts.push((product - remainder) / total)
      remainders.push(remainder)
    } else {
      const exact = BigInt(magnitude) * BigInt(weight)
      parts.push(Number(exact / BigInt(total)))
      remainders.push(Number(exact % BigInt(total)))
    }
  }
  return { parts, remainders }
}

function handOutRemainder(parts: number[], remainders: readonly number[], missing: number): number[] {
  if (missing === 0) return parts
  const order = parts.map((_, index) => index).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b)
  for (let given = 0; given < missing; given++) {
    const index = order[given % order.length] ?? 0
    parts[index] = (parts[index] ?? 0) + 1
  }
  return parts
}
