/** What is odd about a plan as a whole: silence, posts too close to each other, the same text again, and the mix of pillars. */
import { allocate } from './allocation.ts'
import { addDays, daysBetween, daysOf, type Day, type Period } from './day.ts'
import { foldedWords } from './folded-words.ts'
import { dayAt, type Instant } from './instant.ts'

export interface PlannedVariant {
  readonly id: number
  readonly channelId: number
  /** When it is planned, or was published; cancelled ones are left out by the caller. */
  readonly at: Instant
  readonly text: string
}

export interface PlanCheck {
  /** Silence is looked for within it, both ends included. */
  readonly period: Period
  readonly timeZone: string
  /** Channels that are expected to post. */
  readonly channelIds: readonly number[]
  /** A channel without a post on so many days in a row is silent; null: not looked for. */
  readonly silentDays: number | null
  /** Two posts of a channel less than so many minutes apart; null: not looked for. */
  readonly sameHourMinutes: number | null
  /** The same text on a channel again, at most so many days later; null: not looked for. */
  readonly sameTextDays: number | null
}

export const USUAL_PLAN_CHECK = { silentDays: 7, sameHourMinutes: 60, sameTextDays: 30 } as const

export type PlanProblem =
  | {
      readonly kind: 'silent'
      readonly channelId: number
      readonly from: Day
      readonly to: Day
      readonly days: number
    }
  | {
      readonly kind: 'same_hour'
      readonly channelId: number
      readonly ids: readonly [number, number]
      /** Whole minutes between them, rounded down. */
      readonly minutes: number
    }
  | {
      readonly kind: 'same_text'
      readonly channelId: number
      readonly ids: readonly [number, number]
      readonly days: number
    }

/** Variants looked at together. */
export const MAX_PLANNED_VARIANTS = 50_000
const MAX_CHANNELS = 1_000
const MINUTE_MS = 60_000

/**
 * Problems by channel: silence in order of the days, then pairs in order of the later post. Of several posts each is compared with the one
 * before it. Texts are the same when their words are, whatever their case, accents and signs; posts without a word are compared with none.
 * Only silence asks for the period; pairs are found among all variants given. Takes time in proportion to variants and their texts, and
 * to channels and days. Throws RangeError above the limits.
 */
export function planProblems(variants: readonly PlannedVariant[], check: PlanCheck): PlanProblem[] {
  if (variants.length > MAX_PLANNED_VARIANTS) throw new RangeError(`plan of ${variants.length} variants`)
  if (check.channelIds.length > MAX_CHANNELS) throw new RangeError(`plan of ${check.channelIds.length} channels`)
  const byChannel = new Map<number, PlannedVariant[]>(check.channelIds.map((channelId) => [channelId, []]))
  for (const variant of variants) {
    const others = byChannel.get(variant.channelId)
    if (others) others.push(variant)
    else byChannel.set(variant.channelId, [variant])
  }
  const expected = new Set(check.channelIds)
  return [...byChannel].flatMap(([channelId, ofChannel]) => {
    const inOrder = ofChannel.toSorted((a, b) => a.at - b.at || a.id - b.id)
    return [
      ...(expected.has(channelId) ? silences(channelId, inOrder, check) : []),
      ...closePairs(channelId, inOrder, check),
      ...samePairs(channelId, inOrder, check),
    ]
  })
}

function silences(
  channelId: number,
  variants: readonly PlannedVariant[],
  { period, timeZone, silentDays }: PlanCheck,
): PlanProblem[] {
  if (silentDays === null) return []
  const active = new Set(variants.map(({ at }) => dayAt(at, timeZone)))
  const found: PlanProblem[] = []
  let from = period.from
  for (const day of [...daysOf(period).filter((each) => active.has(each)), addDays(period.to, 1)]) {
    const days = daysBetween(from, day)
    if (days > 0 && days >= silentDays) found.push({ kind: 'silent', channelId, from, to: addDays(day, -1), days })
    from = addDays(day, 1)
  }
  return found
}

