import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './class-names.ts'
import { Kbd } from './kbd.tsx'

export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger'
export type ButtonSize = 's' | 'm' | 'l'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: LucideIcon
  readonly iconAfter?: LucideIcon
  /** Shown as a key after the text, e.g. "N"; registering the key is the command's task. */
  readonly shortcut?: string
  readonly isFullWidth?: boolean
}

export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'default',
    size = 'm',
    icon: Icon,
    iconAfter: IconAfter,
    shortcut,
    isFullWidth,
    ...rest
  } = props
  return (
    <AriaButton {...rest} className={cx(styles.button, styles[variant], styles[size], isFullWidth && styles.full)}>
      {Icon && <Icon size={14} aria-hidden />}
      <span className={styles.text}>{children}</span>
      {IconAfter && <IconAfter size={14} aria-hidden />}
      {shortcut !== undefined && <Kbd keys={shortcut} isOnAccent={variant === 'primary'} />}
    </AriaButton>
  )
}
