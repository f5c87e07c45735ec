import type { Ref } from 'react'
import {
  Group,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass, passingOn } from './field.tsx'
import styles from './field.module.css'

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>, FieldTexts {
  readonly placeholder?: string
  readonly rows?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, ...others } = props
  const { placeholder, rows = 3, inputRef, onKeyDown, ...rest } = others
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
        <AriaTextArea
          rows={rows}
          dir="auto"
          {...(placeholder !== undefined && { placeholder })}
          {...(inputRef !== undefined && { ref: inputRef })}
          className={cx(styles.input, styles.area)}
        />
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
