import { DateField as AriaDateField } from 'react-aria-components'
import { toDateValue } from './date-strings.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'

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
      <DateSegments />
      <FieldHelp description={description} errorMessage={errorMessage} />
    </AriaDateField>
  )
}
