/** Running entries: at most one a person, which the file itself guarantees. */
import type { AbsenceChoice, RunningEntry, Work } from '../../../../shared/contract/time-entries.ts'
import { settledAbsence } from '../../../../shared/domain/absence.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { rateInForce } from '../../../../shared/domain/labour-cost.ts'
import { stretchProblem, wholeSecond } from '../../../../shared/domain/time-range.ts'
import type { Connection } from '../../database/connection.ts'
import { readRates } from '../../database/derive-labour.ts'
import { expected } from '../../database/expected.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { oneself } from '../../database/oneself.ts'
import { assertRecord } from '../../database/references.ts'
import { copyEntry } from './entry-pieces.ts'
import { findEntry, readEntries, type StoredEntry } from './entry-rows.ts'
import { assertStretch, insertEntry, runningOf, workOf } from './entry-writes.ts'
import { assertWork, writeColumns } from './work-fields.ts'

export const RUNNING_IDS =
  'SELECT id FROM time_entry WHERE ended_at IS NULL ORDER BY person_id IS NOT ?, started_at, id'

/** One's own first; `lastSeenAt` of those whose silence is not settled yet. */
export function readRunning(
  db: Connection,
  selfPersonId: number | null,
  lastSeenAt: ReadonlyMap<number, Instant>,
): RunningEntry[] {
  const ids = db.prepare<[number | null], number>(RUNNING_IDS).pluck().all(selfPersonId) as number[]
  const rates = readRates(db)
  return readEntries(db, ids).map((entry) => {
    const rate = rateInForce(entry.day, rates.get(entry.personId) ?? [], rates.get(null) ?? [])
    return { entry, centsPerHour: rate?.centsPerHour ?? null, lastSeenAt: lastSeenAt.get(entry.id) ?? null }
  })
}

export interface Start {
  readonly personId: number | null
  readonly at: Instant | null
  readonly work: Work
}

/** Starts a timer; what runs of the person ends at that instant. Answers the new entry. */
export function startTimer(db: Connection, context: CommandContext, { personId: wanted, at, work }: Start): number {
  const personId = wanted ?? oneself(db, context.settings)
  assertRecord(db, 'person', personId)
  assertWork(db, work)
  const startedAt = wholeSecond(at ?? context.now)
  assertStretch(db, startedAt, null, context)
  switchFrom(db, personId, startedAt, context)
  return insertEntry(db, { ...work, personId, startedAt, endedAt: null }, context.settings.timeZone)
}

/** Ends what runs of a person where something else begins. */
function switchFrom(db: Connection, personId: number, at: Instant, context: CommandContext): void {
  const running = runningOf(db, personId)
  if (!running) return
  if (at < running.started_at) throw expected('invalid_value', { field: 'at', reason: 'before_running_start' })
  endTimer(db, running, at, context)
}

/** Starts again what an entry says. */
export function continueEntry(db: Connection, context: CommandContext, id: number): number {
  const entry = findEntry(db, id)
  if (entry.ended_at === null) throw expected('already_running', { entryId: id })
  return startTimer(db, context, { personId: entry.person_id, at: null, work: workOf(db, entry) })
}

/** Ends a running entry; one that was too short to keep is removed. */
export function stopTimer(db: Connection, context: CommandContext, id: number, at: Instant | null): void {
  const entry = findRunning(db, id)
  const now = wholeSecond(context.now)
  if (at !== null && at > context.now) throw expected('invalid_value', { field: 'endedAt', reason: 'in_future' })
  endTimer(db, entry, at === null ? endBySigns(db, entry, now) : wholeSecond(at), context)
}

function findRunning(db: Connection, id: number): StoredEntry {
  const entry = findEntry(db, id)
  if (entry.ended_at !== null) throw expected('invalid_value', { field: 'id', reason: 'not_running' })
  return entry
}

/** A clock set back behind the start says nothing about the end: the last sign of life does. */
function endBySigns(db: Connection, entry: StoredEntry, now: Instant): Instant {
  if (now >= entry.started_at) return now
  const sign = db
    .prepare<[number], { at: Instant }>('SELECT at FROM timer_sign WHERE person_id = ?')
    .get(entry.person_id)
  return sign && sign.at > entry.started_at ? wholeSecond(sign.at) : now
}

function endTimer(db: Connection, entry: StoredEntry, at: Instant, context: CommandContext): void {
  // Before all else: by a clock that was set back by days the start itself lies too far ahead.
  if (at < entry.started_at) throw expected('invalid_value', { field: 'endedAt', reason: 'ends_before_start' })
  const problem = stretchProblem(entry.started_at, at, { now: context.now, timeZone: context.settings.timeZone })
  if (problem?.reason === 'too_short') db.prepare<[number]>('DELETE FROM time_entry WHERE id = ?').run(entry.id)
  else if (problem && problem.field === 'endedAt') throw expected('invalid_value', { ...problem })
  else writeColumns(db, entry, { ended_at: at }, [])
}

export interface Absence {
  readonly choice: AbsenceChoice
  readonly from: Instant
  readonly to: Instant
  readonly between: Work | null
}

/** Settles time in which nobody was at the timer. Answers the entry that runs then, or the one that was settled. */
export function settleAbsence(db: Connection, context: CommandContext, id: number, absence: Absence): number {
  const entry = findRunning(db, id)
  const settled = settledAbsence(absence.choice, entry.started_at, absence, context.now)
  if (!settled)
    throw expected('invalid_value', { field: 'choice', reason: isEmptySplit(absence) ? 'too_short' : 'over_24_hours' })
  if (absence.between) assertWork(db, absence.between)
  if (settled.endsAt === null) return id
  const { timeZone } = context.settings
  // The parts that go on are copied while the entry they are copied from is there.
  const work = workOf(db, entry)
  writeColumns(db, entry, { ended_at: settled.endsAt }, [])
  const { between, continuesAt } = settled
  if (between) {
    const times = { startedAt: between.from, endedAt: between.to }
    if (absence.between) insertEntry(db, { ...absence.between, ...times, personId: entry.person_id }, timeZone)
    else copyEntry(db, id, times, timeZone)
  }
  const nextId =
    continuesAt === null
      ? id
      : insertEntry(db, { ...work, personId: entry.person_id, startedAt: continuesAt, endedAt: null }, timeZone)
  if (settled.endsAt - entry.started_at < 1000) db.prepare<[number]>('DELETE FROM time_entry WHERE id = ?').run(id)
  return nextId
}

function isEmptySplit({ choice, from, to }: Absence): boolean {
  return choice === 'split' && wholeSecond(to) <= wholeSecond(from)
}
