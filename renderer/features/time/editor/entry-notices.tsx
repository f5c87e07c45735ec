import { Info, Lock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'
import styles from './editor.module.css'
import type { Locks } from './entry-form.ts'
import { MAX_ENTRY_SECONDS } from './times.ts'

/** Why parts of the form cannot be changed, and what is not known exactly. */
export function EntryNotices({ entry, locks }: { readonly entry: TimeEntry; readonly locks: Locks }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  const [isOverdue] = useState(() => entry.endedAt === null && Date.now() - entry.startedAt > MAX_ENTRY_SECONDS * 1000)
  const month = format.month(entry.day)
  const client = entry.client ?? '–'
  return (
    <>
      {locks.isSealed && (
        <p className={styles.notice}>
          <Lock size={14} aria-hidden />
          {t('editor.sealed', { month })}
        </p>
      )}
      {locks.isInvoiced && (
        <p className={styles.notice}>
          <Lock size={14} aria-hidden />
          {t('editor.invoiced', { client })}
        </p>
      )}
      {isOverdue && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.overdue')}
        </p>
      )}
      {entry.isUntimed && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.untimed')}
        </p>
      )}
      {entry.isEstimate && (
        <p className={styles.notice}>
          <Info size={14} aria-hidden />
          {t('editor.estimate')}
        </p>
      )}
    </>
  )
}
