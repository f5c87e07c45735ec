/** Tables of scores as Markdown: they are read in the terminal as well. */
import {
  issuedShareOf,
  judgeScore,
  missOf,
  nameOf,
  percent,
  points,
  wilson,
  worstClassOf,
  worstTenthOf,
  wrongShareOf,
  type Criterion,
  type Score,
} from './scores.ts'

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]!.length)))
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

export function classTable({ byClass }: Score): string {
  return table(
    ['weeks', 'τ', 'issued', 'wrong', 'Wilson 95 %', 'earns if μ ≤ 0', 'earns if truly ≤ 0'],
    byClass.map((score) => {
      const { low, high } = wilson(score.wrong, score.issued)
      return [
        String(score.weeks),
        String(score.spread),
        percent(score.issued / score.companies),
        percent(wrongShareOf(score)),
        `${percent(low)} – ${percent(high)}`,
        percent(score.earnsDespiteMean / Math.max(1, score.withoutMean)),
        percent(score.earnsDespiteTruth / Math.max(1, score.withoutTruth)),
      ]
    }),
  )
}

export function tenthTable({ byTenth }: Score): string {
  return table(
    ['P', 'companies', 'mean P', 'truly above zero', 'miss in points'],
    byTenth.map((tenth, index) => [
      `${index * 10}–${index * 10 + 10} %`,
      String(tenth.companies),
      percent(tenth.probability / Math.max(1, tenth.companies)),
      percent(tenth.above / Math.max(1, tenth.companies)),
      points(missOf(tenth)),
    ]),
  )
}

export function comparisonTable(rows: readonly { readonly name: string; readonly score: Score }[]): string {
  return table(
    ['', 'issued', 'most wrong', 'where', 'worst tenth', 'criteria'],
    rows.map(({ name, score }) => [
      name,
      percent(issuedShareOf(score)),
      percent(wrongShareOf(worstClassOf(score))),
      nameOf(worstClassOf(score)),
      points(missOf(score.byTenth[worstTenthOf(score)]!)),
      judgeScore(score).every(({ isPassed }) => isPassed) ? 'passed' : 'failed',
    ]),
  )
}

export function criteriaTable(criteria: readonly Criterion[]): string {
  return table(
    ['criterion', 'measured', ''],
    criteria.map(({ name, worst, isPassed }) => [name, worst, isPassed ? 'passed' : 'FAILED']),
  )
}
