import { fromAbsolute } from '@internationalized/date'
import { useMemo } from 'react'
import { DateField } from 'react-aria-components'
import type { Instant } from '../../shared/domain/instant.ts'
import { DateSegments } from './date-segments.tsx'
import { Shown, useEntered } from './entered-date.tsx'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'
import styles from './field.module.css'

export interface MomentFieldProps extends FieldTexts {
  /** Null: nothing, or not complete. */
  readonly value: Instant | null
  /** Told of what stands there: as soon as a part is missing, that is nothing. */
  onChange(instant: Instant | null): void
  /** The ledger's zone. */
  readonly timeZone: string
  /** Shown where a part is not entered yet. */
  readonly placeholder: Instant
  readonly autoFocus?: boolean
}

/** A day and a time to the minute, typed in segments. What is entered is the beginning of that minute. */
export function MomentField(props: MomentFieldProps) {
  const { label, isLabelHidden = false, description, errorMessage, width, timeZone, placeholder } = props
  const { entered, settle, tell } = useEntered(props)
  const value = useMemo(() => (entered === null ? null : fromAbsolute(entered, timeZone)), [entered, timeZone])
  const placeholderValue = useMemo(() => fromAbsolute(placeholder, timeZone), [placeholder, timeZone])
  return (
    <DateField
      validationBehavior="aria"
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      shouldForceLeadingZeros
      autoFocus={props.autoFocus === true}
      value={value}
      placeholderValue={placeholderValue}
      onChange={(next) => settle(next === null ? null : next.set({ second: 0, millisecond: 0 }).toDate().getTime())}
      isInvalid={errorMessage !== undefined}
      className={fieldClass(width)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <div className={styles.box}>
        <DateSegments watcher={<Shown entered={entered} isShown={isSameMinute} onShown={tell} />} />
      </div>
      <FieldHelp description={description} errorMessage={errorMessage} />
    </DateField>
  )
}

const MINUTE_MS = 60_000
const minuteOf = (instant: Instant) => Math.floor(instant / MINUTE_MS)
const isSameMinute = (parts: Date, entered: Instant) => minuteOf(parts.getTime()) === minuteOf(entered)
