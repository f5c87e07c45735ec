import type { ReactNode, Ref } from 'react'
import {
  Group,
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass, passingOn } from './field.tsx'
import styles from './field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>, FieldTexts {
  readonly placeholder?: string
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
  readonly isNumeric?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, ...others } = props
  const { placeholder, prefix, suffix, isNumeric = false, inputRef, onKeyDown, ...rest } = others
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      {...(onKeyDown && { onKeyDown: passingOn(onKeyDown) })}
      isInvalid={errorMessage !== undefined || rest.isInvalid === true}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        {prefix !== undefined && <span className={styles.affix}>{prefix}</span>}
        <Input
          {...(placeholder !== undefined && { placeholder })}
          {...(inputRef !== undefined && { ref: inputRef })}
          className={cx(styles.input, isNumeric && styles.end)}
        />
        {suffix !== undefined && <span className={styles.affix}>{suffix}</span>}
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
