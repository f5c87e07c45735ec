import { fromAbsolute } from '@internationalized/date'
import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { DateField, DateFieldStateContext } from 'react-aria-components'
import type { Instant } from '../../shared/domain/instant.ts'
import { DateSegments } from './date-segments.tsx'
import { FieldHelp, FieldLabel, type FieldTexts, fieldClass } from './field.tsx'

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
      <DateSegments />
      <Shown entered={entered} onShown={tell} />
      <FieldHelp description={description} errorMessage={errorMessage} />
    </DateField>
  )
}

/**
 * What was entered last as a whole. The parts of it stay where one of them is missing, while whoever asked is told that there is nothing.
 */
function useEntered({ value, onChange }: Pick<MomentFieldProps, 'value' | 'onChange'>) {
  const [entered, setEntered] = useState(value)
  const [told, setTold] = useState(value)
  if (value !== told) {
    // Somebody else has set it.
    setTold(value)
    setEntered(value)
  }
  const tell = (instant: Instant | null) => {
    if (instant === told) return
    setTold(instant)
    onChange(instant)
  }
  const settle = (instant: Instant | null) => {
    setEntered(instant)
    tell(instant)
  }
  return { entered, settle, tell }
}

const MINUTE_MS = 60_000
const minuteOf = (instant: Instant) => Math.floor(instant / MINUTE_MS)

interface ShownProps {
  readonly entered: Instant | null
  /** Null: what the parts show is no moment, or none yet. */
  onShown(instant: Instant | null): void
}

/** Watches the parts: the field itself says nothing of a missing one, nor of a day that is not in the calendar while it is being typed. */
function Shown({ entered, onShown }: ShownProps) {
  const state = useContext(DateFieldStateContext)
  const isWhole =
    state !== null &&
    entered !== null &&
    state.segments.every(({ isEditable, isPlaceholder }) => !isEditable || !isPlaceholder) &&
    minuteOf(state.dateValue.getTime()) === minuteOf(entered)
  const shown = isWhole ? entered : null
  const latest = useRef(onShown)
  useEffect(() => {
    latest.current = onShown
  })
  useEffect(() => latest.current(shown), [shown])
  return null
}
