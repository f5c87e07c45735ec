/** Keys for commands. Single letters never act while someone types, and can be switched off (WCAG 2.1.4). */
import { type AppCommand, isSingleKey, useCommandRegistry } from '../lib/commands.ts'
import { strokeOf } from '../lib/strokes.ts'
import { useViewSettings } from '../lib/view-settings.ts'

const sequenceMs = 900

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return (
    target.closest(
      'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [role=textbox], [role=combobox], [role=spinbutton], [role=listbox], [role=menu]',
    ) !== null
  )
}

/** Undo in a field means the text in the field. */
function belongsToField(stroke: string, target: EventTarget | null): boolean {
  return isTyping(target) && /^mod\+(shift\+)?[zyxcva]$/.test(stroke)
}

export function startShortcuts(): () => void {
  let pending = ''
  let pendingUntil = 0

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.repeat || event.isComposing || event.key === 'Dead') return
    const stroke = strokeOf(event)
    const isDialogOpen = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    const isSingle = isSingleKey(stroke)
    // Behind a dialog nothing acts but the palette, which can be opened from anywhere.
    if (isDialogOpen && stroke !== 'mod+k') return
    if (isSingle && (isTyping(event.target) || !useViewSettings.getState().hasSingleKeys)) return
    if (belongsToField(stroke, event.target)) return
    const isFollowing = pending !== '' && event.timeStamp < pendingUntil
    const keys = isFollowing ? `${pending} ${stroke}` : stroke
    pending = ''
    const { commands } = useCommandRegistry.getState()
    const command = commands.find((candidate) => matches(candidate, keys))
    if (command) {
      event.preventDefault()
      command.run()
      return
    }
    if (!isFollowing && commands.some((candidate) => candidate.shortcut?.startsWith(`${keys} `))) {
      pending = keys
      pendingUntil = event.timeStamp + sequenceMs
    }
  }

  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

function matches(command: AppCommand, keys: string): boolean {
  return command.shortcut === keys && command.isKeyLocal !== true
}
