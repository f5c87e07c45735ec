import { type ReactNode, useId } from 'react'
import { cx } from './class-names.ts'
import styles from './card.module.css'

export interface CardProps {
  readonly title?: ReactNode
  /** Beside the title, at the end: a remark, a link, a small button. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** A table or a list brings its own spacing. */
  readonly isFlush?: boolean
  readonly footer?: ReactNode
  readonly tone?: 'surface' | 'sunken'
  readonly className?: string | undefined
}

export function Card({ title, aside, children, isFlush = false, footer, tone = 'surface', className }: CardProps) {
  const titleId = useId()
  const head = (title !== undefined || aside !== undefined) && (
    <header className={styles.head}>
      {title !== undefined && <h2 id={titleId}>{title}</h2>}
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </header>
  )
  return (
    <section
      className={cx(styles.card, tone === 'sunken' && styles.sunken, className)}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {head}
      <div className={cx(styles.body, isFlush && styles.flush)}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </section>
  )
}
