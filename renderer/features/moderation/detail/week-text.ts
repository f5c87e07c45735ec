import type { ServiceHoursRow } from '../../../../shared/contract/moderation-setup.ts'

type Week = ServiceHoursRow['weekly']

/** "Mo–Fr 08:00–18:00, Sa 10:00–14:00": days that follow each other with the same hours are named together, days without hours are not. */
export function weekText(week: Week, dayNames: readonly string[]): string {
  const runs: { first: number; last: number; hours: string }[] = []
  for (const [day, stretches] of week.entries()) {
    const hours = stretches.map(({ from, to }) => `${from}–${to}`).join(' ')
    const latest = runs.at(-1)
    if (latest?.hours === hours) latest.last = day
    else runs.push({ first: day, last: day, hours })
  }
  const nameOf = (day: number) => dayNames[day] ?? ''
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${first === last ? nameOf(first) : `${nameOf(first)}–${nameOf(last)}`} ${hours}`)
    .join(', ')
}
