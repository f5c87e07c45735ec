/** Clock times of working hours as they are typed, and stretches of them. Pure. */

export interface Stretch {
  readonly from: string
  readonly to: string
}

/** "8", "8:30", "830", "8.30", "24" → HH:mm; null: that is no clock time. */
export function parseWorkClock(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*(?:uhr|h))?$/i.exec(text.trim())
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)]
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

export type StretchProblem = 'invalid' | 'order'

/** Texts as stretches in order; the first problem where they are none. */
export function settleStretches(texts: readonly Stretch[]): readonly Stretch[] | StretchProblem {
  const settled: Stretch[] = []
  for (const text of texts) {
    const [from, to] = [parseWorkClock(text.from), parseWorkClock(text.to)]
    if (from === null || to === null) return 'invalid'
    if (from >= to || from < (settled.at(-1)?.to ?? '00:00')) return 'order'
    settled.push({ from, to })
  }
  return settled
}

/** Where another stretch would go: an hour after the last, four hours long, as far as the day goes. */
export function nextStretch(stretches: readonly Stretch[]): Stretch {
  const last = stretches.at(-1)
  if (last === undefined) return { from: '09:00', to: '17:00' }
  const from = Math.min(minutesOf(last.to) + 60, 23 * 60)
  return { from: clockOf(Math.max(from, minutesOf(last.to))), to: clockOf(Math.min(from + 240, 24 * 60)) }
}

export function secondsOfStretches(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + (minutesOf(to) - minutesOf(from)) * 60, 0)
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
