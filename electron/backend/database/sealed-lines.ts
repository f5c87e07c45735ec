/**
 * Sources whose lines stand in closed months. What a source should have there is compared with what stands there; the difference is
 * booked in the open time as reversals and corrections that point back. Deriving again finds them and changes nothing.
 */
import { allocate } from '../../../shared/domain/allocation.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { LineDraft, LineToWrite, SourceKind, StoredLine } from './ledger-line.ts'

export interface Closing {
  readonly lastSealedDay: Day
  /** Where corrections are booked: today, or the first open day. */
  readonly bookingDay: Day
}

export function closingAt(lastSealedDay: Day, today: Day): Closing {
  const firstOpen = addDays(lastSealedDay, 1)
  return { lastSealedDay, bookingDay: today > firstOpen ? today : firstOpen }
}

/** The open lines a source should have, given what is sealed of it. */
export function openLinesOf(
  kind: SourceKind,
  existing: readonly StoredLine[],
  drafts: readonly LineDraft[],
  closing: Closing,
): LineToWrite[] {
  const isSealed = (day: string) => day <= closing.lastSealedDay
  const effective = effectiveSealedLines(existing, isSealed)
  const wanted = drafts.filter((draft) => isSealed(draft.day))
  const { reversed, missing } = compare(kind, effective, wanted)
  const known = new Corrections(existing.filter((line) => !isSealed(line.day)))
  const corrections = [
    ...reversed.map((line) => reversalOf(line)),
    ...missing.map(({ draft, replaces }) => ({
      ...draft,
      forDay: draft.day,
      correctsLineId: replaces?.id ?? draft.correctsLineId,
    })),
  ].map((line) => ({ ...line, day: known.dayOf(line) ?? closing.bookingDay }))
  const open = drafts.filter((draft) => !isSealed(draft.day)).map((draft) => ({ ...draft, forDay: null }))
  return [...corrections, ...open]
}

/** The day a line speaks of: a correction is booked on another. */
const dayOf = (line: StoredLine) => line.forDay ?? line.day

/** Sealed lines that still count: neither taken back by another sealed line of their source nor a reversal themselves. */
function effectiveSealedLines(existing: readonly StoredLine[], isSealed: (day: string) => boolean): StoredLine[] {
  const sealed = existing.filter((line) => isSealed(line.day))
  const ids = new Set(sealed.map((line) => line.id))
  const isOwn = (id: number | null) => id !== null && ids.has(id)
  const takenBack = new Set(sealed.map((line) => line.reversesLineId).filter(isOwn))
  return sealed.filter((line) => !isOwn(line.reversesLineId) && !takenBack.has(line.id))
}

interface Difference {
  readonly reversed: readonly StoredLine[]
  readonly missing: readonly { readonly draft: LineDraft; readonly replaces: StoredLine | null }[]
}

function compare(kind: SourceKind, effective: readonly StoredLine[], drafts: readonly LineDraft[]): Difference {
  const lines = new Set(effective)
  const unmatched = matchEqual(kind, lines, kind === 'time' ? keepingCosts(drafts, effective) : drafts)
  const left = absorbSettled(kind, lines, unmatched)
  const reversed = [...lines].filter((line) => !line.isSettledByHand)
  const partners = [...reversed]
  const take = (test: (line: StoredLine) => boolean) => {
    const index = partners.findIndex(test)
    return index === -1 ? null : (partners.splice(index, 1)[0] ?? null)
  }
  const sameDay = left.map((draft) => ({ draft, replaces: take((line) => dayOf(line) === draft.day) }))
  return {
    reversed,
    missing: sameDay.map(({ draft, replaces }) => ({ draft, replaces: replaces ?? take(() => true) })),
  }
}

/** Takes equal lines out of the set and answers the drafts that found none. */
function matchEqual(kind: SourceKind, lines: Set<StoredLine>, drafts: readonly LineDraft[]): LineDraft[] {
  const byKey = Map.groupBy(lines, (line) => keyOf(kind, { ...line, day: dayOf(line) }))
  return drafts.filter((draft) => {
    const line = byKey.get(keyOf(kind, draft))?.shift()
    return line === undefined || !lines.delete(line)
  })
}

