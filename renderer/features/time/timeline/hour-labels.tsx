import { useFormat } from '../../../lib/use-format.ts'
import { cx } from '../../../ui/class-names.ts'
import { type DayScale, offsetOf } from './day-scale.ts'
import { zoneNameAt } from './entry-words.ts'
import styles from './timeline.module.css'

interface HourLabelsProps {
  readonly scale: DayScale
  readonly axisTop: number
  readonly timeZone: string
  /** In a column: only the hours that differ from those at the edge of the week, or come twice. */
  readonly isInColumn?: boolean
}

/** What the clock says beside each line. An hour that comes twice is named by its zone. */
export function HourLabels({ scale, axisTop, timeZone, isInColumn = false }: HourLabelsProps) {
  const { locale } = useFormat()
  const hours = isInColumn
    ? scale.hours.filter(({ hour, offset, isTwice }) => isTwice || hour !== 12 + offset)
    : scale.hours
  return (
    <div className={cx(isInColumn ? styles.ownHours : styles.hours)} aria-hidden>
      {hours.map(({ at, hour, isTwice }) => (
        <span
          key={at}
          data-first={offsetOf(scale, at) === axisTop ? '' : undefined}
          style={{ top: `calc(${offsetOf(scale, at) - axisTop} * var(--hour))` }}
        >
          {hour}
          {isTwice && <small> {zoneNameAt(at, timeZone, locale)}</small>}
        </span>
      ))}
    </div>
  )
}
