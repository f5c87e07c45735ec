import { useTranslation } from 'react-i18next'
import type { RetainerState } from '../../../shared/contract/billing-records.ts'
import { useFormat } from '../../lib/use-format.ts'
import { cx } from '../../ui/class-names.ts'
import styles from './billing.module.css'

export interface RetainerBarProps {
  readonly state: RetainerState
  readonly isSmall?: boolean
}

/** How much of a retainer's hours is used: from 80 % in the colour of a warning, beyond it with what the rest costs. */
export function RetainerBar({ state, isSmall = false }: RetainerBarProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { usedSeconds, availableSeconds, isNearlyUsed, excessSeconds } = state
  const label = t('retainer.used', {
    used: format.duration(usedSeconds),
    available: format.duration(availableSeconds),
  })
  const share = Math.min(1, usedSeconds / availableSeconds)
  return (
    <div className={styles.bar}>
      {!isSmall && <span>{label}</span>}
      <div
        className={cx(styles.track, isSmall && styles.small)}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={label}
      >
        <div
          className={styles.fill}
          data-state={excessSeconds > 0 ? 'over' : isNearlyUsed ? 'warn' : 'fine'}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {!isSmall && <Remark state={state} />}
    </div>
  )
}

function Remark({ state }: { readonly state: RetainerState }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { availableSeconds, usedSeconds, excessSeconds, excessCents, unpricedSeconds, carriedInSeconds, isNearlyUsed } =
    state
  if (excessSeconds > 0) {
    const excess = format.duration(excessSeconds)
    const key = unpricedSeconds > 0 ? 'retainer.overUnknown' : 'retainer.over'
    const values = { excess, amount: format.money(excessCents), missing: format.duration(unpricedSeconds) }
    return <small className={styles.over}>{t(key, values)}</small>
  }
  const parts = [
    t('retainer.left', { left: format.duration(availableSeconds - usedSeconds) }),
    ...(carriedInSeconds > 0 ? [t('retainer.carried', { hours: format.duration(carriedInSeconds) })] : []),
  ]
  return <small className={isNearlyUsed ? styles.warn : styles.note}>{parts.join(', ')}</small>
}
