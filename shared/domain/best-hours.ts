/** What an hour of each kind of work on a channel brought: an average, not a promise. */
import type { Activity } from './activity.ts'
import { allocate } from './allocation.ts'
import { perHourCents } from './revenue.ts'

/** Pairs of channel and activity with fewer hours say nothing. */
export const MIN_BEST_SECONDS = 10 * 3600
/** Full weeks looked at. */
export const BEST_HOURS_WEEKS = 8

export interface ChannelWork {
  /** Hours on the channel by activity, in seconds; the empty text stands for work without one. */
  readonly seconds: ReadonlyMap<Activity | '', number>
  /** All contribution credited to the channel, in cents. */
  readonly contributionCents: number
  /** Ads and other costs of the channel that are no labour, in cents. */
  readonly nonLabourCents: number
  /** Parts of the contribution that name a conversation, or (only) a post. */
  readonly fromConversationsCents: number
  readonly fromPostsCents: number
}

export interface ActivityReturn {
  readonly activity: Activity
  readonly seconds: number
  /** (contribution − non-labour costs) of these hours, and the same for one hour, in cents; rounded once, half away from zero. */
  readonly cents: number
  /** Of these cents, what names the activity, and its part of all the rest. */
  readonly linkedCents: number
  readonly restCents: number
  readonly perHourCents: number
}

/**
 * A purchase does not say which kind of work won it, unless it names a conversation (dialogue) or a post (content). So these
 * parts belong to their activity, and all the rest of the contribution less non-labour costs is spread over all hours of the
 * channel in proportion to them (largest remainder): without such links every activity of a channel shows the same. Links to an
 * activity without hours are part of the rest. The parts add up to contribution − non-labour costs.
 */
export function returnsByActivity(work: ChannelWork): ActivityReturn[] {
  const activities = [...work.seconds].filter(([, seconds]) => seconds > 0)
  if (activities.length === 0) return []
  const linkedTo = (activity: Activity | '') =>
    activity === 'dialogue' ? work.fromConversationsCents : activity === 'content' ? work.fromPostsCents : 0
  const linked = activities.reduce((sum, [activity]) => sum + linkedTo(activity), 0)
  const rest = allocate(
    work.contributionCents - work.nonLabourCents - linked,
    activities.map(([, seconds]) => seconds),
  )
  return activities.flatMap(([activity, seconds], index) => {
    if (activity === '') return []
    const [linkedCents, restCents] = [linkedTo(activity), rest[index] ?? 0]
    const cents = linkedCents + restCents
    return [{ activity, seconds, cents, linkedCents, restCents, perHourCents: perHourCents(cents, seconds) }]
  })
}
