/** Lengths of service time as they are typed and shown: 4 h, 4:30 h, 45 min. Pure. */
import { MAX_TARGET_MINUTES } from '../../shared/domain/response-target.ts'

export type MinutesReading =
  | { readonly kind: 'empty' }
  /** A dash, or a word for nothing. */
  | { readonly kind: 'none' }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'invalid' | 'tooLong' }

const NONE = /^(?:[-–—]|kein(?:e|s|es)?(?: ziel| frist)?|none|no (?:target|deadline))$/i
const CLOCK = /^(\d{1,4}):([0-5]\d)\s*(?:h|std\.?)?$/i
const HOURS = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h|std\.?|stunden?|hours?)?$/i
const MINUTES = /^(\d{1,6})\s*(?:m|min\.?|minuten?|minutes?)$/i
const BOTH = /^(\d{1,4})\s*(?:h|std\.?)\s*(\d{1,2})\s*(?:m|min\.?)?$/i

/** "4", "4 h", "4,5", "4:30", "4 h 30", "45 min"; a bare number is hours. */
export function readServiceMinutes(text: string): MinutesReading {
  const typed = text.trim()
  if (typed === '') return { kind: 'empty' }
  if (NONE.test(typed)) return { kind: 'none' }
  const minutes = minutesOf(typed)
  if (minutes === null || minutes < 1) return { kind: 'invalid' }
  return minutes > MAX_TARGET_MINUTES ? { kind: 'tooLong' } : { kind: 'minutes', minutes }
}

function minutesOf(typed: string): number | null {
  const both = CLOCK.exec(typed) ?? BOTH.exec(typed)
  if (both) return Number(both[1]) * 60 + Number(both[2])
  const minutes = MINUTES.exec(typed)
  if (minutes) return Number(minutes[1])
  const hours = HOURS.exec(typed)
  return hours ? Math.round(Number(hours[1]?.replace(',', '.')) * 60) : null
}

/** "45 min", "4 h", "4:30 h": the units are the same in German and English. */
export function showServiceMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours}\u00a0h` : `${hours}:${String(rest).padStart(2, '0')}\u00a0h`
}
