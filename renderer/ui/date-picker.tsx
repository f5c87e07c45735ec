import { CalendarDays } from 'lucide-react'
import { useMemo } from 'react'
import { Button, DatePicker as AriaDatePicker, Dialog, Group, Popover } from 'react-aria-components'
import { MonthSheet } from './calendar.tsx'
import { cx } from './class-names.ts'
import { DateSegments } from './date-segments.tsx'
import { toDateValue } from './date-strings.ts'
import { Shown, useEntered } from './entered-date.tsx'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'
import overlay from './overlay.module.css'

export interface DatePickerProps extends FieldTexts {
  /** Null: nothing, or not complete. */
  readonly value: string | null
  /** Told of what stands there: as soon as a part is missing, that is nothing. */
  onChange(day: string | null): void
  readonly minimumDay?: string
  readonly maximumDay?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
}

/** A day, typed in segments or picked from the month sheet. */
export function DatePicker(props: DatePickerProps) {
  const { label, isLabelHidden = false, description, errorMessage, width = 'medium', ...rest } = props
  const { entered, settle, tell } = useEntered(props)
  // The same one while the day is: a new one would bring back a part that was taken out.
  const value = useMemo(() => toDateValue(entered), [entered])
  return (
    <AriaDatePicker
      validationBehavior="aria"
      shouldForceLeadingZeros
      value={value}
      onChange={(next) => settle(next ? next.toString() : null)}
      minValue={toDateValue(rest.minimumDay ?? null)}
      maxValue={toDateValue(rest.maximumDay ?? null)}
      isRequired={rest.isRequired === true}
      isDisabled={rest.isDisabled === true}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        <DateSegments watcher={<Shown entered={entered} isShown={isSameDay} onShown={tell} />} />
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

const isSameDay = (parts: Date, entered: string) => parts.toISOString().startsWith(entered)
