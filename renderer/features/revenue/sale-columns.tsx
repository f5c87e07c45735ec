import type { TFunction } from 'i18next'
import type { Sale } from '../../../shared/contract/revenue.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import { revenueFigures } from '../../../shared/domain/revenue.ts'
import type { Format } from '../../lib/format.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { Money } from '../../ui/money.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import type { Column } from '../../ui/table-sort.ts'
import styles from '../../ui/list-view.module.css'

export interface SaleColumnsInput {
  readonly channels: readonly Channel[]
  readonly format: Format
  readonly t: TFunction<'revenue'>
  remove(id: number): void
}

export function saleColumns(input: SaleColumnsInput): Column<Sale>[] {
  const { format, t, channels } = input
  const channelOf = ({ origin }: Sale) =>
    origin?.kind === 'channel' ? channels.find(({ id }) => id === origin.channelId) : undefined
  const originOf = (sale: Sale) =>
    sale.origin === null
      ? t('sale.originUnknown')
      : sale.origin.kind === 'other'
        ? t('sale.originOther')
        : (channelOf(sale)?.name ?? '')
  return [
    { id: 'day', header: t('columns.day'), cell: (sale) => format.day(sale.day), sortValue: (sale) => sale.day },
    {
      id: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      width: '99%',
      cell: (sale) => <span className={styles.name}>{sale.name}</span>,
      sortValue: (sale) => sale.name,
    },
    {
      id: 'origin',
      header: t('columns.origin'),
      cell: (sale) => <ChannelName network={channelOf(sale)?.network ?? null}>{originOf(sale)}</ChannelName>,
      sortValue: originOf,
    },
    ...amountColumns(t),
    {
      id: 'actions',
      header: '',
      headerDescription: t('columns.actions'),
      align: 'end',
      cell: (sale) => <RemoveButton name={sale.name} onRemove={() => input.remove(sale.id)} />,
    },
  ]
}

function amountColumns(t: TFunction<'revenue'>): Column<Sale>[] {
  const amount = (id: 'paid' | 'refunded' | 'net', centsOf: (sale: Sale) => number): Column<Sale> => ({
    id,
    header: t(`columns.${id}`),
    align: 'end',
    cell: (sale) => <Money cents={id === 'refunded' && centsOf(sale) === 0 ? null : centsOf(sale)} />,
    sortValue: centsOf,
  })
  return [
    amount('paid', (sale) => sale.paidCents),
    amount('refunded', (sale) => sale.refundedCents),
    amount('net', (sale) => revenueFigures(sale).netCents),
  ]
}
