import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { ButtonSize, ButtonVariant } from './button.tsx'
import styles from './button.module.css'
import { cx } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Spoken, and shown as a tooltip. */
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut?: string
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, shortcut, variant = 'default', size = 'm', ...rest } = props
  return (
    <Tooltip text={label} {...(shortcut !== undefined && { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(styles.button, styles.square, styles[variant], styles[size])}
      >
        <Icon size={size === 's' ? 14 : 16} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
