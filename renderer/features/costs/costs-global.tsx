import { Receipt } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useCostForms } from './form-store.ts'

// Forms with calendars are heavy; no first screen waits for them.
const ExpenseForm = lazy(async () => ({ default: (await import('./expense-form.tsx')).ExpenseForm }))

/** Adding a cost from anywhere. */
export function CostsGlobal() {
  const { t } = useTranslation('costs')
  const { form, show, close } = useCostForms()
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'costs.addExpense',
          title: t('expense.add'),
          group: t('title'),
          icon: Receipt,
          shortcut: 'a',
          keywords: ['kosten', 'abo', 'cost', 'subscription', 'expense', 'beleg', 'receipt'],
          quickActionText: t('expense.quick'),
          run: () => show('new'),
        },
      ],
      [t, show],
    ),
  )
  if (form === null) return null
  return (
    <Suspense fallback={null}>
      <ExpenseForm
        key={typeof form === 'object' && 'expense' in form ? form.expense.id : 'new'}
        form={form}
        onClose={close}
      />
    </Suspense>
  )
}
