/** The ledger's data as files, from anywhere; and how far a large one is. */
import { FileText, Sheet } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { client } from '../../lib/api.ts'
import { useAppCommands } from '../../lib/commands.ts'
import { cancelSaving, saveFile, useFileSaving } from '../../lib/save-file.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import { showToast } from '../../ui/toast-store.ts'
import styles from './report.module.css'

export function ReportsGlobal() {
  const { t } = useTranslation('reports')
  const { language } = useFormat()
  const [place] = useState(() => document.querySelector('#notices'))
  const { saving, ended } = useFileSaving()

  const commands = useMemo(
    () =>
      (
        [
          ['journal', 'journal', FileText, ['hledger', 'ledger', 'Export']],
          ['lines', 'lines-csv', Sheet, ['CSV', 'Excel', 'Export']],
          ['purchases', 'purchases-csv', Sheet, ['CSV', 'Excel', 'Export']],
        ] as const
      ).map(([key, kind, icon, keywords]) => ({
        id: `reports.${key}`,
        title: t(`actions.export.${key}`),
        group: t('actions.group'),
        icon,
        keywords,
        run: () => void saveFile((options) => client.reports.exportFile({ kind, language }, options)),
      })),
    [t, language],
  )
  useAppCommands(commands)

  useEffect(() => {
    if (ended === 'cancelled') showToast({ message: t('cancelled') })
  }, [ended, t])

  if (!place || !saving) return null
  const { name, done, total, isCancelling } = saving
  return createPortal(
    <div className={styles.saving}>
      <Progress
        label={t('saving', { name })}
        done={done}
        total={total}
        unit={t('rows')}
        onCancel={cancelSaving}
        isCancelling={isCancelling}
      />
    </div>,
    place,
  )
}
