import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grouping, ResultRow, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Table } from '../../ui/table.tsx'
import { hasBeside, ResultBeside } from './result-beside.tsx'
import { resultColumns } from './result-columns.tsx'
import styles from './result.module.css'
import { GROUPINGS, type ResultView } from './use-result.ts'

export interface ResultTableProps {
  readonly view: ResultView
  readonly by: Grouping
  onGrouping(by: Grouping): void
}

export function ResultTable({ view, by, onGrouping }: ResultTableProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const columns = useMemo(() => resultColumns({ view, format, t }), [view, format, t])
  const shown = view.summary.by
  const rows = useMemo(() => inOrder(view.summary), [view.summary])
  const hasNoRevenue = shown === 'activity' || shown === 'person'
  return (
    <Card isFlush {...(hasBeside(view.summary) && { footer: <ResultBeside summary={view.summary} /> })}>
      <div className={styles.tableHead}>
        <Segmented
          label={t('table.groupings.label')}
          value={by}
          onChange={onGrouping}
          options={GROUPINGS.map((value) => ({ value, label: t(`table.groupings.${value}`) }))}
        />
        {hasNoRevenue && <p className={styles.note}>{t('table.noRevenue')}</p>}
      </div>
      <div className={cx(styles.table, shown === 'channel' && view.confidence.total !== null && styles.byChannel)}>
        <Table
          key={shown}
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

/** The ledger's order is best first; where there is time only, most of it first. What belongs to none stays last. */
function inOrder({ by, rows }: ResultSummary): readonly ResultRow[] {
  if (by !== 'activity' && by !== 'person') return rows
  const named = rows.filter((row) => row.key !== null).toSorted((a, b) => b.seconds - a.seconds)
  return [...named, ...rows.filter((row) => row.key === null)]
}
