import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import styles from './sentence.module.css'
import type { Tone } from './tone.ts'
import tones from './tone.module.css'

export interface SentenceProps {
  readonly children: ReactNode
  readonly size?: 's' | 'm' | 'l'
  /** The line under the sentence that takes it apart. */
  readonly detail?: ReactNode
}

/** A result is a sentence first. Figures in it are marked with <Figure>. */
export function Sentence({ children, size = 'l', detail }: SentenceProps) {
  return (
    <div className={styles.wrap}>
      <p className={cx(styles.sentence, styles[size])}>{children}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
    </div>
  )
}

export interface FigureProps {
  readonly children: ReactNode
  readonly tone?: Tone
}

export function Figure({ children, tone = 'neutral' }: FigureProps) {
  return <strong className={cx(styles.figure, tones[tone])}>{children}</strong>
}

/** The quieter half of a sentence. */
export function Aside({ children }: { readonly children: ReactNode }) {
  return <span className={styles.aside}>{children}</span>
}
