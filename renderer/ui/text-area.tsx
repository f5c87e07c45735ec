import {
  Group,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>, FieldTexts {
  readonly placeholder?: string
  readonly rows?: number
}

export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, placeholder, rows = 3, ...rest } = props
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={errorMessage !== undefined || rest.isInvalid === true}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        <AriaTextArea
          rows={rows}
          {...(placeholder !== undefined && { placeholder })}
          className={cx(styles.input, styles.area)}
        />
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
