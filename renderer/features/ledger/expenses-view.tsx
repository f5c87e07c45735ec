import { useQuery } from '@tanstack/react-query'
import { Plus, Receipt } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/ledger.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Table } from '../../ui/table.tsx'
import { useLedgerForms } from './dialog-store.ts'
import { expenseColumns } from './expense-columns.tsx'
import { centsPerYear, isRunning } from './expense-draft.ts'
import styles from './ledger.module.css'
import { SumsBar } from '../../ui/sums-bar.tsx'

/** Costs entered by hand, latest first. */
export function ExpensesView() {
  const { t } = useTranslation('ledger')
  const describe = useErrorTexts()
  const expenses = useQuery(api.ledger.expenses.queryOptions())
  const show = useLedgerForms((state) => state.show)
  const columns = useColumns()
  const today = useQuery(api.app.status.queryOptions()).data?.today ?? ''
  if (expenses.error) return <ErrorPanel error={describe(expenses.error)} />
  const rows = expenses.data ?? []
  if (expenses.data?.length === 0) return <NoExpenses />
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside}>
        {rows.length > 0 && <RunningSums expenses={rows} today={today} />}
        <div className={styles.tableArea}>
          <Table
            label={t('views.expenses')}
            columns={columns}
            rows={rows}
            rowKey={(expense) => String(expense.id)}
            onRowAction={(expense) => show({ kind: 'expense', expense })}
            isLoading={expenses.isPending}
            height="fill"
            rowTone={(expense) => (expense.endsOn !== null && expense.endsOn < today ? 'muted' : undefined)}
          />
        </div>
      </div>
    </Card>
  )
}

function NoExpenses() {
  const { t } = useTranslation('ledger')
  const show = useLedgerForms((state) => state.show)
  return (
    <EmptyState
      icon={Receipt}
      title={t('empty.expensesTitle')}
      primary={
        <Button variant="primary" icon={Plus} shortcut="a" onPress={() => show({ kind: 'expense', expense: null })}>
          {t('expense.add')}
        </Button>
      }
    >
      {t('empty.expenses')}
    </EmptyState>
  )
}

function RunningSums({ expenses, today }: { readonly expenses: readonly Expense[]; readonly today: string }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const running = expenses.filter((expense) => isRunning(expense, today))
  const year = running.reduce((sum, expense) => sum + (centsPerYear(expense) ?? 0), 0)
  return (
    <SumsBar
      items={[
        { label: t('sums.perMonth'), value: format.money(Math.round(year / 12)) },
        { label: t('sums.perYear'), value: format.money(year) },
      ]}
    />
  )
}

function useColumns() {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const { run } = useCommand(client.ledger.removeExpense, { done: t('expense.removed') })
  return useMemo(
    () => expenseColumns({ channels: channels ?? [], format, t, remove: (id) => void run({ id }) }),
    // `run` is new with every render; what it does is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [channels, format, t],
  )
}
