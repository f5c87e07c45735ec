import type { ReactNode } from 'react'
import styles from './list-view.module.css'

export interface SumItem {
  readonly label: string
  readonly value: ReactNode
}

/** Sums of all rows that match, over the list. */
export function SumsBar({ lead, items }: { readonly lead?: string; readonly items: readonly SumItem[] }) {
  return (
    <div className={styles.sums} role="status">
      {lead !== undefined && <strong>{lead}</strong>}
      {items.map(({ label, value }) => (
        <span key={label} className={styles.sum}>
          <span>{label}</span> <strong>{value}</strong>
        </span>
      ))}
    </div>
  )
}