function closePairs(
  channelId: number,
  variants: readonly PlannedVariant[],
  { sameHourMinutes }: PlanCheck,
): PlanProblem[] {
  if (sameHourMinutes === null) return []
  return variants.flatMap((later, index): PlanProblem[] => {
    const earlier = variants[index - 1]
    if (earlier === undefined || later.at - earlier.at >= sameHourMinutes * MINUTE_MS) return []
    const minutes = Math.floor((later.at - earlier.at) / MINUTE_MS)
    return [{ kind: 'same_hour', channelId, ids: [earlier.id, later.id], minutes }]
  })
}

function samePairs(
  channelId: number,
  variants: readonly PlannedVariant[],
  { sameTextDays, timeZone }: PlanCheck,
): PlanProblem[] {
  if (sameTextDays === null) return []
  const lastWith = new Map<string, PlannedVariant>()
  return variants.flatMap((later): PlanProblem[] => {
    const words = foldedWords(later.text).join(' ')
    if (words === '') return []
    const earlier = lastWith.get(words)
    lastWith.set(words, later)
    if (earlier === undefined) return []
    const days = daysBetween(dayAt(earlier.at, timeZone), dayAt(later.at, timeZone))
    return days <= sameTextDays ? [{ kind: 'same_text', channelId, ids: [earlier.id, later.id], days }] : []
  })
}

export interface PillarShare {
  /** Null: posts without a pillar. */
  readonly pillarId: number | null
  readonly count: number
  /** Of all posts, in basis points (10,000 are all of them); null while there are none. All shares add up to 10,000. */
  readonly shareBasisPoints: number | null
  /** Null where the pillar has no target. */
  readonly targetBasisPoints: number | null
  /** Share less target; null where one of them is. */
  readonly differenceBasisPoints: number | null
}

export const ALL_BASIS_POINTS = 10_000
const MAX_PILLARS = 1_000

/**
 * The mix of pillars beside its targets: first those with a target, in their order, then the others as given. Shares are divided by largest
 * remainder. Throws RangeError for counts and targets that are not whole or negative, targets of more than 10,000 together, a pillar named
 * twice, and more than 1,000 pillars.
 */
export function pillarMix(
  counts: readonly { readonly pillarId: number | null; readonly count: number }[],
  targets: readonly { readonly pillarId: number; readonly basisPoints: number }[],
): PillarShare[] {
  const countOf = new Map(counts.map(({ pillarId, count }) => [pillarId, count]))
  const targetOf = new Map<number | null, number>(targets.map(({ pillarId, basisPoints }) => [pillarId, basisPoints]))
  if (countOf.size !== counts.length || targetOf.size !== targets.length) throw new RangeError('pillar named twice')
  const pillarIds = [...new Set([...targetOf.keys(), ...countOf.keys()])]
  assertMix(pillarIds.length, [...countOf.values()], [...targetOf.values()])
  const numbers = pillarIds.map((pillarId) => countOf.get(pillarId) ?? 0)
  const hasPosts = numbers.some((count) => count > 0)
  const shares = hasPosts ? allocate(ALL_BASIS_POINTS, numbers) : []
  return pillarIds.map((pillarId, index) => {
    const shareBasisPoints = shares[index] ?? null
    const targetBasisPoints = targetOf.get(pillarId) ?? null
    const isComparable = shareBasisPoints !== null && targetBasisPoints !== null
    return {
      pillarId,
      count: numbers[index] ?? 0,
      shareBasisPoints,
      targetBasisPoints,
      differenceBasisPoints: isComparable ? shareBasisPoints - targetBasisPoints : null,
    }
  })
}

function assertMix(pillars: number, counts: readonly number[], targets: readonly number[]): void {
  if (pillars > MAX_PILLARS) throw new RangeError(`mix of ${pillars} pillars`)
  if (![...counts, ...targets].every((value) => Number.isSafeInteger(value) && value >= 0)) {
    throw new RangeError('mix of pillars: counts and targets are whole and not negative')
  }
  const all = targets.reduce((sum, target) => sum + target, 0)
  if (all > ALL_BASIS_POINTS) throw new RangeError(`targets of ${all} basis points`)
}
