/** How verification writes down what does not match the seals, read back to be said in words. */

const OF_MONTH = /^(\d{4}-\d{2}) (lines|sums|seal|chain|gap)$/
const OF_MANY = /^(?:(number) of seals|lines (before) (.+)|(guard) (.+))$/

export interface SealProblem {
  readonly kind: 'lines' | 'sums' | 'seal' | 'chain' | 'gap' | 'number' | 'before' | 'guard'
  /** The month, for `guard` the name of what is missing, for `number` nothing. */
  readonly what: string
}

/** Each problem, or its own text where it is none that is known. */
export function sealProblemsOf(detail: string): (SealProblem | string)[] {
  return detail.split(', ').map((problem) => {
    const [, month, ofMonth] = OF_MONTH.exec(problem) ?? []
    const [, number, before, first, guard, trigger] = OF_MANY.exec(problem) ?? []
    const kind = ofMonth ?? number ?? before ?? guard
    return kind === undefined ? problem : { kind: kind as SealProblem['kind'], what: month ?? first ?? trigger ?? '' }
  })
}
