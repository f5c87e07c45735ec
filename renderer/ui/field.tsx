/** What every field shares: label above, help and error below, one look for the box. */
import type { ReactNode } from 'react'
import { FieldError, Label, Text, type TextFieldProps } from 'react-aria-components'
import { cx } from './class-names.ts'
import styles from './field.module.css'

export type FieldWidth = 'auto' | 'narrow' | 'medium' | 'wide' | 'full'

export interface FieldTexts {
  readonly label: string
  /** Keeps the label for screen readers only; use it where a heading or a column says the same. */
  readonly isLabelHidden?: boolean
  readonly description?: ReactNode
  readonly errorMessage?: string | undefined
  readonly width?: FieldWidth
}

export function FieldLabel({ label, isLabelHidden }: Pick<FieldTexts, 'label' | 'isLabelHidden'>) {
  return <Label className={cx(styles.label, isLabelHidden === true && styles.hidden)}>{label}</Label>
}

export function FieldHelp({ description, errorMessage }: Pick<FieldTexts, 'description' | 'errorMessage'>) {
  return (
    <>
      {description !== undefined && errorMessage === undefined && (
        <Text slot="description" className={cx(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>{errorMessage}</FieldError>
    </>
  )
}

export function fieldClass(width: FieldWidth = 'full'): string {
  return cx(styles.field, styles[width])
}

type KeyHandler = NonNullable<TextFieldProps['onKeyDown']>

/** The library keeps every key to a field that hears any. What the page does on a key, and Escape on its dialog, is meant there as well. */
export function passingOn(onKeyDown: KeyHandler): KeyHandler {
  return (event) => {
    event.continuePropagation()
    onKeyDown(event)
  }
}
