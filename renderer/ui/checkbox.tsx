import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './toggle.module.css'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  readonly description?: ReactNode
}

export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={cx(styles.toggle)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? <Minus size={12} aria-hidden /> : isSelected && <Check size={12} aria-hidden />}
          </span>
          <span className={styles.text}>
            {children}
            {description !== undefined && <small>{description}</small>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}
