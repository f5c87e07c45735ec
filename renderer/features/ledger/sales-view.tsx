import { useQuery } from '@tanstack/react-query'
import { HandCoins, Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/contract/ledger.ts'
import { revenueFigures } from '../../../shared/domain/revenue.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { useLedgerForms } from './dialog-store.ts'
import styles from './ledger.module.css'
import { SumsBar } from './sums-bar.tsx'

/** Sales entered by hand, latest first. */
export function SalesView() {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const describe = useErrorTexts()
  const sales = useQuery(api.ledger.sales.queryOptions())
  const show = useLedgerForms((state) => state.show)
  const columns = useColumns()
  if (sales.error) return <ErrorPanel error={describe(sales.error)} />
  const rows = sales.data ?? []
  if (sales.data?.length === 0) return <NoSales />
  const net = rows.reduce((sum, sale) => sum + revenueFigures(sale).netCents, 0)
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside}>
        {rows.length > 0 && <SumsBar items={[{ label: t('sums.sales'), value: format.money(net) }]} />}
        <div className={styles.tableArea}>
          <Table
            label={t('views.sales')}
            columns={columns}
            rows={rows}
            rowKey={(sale) => String(sale.id)}
            onRowAction={(sale) => show({ kind: 'sale', sale })}
            isLoading={sales.isPending}
            height="fill"
          />
        </div>
      </div>
    </Card>
  )
}

function NoSales() {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  return (
    <EmptyState
      icon={HandCoins}
      title={t('empty.salesTitle')}
      primary={
        <Button variant="primary" icon={Plus} shortcut="v" onPress={() => show({ kind: 'sale', sale: null })}>
          {t('sale.add')}
        </Button>
      }
    >
      {t('empty.sales')}
    </EmptyState>
  )
}

function useColumns(): Column<Sale>[] {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const channels = useQuery(api.settings.channels.queryOptions())
  const remove = useCommand(client.ledger.removeSale, { done: t('sale.removed') })
  return useMemo(() => {
    const channelById = new Map(channels.data?.map((channel) => [channel.id, channel]))
    const originOf = ({ origin }: Sale) => {
      if (origin === null) return t('sale.originUnknown')
      if (origin.kind === 'other') return t('sale.originOther')
      return channelById.get(origin.channelId)?.name ?? ''
    }
    const networkOf = ({ origin }: Sale) =>
      origin?.kind === 'channel' ? (channelById.get(origin.channelId)?.network ?? null) : null
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
        cell: (sale) => <ChannelName network={networkOf(sale)}>{originOf(sale)}</ChannelName>,
        sortValue: originOf,
      },
      {
        id: 'paid',
        header: t('columns.paid'),
        align: 'end',
        cell: (sale) => <Money cents={sale.paidCents} />,
        sortValue: (sale) => sale.paidCents,
      },
      {
        id: 'refunded',
        header: t('columns.refunded'),
        align: 'end',
        cell: (sale) => <Money cents={sale.refundedCents === 0 ? null : sale.refundedCents} />,
        sortValue: (sale) => sale.refundedCents,
      },
      {
        id: 'net',
        header: t('columns.net'),
        align: 'end',
        cell: (sale) => <Money cents={revenueFigures(sale).netCents} />,
      },
      {
        id: 'actions',
        header: '',
        headerDescription: t('columns.actions'),
        align: 'end',
        cell: ({ id, name }) => (
          <IconButton
            size="s"
            variant="quiet"
            icon={Trash2}
            label={t('expense.removeNamed', { name })}
            onPress={() => void remove.run({ id })}
          />
        ),
      },
    ]
    // `remove` is new with every render, what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [channels.data, format, t])
}
