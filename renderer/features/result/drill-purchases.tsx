import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import type { Format } from '../../lib/format.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type PurchaseSums, usePurchases } from '../../lib/use-rows.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import type { Drill, PurchaseMeasure } from './drill.ts'
import { Shortened } from './drill-lines.tsx'
import { DrillSum } from './drill-sum.tsx'
import styles from './drill.module.css'
import { formatOrders } from '../../../shared/report/sentence.ts'

type PurchasesDrill = Extract<Drill, { kind: 'purchases' }>

export function DrillPurchases({ drill }: { readonly drill: PurchasesDrill }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const describe = useErrorTexts()
  const { rows, sums, isLoading, error, readMore } = usePurchases(drill.filter)
  const columns = useColumns(drill)
  if (error) return <ErrorPanel error={describe(error)} />
  return (
    <>
      <DrillSum
        value={sums ? sumText(sums, drill.measure, format) : '…'}
        {...(sums && { count: t('drill.purchases', { count: sums.count }) })}
      />
      <div className={styles.rows}>
        <Table
          label={t('drill.rows', { name: drill.name, measure: t(`drill.measures.${drill.measure}`) })}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.eventId} ${row.day}`}
          isLoading={isLoading}
          height="fill"
          onNearEnd={readMore}
          empty={<p className={styles.hint}>{t('drill.empty')}</p>}
        />
      </div>
    </>
  )
}

function sumText(sums: PurchaseSums, measure: PurchaseMeasure, format: Format): string {
  if (measure === 'orders') return formatOrders(sums.orders, format)
  const cents = measure === 'net' ? sums.netCents : sums.contributionCents
  return cents === null ? '–' : format.money(cents)
}

function useColumns({ measure }: PurchasesDrill): Column<RevenueRow>[] {
  const { t } = useTranslation('result')
  const format = useFormat()
  return useMemo(() => {
    const columns: (Column<RevenueRow> | false)[] = [
      { id: 'day', header: t('drill.day'), cell: (row) => format.day(row.day) },
      { id: 'purchase', header: t('drill.purchase'), isRowHeader: true, cell: (row) => <Shortened text={row.name} /> },
      { id: 'touches', header: t('drill.touches'), width: '99%', cell: (row) => <Touches row={row} /> },
      {
        id: 'credit',
        header: t('drill.credit'),
        align: 'end',
        cell: (row) => (measure === 'orders' ? formatOrders(row.credit, format) : format.percent(row.credit)),
      },
      { id: 'net', header: t('drill.net'), align: 'end', cell: (row) => <Money cents={row.creditedNetCents} /> },
      measure === 'contribution' && {
        id: 'contribution',
        header: t('drill.contribution'),
        align: 'end',
        cell: (row) => <Money cents={row.creditedContributionCents} />,
      },
    ]
    return columns.filter((column) => column !== false)
  }, [measure, format, t])
}

/** The way to the purchase, touch by touch. */
function Touches({ row }: { readonly row: RevenueRow }) {
  const { t } = useTranslation('result')
  if (row.touches.length === 0) return <span className={styles.quiet}>{t('drill.noTouch')}</span>
  return <Shortened text={row.touches.map((touch) => touch.channel ?? touch.campaign ?? touch.label).join(' → ')} />
}
