import { fromAbsolute } from '@internationalized/date'
import { DateField } from 'react-aria-components'
import type { Instant } from '../../shared/domain/instant.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'

export interface MomentFieldProps extends FieldTexts {
  /** Null: nothing, or not complete yet. */
  readonly value: Instant | null
  onChange(instant: Instant | null): void
  /** The ledger's zone. */
  readonly timeZone: string
  /** Shown where a part is not entered yet. */
  readonly placeholder: Instant
}

/** A day and a time to the minute, typed in segments. What is entered is the beginning of that minute. */
export function MomentField(props: MomentFieldProps) {
  const {
    label,
    isLabelHidden = false,
    description,
    errorMessage,
    width,
    value,
    onChange,
    timeZone,
    placeholder,
  } = props
  return (
    <DateField
      validationBehavior="aria"
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      shouldForceLeadingZeros
      value={value === null ? null : fromAbsolute(value, timeZone)}
      placeholderValue={fromAbsolute(placeholder, timeZone)}
      onChange={(next) => onChange(next === null ? null : next.set({ second: 0, millisecond: 0 }).toDate().getTime())}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <DateSegments />
      <FieldHelp description={description} errorMessage={errorMessage} />
    </DateField>
  )
}
