import { useTranslation } from 'react-i18next'
import type { RetainerState } from '../../../shared/contract/billing-records.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'

/** What of a retainer was used and carried over, month by month. */
export function RetainerMonths({ months }: { readonly months: readonly RetainerState[] }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const seconds = (id: 'available' | 'used' | 'excess' | 'lapsed' | 'carriedOut'): Column<RetainerState> => ({
    id,
    header: t(`retainer.columns.${id}`),
    align: 'end',
    cell: (state) => format.duration(state[`${id}Seconds`]),
  })
  const columns: Column<RetainerState>[] = [
    {
      id: 'month',
      header: t('retainer.columns.month'),
      isRowHeader: true,
      cell: (state) => `${format.monthShort(state.month)} ${state.month.slice(0, 4)}`,
    },
    seconds('available'),
    seconds('used'),
    seconds('excess'),
    seconds('lapsed'),
    seconds('carriedOut'),
  ]
  return (
    <Card title={t('retainer.history')} isFlush>
      <Table
        label={t('retainer.history')}
        columns={columns}
        rows={months}
        rowKey={({ month }) => month}
        rowTone={({ excessSeconds }) => (excessSeconds > 0 ? 'cost' : undefined)}
      />
    </Card>
  )
}
