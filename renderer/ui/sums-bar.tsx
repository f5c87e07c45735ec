import type { ReactNode } from 'react'
import styles from './list-view.module.css'

export interface SumItem {
  readonly label: string
  readonly value: ReactNode
}

interface SumsBarProps {
  readonly lead?: string
  readonly items: readonly SumItem[]
  /** What can be done with all of them. */
  readonly aside?: ReactNode
}

/** Sums of all rows that match, over the list. */
export function SumsBar({ lead, items, aside }: SumsBarProps) {
  return (
    <div className={styles.sums}>
      <div role="status">
        {lead !== undefined && <strong>{lead}</strong>}
        {items.map(({ label, value }) => (
          <span key={label} className={styles.sum}>
            <span>{label}</span> <strong>{value}</strong>
          </span>
        ))}
      </div>
      {aside}
    </div>
  )
}
