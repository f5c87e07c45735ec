import { useQuery } from '@tanstack/react-query'
import { Plus, Receipt } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useNarrow } from '../../lib/use-media.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { SearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { Table } from '../../ui/table.tsx'
import { expenseColumns } from './expense-columns.tsx'
import { ExpenseFilters, filterExpenses, hasExpenseFilters, resetExpenseFilters } from './expense-filters.tsx'
import { ExpenseSums } from './expense-sums.tsx'
import { isRunning } from './expense-draft.ts'
import { useCostForms } from './form-store.ts'

/** Costs entered by hand, latest first. */
export function ExpenseList({ filters }: { readonly filters: SearchFilters }) {
  const { t } = useTranslation('costs')
  const describe = useErrorTexts()
  const expenses = useQuery(api.costs.expenses.queryOptions())
  const show = useCostForms((state) => state.show)
  const columns = useColumns()
  const today = useQuery(api.app.status.queryOptions()).data?.today ?? ''
  const rows = useMemo(() => filterExpenses(expenses.data ?? [], filters, today), [expenses.data, filters, today])
  if (!expenses.data && expenses.error) return <ErrorPanel error={describe(expenses.error)} />
  if (expenses.data?.length === 0) return <NoExpenses />
  return (
    <>
      <ExpenseFilters filters={filters} />
      <Card isFlush className={styles.list}>
        <div className={styles.listInside}>
          {expenses.data && <ExpenseSums expenses={rows} today={today} />}
          <div className={styles.tableArea}>
            <Table
              label={t('list')}
              columns={columns}
              rows={rows}
              rowKey={(expense) => String(expense.id)}
              onRowAction={(expense) => show({ expense })}
              isLoading={expenses.isPending}
              height="fill"
              rowTone={(expense) => (isRunning(expense, today) ? undefined : 'muted')}
              empty={<NothingFound filters={filters} />}
            />
          </div>
        </div>
      </Card>
    </>
  )
}

function NothingFound({ filters }: { readonly filters: SearchFilters }) {
  const { t } = useTranslation('costs')
  if (!hasExpenseFilters(filters)) return null
  return (
    <EmptyState
      isCompact
      title={t('empty.filteredTitle')}
      primary={<Button onPress={() => resetExpenseFilters(filters)}>{t('filter.reset')}</Button>}
    >
      {t('empty.filtered')}
    </EmptyState>
  )
}

function NoExpenses() {
  const { t } = useTranslation('costs')
  const show = useCostForms((state) => state.show)
  return (
    <EmptyState
      icon={Receipt}
      title={t('empty.title')}
      primary={
        <Button variant="primary" icon={Plus} shortcut="a" onPress={() => show('new')}>
          {t('expense.add')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

function useColumns() {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const expenses = useQuery(api.costs.expenses.queryOptions()).data
  const show = useCostForms((state) => state.show)
  const isNarrow = useNarrow()
  const { run } = useCommand(client.costs.removeExpense, { done: t('expense.removed') })
  return useMemo(
    () =>
      expenseColumns({
        channels: channels ?? [],
        names: new Map((expenses ?? []).map(({ id, name }) => [id, name])),
        format,
        t,
        isNarrow,
        duplicate: (expense) => show({ copyOf: expense }),
        remove: (id) => void run({ id }),
      }),
    // `run` is new with every render; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [channels, expenses, format, t, show, isNarrow],
  )
}
