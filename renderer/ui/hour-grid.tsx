/** What stands behind the blocks of a day with hours. Places are hours times --hour, which whoever scrolls sets. */
import { zoneNameAt } from '../lib/clock-text.ts'
import { type Axis, type DayScale, offsetOf } from '../lib/day-scale.ts'
import { useFormat } from '../lib/use-format.ts'
import { useNow } from '../lib/use-now.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { cx } from './class-names.ts'
import styles from './hour-grid.module.css'

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

/** Hours of the shared axis that this day does not have. */
export function MissingHours({ axis, scale }: { readonly axis: Axis; readonly scale: DayScale }) {
  const before = offsetOf(scale, scale.start) - axis.top
  const after = axis.bottom - offsetOf(scale, scale.end)
  return (
    <>
      {before > 0 && <div className={styles.missing} style={{ top: 0, height: `calc(${before} * var(--hour))` }} />}
      {after > 0 && <div className={styles.missing} style={{ bottom: 0, height: `calc(${after} * var(--hour))` }} />}
    </>
  )
}

interface NowLineProps {
  readonly scale: DayScale
  readonly axisTop: number
  label(now: Instant): string
}

export function NowLine({ scale, axisTop, label }: NowLineProps) {
  const now = useNow()
  const top = offsetOf(scale, now) - axisTop
  if (now < scale.start || now >= scale.end) return null
  return (
    <div className={styles.nowLine} style={{ top: `calc(${top} * var(--hour))` }} role="img" aria-label={label(now)} />
  )
}
