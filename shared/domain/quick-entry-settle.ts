/** Which reading of each piece about time holds: those that fit together and make an entry; where several do, that is asked. */
import type { Extent, ExtentContext, Outcome, Said } from './quick-entry-extent.ts'
import { extentsOf } from './quick-entry-extent.ts'
import type { TimePiece, TimeReading } from './quick-entry-time.ts'

/** More pieces about time than anyone needs; later ones stay in the note. */
export const MAX_TIME_PIECES = 8

export interface TimeQuestion {
  readonly kind: 'day' | 'duration' | 'clock'
  readonly source: string
  readonly options: readonly TimeOption[]
}
export type TimeOption =
  { readonly key: string; readonly reading: TimeReading } | { readonly key: string; readonly extent: Extent }

export interface SettledTime {
  /** Pieces that are about time, with what they say; the others stay in the note. */
  readonly used: readonly (TimePiece & { readonly reading: TimeReading })[]
  readonly question: TimeQuestion | null
  readonly outcome: Outcome
}

export interface SettleContext extends ExtentContext {
  readonly choices: Readonly<Record<string, string>>
  sourceOf(piece: TimePiece): string
}

interface Arrangement {
  readonly readings: readonly TimeReading[]
  readonly weakness: number
}
interface Judged extends Arrangement {
  readonly outcome: Outcome
}

const NOTE: TimeReading = { kind: 'note' }
/** Leaving out something that was said weighs more than any weak reading. */
const LEFT_OUT = 100

export function settleTime(pieces: readonly TimePiece[], context: SettleContext): SettledTime {
  const arranged = arrange(pieces, false)
  const all = arranged.length > 0 ? arranged : arrange(pieces, true)
  const judged = all.map((each): Judged => ({ ...each, outcome: extentsOf(saidBy(each.readings), context) }))
  let left = preferred(judged)
  const most = left[0]
  for (const [index, piece] of pieces.entries()) {
    const options = distinct(left.map(({ readings }) => readings[index] ?? NOTE))
    if (options.length < 2) continue
    const question = {
      kind: kindOf(options),
      source: context.sourceOf(piece),
      options: options.map((reading) => ({ key: keyOf(reading), reading })),
    }
    const choice = context.choices[`${question.kind} ${question.source}`]
    const chosen = left.filter(({ readings }) => keyOf(readings[index] ?? NOTE) === choice)
    if (chosen.length === 0) return answer(pieces, most, question, context)
    left = chosen
  }
  return answer(pieces, left[0], null, context)
}

function answer(
  pieces: readonly TimePiece[],
  judged: Judged | undefined,
  question: TimeQuestion | null,
  context: SettleContext,
): SettledTime {
  const readings = judged?.readings ?? []
  const isTimed = readings.some(({ kind }) => kind === 'clock' || kind === 'range')
  const used = pieces
    .map((piece, index) => ({ ...piece, reading: readings[index] ?? NOTE }))
    .filter(({ reading }) => reading.kind !== 'note' && (reading.kind !== 'half' || isTimed))
  const outcome = judged?.outcome ?? extentsOf(saidBy([]), context)
  if (question) return { used, question, outcome }
  return { used, ...askForExtent(used, outcome, context) }
}

/** Several stretches the words can mean: which? */
function askForExtent(
  used: SettledTime['used'],
  outcome: Outcome,
  context: SettleContext,
): Pick<SettledTime, 'question' | 'outcome'> {
  if (outcome.extents.length < 2 && !outcome.isAsked) return { question: null, outcome }
  const isOfClock = (piece: SettledTime['used'][number]) => ['clock', 'range'].includes(piece.reading.kind)
  const clocks = used.filter(isOfClock)
  const source = (clocks.length > 0 ? clocks : used).map((piece) => context.sourceOf(piece)).join(' ')
  const options = outcome.extents.map((extent) => ({ key: `${extent.startedAt}-${extent.endedAt}`, extent }))
  const choice = options.find(({ key }) => key === context.choices[`clock ${source}`])
  if (choice) return { question: null, outcome: { extents: [choice.extent], isAsked: false, problem: null } }
  return { question: { kind: 'clock', source, options }, outcome }
}

/** All ways of reading the pieces that do not contradict themselves. `mayLeaveOut`: with as little as possible left in the note. */
function arrange(pieces: readonly TimePiece[], mayLeaveOut: boolean): Arrangement[] {
  let partial: Arrangement[] = [{ readings: [], weakness: 0 }]
  for (const { readings } of pieces.slice(0, MAX_TIME_PIECES)) {
    const choices = mayLeaveOut ? [...readings, NOTE] : readings
    partial = partial
      .flatMap((before) => choices.map((reading) => extend(before, reading, reading === NOTE)))
      .filter(({ readings: so }) => isConsistent(so))
  }
  return partial
}

