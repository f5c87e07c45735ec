import type { ResultSummary } from '../../../shared/contract/result.ts'
import type { Activity } from '../../../shared/domain/activity.ts'

const CHANNEL_TIME: readonly (Activity | null)[] = ['dialogue', 'content', 'publishing', 'ads']

/** Dialogue ÷ (dialogue + content + publishing + ads), 0 to 1; null without any of them. */
export function dialogueShare(labour: ResultSummary['labourByActivity']): number | null {
  let dialogue = 0
  let all = 0
  for (const { activity, seconds } of labour) {
    if (CHANNEL_TIME.includes(activity)) all += seconds
    if (activity === 'dialogue') dialogue += seconds
  }
  return all === 0 ? null : dialogue / all
}
