import { CalendarClock, ShieldCheck } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { showError } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { backUp } from './back-up.ts'
import { useEstimateForm } from './estimate-store.ts'

// A form with a calendar is heavy; no first screen waits for it.
const EstimateDialog = lazy(async () => ({ default: (await import('./estimate-dialog.tsx')).EstimateDialog }))

/** Backing up and entering an estimate from anywhere. */
export function SettingsGlobal() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { isOpen, show } = useEstimateForm()
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'settings.backUp',
          title: t('data.backUp'),
          group: t('title'),
          icon: ShieldCheck,
          keywords: ['backup', 'sicherung', 'safe', 'copy'],
          run: () => void backUp(format).catch(showError),
        },
        {
          id: 'settings.estimate',
          title: t('who.estimate.command'),
          group: t('who.estimate.title'),
          icon: CalendarClock,
          keywords: ['schätzung', 'woche', 'kollegin', 'estimate', 'week', 'colleague'],
          run: () => show(null),
        },
      ],
      [t, format, show],
    ),
  )
  return <Suspense fallback={null}>{isOpen && <EstimateDialog />}</Suspense>
}
