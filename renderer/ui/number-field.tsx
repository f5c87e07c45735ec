import { Minus, Plus } from 'lucide-react'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { cx } from './class-names.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'

export interface NumberFieldProps
  extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'value' | 'onChange'>, FieldTexts {
  readonly value: number | null
  onChange(value: number | null): void
  readonly suffix?: string
  readonly hasStepper?: boolean
}

/** Counts and hours. Money and percentages have fields of their own, because they are stored as integers. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, ...others } = props
  const { value, onChange, suffix, hasStepper = false, ...rest } = others
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...rest}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={errorMessage !== undefined || rest.isInvalid === true}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        <Input className={cx(styles.input, styles.end)} />
        {suffix !== undefined && <span className={styles.affix}>{suffix}</span>}
        {hasStepper && (
          <>
            <Button slot="decrement" className={cx(styles.inner)}>
              <Minus size={13} aria-hidden />
            </Button>
            <Button slot="increment" className={cx(styles.inner)}>
              <Plus size={13} aria-hidden />
            </Button>
          </>
        )}
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaNumberField>
  )
}
