/** The way of a post from idea to archive: which moves there are, and when it is late. */
import type { Day } from './day.ts'
import type { Instant } from './instant.ts'

export const POST_STATUSES = ['idea', 'draft', 'review', 'ready', 'published', 'archived', 'cancelled'] as const
export type PostStatus = (typeof POST_STATUSES)[number]

/** The way itself, in order; "cancelled" lies beside it. */
export const WORKFLOW = ['idea', 'draft', 'review', 'ready', 'published', 'archived'] as const satisfies PostStatus[]

/** Where a post can go from each status, in the order of {@link POST_STATUSES}. */
const MOVES: Readonly<Record<PostStatus, readonly PostStatus[]>> = {
  idea: ['draft', 'review', 'ready', 'published', 'cancelled'],
  draft: ['idea', 'review', 'ready', 'published', 'cancelled'],
  review: ['idea', 'draft', 'ready', 'published', 'cancelled'],
  ready: ['idea', 'draft', 'review', 'published', 'cancelled'],
  published: ['idea', 'draft', 'review', 'ready', 'archived'],
  // Out of the archive a post becomes what it was: the caller knows whether it was ever published.
  archived: ['published', 'cancelled'],
  cancelled: ['idea', 'draft', 'archived'],
}

/**
 * Whether a post may go from one status to another: forward any number of steps up to "published", back any number, into the archive
 * once it is published or cancelled, and out of it. What was published cannot be cancelled any more. False for staying where it is.
 */
export function canMove(from: PostStatus, to: PostStatus): boolean {
  return MOVES[from].includes(to)
}

/** Everywhere a post can go from a status, in the order of the statuses. */
export function movesFrom(from: PostStatus): readonly PostStatus[] {
  return MOVES[from]
}

/** One step forward; null at the end of the way and beside it. */
export function nextStatus(status: PostStatus): PostStatus | null {
  const at = WORKFLOW.findIndex((step) => step === status)
  return at === -1 ? null : (WORKFLOW[at + 1] ?? null)
}

/** One step back; null for an idea. A cancelled post goes back to the draft. */
export function previousStatus(status: PostStatus): PostStatus | null {
  if (status === 'cancelled') return 'draft'
  return WORKFLOW[WORKFLOW.findIndex((step) => step === status) - 1] ?? null
}

/** A copy has to be looked at anew: an idea stays one, everything else becomes a draft. */
export function statusOfCopy(status: PostStatus): 'idea' | 'draft' {
  return status === 'idea' ? 'idea' : 'draft'
}

/** True while something is left to do before a post is out. */
export function isOpen(status: PostStatus): boolean {
  return status !== 'published' && status !== 'archived' && status !== 'cancelled'
}

export interface DatedPost {
  readonly status: PostStatus
  readonly plannedAt: Instant | null
  /** The last day on which the draft is in time. */
  readonly draftDueOn: Day | null
}

/**
 * What a post is late with. 'publish': it is not out, and its planned time has passed (at that very millisecond it is due, not late).
 * 'draft': the day its draft was due has passed, and it is no more than one. The former weighs more. `today` in the ledger's zone.
 */
export function isOverdue(
  { status, plannedAt, draftDueOn }: DatedPost,
  now: Instant,
  today: Day,
): 'draft' | 'publish' | null {
  if (!isOpen(status)) return null
  if (plannedAt !== null && plannedAt < now) return 'publish'
  const isUnwritten = status === 'idea' || status === 'draft'
  return isUnwritten && draftDueOn !== null && draftDueOn < today ? 'draft' : null
}
