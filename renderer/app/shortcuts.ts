/** Keys for commands. Single letters never act while someone types, and can be switched off (WCAG 2.1.4). */
import { isReady, isSingleKey, useCommandRegistry } from '../lib/commands.ts'
import { isDialogOpen } from '../lib/open-dialog.ts'
import { strokeOf } from '../lib/strokes.ts'
import { useViewSettings } from '../lib/view-settings.ts'
import { commandOf, startSequence, type Stroke } from './key-sequence.ts'
import { belongsToField, isOfHistory, isTyping, startTypedField } from './typed-field.ts'
import { modifiers, startTypingAhead } from './typing-ahead.ts'

/** Keys for parts that are still loading wait for them so long and no longer. */
const earlyMs = 10_000
const mostEarly = 100
/** A field that a key opens is waited for so long: what is typed meanwhile is meant for it and nothing else. */
const aheadMs = 3_000

export function startShortcuts(): () => void {
  const early: Stroke[] = []
  const ahead = startTypingAhead()
  const typedField = startTypedField()

  const sequence = startSequence({
    run(keys) {
      const command = commandOf(keys)
      if (command?.opensField && !isDialogOpen()) ahead.begin(performance.now() + aheadMs)
      command?.run()
      return command !== undefined
    },
    type: (text) => ahead.type(text),
    keep,
    isBusy,
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.repeat || event.isComposing || modifiers.includes(event.key)) return
    const stroke = strokeOf(event)
    const isSingle = isSingleKey(stroke)
    // Whoever takes back while a form is being saved means what it saves, and no longer the text in its fields.
    const isOfSaving = isOfHistory(stroke) && isFormSaving()
    // Behind a dialog nothing acts but the palette, which can be opened from anywhere.
    if (isDialogOpen() && stroke !== 'mod+k' && !isOfSaving) return
    if (isSingle && (isTyping(event.target) || !useViewSettings.getState().hasSingleKeys)) return
    if (belongsToField(stroke, event.target, typedField.is(event.target)) && !isOfSaving) return
    const pressed = { keys: stroke, text: event.key, isShifted: event.shiftKey, at: event.timeStamp }
    if (waits(pressed)) return
    const outcome = sequence.act(pressed)
    if (outcome === 'unknown') keep(pressed)
    if (outcome !== 'done') return
    event.preventDefault()
    early.length = 0
  }

  /** Behind a key that waits others wait as well, so that their order stays. */
  function waits(pressed: Stroke): boolean {
    const isWaitedFor = early.some(({ at }) => at > pressed.at - earlyMs)
    return isWaitedFor && keep(pressed)
  }

  function keep(pressed: Stroke): boolean {
    const isEarly = pressed.text.length === 1 && isSingleKey(pressed.keys) && !isReady(useCommandRegistry.getState())
    if (isEarly && early.length < mostEarly) early.push(pressed)
    return isEarly
  }

  /** What was pressed after the first key that acts was meant for what that one opens. */
  function actEarly() {
    const strokes = early.splice(0).filter(({ at }) => at > performance.now() - earlyMs)
    if (isBusy()) return
    const first = strokes.findIndex((stroke) => sequence.act(stroke) === 'done')
    if (first !== -1) for (const { text } of strokes.slice(first + 1)) ahead.type(text)
  }

  const unsubscribe = useCommandRegistry.subscribe((registry, before) => {
    if (isReady(registry) && !isReady(before)) actEarly()
  })
  window.addEventListener('keydown', onKeyDown)
  return () => {
    sequence.stop()
    unsubscribe()
    ahead.stop()
    typedField.stop()
    window.removeEventListener('keydown', onKeyDown)
  }
}

/** The form was sent, and closes once the ledger has answered. */
function isFormSaving(): boolean {
  return document.querySelector('[role=dialog] [type=submit][data-pending]') !== null
}

/** Someone does something else. */
function isBusy(): boolean {
  return isDialogOpen() || isTyping(document.activeElement)
}
