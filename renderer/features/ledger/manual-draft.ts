/** The form of a line entered by hand: what stands in it, and what is missing. */
import type { LineDetails, ManualLine } from '../../../shared/contract/ledger.ts'
import type { Day } from '../../../shared/domain/day.ts'

export interface ManualDraft extends Omit<ManualLine, 'cents'> {
  readonly cents: number | null
}

export function newLine(day: Day): ManualDraft {
  return {
    day,
    scope: 'social',
    kind: 'other',
    cents: null,
    seconds: 0,
    text: '',
    personId: null,
    activity: null,
    channelId: null,
    campaignId: null,
    postId: null,
    clientId: null,
    departmentId: null,
  }
}

/** The fields of a line; a correction is booked in an open month. */
export function draftOf({ manual }: LineDetails, day: Day): ManualDraft {
  return manual ?? newLine(day)
}

export type ManualProblem = 'required' | 'zero' | 'opposite_signs'
export type ProblemField = 'cents' | 'text' | 'seconds'

export function problemsOf(draft: ManualDraft): Partial<Record<ProblemField, ManualProblem>> {
  const cents = draft.cents ?? 0
  return {
    ...(cents === 0 && draft.seconds === 0 && { cents: 'zero' as const }),
    ...(cents * draft.seconds < 0 && { seconds: 'opposite_signs' as const }),
    ...(draft.text.trim() === '' && { text: 'required' as const }),
  }
}

/** The line as the ledger takes it: only labour has hours, a person and an activity. */
export function toLine(draft: ManualDraft): ManualLine {
  const line = { ...draft, cents: draft.cents ?? 0, text: draft.text.trim() }
  return draft.kind === 'labour' ? line : { ...line, seconds: 0, personId: null, activity: null }
}
