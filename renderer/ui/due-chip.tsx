import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/domain/instant.ts'
import { dueText, dueTone } from '../lib/due.ts'
import { useFormat } from '../lib/use-format.ts'
import { useMomentText } from '../lib/use-moment-text.ts'
import { useNow } from '../lib/use-now.ts'
import { Chip } from './chip.tsx'
import styles from './due-chip.module.css'

/** Until an answer is due, by the minute; null: nothing is. */
export function DueChip({ dueAt }: { readonly dueAt: Instant | null }) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const moment = useMomentText()
  const now = useNow()
  const days = (count: number) => t('due.days', { count, formatted: format.number(count) })
  return (
    <span className={styles.due}>
      <span className={styles.spoken}>{t(dueAt === null ? 'due.none' : 'due.label')} </span>
      <Chip tone={dueTone(dueAt, now)} {...(dueAt !== null && { title: t('due.at', { at: moment(dueAt, now) }) })}>
        {dueText(dueAt, now, format, days)}
      </Chip>
    </span>
  )
}
