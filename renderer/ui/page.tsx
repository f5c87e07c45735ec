import { type ReactNode, useEffect, useRef } from 'react'
import { cx } from './class-names.ts'
import styles from './page.module.css'

export interface PageProps {
  /** Also the document's title. */
  readonly title: string
  /** Beside the title: chips, a period stepper. */
  readonly titleAside?: ReactNode
  /** At the end of the title line, the primary action last. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Fills the window and scrolls inside its parts (lists, tables); otherwise the page itself scrolls. */
  readonly isFilling?: boolean
  /** Text pages (settings, questions) read better when narrow. */
  readonly width?: 'full' | 'text'
}

// The first page of a window must not take the focus; every later one is a navigation.
let hasShownPage = false

export function Page({ title, titleAside, actions, children, isFilling = false, width = 'full' }: PageProps) {
  const page = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    document.title = `${title} – Gegenwert`
  }, [title])

  useEffect(() => {
    const isTakenByPage = page.current?.contains(document.activeElement) === true
    if (hasShownPage && !isTakenByPage) heading.current?.focus({ preventScroll: true })
    hasShownPage = true
  }, [])

  return (
    <div ref={page} className={cx(styles.page, isFilling && styles.filling, width === 'text' && styles.text)}>
      <header className={styles.bar}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {titleAside}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

export interface ColumnsProps {
  readonly children: ReactNode
  /** Widths of the columns above 1200 px, e.g. "1fr 330px"; below they stand under each other. */
  readonly template: string
}

/** Columns that fall into one where the window is narrow. */
export function Columns({ children, template }: ColumnsProps) {
  return (
    <div className={styles.columns} style={{ ['--template' as string]: template }}>
      {children}
    </div>
  )
}

export interface StackProps {
  readonly children: ReactNode
  readonly gap?: 's' | 'm' | 'l'
  readonly direction?: 'column' | 'row'
}

export function Stack({ children, gap = 'm', direction = 'column' }: StackProps) {
  return <div className={cx(styles.stack, styles[`gap-${gap}`], direction === 'row' && styles.row)}>{children}</div>
}
