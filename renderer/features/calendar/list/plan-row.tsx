/** One variant in the list. */
import { Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { isOverdue } from '../../../../shared/domain/post-status.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { clockText } from '../../../lib/clock-text.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { cx } from '../../../ui/class-names.ts'
import { Dot } from '../../../ui/dot.tsx'
import { momentOf } from '../entry/plan-moment.ts'
import { StatusChip } from '../status-chip.tsx'
import { useDayText } from '../use-day-text.ts'
import styles from './list.module.css'

export interface PlanRowCellsProps {
  readonly row: PlanRow
  readonly today: Day
  readonly timeZone: string
  /** Pillar and campaign, by name. */
  readonly belongs: string
}

export function PlanRowCells({ row, today, timeZone, belongs }: PlanRowCellsProps) {
  const { t } = useTranslation('calendarLists')
  const formats = postFormatNames(useFormat().language)
  const { title, channel, network, format, status } = row
  return (
    <>
      <When row={row} today={today} timeZone={timeZone} />
      <span role="gridcell" className={styles.channel}>
        <Dot network={network} />
        <span className={cx(styles.text, channel === null && styles.none)}>{channel ?? t('list.noChannel')}</span>
      </span>
      <span role="gridcell" className={styles.title}>
        <span className={cx(styles.text, status === 'cancelled' && styles.cancelled)} dir="auto">
          {title}
        </span>
        <Marks row={row} today={today} />
      </span>
      <span role="gridcell" className={styles.format}>
        {format && formats[format]}
      </span>
      <span role="gridcell" className={styles.belongs}>
        <span className={styles.text}>{belongs}</span>
      </span>
      <span role="gridcell" className={styles.status}>
        <StatusChip status={status} />
      </span>
    </>
  )
}

function When({ row, today, timeZone }: Pick<PlanRowCellsProps, 'row' | 'today' | 'timeZone'>) {
  const { t } = useTranslation('calendarLists')
  const dayText = useDayText()
  const late = isOverdue(row, useNow(), today) === 'publish'
  const { locale } = useFormat()
  const at = momentOf(row, timeZone)
  return (
    <span role="gridcell" className={cx(styles.time, late && styles.late)}>
      {row.day === null ? (
        <span className={styles.none}>{t('list.noTime')}</span>
      ) : (
        <>
          <span>{dayText(row.day)}</span>
          {at !== null && <b>{clockText(at, timeZone, locale)}</b>}
        </>
      )}
    </span>
  )
}

/** What one has to know beside it: it is late; its text is not that of the others. */
function Marks({ row, today }: Pick<PlanRowCellsProps, 'row' | 'today'>) {
  const { t } = useTranslation('calendarLists')
  const late = isOverdue(row, useNow(), today)
  return (
    <>
      {row.hasOwnText && <Pencil size={13} role="img" className={styles.mark} aria-label={t('list.ownText')} />}
      {late !== null && (
        <span className={styles.lateMark}>
          <TriangleAlert size={13} aria-hidden />
          {t(late === 'publish' ? 'list.late' : 'list.lateDraft')}
        </span>
      )}
    </>
  )
}
