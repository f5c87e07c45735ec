import type { Format } from '../../lib/format.ts'

interface Summed {
  readonly recordKind: 'time' | 'ad-spend' | 'order'
  readonly seconds: number
  readonly cents: number
}

/** Hours of time entries, money of everything else. */
export function sumOf({ recordKind, seconds, cents }: Summed, format: Format): string {
  return recordKind === 'time' ? `${format.hours(seconds)}\u00a0h` : format.money(cents)
}
