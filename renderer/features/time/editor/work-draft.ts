/** What a stretch of work was and what for, with the names the page shows. */
import type { TimeEntry, Work, WorkPatch } from '../../../../shared/contract/time-entries.ts'

export type NamedTarget = TimeEntry['targets'][number]

export interface WorkDraft extends Omit<Work, 'targets'> {
  readonly targets: readonly NamedTarget[]
}

export const NO_WORK: WorkDraft = {
  activity: null,
  channelId: null,
  campaignId: null,
  clientId: null,
  projectId: null,
  departmentId: null,
  targets: [],
  note: '',
  scope: 'social',
  isBillable: false,
}

export function workDraftOf(source: WorkDraft): WorkDraft {
  const { activity, channelId, campaignId, clientId, projectId, departmentId, targets, note, scope, isBillable } =
    source
  return { activity, channelId, campaignId, clientId, projectId, departmentId, targets, note, scope, isBillable }
}

/** As the ledger takes it: targets without their names. */
export function toWork(draft: WorkDraft): Work {
  const targets = draft.targets.map(({ postId, conversationId, weight }) => ({ postId, conversationId, weight }))
  return { ...workDraftOf(draft), note: draft.note.trim(), targets }
}

/** Only what differs; the rest is not touched, e.g. what an invoice has locked. */
export function changedWork(before: WorkDraft, after: WorkDraft): WorkPatch {
  const [old, now] = [toWork(before), toWork(after)]
  const changed = Object.entries(now).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field as keyof Work]),
  )
  return Object.fromEntries(changed)
}

export function isSameWork(one: WorkDraft, other: WorkDraft): boolean {
  return Object.keys(changedWork(one, other)).length === 0
}
