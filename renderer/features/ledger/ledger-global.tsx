import { LockKeyhole, NotebookPen, ShieldCheck } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useLedgerForms } from './form-store.ts'

// Forms with calendars are heavy; no first screen waits for them.
const LedgerForms = lazy(async () => ({ default: (await import('./ledger-forms.tsx')).LedgerForms }))

/** Booking by hand, closing a month and verifying, from anywhere. */
export function LedgerGlobal() {
  const { t } = useTranslation('ledger')
  const { form, show, close } = useLedgerForms()
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'ledger.addLine',
          title: t('manual.addCommand'),
          group: t('title'),
          icon: NotebookPen,
          keywords: ['buchung', 'korrektur', 'line', 'correction', 'manual'],
          run: () => show({ kind: 'add' }),
        },
        {
          id: 'ledger.closeMonth',
          title: t('months.closeCommand'),
          group: t('title'),
          icon: LockKeyhole,
          keywords: ['monatsabschluss', 'abschluss', 'siegel', 'closing', 'seal', 'lock'],
          run: () => show({ kind: 'close', month: null }),
        },
        {
          id: 'ledger.verify',
          title: t('months.verifyCommand'),
          group: t('title'),
          icon: ShieldCheck,
          keywords: ['prüfen', 'siegel', 'verify', 'check', 'seal'],
          run: () => show({ kind: 'verify' }),
        },
      ],
      [t, show],
    ),
  )
  if (form === null) return null
  return (
    <Suspense fallback={null}>
      <LedgerForms form={form} onClose={close} />
    </Suspense>
  )
}
