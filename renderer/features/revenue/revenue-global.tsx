import { HandCoins } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useRevenueForms } from './form-store.ts'

// Forms with calendars are heavy; no first screen waits for them.
const SaleForm = lazy(async () => ({ default: (await import('./sale-form.tsx')).SaleForm }))

/** Adding a sale from anywhere. */
export function RevenueGlobal() {
  const { t } = useTranslation('revenue')
  const { form, show, close } = useRevenueForms()
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'revenue.addSale',
          title: t('sale.add'),
          group: t('title'),
          icon: HandCoins,
          shortcut: 'v',
          keywords: ['umsatz', 'auftrag', 'revenue', 'order', 'sale'],
          quickActionText: t('sale.quick'),
          run: () => show('new'),
        },
      ],
      [t, show],
    ),
  )
  if (form === null) return null
  const sale = form === 'new' ? null : form
  return (
    <Suspense fallback={null}>
      <SaleForm key={sale?.id ?? 'new'} sale={sale} onClose={close} />
    </Suspense>
  )
}
