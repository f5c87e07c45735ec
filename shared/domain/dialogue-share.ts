/** How much of the time on the channels is spent in dialogue. */
import type { Activity } from './activity.ts'

/** Work on the channels themselves; planning, reporting, coordination and learning serve them. */
const CHANNEL_WORK: readonly string[] = ['dialogue', 'content', 'publishing', 'ads'] satisfies Activity[]

/** Seconds of dialogue, and of all work on the channels: dialogue ÷ (dialogue + content + publishing + ads). Null without any. */
export function dialogueShareOf(
  labour: Iterable<{ readonly activity: string | null; readonly seconds: number }>,
): { readonly dialogueSeconds: number; readonly channelSeconds: number } | null {
  let dialogueSeconds = 0
  let channelSeconds = 0
  for (const { activity, seconds } of labour) {
    if (activity === 'dialogue') dialogueSeconds += seconds
    if (activity !== null && CHANNEL_WORK.includes(activity)) channelSeconds += seconds
  }
  return channelSeconds > 0 ? { dialogueSeconds, channelSeconds } : null
}
