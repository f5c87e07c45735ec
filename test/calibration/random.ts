/** Random draws that are the same on every machine and in every run: a simulation must be repeatable to be believed. */

/** Numbers in [0, 1). */
export type Random = () => number

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), seeded from words; passes PractRand and BigCrush, period at least 2³². */
export function seededRandom(...seed: readonly number[]): Random {
  let a = 0x9e3779b9 ^ (seed[0] ?? 0)
  let b = 0x243f6a88 ^ (seed[1] ?? 0)
  let c = 0xb7e15162 ^ (seed[2] ?? 0)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // Seeds that differ in one bit are strangers after a dozen rounds.
  for (let round = 0; round < 20; round++) next()
  return next
}

/** Standard normal, by Box and Muller's cosine. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Student's t with four degrees of freedom, variance 2: a normal over the root of χ²₄ ÷ 4, and χ²₄ is −2 ln of two uniforms. */
export function studentT4(random: Random): number {
  return normal(random) / Math.sqrt(-0.5 * Math.log((1 - random()) * (1 - random())))
}

/** Skewed, mean 0, variance 1: weeks that mostly disappoint a little, with a rare one that pays for many (exponential − 1). */
export function skewed(random: Random): number {
  return -Math.log(1 - random()) - 1
}
