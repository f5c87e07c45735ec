import type { ReactNode } from 'react'
import styles from './capture.module.css'

/** Shows what a group of choices is called; the group itself says it to those who listen. */
export function LabelledGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.group}>
      <span aria-hidden className={styles.label}>
        {label}
      </span>
      {children}
    </div>
  )
}
