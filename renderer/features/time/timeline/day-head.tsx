import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-aria-components'
import type { Day } from '../../../../shared/domain/day.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { hoursOf, scaleOf } from '../../../lib/day-scale.ts'
import styles from './timeline.module.css'

export interface DaySums {
  readonly seconds: number
  readonly cents: number
  readonly unpricedSeconds: number
}

interface DayHeadProps {
  readonly day: Day
  readonly timeZone: string
  readonly isToday: boolean
  /** Undefined: nothing on this day. */
  readonly sums: DaySums | undefined
  readonly holiday: string | undefined
  readonly isWeek: boolean
}

/** Weekday and sums; in a week it leads to the day. */
export const DayHead = memo(function DayHead(props: DayHeadProps) {
  const { day, timeZone, isToday, sums, holiday, isWeek } = props
  const { t } = useTranslation('time')
  const format = useFormat()
  const hours = hoursOf(scaleOf(day, timeZone))
  const change = hours < 24 ? 'timeline.shortDay' : hours > 24 ? 'timeline.longDay' : null
  const name = isWeek ? `${weekdayName(day, format.locale)} ${Number(day.slice(8))}` : format.dayLong(day)
  return (
    <div className={cx(styles.dayHead, isToday && styles.today)}>
      {isWeek ? (
        <Link
          className={cx(styles.dayName)}
          href={`/time?view=day&day=${day}`}
          aria-label={`${name}: ${t('timeline.openDay', { day: format.dayLong(day) })}`}
          {...(isToday && { 'aria-current': 'date' as const })}
        >
          {name}
        </Link>
      ) : (
        <span className={styles.dayName}>{name}</span>
      )}
      <Sums sums={sums} />
      {holiday !== undefined && (
        <span className={styles.holiday} title={holiday}>
          {holiday}
        </span>
      )}
      {change && (
        <span className={styles.change} title={t(change, { hours: format.number(hours) })}>
          {t(isWeek ? 'timeline.hoursOfDay' : change, { hours: format.number(hours) })}
        </span>
      )}
    </div>
  )
})

function Sums({ sums }: { readonly sums: DaySums | undefined }) {
  const { t } = useTranslation('time')
  const format = useFormat()
  if (!sums || sums.seconds === 0) return <span className={styles.daySums}>–</span>
  const { seconds, cents, unpricedSeconds } = sums
  const money = unpricedSeconds === seconds ? null : format.moneyRounded(cents)
  return (
    <span
      className={styles.daySums}
      {...(unpricedSeconds > 0 && {
        title: t('timeline.unpriced', { duration: format.duration(unpricedSeconds) }),
      })}
    >
      {[format.duration(seconds), money].filter((text) => text !== null).join(' · ')}
    </span>
  )
}

const weekdays = new Map<string, Intl.DateTimeFormat>()

/** "Mo" */
function weekdayName(day: Day, locale: string): string {
  let format = weekdays.get(locale)
  if (!format) {
    weekdays.set(locale, (format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })))
  }
  return format.format(new Date(`${day}T12:00:00Z`)).replace('.', '')
}
