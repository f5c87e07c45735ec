import { useFormat } from '../../lib/use-format.ts'
import { cx } from '../../ui/class-names.ts'
import tones from '../../ui/tone.module.css'
import styles from './result.module.css'

export interface DifferenceProps {
  /** Cents or seconds; null where one of the two is not known. */
  readonly value: number | null
  /** More of it is worse. */
  readonly isCost: boolean
  readonly unit: 'money' | 'hours'
}

/** How much more or less than in the other period; coloured by what that does to the result. */
export function Difference({ value, isCost, unit }: DifferenceProps) {
  const format = useFormat()
  if (value === null || value === 0) return <span className={styles.dash}>–</span>
  const tone = value < 0 === isCost ? tones['return'] : tones['cost']
  const text = unit === 'money' ? format.moneyRounded(value, 'always') : signedHours(value, format.hours(value))
  return <span className={cx(styles.difference, tone)}>{text}</span>
}

function signedHours(seconds: number, text: string): string {
  return seconds > 0 ? `+${text}` : text
}
