/** Keys of two, "g b": the first waits for the second; where it is a command as well, it acts when none comes or something else follows. */
import { type AppCommand, isSingleKey, useCommandRegistry } from '../lib/commands.ts'

/** A second key belongs to the first if it comes within this time. */
const sequenceMs = 900
/** The same where the first key is a command as well: nobody likes to wait for what one key is said to do. */
const aloneMs = 600
const pasteKeys = 'mod+v'

export interface Stroke {
  readonly keys: string
  /** What it would write. */
  readonly text: string
  /** Capitals begin sentences; no key of two is one. */
  readonly isShifted: boolean
  /** As events count it: milliseconds since the page began. */
  readonly at: number
}

/** taken: it is one of two, the first or a wrong second. */
export type Outcome = 'done' | 'taken' | 'unknown'

export interface SequenceHost {
  /** Runs the command of these keys; false: there is none. */
  run(keys: string): boolean
  /** Is typed into the field that a command opens. */
  type(text: string): void
  /** Keeps a key for a part that is still loading; false: all are there. */
  keep(stroke: Stroke): boolean
  /** Nothing may act by itself: someone types, or a dialog is open. */
  isBusy(): boolean
}

export function startSequence(host: SequenceHost) {
  let first: Stroke | null = null
  let timer = 0

  function takeFirst(): Stroke | null {
    const taken = first
    first = null
    window.clearTimeout(timer)
    return taken
  }

  function act(stroke: Stroke): Outcome {
    const before = takeFirst()
    const outcome = before === null ? 'unknown' : actSecond(before, stroke, host)
    if (outcome !== 'unknown') return outcome
    const isFirst = useCommandRegistry.getState().commands.some(beginsWith(stroke.keys))
    if (!isFirst) return host.run(stroke.keys) ? 'done' : 'unknown'
    first = stroke
    timer = window.setTimeout(actAlone, Math.max(0, endOf(stroke) - performance.now()))
    return 'taken'
  }

  /** Nothing has followed the first key. */
  function actAlone() {
    const before = takeFirst()
    if (before === null || host.isBusy()) return
    if (!host.run(before.keys)) host.keep(before)
  }

  return { act, stop: () => void takeFirst() }
}

/** unknown: it has nothing to do with the first and is a key of its own. */
function actSecond(before: Stroke, second: Stroke, { run, type, keep }: SequenceHost): Outcome {
  const alone = commandOf(before.keys)
  const isInTime = second.at < endOf(before)
  if (isInTime && !second.isShifted && run(`${before.keys} ${second.keys}`)) return 'done'
  const isText = second.text.length === 1 && isSingleKey(second.keys)
  if (alone && (isText || second.keys === pasteKeys)) {
    run(before.keys)
    if (!isText || alone.opensField !== true) return 'unknown'
    type(second.text)
    return 'done'
  }
  if (!isInTime || alone) return 'unknown'
  // What the first one does alone may still be loading.
  if (keep(before)) keep(second)
  return 'taken'
}

export function commandOf(keys: string): AppCommand | undefined {
  const { commands } = useCommandRegistry.getState()
  return commands.find(({ shortcut, isKeyLocal }) => shortcut === keys && isKeyLocal !== true)
}

/** From then on a first key stands alone. */
function endOf({ keys, at }: Stroke): number {
  return at + (commandOf(keys) ? aloneMs : sequenceMs)
}

function beginsWith(keys: string) {
  return ({ shortcut }: AppCommand) => shortcut?.startsWith(`${keys} `) === true
}
