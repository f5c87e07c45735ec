import type { Sign } from '../lib/format.ts'
import { useFormat } from '../lib/use-format.ts'
import { cx } from './class-names.ts'
import type { Tone } from './tone.ts'
import styles from './tone.module.css'

export interface PercentProps {
  /** Between 0 and 1; null is shown as a dash. */
  readonly share: number | null
  readonly digits?: 0 | 1
  readonly sign?: Sign
  readonly tone?: Tone
}

export function Percent({ share, digits = 0, sign = 'auto', tone = 'neutral' }: PercentProps) {
  const format = useFormat()
  if (share === null) return <span className={styles.muted}>–</span>
  return <span className={cx(styles.figure, styles[tone])}>{format.percent(share, digits, sign)}</span>
}
