import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { dueTone } from '../../../lib/due.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import styles from './capture.module.css'

export interface DueTextProps {
  readonly dueAt: Instant | null
  readonly now: Instant
  readonly timeZone: string
}

/** "Fällig heute 14:12" */
export function DueText({ dueAt, now, timeZone }: DueTextProps) {
  const { t } = useTranslation('capture')
  const format = useFormat()
  return (
    <p className={styles.due} role="status">
      <Chip tone={dueTone(dueAt, now)}>
        <Clock size={12} aria-hidden />
        {say()}
      </Chip>
    </p>
  )

  function say(): string {
    if (dueAt === null) return t('due.none')
    const [day, today] = [dayAt(dueAt, timeZone), dayAt(now, timeZone)]
    const clock = clockAt(dueAt, timeZone)
    const moment = day === today ? clock : format.instant(dueAt, timeZone)
    if (dueAt < now) return t('due.overdue', { moment })
    if (day === today) return t('due.today', { clock })
    return day === addDays(today, 1) ? t('due.tomorrow', { clock }) : t('due.later', { moment })
  }
}
