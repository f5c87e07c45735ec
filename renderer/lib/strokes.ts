/** Keys as commands write them. */

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** The stroke as commands write it: "mod+shift+z", "?", "n". */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase()
  const isModifier = isMac ? event.metaKey : event.ctrlKey
  const names = [isModifier && 'mod', event.altKey && 'alt']
  // Shift is part of a sign such as "?"; only with another modifier or a named key is it a key of its own.
  if (event.shiftKey && (isModifier || event.altKey || key.length > 1)) names.push('shift')
  return [...names.filter(Boolean), key].join('+')
}