function extend({ readings, weakness }: Arrangement, reading: TimeReading, isLeftOut: boolean): Arrangement {
  const added = isLeftOut ? LEFT_OUT : reading.isWeak ? 1 : 0
  return { readings: [...readings, reading], weakness: weakness + added }
}

/** What can be rather than what cannot, and of those the least far-fetched. */
function preferred(judged: readonly Judged[]): Judged[] {
  const least = Math.min(...judged.map(({ weakness }) => Math.floor(weakness / LEFT_OUT)))
  const kept = judged.filter(({ weakness }) => Math.floor(weakness / LEFT_OUT) === least)
  const possible = kept.filter(({ outcome }) => !isImpossible(outcome))
  // What was plainly said and cannot be is better refused than taken for something far-fetched that is no entry either.
  // And what contradicts itself is asked, even where one of both cannot be.
  const isHelp = least === 0 && possible.some((each) => each.weakness === 0 || each.outcome.problem === null)
  const left = isHelp ? possible : kept
  const weakness = Math.min(...left.map((each) => each.weakness))
  return left.filter((each) => each.weakness === weakness)
}

/** Something may still be missing; but what was said can be. */
function isImpossible({ problem }: Outcome): boolean {
  return problem !== null && !['no_time', 'no_duration', 'no_start', 'no_place'].includes(problem)
}

function ofKind<Kind extends TimeReading['kind']>(readings: readonly TimeReading[], kind: Kind) {
  return readings.filter((reading): reading is TimeReading & { kind: Kind } => reading.kind === kind)
}

function isConsistent(readings: readonly TimeReading[]): boolean {
  const ranges = ofKind(readings, 'range')
  const clocks = ofKind(readings, 'clock')
  const instants = ofKind(readings, 'instant')
  const durations = new Set(ofKind(readings, 'duration').map(({ seconds }) => seconds))
  const days = new Set(ofKind(readings, 'day').map(({ day }) => day))
  const ends = clocks.filter(({ role }) => role === 'end').length
  const starts = clocks.length - ends + instants.length
  if (days.size > 1 || durations.size > 1 || ranges.length > 1 || starts > 1 || ends > 1) return false
  if (new Set(ofKind(readings, 'half').map(({ half }) => half)).size > 1) return false
  if (instants.length > 0 && (days.size > 0 || ends > 0)) return false
  if (ranges.length > 0 && starts + ends > 0) return false
  if (durations.size > 0 && starts > 0 && ends > 0) return false
  const [range] = ranges
  const [duration] = durations
  return range === undefined || duration === undefined || agrees(range, duration)
}

/** A length beside a range says the same once more, or contradicts it. */
function agrees({ start, end, daysLater }: TimeReading & { kind: 'range' }, duration: number): boolean {
  const halfDay = 43_200
  return (end.seconds - start.seconds + daysLater * 2 * halfDay - duration) % halfDay === 0
}

function saidBy(readings: readonly TimeReading[]): Said {
  const clocks = ofKind(readings, 'clock')
  const start = clocks.find(({ role }) => role !== 'end')
  return {
    day: ofKind(readings, 'day')[0]?.day,
    duration: ofKind(readings, 'duration')[0]?.seconds,
    range: ofKind(readings, 'range')[0],
    start: start?.clock,
    isUntilNow: start?.role === 'since',
    end: clocks.find(({ role }) => role === 'end')?.clock,
    instant: ofKind(readings, 'instant')[0]?.at,
    half: ofKind(readings, 'half')[0]?.half,
  }
}

function distinct(readings: readonly TimeReading[]): TimeReading[] {
  return [...new Map(readings.map((reading) => [keyOf(reading), reading])).values()]
}

/** Stays the same while one goes on typing. */
function keyOf(reading: TimeReading): string {
  switch (reading.kind) {
    case 'duration':
      return `duration:${reading.seconds}`
    case 'clock':
      return `clock:${reading.clock.seconds}`
    case 'range':
      return `range:${reading.start.seconds}-${reading.end.seconds}`
    case 'day':
      return `day:${reading.day ?? ''}`
    case 'instant':
      return `instant:${reading.at}`
    case 'half':
      return `half:${reading.half}`
    case 'note':
      return 'none'
  }
}

function kindOf(options: readonly TimeReading[]): TimeQuestion['kind'] {
  if (options.some(({ kind }) => kind === 'day')) return 'day'
  return options.some(({ kind }) => kind === 'duration') ? 'duration' : 'clock'
}
