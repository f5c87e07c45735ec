/** How far a variant is: from an idea to published, and what leads where. Publishing itself is done by the person. */
import type { Day } from './day.ts'
import type { Instant } from './instant.ts'

export const POST_STATUSES = ['idea', 'draft', 'review', 'ready', 'published', 'archived', 'cancelled'] as const
export type PostStatus = (typeof POST_STATUSES)[number]

/** Still to be published, in their order. */
export const OPEN_STATUSES = ['idea', 'draft', 'review', 'ready'] as const satisfies readonly PostStatus[]
export type OpenStatus = (typeof OPEN_STATUSES)[number]

export function isOpenStatus(status: PostStatus): status is OpenStatus {
  return (OPEN_STATUSES as readonly PostStatus[]).includes(status)
}

/**
 * Whether a person may say so. Among those still to be published every way is free, forwards and back; all of them can be published or cancelled.
 * What is published is archived or was not published after all; what is archived was published; what is cancelled is taken up again or stays.
 */
export function canMove(from: PostStatus, to: PostStatus): boolean {
  if (from === to) return true
  if (isOpenStatus(from)) return to !== 'archived'
  if (from === 'published') return to === 'archived' || isOpenStatus(to)
  if (from === 'archived') return to === 'published'
  return isOpenStatus(to)
}

/** The next step on the way to published; null where it ends. */
export function nextStatus(status: PostStatus): PostStatus | null {
  if (!isOpenStatus(status)) return null
  return POST_STATUSES[POST_STATUSES.indexOf(status) + 1] ?? null
}

export interface DueVariant {
  readonly status: PostStatus
  readonly plannedAt: Instant | null
  readonly draftDueOn: Day | null
}

/** publish: its time has come and it is not out. draft: its draft was due before today. What is late to be published is nothing else. */
export function lateness(
  { status, plannedAt, draftDueOn }: DueVariant,
  now: Instant,
  today: Day,
): 'publish' | 'draft' | null {
  if (!isOpenStatus(status)) return null
  if (plannedAt !== null && plannedAt < now) return 'publish'
  const isUnfinished = status === 'idea' || status === 'draft'
  return isUnfinished && draftDueOn !== null && draftDueOn < today ? 'draft' : null
}