/** What a person took back by hand is settled: later changes of its source do not book it again. */
function absorbSettled(kind: SourceKind, lines: ReadonlySet<StoredLine>, drafts: readonly LineDraft[]): LineDraft[] {
  const left = [...drafts]
  for (const line of lines) {
    if (!line.isSettledByHand) continue
    const index = left.findIndex((draft) => draft.day === dayOf(line))
    if (index !== -1) left.splice(index, 1)
    else if (kind === 'time') left.splice(0, 1)
  }
  return left
}

/**
 * A changed rate costs open months only: sealed work keeps its amount while person, day and length are the same. Each share of an entry
 * finds a line of its own: the one that says the same, else one as long; where shares were divided anew, the amount is divided with them.
 */
function keepingCosts(drafts: readonly LineDraft[], effective: readonly StoredLine[]): LineDraft[] {
  const [first] = drafts
  if (!first) return []
  const pool = effective.filter((line) => line.personId === first.personId && dayOf(line) === first.day)
  const kept = new Map<LineDraft, Pick<LineDraft, 'cents' | 'isPriced'>>()
  const work = (line: LineDraft) => keyOf('time', { ...line, cents: 0, isPriced: 1 })
  const tests = [
    (draft: LineDraft) => (line: StoredLine) => work({ ...line, day: dayOf(line) }) === work(draft),
    (draft: LineDraft) => (line: StoredLine) => line.seconds === draft.seconds,
  ]
  for (const test of tests)
    for (const draft of drafts) {
      if (kept.has(draft)) continue
      const index = pool.findIndex(test(draft))
      const [line] = index === -1 ? [] : pool.splice(index, 1)
      if (line) kept.set(draft, line)
    }
  divideAnew(
    drafts.filter((draft) => !kept.has(draft)),
    pool,
    kept,
  )
  return drafts.map((draft) => {
    const { cents, isPriced } = kept.get(draft) ?? draft
    return { ...draft, cents, isPriced }
  })
}

function divideAnew(
  drafts: readonly LineDraft[],
  lines: readonly StoredLine[],
  kept: Map<LineDraft, Pick<LineDraft, 'cents' | 'isPriced'>>,
): void {
  const [line] = lines
  const secondsOf = (all: readonly LineDraft[]) => all.reduce((sum, one) => sum + one.seconds, 0)
  if (!line || drafts.length === 0 || secondsOf(lines) !== secondsOf(drafts)) return
  const cents = allocate(
    lines.reduce((sum, one) => sum + one.cents, 0),
    drafts.map((draft) => draft.seconds),
  )
  for (const [index, draft] of drafts.entries()) kept.set(draft, { cents: cents[index] ?? 0, isPriced: line.isPriced })
}

/** What makes two lines of a source the same. The scope of revenue follows its touches, which may change after the closing. */
function keyOf(kind: SourceKind, line: LineDraft): string {
  const { scope, ...rest } = line
  return JSON.stringify([
    kind === 'revenue' ? '' : scope,
    rest.day,
    rest.kind,
    rest.cents,
    rest.grossCents,
    rest.seconds,
    rest.isPriced,
    rest.personId,
    rest.activity,
    rest.channelId,
    rest.campaignId,
    rest.postId,
    rest.conversationId,
    rest.clientId,
    rest.departmentId,
    rest.reversesLineId,
  ])
}

function reversalOf(line: StoredLine): LineToWrite {
  return {
    ...line,
    cents: -line.cents,
    seconds: -line.seconds,
    grossCents: -line.grossCents,
    forDay: dayOf(line),
    reversesLineId: line.id,
    correctsLineId: null,
  }
}

/** Corrections that are booked already keep their day. */
class Corrections {
  readonly #days: Map<string, string[]>

  constructor(open: readonly StoredLine[]) {
    const days = new Map<string, string[]>()
    for (const line of open) {
      if (line.forDay === null) continue
      const key = correctionKey(line)
      const known = days.get(key)
      if (known) known.push(line.day)
      else days.set(key, [line.day])
    }
    this.#days = days
  }

  dayOf(line: LineToWrite): Day | null {
    return (this.#days.get(correctionKey(line))?.shift() ?? null) as Day | null
  }
}

function correctionKey(line: LineToWrite): string {
  const kind = line.kind === 'revenue' ? 'revenue' : 'manual'
  return `${keyOf(kind, { ...line, day: line.forDay ?? '' })} ${String(line.correctsLineId)}`
}
