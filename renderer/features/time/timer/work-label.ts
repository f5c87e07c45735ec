/** How a stretch of work is called in a line: what it was, then what for. */
import type { Combination } from '../../../../shared/contract/time-entries.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import type { Language } from '../../../lib/format.ts'

export type NamedWork = Pick<
  Combination,
  'activity' | 'channel' | 'campaign' | 'client' | 'project' | 'department' | 'targets' | 'note'
>

export interface WorkLabel {
  /** "Dialog · Instagram"; empty where nothing is said. */
  readonly title: string
  /** What else is known: posts, campaign, client, note. */
  readonly detail: string
}

export function labelOf(work: NamedWork, language: Language): WorkLabel {
  const activity = work.activity && activityNames(language)[work.activity]
  const [first, ...others] = work.targets
  const target = first?.name && (others.length > 0 ? `${first.name} + ${others.length}` : first.name)
  const note = work.note.split('\n', 1)[0]?.trim()
  const known = [activity, work.channel, target, work.project, work.client, work.campaign, work.department, note]
  const parts = known.filter((part) => part !== null && part !== undefined && part !== '')
  const titleParts = work.activity === null && work.channel === null ? parts.slice(0, 1) : named(activity, work.channel)
  return { title: titleParts.join(' · '), detail: parts.filter((part) => !titleParts.includes(part)).join(' · ') }
}

function named(...parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null)
}
