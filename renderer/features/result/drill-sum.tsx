import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/class-names.ts'
import { toneOfResult } from '../../ui/tone.ts'
import tones from '../../ui/tone.module.css'
import styles from './drill.module.css'

export interface DrillSumProps {
  readonly value: string
  /** How many rows it is the sum of. */
  readonly count?: string
  /** Colours a result by its sign. */
  readonly cents?: number
}

/** The figure that was clicked, over its rows. */
export function DrillSum({ value, count, cents }: DrillSumProps) {
  const { t } = useTranslation('result')
  return (
    <p className={styles.sum}>
      <span className={styles.sumLabel}>{t('drill.sum')}</span>
      <strong className={cx(styles.sumValue, cents !== undefined && tones[toneOfResult(cents)])}>{value}</strong>
      {count !== undefined && <span className={styles.sumLabel}>{count}</span>}
    </p>
  )
}
