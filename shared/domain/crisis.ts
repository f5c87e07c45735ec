/** A crisis: how serious it is, who has to know of it and until when, and how long what belongs to it is kept. */
import type { Instant } from './instant.ts'

/** 1: to be watched, 2: serious, 3: critical. */
export const CRISIS_LEVELS = [1, 2, 3] as const
export type CrisisLevel = (typeof CRISIS_LEVELS)[number]
/** By which name a text is found. */
export const LEVEL_NAMES = { 1: 'watch', 2: 'serious', 3: 'critical' } as const satisfies Record<CrisisLevel, string>

/** task: to be done. calm: what has to be true before it is over. */
export const CRISIS_LISTS = ['task', 'calm'] as const
export type CrisisList = (typeof CRISIS_LISTS)[number]

/** Only what was approved can be published; what was published stays as it is. */
export const STATEMENT_STATUSES = ['draft', 'approved', 'rejected', 'published'] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

/** What the log notes by itself, and what is noted by hand. */
export const CRISIS_ENTRY_KINDS = [
  'opened',
  'level',
  'reach',
  'added',
  'removed',
  'informed',
  'uninformed',
  'approved',
  'rejected',
  'changed',
  'published',
  'done',
  'undone',
  'evidence',
  'evidenceRemoved',
  'note',
  'closed',
  'reopened',
] as const
export type CrisisEntryKind = (typeof CRISIS_ENTRY_KINDS)[number]

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Conversations of a crisis are kept while it is open and this long after: half a year, at its longest. */
export const CRISIS_HOLD_MS = 184 * DAY_MS

/** Until when the conversations of a crisis are kept; null: it is open, so that no end is known. */
export function heldUntil(closedAt: Instant | null): Instant | null {
  return closedAt === null ? null : closedAt + CRISIS_HOLD_MS
}

/** From an instant on a crisis has this level. */
export interface LevelChange {
  readonly at: Instant
  readonly level: CrisisLevel
}

/**
 * Since when people are needed who are to know of a crisis from a level on: since the change that last reached it from below.
 * Null while it is below. `history`: the level it was opened with and every change, in order; those of one instant in theirs.
 */
export function neededSince(history: readonly LevelChange[], fromLevel: CrisisLevel): Instant | null {
  let since: Instant | null = null
  for (const { at, level } of history) {
    if (level < fromLevel) since = null
    else since ??= at
  }
  return since
}

/** Until when someone has to be informed, wall time; null: not needed, or without a deadline. */
export function informBy(since: Instant | null, withinMinutes: number | null): Instant | null {
  return since === null || withinMinutes === null ? null : since + withinMinutes * MINUTE_MS
}
