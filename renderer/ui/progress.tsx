import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'
import { useFormat } from '../lib/use-format.ts'
import { Button } from './button.tsx'
import { cx } from './class-names.ts'
import styles from './progress.module.css'

export interface ProgressProps {
  readonly label: string
  readonly done: number
  /** Null while it is not known how much there is. */
  readonly total: number | null
  /** What is counted: "Zeilen". */
  readonly unit?: string
  onCancel?(): void
  readonly isCancelling?: boolean
}

/** Long work, with a count and a way out. */
export function Progress({ label, done, total, unit = '', onCancel, isCancelling = false }: ProgressProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  const counts = { done: format.number(done), total: format.number(total ?? 0), unit }
  const count = total === null ? t('progress.count', counts) : t('progress.countOf', counts)
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={label}
        value={share === null ? 0 : share * 100}
        isIndeterminate={share === null}
        valueLabel={count}
        className={cx(styles.bar)}
      >
        <span className={styles.texts}>
          <span>{label}</span>
          <span className={styles.count}>{count}</span>
        </span>
        <span className={styles.track}>
          <span
            className={cx(styles.fill, share === null && styles.unknown)}
            style={share === null ? {} : { width: `${share * 100}%` }}
          />
        </span>
      </ProgressBar>
      {onCancel && (
        <Button size="s" onPress={onCancel} isDisabled={isCancelling}>
          {isCancelling ? t('progress.cancelling') : t('progress.cancel')}
        </Button>
      )}
    </div>
  )
}

export interface MeterProps {
  readonly label: string
  readonly share: number
  readonly tone?: 'accent' | 'cost' | 'return' | 'warn'
}

/** How far something is, e.g. a goal. The figure stands beside it; the bar only repeats it. */
export function Meter({ label, share, tone = 'accent' }: MeterProps) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  return (
    <span role="img" aria-label={`${label}: ${percent} %`} className={styles.track}>
      <span className={cx(styles.fill, styles[tone])} style={{ width: `${percent}%` }} />
    </span>
  )
}
