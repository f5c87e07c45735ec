import { Coins, Paperclip, Receipt } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-browser-location'
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
          opensField: true,
          keywords: ['kosten', 'abo', 'cost', 'subscription', 'expense', 'beleg', 'receipt'],
          quickActionText: t('expense.quick'),
          run: () => show('new'),
        },
        {
          id: 'costs.rates',
          title: t('actions.rates'),
          group: t('title'),
          icon: Coins,
          keywords: ['kurs', 'währung', 'currency', 'dollar'],
          run: () => navigate('/ledger/costs?open=rates'),
        },
        {
          id: 'costs.receipts',
          title: t('actions.receipts'),
          group: t('title'),
          icon: Paperclip,
          keywords: ['beleg', 'receipt', 'aufräumen', 'tidy'],
          run: () => navigate('/ledger/costs?open=receipts'),
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
