import { Check } from 'lucide-react'
import styles from './check-mark.module.css'
import { cx } from './class-names.ts'

/** Shows whether a row is chosen; the row itself says so to screen readers. */
export function CheckMark({ isOn }: { readonly isOn: boolean }) {
  return (
    <span className={cx(styles.check, isOn && styles.checked)} aria-hidden>
      {isOn && <Check size={12} />}
    </span>
  )
}
