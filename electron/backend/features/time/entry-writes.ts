/** Adding, changing and removing entries. Every check that a form shows at a field is here or in shared/domain/time-range.ts. */
import type {
  EntryDraft,
  EntryPatch,
  OverlapChoice,
  Work,
  WorkPatch,
} from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import { stretchProblem, trimmed, wholeSecond, type Stretch } from '../../../../shared/domain/time-range.ts'
import { sameClock } from '../../../../shared/domain/wall-time.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { forgetImportedTime } from '../../database/imported-rows.ts'
import type { CommandContext } from '../../database/ledger-file.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import { findEntry, targetsOf, type StoredEntry } from './entry-rows.ts'
import { assertChangeable, copyEntry, writePieces } from './entry-pieces.ts'
import { makeRoom, refuseOverlap } from './overlap-store.ts'
import { assertWork, columnsOfWork, patchWork, writeColumns, writeTargets } from './work-fields.ts'

/** Fails with `invalid_value` at the field that is wrong, or with `month_closed`. `day`: where it was named in another zone. */
export function assertStretch(
  db: Connection,
  from: Instant,
  to: Instant | null,
  context: CommandContext,
  day?: Day,
): void {
  const { timeZone } = context.settings
  const problem = stretchProblem(from, to, { now: context.now, timeZone })
  if (problem) throw expected('invalid_value', { ...problem })
  assertOpen(db, day ?? dayAt(from, timeZone), 'startedAt')
}

export interface NewEntry extends Work {
  readonly personId: number
  readonly startedAt: Instant
  readonly endedAt: Instant | null
}

