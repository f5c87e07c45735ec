/**
 * What is typed between the key that opens a field and the field: kept, and typed once the field has the focus. Lazily loaded panels
 * come a third of a second after their key at first; letters would act as keys of other commands meanwhile.
 */

export interface TypingAhead {
  /** The next field to take the focus by then is the one that is waited for. */
  begin(until: number): void
  /** As if it had been typed now. */
  type(key: string): void
  stop(): void
}

type Field = HTMLInputElement | HTMLTextAreaElement

const most = 200
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead']

export function startTypingAhead(): TypingAhead {
  let keys: string[] | null = null
  let until = 0
  const controller = new AbortController()
  const options = { capture: true, signal: controller.signal }
  const forget = () => {
    keys = null
  }

  function onKeyDown(event: KeyboardEvent) {
    if (keys === null || modifiers.includes(event.key)) return
    // On Windows AltGr, which writes @ in German, is Ctrl as well.
    const isPlain = event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey)
    const isText = event.key.length === 1 && isPlain
    // Escape, Tab, something with Ctrl: the person does something else.
    if (event.timeStamp > until || !(isText || event.key === 'Enter')) return forget()
    event.preventDefault()
    event.stopImmediatePropagation()
    if (keys.length < most) keys.push(event.key)
  }

  function onFocus({ target }: FocusEvent) {
    if (keys === null) return
    // Whoever moves the focus may still mark what stands in the field.
    if (isField(target)) setTimeout(typeAll)
    else if (target instanceof Element && target.matches('[role=dialog] *')) forget()
  }

  function typeAll() {
    if (!isField(document.activeElement)) return
    const typed = keys ?? []
    forget()
    for (const key of typed) if (isField(document.activeElement)) typeInto(document.activeElement, key)
  }

  window.addEventListener('keydown', onKeyDown, options)
  window.addEventListener('focusin', onFocus, options)
  window.addEventListener('pointerdown', forget, options)
  return {
    begin(end) {
      keys = []
      until = end
    },
    type: (key) => void keys?.push(key),
    stop: () => controller.abort(),
  }
}

/** A box to tick has no place to type at. */
function isField(target: EventTarget | null): target is Field {
  const isOne = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isOne && target.selectionStart !== null
}

/** The field hears the key first, as it would by itself. */
function typeInto(field: Field, key: string): void {
  const isFree = field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  if (!isFree) return
  if (key === 'Enter') return field.form?.requestSubmit()
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { data: key, inputType: 'insertText', bubbles: true }))
}
