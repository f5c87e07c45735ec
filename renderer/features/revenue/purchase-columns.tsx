import type { TFunction } from 'i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import type { Format } from '../../lib/format.ts'
import styles from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Shortened } from '../../ui/shortened.tsx'
import type { Column } from '../../ui/table-sort.ts'

const STATUSES = [
  'paid',
  'pending',
  'voided',
  'refunded',
  'partially_refunded',
  'partially_paid',
  'authorized',
  'expired',
] as const

/** What shops write in English; anything else is shown as it stands. */
export function statusText(status: string, t: TFunction<'revenue'>): string {
  const known = STATUSES.find((name) => name === status)
  return known ? t(`statuses.${known}`) : status
}

export function purchaseColumns(format: Format, t: TFunction<'revenue'>): Column<RevenueRow>[] {
  return [
    { id: 'day', header: t('columns.day'), cell: (row) => format.day(row.day) },
    { id: 'purchase', header: t('columns.purchase'), isRowHeader: true, cell: (row) => <Shortened text={row.name} /> },
    { id: 'touches', header: t('columns.touches'), width: '99%', cell: (row) => <Touches row={row} t={t} /> },
    { id: 'paid', header: t('columns.paid'), align: 'end', cell: (row) => <Money cents={row.paidCents} /> },
    {
      id: 'refunded',
      header: t('columns.refunded'),
      align: 'end',
      cell: (row) =>
        row.refundedCents === 0 ? (
          <span className={styles.dash}>–</span>
        ) : (
          <Money cents={row.refundedCents} tone="cost" />
        ),
    },
    { id: 'credit', header: t('columns.credit'), align: 'end', cell: (row) => format.percent(row.credit) },
    { id: 'net', header: t('columns.net'), align: 'end', cell: (row) => <Money cents={row.creditedNetCents} /> },
    {
      id: 'contribution',
      header: t('columns.contribution'),
      align: 'end',
      cell: (row) => <Money cents={row.creditedContributionCents} />,
    },
  ]
}

function Touches({ row, t }: { readonly row: RevenueRow; readonly t: TFunction<'revenue'> }) {
  if (!row.isCounted) return <span className={styles.dash}>{statusText(row.status, t)}</span>
  if (row.touches.length === 0) return <span className={styles.dash}>{t('touches.none')}</span>
  const names = row.touches.map((touch) => touch.channel ?? (touch.label || (touch.campaign ?? t('touch.other'))))
  return <Shortened text={names.join(' → ')} />
}
