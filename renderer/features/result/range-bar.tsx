import { cx } from '../../ui/class-names.ts'
import styles from './range-bar.module.css'

export interface RangeBarProps {
  readonly lowest: number
  readonly highest: number
  /** The result of the model in force. */
  readonly value?: number
  /** What the bar's ends stand for; the same for bars that are compared. */
  readonly scale: { readonly from: number; readonly to: number }
  /** What it says, for those who do not see it. */
  readonly text: string
  readonly size?: 's' | 'm'
}

/** From the lowest to the highest result over the models, with the zero line. */
export function RangeBar({ lowest, highest, value, scale, text, size = 's' }: RangeBarProps) {
  const span = Math.max(1, scale.to - scale.from)
  const at = (cents: number) => ((cents - scale.from) / span) * 100
  const tone = lowest > 0 ? styles.return : highest < 0 ? styles.cost : styles.warn
  return (
    <span className={cx(styles.bar, styles[size])} role="img" aria-label={text} title={text}>
      <span
        className={cx(styles.range, tone)}
        style={{ left: `${at(lowest)}%`, width: `max(5px, ${at(highest) - at(lowest)}%)` }}
      />
      <span className={styles.zero} style={{ left: `${at(0)}%` }} />
      {value !== undefined && <span className={cx(styles.value, tone)} style={{ left: `${at(value)}%` }} />}
    </span>
  )
}

/** A scale that holds zero and all ranges, with a little room at both ends. */
export function scaleFor(ranges: readonly { readonly lowestCents: number; readonly highestCents: number }[]) {
  const from = Math.min(0, ...ranges.map(({ lowestCents }) => lowestCents))
  const to = Math.max(0, ...ranges.map(({ highestCents }) => highestCents))
  const room = Math.max(1, (to - from) * 0.06)
  return { from: from - room, to: to + room }
}
