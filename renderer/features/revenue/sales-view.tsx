import { useQuery } from '@tanstack/react-query'
import { HandCoins, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { revenueFigures } from '../../../shared/domain/revenue.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Table } from '../../ui/table.tsx'
import { useRevenueForms } from './form-store.ts'
import styles from '../../ui/list-view.module.css'
import { saleColumns } from './sale-columns.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'

/** Sales entered by hand, latest first. */
export function SalesView() {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const describe = useErrorTexts()
  const sales = useQuery(api.revenue.sales.queryOptions())
  const show = useRevenueForms((state) => state.show)
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
            onRowAction={(sale) => show(sale)}
            isLoading={sales.isPending}
            height="fill"
          />
        </div>
      </div>
    </Card>
  )
}

function NoSales() {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  return (
    <EmptyState
      icon={HandCoins}
      title={t('empty.salesTitle')}
      primary={
        <Button variant="primary" icon={Plus} shortcut="v" onPress={() => show('new')}>
          {t('sale.add')}
        </Button>
      }
    >
      {t('empty.sales')}
    </EmptyState>
  )
}

function useColumns() {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const { run } = useCommand(client.revenue.removeSale, { done: t('sale.removed') })
  return useMemo(
    () => saleColumns({ channels: channels ?? [], format, t, remove: (id) => void run({ id }) }),
    // `run` is new with every render; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [channels, format, t],
  )
}
