import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'
import chip from '../../../ui/chip.module.css'
import { cx } from '../../../ui/class-names.ts'
import type { Tone } from '../../../ui/tone.ts'
import styles from './post.module.css'

export interface ChipTriggerProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly tone?: Tone
  /** Nothing is said yet: it asks for it. */
  readonly isOpen?: boolean
}

/** A chip that opens something. */
export function ChipTrigger({ children, tone = 'neutral', isOpen = false, ...button }: ChipTriggerProps) {
  return (
    <Button {...button} className={cx(chip.chip, chip[tone], styles.chip, isOpen && styles.openChip)}>
      <span className={styles.chipText}>{children}</span>
      <ChevronDown size={12} aria-hidden />
    </Button>
  )
}
