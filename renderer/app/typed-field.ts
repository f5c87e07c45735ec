/** Which keys belong to the field that has the focus. */
import { isSingleKey } from '../lib/commands.ts'
import { strokeOf } from '../lib/strokes.ts'
import { useUndoStore } from '../lib/undo-store.ts'

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return (
    target.closest(
      'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [role=textbox], [role=combobox], [role=spinbutton], [role=listbox], [role=menu]',
    ) !== null
  )
}

const texts = 'input, textarea, [contenteditable]'

export function isOfHistory(stroke: string): boolean {
  return /^mod\+(shift\+)?z$/.test(stroke)
}

/** Undo in a field means the text in the field, where there is any to take back; else what was done last, as the toast offers it. */
export function belongsToField(stroke: string, target: EventTarget | null, isTyped: boolean): boolean {
  if (!isTyping(target) || !/^mod\+(shift\+)?[zyxcva]$/.test(stroke)) return false
  return isTyped || !isOfHistory(stroke) || !(target as HTMLElement).matches(texts)
}

export interface TypedField {
  is(target: EventTarget | null): boolean
  stop(): void
}

/** The field in which something was typed since it has the focus, until it is saved with Enter. */
export function startTypedField(): TypedField {
  let typed: EventTarget | null = null
  let isSent = false
  const controller = new AbortController()
  const options = { capture: true, signal: controller.signal }

  function note({ target }: Event) {
    if (!isTyping(target)) return
    typed = target
    isSent = false
  }

  /** The parts of a date take keys and no text. */
  function onKeyDown(event: KeyboardEvent) {
    const isText = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete'
    if (isText && isSingleKey(strokeOf(event))) note(event)
    if (event.key === 'Enter' && event.target === typed) isSent = true
  }

  /** Whoever only comes back to the window is still at it. */
  function onFocus({ target }: FocusEvent) {
    if (target !== typed) typed = null
  }

  window.addEventListener('input', note, options)
  window.addEventListener('keydown', onKeyDown, options)
  window.addEventListener('focusin', onFocus, options)
  const unsubscribe = useUndoStore.subscribe(({ done }, before) => {
    if (isSent && done.at(-1) !== before.done.at(-1)) typed = null
  })
  return {
    is: (target) => target === typed,
    stop() {
      unsubscribe()
      controller.abort()
    },
  }
}
