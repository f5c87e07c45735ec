import type { Activity } from '../../../shared/domain/activity.ts'

/** Work on the channels in the colour of cost, dialogue strongest; work around them in blue and grey. */
const COLOURS: Readonly<Record<Activity, string>> = {
  dialogue: 'var(--cost-fill)',
  content: 'color-mix(in srgb, var(--cost-fill) 66%, var(--surface))',
  publishing: 'color-mix(in srgb, var(--cost-fill) 42%, var(--surface))',
  ads: 'color-mix(in srgb, var(--cost-fill) 24%, var(--surface))',
  planning: 'var(--series-1)',
  coordination: 'var(--series-2)',
  reporting: 'color-mix(in srgb, var(--series-2) 55%, var(--surface))',
  learning: 'var(--series-3)',
}

export function activityColour(activity: Activity | null): string {
  return activity === null ? 'var(--line-strong)' : COLOURS[activity]
}
