import type { Format } from '../../../lib/format.ts'

const HOUR_SECONDS = 3600

/** "9:20 min" below an hour, else "5:12 h". */
export function lengthText(seconds: number, { duration }: Pick<Format, 'duration'>): string {
  if (seconds >= HOUR_SECONDS) return duration(seconds)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}\u00a0min`
}

/** "4 h", "45 min", "1:30 h" */
export function targetText(minutes: number, { duration }: Pick<Format, 'duration'>): string {
  if (minutes < 60) return `${minutes}\u00a0min`
  return minutes % 60 === 0 ? `${minutes / 60}\u00a0h` : duration(minutes * 60)
}