/** Writes an entry that was checked before. */
export function insertEntry(db: Connection, entry: NewEntry, timeZone: string): number {
  const columns = {
    ...columnsOfWork(db, entry),
    person_id: entry.personId,
    started_at: entry.startedAt,
    ended_at: entry.endedAt,
    day: dayAt(entry.startedAt, timeZone),
  }
  const names = Object.keys(columns)
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO time_entry (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(columns)
  writeTargets(db, Number(lastInsertRowid), entry.targets)
  return Number(lastInsertRowid)
}

/** What an entry was and what for, to be started or entered again. */
export function workOf(db: Connection, entry: StoredEntry): Work {
  return {
    activity: entry.activity,
    channelId: entry.channel_id,
    campaignId: entry.campaign_id,
    clientId: entry.client_id,
    projectId: entry.project_id,
    departmentId: entry.department_id,
    targets: targetsOf(db, entry),
    note: entry.note,
    scope: entry.scope,
    isBillable: entry.is_billable === 1,
  }
}

export function addEntries(
  db: Connection,
  context: CommandContext,
  drafts: readonly EntryDraft[],
  onOverlap: OverlapChoice,
): number | null {
  const ids = drafts.map((draft) => addEntry(db, context, draft, onOverlap))
  return ids.length === 1 ? (ids[0] ?? null) : null
}

function addEntry(db: Connection, context: CommandContext, draft: EntryDraft, onOverlap: OverlapChoice): number {
  const from = wholeSecond(draft.startedAt)
  const to = wholeSecond(draft.endedAt)
  assertStretch(db, from, to, context)
  assertRecord(db, 'person', draft.personId)
  assertWork(db, draft)
  const [first, ...others] = makeRoom(db, context, { from, to, personId: draft.personId }, onOverlap, null)
  const { timeZone } = context.settings
  const id = insertEntry(db, { ...draft, startedAt: first.from, endedAt: first.to }, timeZone)
  for (const piece of others) copyEntry(db, id, { startedAt: piece.from, endedAt: piece.to }, timeZone)
  return id
}

export function updateEntry(
  db: Connection,
  context: CommandContext,
  id: number,
  patch: EntryPatch,
  onOverlap: OverlapChoice,
): void {
  const entry = findEntry(db, id)
  assertWork(db, patch)
  patchWork(db, entry, patch)
  const personId = patch.personId ?? entry.person_id
  const startedAt = changedInstant(patch.startedAt, entry.started_at) ?? entry.started_at
  const endedAt = changedInstant(patch.endedAt, entry.ended_at) ?? entry.ended_at
  if (personId === entry.person_id && startedAt === entry.started_at && endedAt === entry.ended_at) return
  assertChangeable(db, entry)
  assertStretch(db, startedAt, endedAt, context, startedAt === entry.started_at ? entry.day : undefined)
  if (personId !== entry.person_id) movePerson(db, findEntry(db, id), personId, endedAt === null)
  const stretch = { from: startedAt, to: endedAt ?? Math.max(context.now, startedAt), personId }
  // Who moves work of which only the day was known says when it was.
  if (startedAt !== entry.started_at) writeColumns(db, findEntry(db, id), { is_untimed: 0 }, [])
  const isTimed = entry.is_estimate === 0 && (entry.is_untimed === 0 || startedAt !== entry.started_at)
  const pieces = makeRoom(db, context, stretch, isTimed ? onOverlap : 'keep', id)
  writePieces(db, findEntry(db, id), pieces, { ...context, isRunning: endedAt === null })
}

function changedInstant(wanted: Instant | undefined, before: Instant | null): Instant | undefined {
  return wanted === undefined || wanted === before ? undefined : wholeSecond(wanted)
}

function movePerson(db: Connection, entry: StoredEntry, personId: number, isRunning: boolean): void {
  assertRecord(db, 'person', personId)
  const running = runningOf(db, personId)
  if (isRunning && running) throw expected('already_running', { entryId: running.id })
  writeColumns(db, entry, { person_id: personId }, ['person'])
}

/** The entry of a person that runs. */
export function runningOf(db: Connection, personId: number): StoredEntry | undefined {
  return db
    .prepare<[number], StoredEntry>('SELECT * FROM time_entry WHERE person_id = ? AND ended_at IS NULL')
    .get(personId)
}

/** Changes what many entries were for; invoiced ones stay as they are. */
export function updateMany(
  db: Connection,
  ids: readonly number[],
  { personId, ...patch }: WorkPatch & { personId?: number | undefined },
): void {
  assertWork(db, patch)
  if (personId !== undefined) assertRecord(db, 'person', personId)
  for (const id of new Set(ids)) {
    const entry = findEntry(db, id)
    if (entry.invoice_id !== null) continue
    patchWork(db, entry, patch)
    if (personId === undefined || personId === entry.person_id) continue
    assertChangeable(db, entry)
    movePerson(db, findEntry(db, id), personId, entry.ended_at === null)
  }
}

/** Moves entries by whole days at the same time on the clock; their length stays. */
export function shiftEntries(db: Connection, context: CommandContext, ids: readonly number[], days: number): void {
  const { timeZone } = context.settings
  for (const id of new Set(ids)) {
    const entry = findEntry(db, id)
    if (days === 0) continue
    assertChangeable(db, entry)
    if (entry.ended_at === null) throw expected('invalid_value', { field: 'ids', reason: 'still_running' })
    const startedAt = sameClock(entry.started_at, days, timeZone)
    const endedAt = startedAt + entry.ended_at - entry.started_at
    const problem = stretchProblem(startedAt, startedAt + 1000, { now: context.now, timeZone })
    if (problem) throw expected('invalid_value', { ...problem, field: 'days' })
    const day = dayAt(startedAt, timeZone)
    assertOpen(db, day, 'startedAt')
    writeColumns(db, entry, { started_at: startedAt, ended_at: endedAt, day }, ['times'])
  }
}

export function removeEntries(db: Connection, ids: readonly number[]): void {
  const remove = db.prepare<[number]>('DELETE FROM time_entry WHERE id = ?')
  for (const id of new Set(ids)) {
    const entry = findEntry(db, id)
    assertChangeable(db, entry)
    forgetImportedTime(db, id)
    remove.run(id)
  }
}

/** Divides an entry; the second part is new and, where the entry runs, goes on running. */
export function splitEntry(db: Connection, context: CommandContext, id: number, wanted: Instant): number {
  const entry = findEntry(db, id)
  const at = wholeSecond(wanted)
  const end = entry.ended_at ?? context.now
  if (at <= entry.started_at || at >= end) throw expected('invalid_value', { field: 'at', reason: 'outside_of_entry' })
  assertChangeable(db, entry)
  const pieces = [
    { from: entry.started_at, to: at },
    { from: at, to: end },
  ]
  const written = writePieces(db, entry, pieces, { ...context, isRunning: entry.ended_at === null })
  return written.at(-1) ?? id
}

/** Cuts overlaps among entries of one person. */
export function trimEntries(db: Connection, context: CommandContext, ids: readonly number[]): void {
  const entries = [...new Set(ids)].map((id) => findEntry(db, id))
  if (new Set(entries.map((entry) => entry.person_id)).size > 1)
    throw expected('invalid_value', { field: 'ids', reason: 'several_people' })
  const stretches = entries.map((entry) => ({
    id: entry.id,
    from: entry.started_at,
    to: entry.ended_at ?? Math.max(context.now, entry.started_at),
  }))
  const { pieces, swallowed } = trimmed(stretches)
  if (swallowed.length > 0) refuseOverlap(db, swallowed)
  for (const entry of entries) {
    const own = pieces.get(entry.id) ?? []
    if (isUncut(stretches, entry.id, own)) continue
    assertChangeable(db, entry)
    const end = stretches.find(({ id }) => id === entry.id)?.to
    const isRunning = entry.ended_at === null && own.at(-1)?.to === end
    writePieces(db, entry, own, { ...context, isRunning })
  }
}

function isUncut(stretches: readonly (Stretch & { id: number })[], id: number, pieces: readonly Stretch[]): boolean {
  const whole = stretches.find((stretch) => stretch.id === id)
  return pieces.length === 1 && pieces[0]?.from === whole?.from && pieces[0]?.to === whole?.to
}
