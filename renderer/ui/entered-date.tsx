import { useContext, useEffect, useRef, useState } from 'react'
import { DateFieldStateContext } from 'react-aria-components'

interface Held<T> {
  readonly value: T | null
  onChange(value: T | null): void
}

/**
 * What was entered last as a whole. The parts of it stay where one of them is missing, while whoever asked is told that there is nothing.
 */
export function useEntered<T>({ value, onChange }: Held<T>) {
  const [entered, setEntered] = useState(value)
  const [told, setTold] = useState(value)
  if (value !== told) {
    // Somebody else has set it.
    setTold(value)
    setEntered(value)
  }
  const tell = (next: T | null) => {
    if (next === told) return
    setTold(next)
    onChange(next)
  }
  const settle = (next: T | null) => {
    setEntered(next)
    tell(next)
  }
  return { entered, settle, tell }
}

interface ShownProps<T> {
  readonly entered: T | null
  /** Whether the parts, taken together, say what was entered. */
  isShown(parts: Date, entered: T): boolean
  /** Null: what the parts show is none, or none yet. */
  onShown(value: T | null): void
}

/** Watches the parts: the field itself says nothing of a missing one, nor of a day that is not in the calendar while it is being typed. */
export function Shown<T>({ entered, isShown, onShown }: ShownProps<T>) {
  const state = useContext(DateFieldStateContext)
  const isWhole =
    state !== null &&
    entered !== null &&
    state.segments.every(({ isEditable, isPlaceholder }) => !isEditable || !isPlaceholder) &&
    isShown(state.dateValue, entered)
  const shown = isWhole ? entered : null
  const latest = useRef(onShown)
  useEffect(() => {
    latest.current = onShown
  })
  useEffect(() => latest.current(shown), [shown])
  return null
}
