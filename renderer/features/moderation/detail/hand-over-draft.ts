/** What is entered to hand something over. Pure. */
import type { Instant } from '../../../../shared/domain/instant.ts'

export interface HandOverDraft {
  readonly kind: 'person' | 'department'
  readonly personId: number | null
  readonly departmentId: number | null
  /** An instant as it was chosen, 'none', or 'own': as `ownDue` says. */
  readonly due: string
  readonly ownDue: Instant | null
  readonly note: string
}

export const NEW_HAND_OVER: HandOverDraft = {
  kind: 'department',
  personId: null,
  departmentId: null,
  due: 'none',
  ownDue: null,
  note: '',
}

/** What is missing, or lies behind us. */
export function handOverProblems(draft: HandOverDraft, now: Instant) {
  const to = draft.kind === 'person' ? draft.personId : draft.departmentId
  const due = dueOf(draft)
  return {
    to: to === null ? ('missing' as const) : null,
    due:
      draft.due === 'own' && due === null
        ? ('dueMissing' as const)
        : due !== null && due <= now
          ? ('duePast' as const)
          : null,
  }
}

/** As the contract takes it: exactly one receiver. */
export function handOverOf(draft: HandOverDraft) {
  const isPerson = draft.kind === 'person'
  return {
    personId: isPerson ? draft.personId : null,
    departmentId: isPerson ? null : draft.departmentId,
    dueAt: dueOf(draft),
    note: draft.note,
  }
}

function dueOf({ due, ownDue }: HandOverDraft): Instant | null {
  if (due === 'none') return null
  return due === 'own' ? ownDue : Number(due)
}
