import { Receipt } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useLedgerForms } from './dialog-store.ts'

// Forms with calendars are heavy; no first screen waits for them.
const ExpenseForm = lazy(async () => ({ default: (await import('./expense-form.tsx')).ExpenseForm }))

/** Adding a cost from anywhere. */
export function LedgerGlobal() {
  const { t } = useTranslation('ledger')
  const { form, show, close } = useLedgerForms()
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'ledger.addExpense',
          title: t('expense.add'),
          group: t('title'),
          icon: Receipt,
          shortcut: 'a',
          keywords: ['kosten', 'abo', 'cost', 'subscription', 'expense'],
          quickActionText: t('expense.quick'),
          run: () => show({ kind: 'expense', expense: null }),
        },
      ],
      [t, show],
    ),
  )
  return (
    <Suspense fallback={null}>
      {form?.kind === 'expense' && (
        <ExpenseForm key={form.expense?.id ?? 'new'} expense={form.expense} onClose={close} />
      )}
    </Suspense>
  )
}
