import { useFormat } from '../lib/use-format.ts'
import { cx } from './class-names.ts'
import type { Tone } from './tone.ts'
import styles from './tone.module.css'

export interface DurationProps {
  /** Null is shown as a dash. */
  readonly seconds: number | null
  /** "4:38 h" for single entries, "163,6" for sums in tables. */
  readonly style?: 'clock' | 'decimal'
  readonly tone?: Tone
}

export function Duration({ seconds, style = 'clock', tone = 'neutral' }: DurationProps) {
  const format = useFormat()
  if (seconds === null) return <span className={styles.muted}>–</span>
  const clock = format.duration(seconds)
  return (
    <span className={cx(styles.figure, styles[tone])} title={style === 'decimal' ? clock : undefined}>
      {style === 'decimal' ? format.hours(seconds) : clock}
    </span>
  )
}
