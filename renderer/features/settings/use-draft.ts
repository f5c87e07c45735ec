/** A field that saves itself: what is typed stays until it is saved, whatever happens to the value behind it meanwhile. */
import { type KeyboardEvent, useRef, useState } from 'react'

export interface Draft<Value> {
  readonly value: Value
  change(value: Value): void
  /** Saves what differs; keeps the draft when that fails. */
  commit(): Promise<void>
  /** Enter saves, Escape takes back what was typed. */
  onKeyDown(event: KeyboardEvent): void
}

/** `save` resolves with whether it worked. */
export function useDraft<Value>(saved: Value, save: (value: Value) => Promise<boolean>): Draft<Value> {
  const [draft, setDraft] = useState<{ value: Value } | null>(null)
  // Enter and leaving the field may follow each other faster than the answer.
  const inFlight = useRef<object | null>(null)

  async function commit(): Promise<void> {
    if (draft === null || inFlight.current === draft) return
    inFlight.current = draft
    const isSettled = draft.value === saved || (await save(draft.value))
    inFlight.current = null
    if (isSettled) setDraft((now) => (now === draft ? null : now))
  }

  return {
    value: draft === null ? saved : draft.value,
    change: (value) => setDraft({ value }),
    commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter') void commit()
      if (event.key === 'Escape') setDraft(null)
    },
  }
}
