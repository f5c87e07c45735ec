import { ShieldCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { showError } from '../../lib/undo-actions.ts'
import { useFormat } from '../../lib/use-format.ts'
import { backUp } from './back-up.ts'

/** Backing up from anywhere. */
export function SettingsGlobal() {
  const { t } = useTranslation('settings')
  const format = useFormat()
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
      ],
      [t, format],
    ),
  )
  return null
}
