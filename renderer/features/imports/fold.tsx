import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../ui/class-names.ts'
import styles from './fold.module.css'

export interface FoldProps {
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly isOpen?: boolean
  readonly tone?: 'neutral' | 'warn'
}

/** Details one may want to see. The browser's own element: it opens by keyboard and by searching in the page. */
export function Fold({ summary, children, isOpen = false, tone = 'neutral' }: FoldProps) {
  return (
    <details className={cx(styles.fold, tone === 'warn' && styles.warn)} open={isOpen}>
      <summary className={styles.summary}>
        <ChevronRight size={14} className={styles.arrow} aria-hidden />
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
