import type { ReactNode } from 'react'
import { cx } from './class-names.ts'
import styles from './chip.module.css'
import type { Tone } from './tone.ts'

export interface ChipProps {
  readonly children: ReactNode
  readonly tone?: Tone
  readonly title?: string
}

/** A short state: "noch offen · 46 %". The text says it, the colour repeats it. */
export function Chip({ children, tone = 'neutral', title }: ChipProps) {
  return (
    <span className={cx(styles.chip, styles[tone])} title={title}>
      {children}
    </span>
  )
}
