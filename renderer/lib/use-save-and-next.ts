/** Saving a form with Ctrl or ⌘ and Enter; with Shift as well it is there again for the next one. */
import { type KeyboardEvent, type RefObject, useRef } from 'react'

export interface SaveAndNext {
  /** Something inside of the form. */
  readonly inside: RefObject<HTMLDivElement | null>
  send(isNextOpen: boolean): void
  onKey(event: KeyboardEvent): void
  /** Whether the next one was wanted; asked once, when the form is sent. */
  takeWanted(): boolean
}

export function useSaveAndNext(): SaveAndNext {
  const inside = useRef<HTMLDivElement>(null)
  const isNextWanted = useRef(false)
  function send(isNextOpen: boolean) {
    isNextWanted.current = isNextOpen
    inside.current?.closest('form')?.requestSubmit()
  }
  return {
    inside,
    send,
    onKey(event) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      send(event.shiftKey)
    },
    takeWanted() {
      const isWanted = isNextWanted.current
      isNextWanted.current = false
      return isWanted
    },
  }
}
