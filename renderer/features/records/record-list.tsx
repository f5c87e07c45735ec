import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordKind } from '../../../shared/contract/records.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { useRecordForms } from './form-store.ts'
import own from './records.module.css'

export interface RecordListProps<Row> {
  readonly kind: RecordKind
  /** Filters over the list; left out while there is nothing to filter. */
  readonly filters?: ReactNode
  readonly isFiltered: boolean
  readonly count: number | null
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly isLoading: boolean
  readonly error: Error | null
  onOpen(row: Row): void
  onNearEnd?(): void
}

/** A list of one kind of record: filters, how many, the rows – or what belongs here. */
export function RecordList<Row extends { readonly id: number }>(props: RecordListProps<Row>) {
  const { kind, filters, isFiltered, count, rows, columns, isLoading, error, onOpen, onNearEnd } = props
  const { t } = useTranslation('records')
  const format = useFormat()
  const describe = useErrorTexts()
  const isEmpty = count === 0 && !isFiltered
  if (error) return <ErrorPanel error={describe(error)} />
  return (
    <div className={own.view}>
      {!isEmpty && (
        <div className={own.bar} role="group" aria-label={t('filter.label')}>
          {filters}
          <AddButton kind={kind} />
        </div>
      )}
      <Card isFlush className={styles.list}>
        <div className={styles.listInside}>
          {!isEmpty && (
            <SumsBar
              items={[]}
              {...(count !== null && { lead: t(`count.${kind}`, { count, formatted: format.number(count) }) })}
            />
          )}
          <div className={styles.tableArea}>
            <Table
              label={t(`tabs.${kind}`)}
              columns={columns}
              rows={rows}
              rowKey={(row) => String(row.id)}
              onRowAction={onOpen}
              isLoading={isLoading}
              height="fill"
              {...(onNearEnd && { onNearEnd })}
              empty={<NoRecords kind={kind} isFiltered={isFiltered} />}
            />
          </div>
        </div>
      </Card>
    </div>
  )
}

function AddButton({ kind, isPrimary = false }: { readonly kind: RecordKind; readonly isPrimary?: boolean }) {
  const { t } = useTranslation('records')
  const show = useRecordForms((state) => state.show)
  return (
    <Button icon={Plus} variant={isPrimary ? 'primary' : 'default'} onPress={() => show({ kind, row: null })}>
      {t(`add.${kind}`)}
    </Button>
  )
}

function NoRecords({ kind, isFiltered }: { readonly kind: RecordKind; readonly isFiltered: boolean }) {
  const { t } = useTranslation('records')
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return (
    <EmptyState title={t(`empty.${kind}.title`)} primary={<AddButton kind={kind} isPrimary />}>
      {t(`empty.${kind}.text`)}
    </EmptyState>
  )
}
