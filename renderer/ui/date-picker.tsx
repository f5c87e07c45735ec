import { CalendarDays } from 'lucide-react'
import {
  Button,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import { MonthSheet } from './calendar.tsx'
import { cx } from './class-names.ts'
import type { DateFieldProps } from './date-field.tsx'
import { toDateValue } from './date-strings.ts'
import { FieldHelp, FieldLabel, fieldClass } from './field.tsx'
import styles from './field.module.css'
import overlay from './overlay.module.css'

export type DatePickerProps = DateFieldProps

/** A day, typed in segments or picked from the month sheet. */
export function DatePicker(props: DatePickerProps) {
  const { label, isLabelHidden = false, description, errorMessage, width = 'medium', value, onChange, ...rest } = props
  return (
    <AriaDatePicker
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
      <Group className={cx(styles.box)}>
        <DateInput className={cx(styles.dates)}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
        <Button className={cx(styles.inner)}>
          <CalendarDays size={14} aria-hidden />
        </Button>
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
      <Popover className={cx(overlay.popover)} offset={4}>
        <Dialog className={cx(overlay.padded)}>
          <MonthSheet />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
