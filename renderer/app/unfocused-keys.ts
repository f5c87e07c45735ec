/**
 * Keys while nothing has the focus, as after the button that had it is gone: with a dialog open they belong to it, and Escape closes it.
 */
export function startUnfocusedKeys(): () => void {
  const controller = new AbortController()
  window.addEventListener('keydown', onKeyDown, { capture: true, signal: controller.signal })
  return () => controller.abort()
}

function onKeyDown(event: KeyboardEvent) {
  if (event.target !== document.body) return
  const dialog = topmostDialog()
  if (!dialog) return
  // Tab goes on from there by itself.
  dialog.focus()
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopImmediatePropagation()
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }))
}

/** Each stands behind those it was opened from. */
function topmostDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role=dialog], [role=alertdialog]')].at(-1)
}
