import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  readonly icon?: LucideIcon
  readonly title: string
  /** What belongs here. */
  readonly children?: ReactNode
  /** One button to start … */
  readonly primary?: ReactNode
  /** … one to import or learn more. */
  readonly secondary?: ReactNode
  readonly isCompact?: boolean
}

export function EmptyState({ icon: Icon, title, children, primary, secondary, isCompact = false }: EmptyStateProps) {
  return (
    <div className={cx(styles.empty, isCompact && styles.compact)}>
      {Icon && (
        <span className={styles.icon}>
          <Icon size={22} strokeWidth={1.6} aria-hidden />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {(primary !== undefined || secondary !== undefined) && (
        <div className={styles.actions}>
          {primary}
          {secondary}
        </div>
      )}
    </div>
  )
}
