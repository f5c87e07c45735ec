import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './toggle.module.css'

export interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly description?: ReactNode
}

/** On or off, applied at once. Within a form that is saved as a whole, use a checkbox. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={cx(styles.toggle)}>
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
      <span className={styles.text}>
        {children}
        {description !== undefined && <small>{description}</small>}
      </span>
    </AriaSwitch>
  )
}
