import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { cx } from './class-names.ts'
import styles from './fold.module.css'

export interface FoldProps {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly isOpen?: boolean
  readonly tone?: 'neutral' | 'warn'
}

/** Details one may want to see. What stays folded is not even made: hundreds of fields would slow every key down. */
export function Fold({ summary, children, isOpen = false, tone = 'neutral' }: FoldProps) {
  const [isMade, setIsMade] = useState(isOpen)
  return (
    <details
      className={cx(styles.fold, tone === 'warn' && styles.warn)}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open && setIsMade(true)}
    >
      <summary className={styles.summary}>
        <ChevronRight size={14} className={styles.arrow} aria-hidden />
        {summary}
      </summary>
      {isMade && <div className={styles.body}>{children}</div>}
    </details>
  )
}
