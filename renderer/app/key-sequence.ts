/**
 * Keys of two, "g b": the first waits for the second; where it is a command as well, it acts when none comes or something else follows. A third letter
 * that follows at once says that someone types: then the two were the beginning of a text, in the field that the first opens.
 */
import { type AppCommand, isSingleKey, useCommandRegistry } from '../lib/commands.ts'

/** A second key belongs to the first if it comes within this time. */
const sequenceMs = 900
/** The same where the first key is a command as well: nobody likes to wait for what one key is said to do. */
const aloneMs = 600
const pasteKeys = 'mod+v'
/** Whoever types goes on this soon; whoever meant the two keys looks at the screen they lead to first. */
const typingMs = 300

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
  /** Two that have just acted together; what follows at once says that they were the beginning of a text. */
  let pair: readonly [Stroke, Stroke] | null = null
  let timer = 0

  function takeFirst(): Stroke | null {
    const taken = first
    first = null
    window.clearTimeout(timer)
    return taken
  }

  function act(stroke: Stroke): Outcome {
    const before = takeFirst()
    const acted = pair
    pair = null
    if (acted !== null && isTextAfter(acted, stroke)) return typeInstead(acted, stroke, host)
    if (before !== null && isPair(before, stroke)) {
      pair = [before, stroke]
      host.run(`${before.keys} ${stroke.keys}`)
      return 'done'
    }
    const outcome = before === null ? 'unknown' : actAfter(before, stroke, host)
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

function isPair(first: Stroke, second: Stroke): boolean {
  const isInTime = second.at < endOf(first)
  return isInTime && !second.isShifted && commandOf(`${first.keys} ${second.keys}`) !== undefined
}

function isText({ keys, text }: Stroke): boolean {
  return text.length === 1 && isSingleKey(keys)
}

/** The first one opens a field alone, and someone is typing. */
function isTextAfter([first, second]: readonly [Stroke, Stroke], third: Stroke): boolean {
  return isText(third) && third.at < second.at + typingMs && commandOf(first.keys)?.opensField === true
}

/** The field of the first opens after all, over the screen the two have led to; no letter is lost. */
function typeInstead([first, second]: readonly [Stroke, Stroke], third: Stroke, { run, type }: SequenceHost): Outcome {
  run(first.keys)
  type(second.text)
  type(third.text)
  return 'done'
}

/** A second key that makes no pair with the first. unknown: it has nothing to do with it and is a key of its own. */
function actAfter(before: Stroke, second: Stroke, { run, type, keep }: SequenceHost): Outcome {
  const alone = commandOf(before.keys)
  if (alone && (isText(second) || second.keys === pasteKeys)) {
    run(before.keys)
    if (!isText(second) || alone.opensField !== true) return 'unknown'
    type(second.text)
    return 'done'
  }
  if (second.at >= endOf(before) || alone) return 'unknown'
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
