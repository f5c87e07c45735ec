/** An entry as it is being edited. */
import type { EntryDraft, EntryPatch, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import type { OpenEditor } from '../../../lib/entry-editor.ts'
import { problemsOfTimes, type Times, timesOf } from './times.ts'
import { changedWork, NO_WORK, toWork, type WorkDraft, workDraftOf } from './work-draft.ts'

export interface EntryForm {
  /** Null: nobody is there yet. */
  readonly personId: number | null
  readonly times: Times
  readonly work: WorkDraft
}

const NEW_LENGTH_MS = 3_600_000
const STEP_MS = 300_000

/** A new one without times is of the hour that just went by. */
export function formOf(editor: OpenEditor, now: Instant, selfPersonId: number | null): EntryForm {
  if (editor.kind === 'edit') {
    const { entry } = editor
    return { personId: entry.personId, times: timesOf(entry.startedAt, entry.endedAt), work: workDraftOf(entry) }
  }
  const { draft } = editor
  const usualEnd = Math.floor(now / STEP_MS) * STEP_MS
  const endedAt = draft.endedAt ?? (draft.startedAt === undefined ? usualEnd : draft.startedAt + NEW_LENGTH_MS)
  return {
    personId: draft.personId ?? selfPersonId,
    times: timesOf(draft.startedAt ?? endedAt - NEW_LENGTH_MS, endedAt),
    work: { ...NO_WORK, ...withoutTimes(draft), ...(editor.targets && { targets: editor.targets }) },
  }
}

function withoutTimes(draft: Partial<EntryDraft>): Partial<WorkDraft> {
  const { personId: _person, startedAt: _start, endedAt: _end, targets, ...work } = draft
  return { ...work, ...(targets && { targets: targets.map((target) => ({ ...target, name: '' })) }) }
}

/** Null while something is missing or open. */
export function draftOf({ personId, times, work }: EntryForm): EntryDraft | null {
  const { startedAt, endedAt } = times
  if (personId === null || endedAt === null || Object.keys(problemsOfTimes(times)).length > 0) return null
  return { personId, startedAt, endedAt, ...toWork(work) }
}

/** What was changed of an entry; null while something is open. A running one has no end to change. */
export function patchOf({ personId, times, work }: EntryForm, entry: TimeEntry): EntryPatch | null {
  if (Object.keys(problemsOfTimes(times)).length > 0) return null
  return {
    ...(personId !== null && personId !== entry.personId && { personId }),
    ...(times.startedAt !== entry.startedAt && { startedAt: times.startedAt }),
    ...(entry.endedAt !== null &&
      times.endedAt !== null &&
      times.endedAt !== entry.endedAt && { endedAt: times.endedAt }),
    ...changedWork(workDraftOf(entry), work),
  }
}

export interface Locks {
  readonly isSealed: boolean
  readonly isInvoiced: boolean
  /** Whose it is and when it was. */
  readonly times: boolean
  readonly billable: boolean
  /** Client and project. */
  readonly client: boolean
  readonly removal: boolean
}

export function locksOf(entry: TimeEntry | null): Locks {
  const isSealed = entry?.isSealed ?? false
  const isInvoiced = entry !== null && entry.invoiceId !== null
  const isLocked = isSealed || isInvoiced
  return { isSealed, isInvoiced, times: isLocked, billable: isInvoiced, client: isInvoiced, removal: isLocked }
}
