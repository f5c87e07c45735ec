import type { Sign } from '../lib/format.ts'
import { useFormat } from '../lib/use-format.ts'
import { cx } from './class-names.ts'
import { type Tone, toneOfResult } from './tone.ts'
import styles from './tone.module.css'

export interface MoneyProps {
  /** Integer cents; null is shown as a dash, for what does not apply. */
  readonly cents: number | null
  /** Whole units, as in tables and sentences; the exact amount is in the title. */
  readonly isRounded?: boolean
  readonly sign?: Sign
  /** 'result' colours by sign: below zero cost, above zero return. */
  readonly tone?: Tone | 'result'
}

export function Money({ cents, isRounded = false, sign = 'auto', tone = 'neutral' }: MoneyProps) {
  const format = useFormat()
  if (cents === null) return <span className={styles.muted}>–</span>
  const exact = format.money(cents, sign)
  return (
    <span
      className={cx(styles.figure, styles[tone === 'result' ? toneOfResult(cents) : tone])}
      title={isRounded ? exact : undefined}
    >
      {isRounded ? format.moneyRounded(cents, sign) : exact}
    </span>
  )
}
