/** What a method's verdicts on simulated companies are worth, and whether that is good enough. */
import { kindOf } from '../../shared/domain/verdict.ts'
import { classes, companiesOf, type CompanyClass, type World } from './companies.ts'
import type { Method } from './methods.ts'

export interface ClassScore extends CompanyClass {
  readonly companies: number
  readonly issued: number
  readonly wrong: number
  /** `earns` among the companies whose drawn μ is not above zero, and their number; likewise for the noise-free mean. */
  readonly earnsDespiteMean: number
  readonly withoutMean: number
  readonly earnsDespiteTruth: number
  readonly withoutTruth: number
}

export interface TenthScore {
  readonly companies: number
  /** Sum of P, and how many truly are above zero. */
  readonly probability: number
  readonly above: number
}

export interface Score {
  readonly byClass: readonly ClassScore[]
  readonly byTenth: readonly TenthScore[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Judges the same companies by each method. */
export function scoreMethods(
  methods: readonly Method[],
  world: World,
  companiesPerClass: number,
  seed: number,
): readonly Score[] {
  const scores = methods.map(() => ({
    byClass: classes.map(emptyClass),
    byTenth: Array.from({ length: 10 }, (): Writable<TenthScore> => ({ companies: 0, probability: 0, above: 0 })),
  }))
  for (const [index, companyClass] of classes.entries()) {
    for (const { weekly, mean, trueMean } of companiesOf(world, companyClass, companiesPerClass, seed)) {
      for (const [which, method] of methods.entries()) {
        const p = method(weekly)
        const score = scores[which]!
        const tenth = score.byTenth[Math.min(9, Math.floor(p * 10))]!
        tenth.companies++
        tenth.probability += p
        if (trueMean > 0) tenth.above++
        countVerdict(score.byClass[index]!, p, mean, trueMean)
      }
    }
  }
  return scores
}

const emptyClass = (companyClass: CompanyClass): Writable<ClassScore> => ({
  ...companyClass,
  companies: 0,
  issued: 0,
  wrong: 0,
  earnsDespiteMean: 0,
  withoutMean: 0,
  earnsDespiteTruth: 0,
  withoutTruth: 0,
})

function countVerdict(score: Writable<ClassScore>, p: number, mean: number, trueMean: number): void {
  const kind = kindOf(p)
  score.companies++
  if (kind !== 'open') score.issued++
  if (kind !== 'open' && (kind === 'earns') !== trueMean > 0) score.wrong++
  if (mean <= 0) {
    score.withoutMean++
    if (kind === 'earns') score.earnsDespiteMean++
  }
  if (trueMean <= 0) {
    score.withoutTruth++
    if (kind === 'earns') score.earnsDespiteTruth++
  }
}

/** Wilson's 95 % interval of a share (1927). */
export function wilson(count: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const z = 1.959963984540054
  const share = count / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export const MAX_WRONG_SHARE = 0.1
export const MAX_WRONG_BOUND = 0.11
export const MAX_MISS = 0.05
/** From here on the criteria are taken at their word; below, a sample has to contradict them. */
export const FULL_RUN_COMPANIES = 10_000

export interface Criterion {
  readonly name: string
  readonly isPassed: boolean
  /** Where it is worst. */
  readonly worst: string
}

export const wrongShareOf = ({ wrong, issued }: ClassScore) => (issued === 0 ? 0 : wrong / issued)
/** How far the truth lies above P in a tenth; negative where P promises too much. */
export const missOf = ({ companies, probability, above }: TenthScore) =>
  companies === 0 ? 0 : (above - probability) / companies
export const issuedShareOf = ({ byClass }: Score) =>
  byClass.reduce((sum, { issued, companies }) => sum + issued / companies, 0) / byClass.length

/**
 * The criteria of the specification. A short run cannot prove them; it fails where its sample contradicts them: the lower end of the
 * 95 % interval of a class above 10 %, or a tenth further off than 5 points and 1.96 standard errors.
 */
export function judgeScore(score: Score): readonly Criterion[] {
  const isFull = score.byClass.every(({ companies }) => companies >= FULL_RUN_COMPANIES)
  const worstClass = worstClassOf(score)
  const { high, low } = wilson(worstClass.wrong, worstClass.issued)
  const inClass = `${percent(wrongShareOf(worstClass))} (${percent(low)}–${percent(high)}) at ${nameOf(worstClass)}`
  const worstTenth = worstTenthOf(score)
  const isTenthRight = score.byTenth.every(
    (tenth) => Math.abs(missOf(tenth)) <= MAX_MISS + (isFull ? 0 : 1.96 * errorOf(tenth)),
  )
  const inTenth = {
    isPassed: isTenthRight,
    worst: `${points(missOf(score.byTenth[worstTenth]!))} points in the ${nameOfTenth(worstTenth)}`,
  }
  if (!isFull) {
    const isContradicted = score.byClass.some(({ wrong, issued }) => wilson(wrong, issued).low > MAX_WRONG_SHARE)
    return [
      { name: 'no class is above 10 % wrong for sure', isPassed: !isContradicted, worst: inClass },
      { name: 'no tenth is further than 5 points off for sure', ...inTenth },
    ]
  }
  const highest = Math.max(...score.byClass.map(({ wrong, issued }) => wilson(wrong, issued).high))
  return [
    {
      name: 'at most 10 % wrong in every class',
      isPassed: wrongShareOf(worstClass) <= MAX_WRONG_SHARE,
      worst: inClass,
    },
    { name: 'Wilson’s 95 % bound at most 11 %', isPassed: highest <= MAX_WRONG_BOUND, worst: percent(highest) },
    { name: 'P within 5 points of the truth in every tenth', ...inTenth },
  ]
}

export function worstClassOf({ byClass }: Score): ClassScore {
  return byClass.toSorted((a, b) => wrongShareOf(b) - wrongShareOf(a))[0]!
}

/** Index of the tenth that is furthest off. */
export function worstTenthOf({ byTenth }: Score): number {
  const misses = byTenth.map((tenth) => Math.abs(missOf(tenth)))
  return misses.indexOf(Math.max(...misses))
}

/** Standard error of the share of truly positive companies in a tenth. */
function errorOf({ companies, above }: TenthScore): number {
  return companies === 0 ? 0 : Math.sqrt((above / companies) * (1 - above / companies) * (1 / companies))
}

export const percent = (share: number) => `${(100 * share).toFixed(1)} %`
/** With a typographic minus: these stand in a document. */
export const points = (share: number) => `${share < 0 ? '−' : share > 0 ? '+' : ''}${Math.abs(100 * share).toFixed(1)}`
export const nameOf = ({ weeks, spread }: CompanyClass) => `${weeks} weeks, τ = ${spread}`
export const nameOfTenth = (index: number) => `${index * 10}–${index * 10 + 10} % tenth`
