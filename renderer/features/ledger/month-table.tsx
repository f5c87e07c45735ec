import type { TFunction } from 'i18next'
import { History } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthState } from '../../../shared/contract/ledger.ts'
import type { Format } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import list from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { useLedgerForms } from './form-store.ts'
import styles from './ledger.module.css'
import { SealMark } from './line-marks.tsx'
import { MonthSheet } from './month-sheet.tsx'

export function MonthTable({ months }: { readonly months: readonly MonthState[] }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const show = useLedgerForms((state) => state.show)
  const [opened, setOpened] = useState<string | null>(null)
  const columns = useMemo(() => monthColumns(format, t, (month) => show({ kind: 'close', month })), [format, t, show])
  return (
    <>
      <Card isFlush>
        <Table
          label={t('months.list')}
          columns={columns}
          rows={months}
          rowKey={({ month }) => month}
          selectedKey={opened}
          onRowAction={({ month }) => setOpened(month)}
        />
      </Card>
      <MonthSheet month={months.find(({ month }) => month === opened) ?? null} onClose={() => setOpened(null)} />
    </>
  )
}

type Texts = TFunction<'ledger'>

function monthColumns(format: Format, t: Texts, close: (month: string) => void): Column<MonthState>[] {
  return [
    {
      id: 'month',
      header: t('months.columns.month'),
      isRowHeader: true,
      cell: ({ month, status }) => (
        <span className={styles.marked}>
          {format.month(month)}
          <SealMark isSealed={status === 'closed'} />
        </span>
      ),
    },
    {
      id: 'lines',
      header: t('months.columns.lines'),
      align: 'end',
      cell: ({ lineCount }) => format.number(lineCount),
    },
    {
      id: 'cost',
      header: t('months.columns.cost'),
      align: 'end',
      cell: ({ costCents }) => <Money cents={costCents} />,
    },
    {
      id: 'revenue',
      header: t('months.columns.revenue'),
      align: 'end',
      cell: ({ revenueCents }) => <Money cents={revenueCents} />,
    },
    {
      id: 'result',
      header: t('months.columns.result'),
      align: 'end',
      cell: (month) => <Result month={month} t={t} format={format} />,
    },
    {
      id: 'corrections',
      header: t('months.columns.corrections'),
      align: 'end',
      cell: ({ corrections: { count, costCents, revenueCents } }) =>
        count === 0 ? (
          <span className={list.dash}>–</span>
        ) : (
          <span title={t('months.corrections', { count, amount: format.money(revenueCents - costCents, 'always') })}>
            {format.money(revenueCents - costCents, 'always')}
          </span>
        ),
    },
    {
      id: 'seal',
      header: t('months.columns.seal'),
      align: 'end',
      cell: (month) => <SealCell month={month} t={t} close={close} />,
    },
  ]
}

interface ResultProps {
  readonly month: MonthState
  readonly t: Texts
  readonly format: Format
}

/** The result as the sources give it today; where another was reported, that too. */
function Result({ month, t, format }: ResultProps) {
  const { presentResultCents, reportedResultCents, isReattributed } = month
  const present =
    presentResultCents === null ? (
      <span className={list.dash}>{t('months.noResult')}</span>
    ) : (
      <Money cents={presentResultCents} tone="result" />
    )
  if (!isReattributed) return present
  const amount = reportedResultCents === null ? t('months.noResult') : format.money(reportedResultCents)
  return (
    <span className={styles.resultPair}>
      <span title={t('months.reattributedHelp')} className={styles.differs}>
        <History size={13} role="img" aria-label={t('months.reattributed', { amount })} />
      </span>
      {present}
    </span>
  )
}

interface SealCellProps {
  readonly month: MonthState
  readonly t: Texts
  close(month: string): void
}

function SealCell({ month: { month, status, seal }, t, close }: SealCellProps) {
  if (seal) return <code className={styles.hash}>{seal.hash.slice(0, 8)}</code>
  if (status === 'running') return <span className={list.dash}>{t('months.status.running')}</span>
  return (
    <Button size="s" variant="quiet" onPress={() => close(month)}>
      {t('months.close')}
    </Button>
  )
}
