import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components'
import { cx } from './class-names.ts'
import { toDateValue } from './date-strings.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'

export interface DateFieldProps extends FieldTexts {
  readonly value: string | null
  onChange(day: string | null): void
  readonly minimumDay?: string
  readonly maximumDay?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
}

/** A day typed in segments, without a calendar. */
export function DateField(props: DateFieldProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, value, onChange, ...rest } = props
  return (
    <AriaDateField
      validationBehavior="aria"
      shouldForceLeadingZeros
      value={toDateValue(value)}
      onChange={(next) => onChange(next ? next.toString() : null)}
      minValue={toDateValue(rest.minimumDay ?? null)}
      maxValue={toDateValue(rest.maximumDay ?? null)}
      isRequired={rest.isRequired === true}
      isDisabled={rest.isDisabled === true}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className={styles.box}>
        <DateInput className={cx(styles.dates)}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
      </div>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaDateField>
  )
}
