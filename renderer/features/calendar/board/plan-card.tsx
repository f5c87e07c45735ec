/** One variant on the board. */
import { Pencil, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../../shared/contract/calendar-fields.ts'
import { isOverdue } from '../../../../shared/domain/post-status.ts'
import { clockText } from '../../../lib/clock-text.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import { CheckMark } from '../../../ui/check-mark.tsx'
import { cx } from '../../../ui/class-names.ts'
import { Dot } from '../../../ui/dot.tsx'
import { momentOf } from '../entry/plan-moment.ts'
import { useDayText } from '../use-day-text.ts'
import type { ViewProps } from '../view-props.ts'
import styles from './board.module.css'

interface CardContentProps extends Pick<ViewProps, 'today' | 'timeZone'> {
  readonly row: PlanRow
  /** Null: nothing is being chosen. */
  readonly isChosen: boolean | null
}

export function CardContent({ row, isChosen, today, timeZone }: CardContentProps) {
  const { t } = useTranslation('calendarLists')
  const { title, network, channel, hasOwnText } = row
  return (
    <>
      <span className={styles.title} dir="auto">
        {title}
      </span>
      {isChosen !== null && (
        <span data-check className={styles.check} role="presentation">
          <CheckMark isOn={isChosen} />
        </span>
      )}
      <span className={styles.facts} title={channel ?? undefined}>
        <Dot network={network} />
        <span className={cx(styles.channel, channel === null && styles.none)}>{channel ?? t('list.noChannel')}</span>
        {hasOwnText && <Pencil size={12} role="img" className={styles.mark} aria-label={t('list.ownText')} />}
        <When row={row} today={today} timeZone={timeZone} />
      </span>
    </>
  )
}

function When({ row, today, timeZone }: Pick<CardContentProps, 'row' | 'today' | 'timeZone'>) {
  const { t } = useTranslation('calendarLists')
  const { locale } = useFormat()
  const dayText = useDayText()
  const late = isOverdue(row, useNow(), today)
  const at = momentOf(row, timeZone)
  const isUndated = row.day === null && late === null
  return (
    <span className={cx(styles.when, late !== null && styles.late, isUndated && styles.none)}>
      {late !== null && (
        <TriangleAlert size={12} role="img" aria-label={t(late === 'publish' ? 'list.late' : 'list.lateDraft')} />
      )}
      {row.day === null ? (
        late === 'draft' ? (
          t('list.lateDraft')
        ) : (
          t('list.noTime')
        )
      ) : (
        <>
          {dayText(row.day)}
          {at !== null && <b>{clockText(at, timeZone, locale)}</b>}
        </>
      )}
    </span>
  )
}
