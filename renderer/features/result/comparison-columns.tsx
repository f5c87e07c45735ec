/** Columns of the table where two periods are held against each other: each figure with its difference. */
import type { ResultFigures, ResultRow, ResultSummary } from '../../../shared/contract/result.ts'
import { monthOf } from '../../../shared/domain/day.ts'
import { NO_FIGURES } from '../../../shared/domain/no-result.ts'
import { Money } from '../../ui/money.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { linesDrill, purchasesDrill, resultDrill, valueOf } from './drill.ts'
import { Difference } from './difference.tsx'
import { canEarn } from './question.ts'
import {
  type ColumnsInput,
  dash,
  figureColumn,
  hasVerdicts,
  linked,
  nameColumn,
  verdictColumn,
} from './result-columns.tsx'

type Valued = (figures: ResultFigures) => number | null

/** The row of the other period that stands for the same; months stand for the month as far into the period. */
export function comparedRowOf(summary: ResultSummary, compared: ResultSummary): (row: ResultRow) => ResultFigures {
  const byKey = new Map(compared.rows.map((row) => [rowKey(row, compared), row]))
  return (row) => byKey.get(rowKey(row, summary)) ?? NO_FIGURES
}

export function rowKey(row: ResultRow, { by, period }: ResultSummary): string {
  if (row.format !== null) return row.format
  if (row.key === null) return 'none'
  if (by === 'month') return `month ${monthNumber(row.key) - monthNumber(monthOf(period.from))}`
  return row.id === null ? row.key : `id ${row.id}`
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

/** Rows of this period, and those only the other period has, with nothing in them. */
export function rowsOfBoth(summary: ResultSummary, compared: ResultSummary): readonly ResultRow[] {
  const here = new Set(summary.rows.map((row) => rowKey(row, summary)))
  const gone = compared.rows.filter((row) => !here.has(rowKey(row, compared)))
  if (summary.by === 'month' || gone.length === 0) return summary.rows
  const named = (row: ResultRow) => row.key !== null
  const added = gone.map((row) => ({ ...row, ...NO_FIGURES }))
  return [...summary.rows.filter(named), ...added, ...summary.rows.filter((row) => !named(row))]
}

export function comparisonColumns(input: ColumnsInput, compared: ResultSummary): Column<ResultRow>[] {
  const { view, t, format } = input
  const other = comparedRowOf(view.summary, compared)
  const difference = (id: string, header: string, valueOfFigures: Valued, isCost: boolean, unit: 'money' | 'hours') => {
    const between = (figures: ResultFigures, before: ResultFigures) => {
      const [now, then] = [valueOfFigures(figures), valueOfFigures(before)]
      return now === null || then === null ? null : now - then
    }
    const show = (value: number | null) => <Difference value={value} isCost={isCost} unit={unit} />
    return {
      id: `${id}Difference`,
      header: t('table.difference'),
      headerDescription: header,
      align: 'end',
      cell: (row) => show(between(row, other(row))),
      sortValue: (row) => between(row, other(row)),
      footer: show(between(view.summary.totals, compared.totals)),
    } satisfies Column<ResultRow>
  }
  const cost: Valued = (figures) => valueOf('cost', figures)
  const hours = figureColumn(
    input,
    'hours',
    t('table.hours'),
    (figures) => figures.seconds,
    (figures, target) => linked(linesDrill('hours', target), figures.seconds === 0, format.hours(figures.seconds)),
  )
  const costs = figureColumn(input, 'cost', t('table.cost'), cost, (figures, target) =>
    linked(linesDrill('cost', target), cost(figures) === 0, <Money isRounded cents={cost(figures)} />),
  )
  const time = [
    nameColumn(input),
    hours,
    difference('hours', t('table.hours'), (figures) => figures.seconds, true, 'hours'),
    costs,
    difference('cost', t('table.cost'), cost, true, 'money'),
  ]
  if (!canEarn(view.summary.by)) return time
  return [
    ...time,
    netColumn(input),
    difference('net', t('table.net'), (figures) => figures.netCents, false, 'money'),
    resultColumn(input),
    difference('result', t('table.result'), (figures) => figures.resultCents, false, 'money'),
    ...(hasVerdicts(view) ? [verdictColumn(input)] : []),
  ]
}

function netColumn(input: ColumnsInput): Column<ResultRow> {
  return figureColumn(
    input,
    'net',
    input.t('table.net'),
    (figures) => figures.netCents,
    (figures, target) =>
      linked(purchasesDrill('net', target), figures.orders === 0, <Money isRounded cents={figures.netCents} />),
  )
}

function resultColumn(input: ColumnsInput): Column<ResultRow> {
  return figureColumn(
    input,
    'result',
    input.t('table.result'),
    (figures) => figures.resultCents,
    (figures, target) =>
      figures.resultCents === null
        ? dash
        : linked(
            resultDrill(target, figures),
            false,
            <Money isRounded cents={figures.resultCents} sign="always" tone="result" />,
          ),
  )
}
