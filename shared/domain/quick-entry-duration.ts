/** How long something took, in the words of a quick entry: 45m, 1h20, 1,5 Std., anderthalb Stunden, half an hour, 1:20. */
import { END, HARD_END, pattern, type TimePattern, type TimeReading } from './quick-entry-time.ts'

export const HOUR_UNIT = String.raw`(?:h|std\.?|stunden?|hours?|hrs?\.?)`
export const MINUTE_UNIT = String.raw`(?:m|min\.?|mins\.?|minuten?|minutes?)`

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einer: 1,
  einem: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  fünfzehn: 15,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
}
/** A count in digits or as a word. */
export const COUNT = String.raw`(\d{1,4}|${Object.keys(NUMBER_WORDS).join('|')})`

export function countOf(text: string): number {
  return NUMBER_WORDS[text] ?? Number(text)
}

/** Lengths that have words of their own, in minutes. */
const IDIOMS: readonly (readonly [string, number])[] = [
  [String.raw`(?:eine |einer )?(?:viertelstunde|viertel stunde)|(?:a )?quarter(?: of an)?[ -]hour`, 15],
  [String.raw`(?:eine |einer )?halben? stunde|(?:a )?half(?: an|-)? ?hour`, 30],
  [
    String.raw`(?:eine |einer )?(?:dreiviertelstunde|dreiviertel stunde)|drei viertelstunden|three[ -]quarters of an hour`,
    45,
  ],
  [
    String.raw`anderthalb stunden|ein(?:e|und)?einhalb stunden|eineinhalb stunden|(?:one|an) and a half hours|(?:an|one) hour and a half`,
    90,
  ],
  [String.raw`zweieinhalb stunden|two and a half hours|two hours and a half`, 150],
  [String.raw`dreieinhalb stunden|three and a half hours|three hours and a half`, 210],
  [String.raw`viereinhalb stunden|four and a half hours|four hours and a half`, 270],
  [String.raw`fünfeinhalb stunden|five and a half hours|five hours and a half`, 330],
]

const FRACTIONS: Readonly<Record<string, number>> = { '½': 30, '¼': 15, '¾': 45 }

/** Minutes, rounded half up. */
function duration(minutes: number): TimeReading {
  return { kind: 'duration', seconds: Math.round(minutes) * 60 }
}

/** Two digits after the point that are no usual part of an hour may be minutes: 1.30 h. 1,25 and 1,50 are parts. */
function decimalHours(whole: string, part: string): TimeReading[] {
  const asPart = duration(Number(`${whole === '' ? 0 : whole}.${part}`) * 60)
  const mayBeMinutes = part.length === 2 && Number(part) < 60 && !['00', '25', '50'].includes(part)
  return mayBeMinutes ? [asPart, duration(Number(whole) * 60 + Number(part))] : [asPart]
}

/** From this on h:mm without a word may as well be a time on the clock. */
const MAYBE_CLOCK_HOURS = 5
/** And from this on it is nothing else. */
const SURELY_CLOCK_HOURS = 13

/** h:mm alone: 1:20 is a length unless the line has another one; 9:00 may be both; 14:00 is a time. */
function hoursAndMinutes(hours: number, minutes: number, isOpen: boolean): TimeReading[] | null {
  if (minutes > 59) return null
  const length = duration(hours * 60 + minutes)
  if (hours > 23) return [length]
  const style = isOpen && hours >= 1 && hours <= 12 ? 'open' : 'day'
  const clock: TimeReading = { kind: 'clock', role: 'any', clock: { seconds: hours * 3600 + minutes * 60, style } }
  if (hours >= SURELY_CLOCK_HOURS) return [clock]
  return [length, hours < MAYBE_CLOCK_HOURS ? { ...clock, isWeak: true } : clock]
}

export const DURATION_PATTERNS: readonly TimePattern[] = [
  ...IDIOMS.map(([source, minutes]): TimePattern => ({
    pattern: pattern(`(?:${source})${END}`),
    read: () => [duration(minutes)],
  })),
  {
    pattern: pattern(String.raw`(\d{1,3})h(\d{2})(?: ?${MINUTE_UNIT})?${END}`),
    read: ([, hours, minutes]) => (Number(minutes) > 59 ? null : [duration(Number(hours) * 60 + Number(minutes))]),
  },
  {
    pattern: pattern(
      String.raw`(?:(\d{1,3}) ?${HOUR_UNIT}|${COUNT} (?:std\.?|stunden?|hours?)),? ?(?:(?:und|and) )?(\d{1,2}) ?${MINUTE_UNIT}${END}`,
    ),
    read: ([, digits, word, minutes]) => [duration(countOf(digits ?? word ?? '') * 60 + Number(minutes))],
  },
  {
    pattern: pattern(String.raw`(\d{0,3})[.,](\d{1,3}) ?${HOUR_UNIT}${END}`),
    read: ([, whole = '', part = '']) => decimalHours(whole, part),
  },
  {
    pattern: pattern(String.raw`(\d{0,2}) ?([½¼¾]) ?${HOUR_UNIT}${END}`),
    read: ([, whole, sign = '']) => [duration(Number(whole) * 60 + (FRACTIONS[sign] ?? 0))],
  },
  { pattern: pattern(String.raw`(\d{1,4}) ?${HOUR_UNIT}${END}`), read: ([, hours]) => [duration(Number(hours) * 60)] },
  { pattern: pattern(String.raw`(\d{1,4}) ?${MINUTE_UNIT}${END}`), read: ([, minutes]) => [duration(Number(minutes))] },
  {
    pattern: pattern(String.raw`${COUNT} (?:std\.?|stunden?|hours?)${END}`),
    read: ([, count = '']) => [duration(countOf(count) * 60)],
  },
  {
    pattern: pattern(String.raw`${COUNT} (?:min\.?|minuten?|minutes?)${END}`),
    read: ([, count = '']) => [duration(countOf(count))],
  },
  {
    // "14:00 h" is how some write a time on the clock.
    pattern: pattern(String.raw`(\d{1,3}):(\d{2}) ?${HOUR_UNIT}${END}`),
    read([, hours, minutes]) {
      const readings = hoursAndMinutes(Number(hours), Number(minutes), false)
      return readings?.[0]?.kind === 'duration' ? readings.slice(0, 1) : readings
    },
  },
  {
    pattern: pattern(String.raw`(\d{1,3}):(\d{2})${HARD_END}`),
    read([, hours = '', minutes], { language }) {
      return hoursAndMinutes(Number(hours), Number(minutes), language === 'en' && !hours.startsWith('0'))
    },
  },
]
