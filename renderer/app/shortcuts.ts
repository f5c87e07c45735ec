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

interface Stroke {
  readonly keys: string
  /** As events count it: milliseconds since the page began. */
  readonly at: number
}

/** Keys for parts that are still loading wait for them so long and no longer; more than these are no command. */
const earlyMs = 5_000
const mostEarly = 8

export function startShortcuts(): () => void {
  let pending = ''
  let pendingUntil = 0
  const early: Stroke[] = []

  /** Runs the command of a stroke. taken: it is one of two, the first or a wrong second. */
  function act({ keys: stroke, at }: Stroke): 'done' | 'taken' | 'unknown' {
    const isFollowing = pending !== '' && at < pendingUntil
    const keys = isFollowing ? `${pending} ${stroke}` : stroke
    pending = ''
    const { commands } = useCommandRegistry.getState()
    const command = commands.find((candidate) => matches(candidate, keys))
    if (command) {
      command.run()
      return 'done'
    }
    if (isFollowing) return 'taken'
    if (!commands.some((candidate) => candidate.shortcut?.startsWith(`${keys} `))) return 'unknown'
    pending = keys
    pendingUntil = at + sequenceMs
    return 'taken'
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.repeat || event.isComposing || event.key === 'Dead') return
    const stroke = strokeOf(event)
    const isSingle = isSingleKey(stroke)
    // Behind a dialog nothing acts but the palette, which can be opened from anywhere.
    if (isDialogOpen() && stroke !== 'mod+k') return
    if (isSingle && (isTyping(event.target) || !useViewSettings.getState().hasSingleKeys)) return
    if (belongsToField(stroke, event.target)) return
    const pressed = { keys: stroke, at: event.timeStamp }
    const outcome = act(pressed)
    if (outcome === 'done') {
      event.preventDefault()
      early.length = 0
    } else if (outcome === 'unknown' && stroke.length === 1 && early.length < mostEarly) {
      if (!useCommandRegistry.getState().isComplete) early.push(pressed)
    }
  }

  /** What was pressed after the first key that acts was meant for what that one opens. */
  function actEarly() {
    const strokes = early.splice(0).filter(({ at }) => at > performance.now() - earlyMs)
    if (isDialogOpen() || isTyping(document.activeElement)) return
    for (const stroke of strokes) if (act(stroke) === 'done') return
  }

  const unsubscribe = useCommandRegistry.subscribe(({ isComplete }, before) => {
    if (isComplete && !before.isComplete) actEarly()
  })
  window.addEventListener('keydown', onKeyDown)
  return () => {
    unsubscribe()
    window.removeEventListener('keydown', onKeyDown)
  }
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}

function matches(command: AppCommand, keys: string): boolean {
  return command.shortcut === keys && command.isKeyLocal !== true
}
