import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grouping, ResultRow, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Table } from '../../ui/table.tsx'
import { comparisonColumns, rowsOfBoth } from './comparison-columns.tsx'
import { GroupingPicker } from './grouping-picker.tsx'
import { canEarn } from './question.ts'
import { ResultBeside, useHasBeside } from './result-beside.tsx'
import { hasVerdicts, resultColumns } from './result-columns.tsx'
import styles from './result.module.css'
import { isEmptyPeriod, type ResultView } from './use-result.ts'

export interface ResultTableProps {
  readonly view: ResultView
  readonly by: Grouping
  onGrouping(by: Grouping): void
}

export function ResultTable({ view, by, onGrouping }: ResultTableProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { summary } = view
  // Differences to nothing would say nothing; the line under the sentence says that nothing is there.
  const compared = view.compared && !isEmptyPeriod(view.compared) ? view.compared : null
  const columns = useMemo(
    () => (compared ? comparisonColumns({ view, format, t }, compared) : resultColumns({ view, format, t })),
    [view, compared, format, t],
  )
  const rows = useMemo(
    () => inOrder(summary, compared ? rowsOfBoth(summary, compared) : summary.rows),
    [summary, compared],
  )
  const shown = summary.by
  const hasBeside = useHasBeside(summary)
  return (
    <Card isFlush {...(hasBeside && { footer: <ResultBeside summary={summary} /> })}>
      <div className={styles.tableHead}>
        <GroupingPicker by={by} onChange={onGrouping} />
        <TableNote summary={summary} compared={compared} />
      </div>
      <div className={cx(styles.table, hasVerdicts(view) && !compared && styles.judged)}>
        <Table
          key={`${shown} ${compared !== null}`}
          label={t('table.label', { grouping: t(`table.groupings.${shown}`) })}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.id ?? row.key}`}
          rowTone={(row) => (row.key === null ? 'muted' : undefined)}
        />
      </div>
    </Card>
  )
}

/** What one has to know to read this table. */
function TableNote({ summary, compared }: Pick<ResultView, 'summary' | 'compared'>) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { by, spread, costing } = summary
  const notes = [
    !canEarn(by) && t('table.noRevenue'),
    compared && t('table.comparedWith', { period: format.dayRange(compared.period.from, compared.period.to) }),
    spread !== null &&
      t(spread.isEqually ? 'costing.spreadEqually' : 'costing.spread', {
        amount: format.moneyRounded(spread.cents),
        hours: format.hours(spread.seconds),
        key: t(`costing.keys.${costing === 'direct' ? 'hours' : costing}`),
      }),
    costing !== 'direct' && spread === null && t('costing.channelsOnly'),
  ].filter((note) => typeof note === 'string')
  return notes.length === 0 ? null : <p className={styles.note}>{notes.join(' ')}</p>
}

/** The ledger's order is best first; where there is time only, most of it first. What belongs to none stays last. */
function inOrder({ by }: ResultSummary, rows: readonly ResultRow[]): readonly ResultRow[] {
  if (canEarn(by)) return rows
  const named = rows.filter((row) => row.key !== null).toSorted((a, b) => b.seconds - a.seconds)
  return [...named, ...rows.filter((row) => row.key === null)]
}
