import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import type { Format } from '../../lib/format.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import own from './revenue.module.css'

export interface OriginListProps {
  readonly rows: readonly RevenueRow[]
  readonly open: number
  readonly currentId: number
  readonly selected: ReadonlySet<number>
  onSelect(selected: ReadonlySet<number>): void
}

/** What is still open; several can be chosen and answered at once. */
export function OriginList({ rows, open, currentId, selected, onSelect }: OriginListProps) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const filters = useSearchFilters()
  const columns = useMemo(() => {
    const toggle = (id: number) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      onSelect(next)
    }
    return listColumns(format, t, selected, toggle)
  }, [format, t, selected, onSelect])
  return (
    <Card
      title={t('origins.list')}
      isFlush
      aside={
        <Button
          size="s"
          onPress={() => onSelect(selected.size > 0 ? new Set() : new Set(rows.map((row) => row.eventId)))}
        >
          {t(selected.size > 0 ? 'origins.chooseNone' : 'origins.chooseAll')}
        </Button>
      }
      {...(open > rows.length && { footer: <span>{t('origins.more', { shown: rows.length })}</span> })}
    >
      <Table
        label={t('origins.list')}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.eventId)}
        selectedKey={String(currentId)}
        onRowAction={(row) => filters.set({ purchase: String(row.eventId) }, true)}
        height={420}
      />
    </Card>
  )
}

function listColumns(
  format: Format,
  t: TFunction<'revenue'>,
  selected: ReadonlySet<number>,
  toggle: (id: number) => void,
): Column<RevenueRow>[] {
  return [
    {
      id: 'choose',
      header: '',
      headerDescription: t('origins.chooseAll'),
      cell: (row) => (
        <Checkbox
          isSelected={selected.has(row.eventId)}
          onChange={() => toggle(row.eventId)}
          aria-label={t('origins.choose', { name: row.name })}
        >
          <span className={own.hidden}>{row.name}</span>
        </Checkbox>
      ),
    },
    { id: 'day', header: t('columns.day'), cell: (row) => format.day(row.day) },
    { id: 'name', header: t('columns.purchase'), isRowHeader: true, width: '99%', cell: (row) => row.name },
    { id: 'net', header: t('columns.net'), align: 'end', cell: (row) => <Money cents={row.netCents} /> },
  ]
}
