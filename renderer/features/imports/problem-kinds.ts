/** What can be told from the rows that cannot be read, beside the code of each. */
import type { ReadableFile } from './preview-queries.ts'

export type Problem = ReadableFile['problems'][number]

/** The currencies when nothing but the currency is wrong; an amount stands before its code. */
export function currenciesOf(problems: readonly Problem[]): readonly string[] | null {
  if (problems.some(({ reason }) => reason !== 'currency')) return null
  return [...new Set(problems.map(({ value }) => value.split(/\s/).at(-1) ?? ''))]
}

const unsplitReasons = ['not_a_date', 'not_a_time', 'not_a_duration']

/** Several separators in what should be one day or time: the row was not split. One comma may stand in a date. */
export function isUnsplitRow({ reason, value }: Pick<Problem, 'reason' | 'value'>): boolean {
  return unsplitReasons.includes(reason) && [';', ',', '\t'].some((separator) => value.split(separator).length > 2)
}
