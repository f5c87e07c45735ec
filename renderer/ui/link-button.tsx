import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, Link, type LinkProps } from 'react-aria-components'
import type { ButtonSize, ButtonVariant } from './button.tsx'
import styles from './button.module.css'
import { cx } from './class-names.ts'

export interface LinkButtonProps extends Omit<LinkProps, 'children' | 'className' | 'style' | 'href'> {
  readonly href: string
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: LucideIcon
}

/** A link that looks like a button: it changes the address. */
export function LinkButton({ children, variant = 'default', size = 'm', icon: Icon, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(styles.button, styles[variant], styles[size])}>
      {Icon && <Icon size={14} aria-hidden />}
      <span className={styles.text}>{children}</span>
    </Link>
  )
}

export interface TextLinkProps extends Omit<LinkProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  /** A figure keeps its own colour and only shows a faint underline. */
  readonly isFigure?: boolean
}

/** A link within text or a table cell. With `href` it navigates, with `onPress` alone it acts and is a button. */
export function TextLink({ children, isFigure = false, ...rest }: TextLinkProps) {
  const className = cx(styles.link, isFigure && styles.figure)
  if (rest.href !== undefined) {
    return (
      <Link {...rest} className={className}>
        {children}
      </Link>
    )
  }
  const { onPress, isDisabled } = rest
  return (
    <AriaButton
      {...(onPress && { onPress })}
      {...(isDisabled !== undefined && { isDisabled })}
      {...(rest['aria-label'] !== undefined && { 'aria-label': rest['aria-label'] })}
      className={cx(className, styles.plainButton)}
    >
      {children}
    </AriaButton>
  )
}
