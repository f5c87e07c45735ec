/**
 * What is typed or pasted between the key that opens a field and the field: kept, and typed once the field has the focus. Lazily loaded panels
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
/** A key, with what was held; or what was pasted. */
type Piece = Required<Pick<KeyboardEventInit, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>> | { readonly pasted: string }

const most = 200
/** Keys that mean nothing by themselves. */
export const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead']

export function startTypingAhead(): TypingAhead {
  let pieces: Piece[] | null = null
  let until = 0
  const controller = new AbortController()
  const options = { capture: true, signal: controller.signal }
  const forget = () => {
    pieces = null
  }
  const note = (piece: Piece) => {
    if (pieces !== null && pieces.length < most) pieces.push(piece)
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, shiftKey } = event
    if (pieces === null || modifiers.includes(key)) return
    // On Windows AltGr, which writes @ in German, is Ctrl as well.
    const isPlain = event.getModifierState('AltGraph') || !(ctrlKey || metaKey)
    if (!isPlain && key.toLowerCase() === 'v' && event.timeStamp <= until) return
    const isText = key.length === 1 && isPlain
    // Escape, Tab, something with Ctrl: the person does something else, where the field is there already after what was typed for it.
    if (event.timeStamp > until || !(isText || key === 'Enter')) {
      if (event.timeStamp <= until) typeAll()
      return forget()
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    note(isText ? keyOf(key) : { key, ctrlKey, metaKey, shiftKey })
  }

  function onPaste(event: ClipboardEvent) {
    if (pieces === null || event.timeStamp > until) return
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    event.preventDefault()
    event.stopImmediatePropagation()
    note({ pasted })
  }

  function onFocus({ target }: FocusEvent) {
    if (pieces === null) return
    // Whoever moves the focus may still mark what stands in the field.
    if (isField(target)) setTimeout(typeAll)
    else if (target instanceof Element && target.matches('[role=dialog] *')) forget()
  }

  function typeAll() {
    if (!isField(document.activeElement)) return
    const typed = pieces ?? []
    forget()
    for (const piece of typed) if (isField(document.activeElement)) typeInto(document.activeElement, piece)
  }

  window.addEventListener('keydown', onKeyDown, options)
  window.addEventListener('paste', onPaste, options)
  window.addEventListener('focusin', onFocus, options)
  window.addEventListener('pointerdown', forget, options)
  return {
    begin(end) {
      pieces = []
      until = end
    },
    type: (key) => note(keyOf(key)),
    stop: () => controller.abort(),
  }
}

/** A box to tick has no place to type at. */
function isField(target: EventTarget | null): target is Field {
  const isOne = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return isOne && target.selectionStart !== null
}

function keyOf(key: string): Piece {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false }
}

/** The field hears the key first, as it would by itself. */
function typeInto(field: Field, piece: Piece): void {
  if ('pasted' in piece) return insert(field, piece.pasted, 'insertFromPaste')
  const { key, ctrlKey, metaKey } = piece
  const isFree = field.dispatchEvent(new KeyboardEvent('keydown', { ...piece, bubbles: true, cancelable: true }))
  if (!isFree) return
  if (key !== 'Enter') return insert(field, key, 'insertText')
  const isNewLine = field instanceof HTMLTextAreaElement && !ctrlKey && !metaKey
  if (isNewLine) insert(field, '\n', 'insertLineBreak')
  else field.form?.requestSubmit()
}

function insert(field: Field, text: string, inputType: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end')
  field.dispatchEvent(new InputEvent('input', { data: text, inputType, bubbles: true }))
}
