import { CalendarDays } from 'lucide-react'
import {
  Button,
  DateInput,
  DateRangePicker as AriaDateRangePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import { RangeSheet } from './calendar.tsx'
import { cx } from './class-names.ts'
import { toDateValue } from './date-strings.ts'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'
import overlay from './overlay.module.css'

export interface DayRange {
  readonly from: string
  /** Included. */
  readonly to: string
}

export interface DateRangePickerProps extends FieldTexts {
  readonly value: DayRange | null
  onChange(range: DayRange | null): void
  readonly minimumDay?: string
  readonly maximumDay?: string
  readonly isDisabled?: boolean
}

function Segments({ slot }: { readonly slot: 'start' | 'end' }) {
  return (
    <DateInput slot={slot} className={cx(styles.dates, slot === 'start' && styles.start)}>
      {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
    </DateInput>
  )
}

/** A period of whole days, both ends included. */
export function DateRangePicker(props: DateRangePickerProps) {
  const { label, isLabelHidden = false, description, errorMessage, width = 'wide', value, onChange, ...rest } = props
  const start = toDateValue(value?.from ?? null)
  const end = toDateValue(value?.to ?? null)
  return (
    <AriaDateRangePicker
      validationBehavior="aria"
      shouldForceLeadingZeros
      value={start && end ? { start, end } : null}
      onChange={(next) => onChange(next ? { from: next.start.toString(), to: next.end.toString() } : null)}
      minValue={toDateValue(rest.minimumDay ?? null)}
      maxValue={toDateValue(rest.maximumDay ?? null)}
      isDisabled={rest.isDisabled === true}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Group className={cx(styles.box)}>
        <Segments slot="start" />
        <span aria-hidden>–</span>
        <Segments slot="end" />
        <Button className={cx(styles.inner)}>
          <CalendarDays size={14} aria-hidden />
        </Button>
      </Group>
      <FieldHelp description={description} errorMessage={errorMessage} />
      <Popover className={cx(overlay.popover)} offset={4}>
        <Dialog className={cx(overlay.padded)}>
          <RangeSheet />
        </Dialog>
      </Popover>
    </AriaDateRangePicker>
  )
}
