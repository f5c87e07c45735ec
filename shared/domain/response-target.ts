/** How soon a conversation should have its first answer, and how urgent that is now. */
import type { ConversationKind } from './conversation.ts'
import type { Instant } from './instant.ts'
import type { ServiceClock } from './service-hours.ts'

/** A rule of the settings. */
export interface ResponseTarget {
  /** Null: on every channel. */
  readonly channelId: number | null
  /** Null: of every kind. */
  readonly kind: ConversationKind | null
  /** Whole minutes of service time, not negative; null: no answer is owed, as for a mention that only praises. */
  readonly minutes: number | null
}

/** What holds where no rule does: four hours of service. */
export const DEFAULT_TARGET_MINUTES = 240

/** The longest target or deadline, in minutes of service time: most of a year of working days. */
export const MAX_TARGET_MINUTES = 100_000

/** How long before its deadline a conversation is due soon: two hours of elapsed time, not of service time. */
export const SOON_MS = 2 * 3_600_000

const MINUTE_MS = 60_000

/**
 * The rule that holds for a conversation, in any order of the rules: the one for its channel and kind, else the one for its channel,
 * else the one for its kind, else the one for all; null where there is none of these. Of several for the same the first listed holds.
 * A conversation without a channel has only the latter two.
 */
export function holdingTarget(
  targets: readonly ResponseTarget[],
  conversation: { readonly channelId: number | null; readonly kind: ConversationKind },
): ResponseTarget | null {
  let holding: ResponseTarget | null = null
  for (const target of targets) {
    const isMeant =
      (target.channelId === null || target.channelId === conversation.channelId) &&
      (target.kind === null || target.kind === conversation.kind)
    if (isMeant && (holding === null || exactness(target) > exactness(holding))) holding = target
  }
  return holding
}

function exactness({ channelId, kind }: ResponseTarget): number {
  return (channelId === null ? 0 : 2) + (kind === null ? 0 : 1)
}

/** Minutes of service time until a conversation should be answered: its rule's, else {@link DEFAULT_TARGET_MINUTES}; null: no target. */
export function targetMinutes(
  targets: readonly ResponseTarget[],
  conversation: { readonly channelId: number | null; readonly kind: ConversationKind },
): number | null {
  const holding = holdingTarget(targets, conversation)
  return holding ? holding.minutes : DEFAULT_TARGET_MINUTES
}

/**
 * The instant by which an answer is due, counted in the channel's service hours from when it was received; an answer at that very
 * instant is in time. Null without a target, and where the channel has no service hours (service-hours.ts). Throws RangeError on
 * negative or broken minutes.
 */
export function responseDueAt(receivedAt: Instant, minutes: number | null, clock: ServiceClock): Instant | null {
  return minutes === null ? null : clock.deadlineAfter(receivedAt, minutes * MINUTE_MS)
}

/** In falling order. */
export const URGENCIES = ['overdue', 'soon', 'later', 'none'] as const
export type Urgency = (typeof URGENCIES)[number]

/**
 * Of what has not been answered: overdue once its deadline has passed (at the deadline itself it is still soon), soon from `soonMs`
 * milliseconds before it on, later before that, none where nothing is due. Elapsed time on purpose, nights and weekends too: what is
 * due at 8:30 tomorrow is not soon at 18:00 today.
 */
export function urgencyOf(dueAt: Instant | null, now: Instant, soonMs: number = SOON_MS): Urgency {
  if (dueAt === null) return 'none'
  if (now > dueAt) return 'overdue'
  return dueAt - now <= soonMs ? 'soon' : 'later'
}
