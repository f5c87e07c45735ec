import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import styles from './chip-button.module.css'
import { cx } from './class-names.ts'

export interface ChipButtonProps {
  /** Spoken: what is taken off. */
  readonly label: string
  /** In a list of tags the list is told itself. */
  readonly slot?: 'remove'
  readonly onPress?: () => void
}

/** The round button at the end of a chip that takes it off. */
export function ChipButton({ label, ...button }: ChipButtonProps) {
  return (
    <Button {...button} aria-label={label} className={cx(styles.button)}>
      <X size={12} aria-hidden />
    </Button>
  )
}
