/** How what was understood is shown. */
import type { Language } from '../../../../shared/contract/fields.ts'
import { addDays, type Day } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import type { Extent } from '../../../../shared/domain/quick-entry-extent.ts'
import type { Meaning, Vocabulary } from '../../../../shared/domain/quick-entry-names.ts'
import type { TimeOption } from '../../../../shared/domain/quick-entry-settle.ts'
import type { TimeReading } from '../../../../shared/domain/quick-entry-time.ts'
import { NETWORK_NAMES } from '../../../../shared/domain/network.ts'
import { clockAt } from '../../../../shared/domain/wall-time.ts'
import { activityNames } from '../../../../shared/i18n/activity-names.ts'
import { quickEntry as german } from '../../../../shared/i18n/de/quick-entry.ts'
import { quickEntry as english } from '../../../../shared/i18n/en/quick-entry.ts'
import { formatFor } from '../../../../shared/i18n/format.ts'
import type { PlacedStart } from './understand-places.ts'

export type Words = typeof german

export interface Wording {
  readonly words: Words
  readonly language: Language
  readonly timeZone: string
  readonly today: Day
  readonly currency: string
  readonly vocabulary: Vocabulary
}

export const WORDS: Readonly<Record<Language, Words>> = { de: german, en: english }

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}

/** "14:00 – 15:20", with the day of the end where it is another one. */
export function timesText({ startedAt, endedAt }: Extent, wording: Wording): string {
  const { timeZone } = wording
  const endDay = dayAt(endedAt, timeZone)
  const later = endDay === dayAt(startedAt, timeZone) ? '' : ` (${shortWeekday(endDay, wording)})`
  return `${clock(startedAt, timeZone)} – ${clock(endedAt, timeZone)}${later}`
}

/** With seconds where there are some. */
function clock(instant: Instant, timeZone: string): string {
  const seconds = Math.floor(instant / 1000) % 60
  return clockAt(instant, timeZone) + (seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`)
}

export function dayText(day: Day, wording: Wording): string {
  const { words, today } = wording
  if (day === today) return words.today
  if (day === addDays(today, -1)) return words.yesterday
  const format = formatFor(wording.language, wording.currency)
  const date = day.slice(0, 4) === today.slice(0, 4) ? format.dayShort(day) : format.day(day)
  return `${shortWeekday(day, wording)} ${date}`
}

const weekdays = new Map<string, Intl.DateTimeFormat>()

function shortWeekday(day: Day, { language }: Wording): string {
  let format = weekdays.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
    weekdays.set(language, format)
  }
  return format.format(Date.parse(`${day}T12:00:00Z`))
}

export function lengthText(seconds: number, { language, currency }: Wording): string {
  return formatFor(language, currency).duration(seconds)
}

export function meaningText(meaning: Meaning, wording: Wording): string {
  if (meaning.kind === 'activity') return activityNames(wording.language)[meaning.activity]
  if (meaning.kind === 'billable') return meaning.isBillable ? wording.words.billable : wording.words.notBillable
  const { thing } = meaning
  const network = thing.network === undefined ? null : NETWORK_NAMES[thing.network]
  if (network !== null && !thing.name.toLowerCase().includes(network.toLowerCase())) return `${thing.name} · ${network}`
  const client = thing.clientId ? wording.vocabulary.byId.get(`client:${thing.clientId}`)?.name : undefined
  return client === undefined ? thing.name : `${thing.name} · ${client}`
}

/** Options of a question about time, told apart: where day and clock do not, the offset from UTC does. */
export function timeOptionTexts(
  options: readonly TimeOption[],
  places: readonly PlacedStart[],
  wording: Wording,
): string[] {
  const texts = options.map((option) =>
    'extent' in option ? extentText(option.extent, places, wording) : readingText(option.reading, wording),
  )
  return texts.map((text, index) => {
    const option = options[index]
    const isDouble = texts.filter((other) => other === text).length > 1
    return isDouble && option && 'extent' in option ? `${text} (${offsets(option.extent, wording)})` : text
  })
}

function extentText(extent: Extent, places: readonly PlacedStart[], wording: Wording): string {
  const times = `${dayText(dayAt(extent.startedAt, wording.timeZone), wording)}, ${timesText(extent, wording)}`
  const place = places.find(({ startedAt }) => startedAt === extent.startedAt)?.place
  return place === undefined ? times : fill(wording.words[place], { times: timesText(extent, wording) })
}

function offsets({ startedAt, endedAt }: Extent, wording: Wording): string {
  const show = new Intl.DateTimeFormat(wording.language === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: wording.timeZone,
    timeZoneName: 'short',
  })
  const zone = (at: Instant) => show.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return [...new Set([zone(startedAt), zone(endedAt)])].join(' – ')
}

function readingText(reading: TimeReading, wording: Wording): string {
  const { words } = wording
  switch (reading.kind) {
    case 'duration':
      return fill(words.asDuration, { length: lengthText(reading.seconds, wording) })
    case 'clock':
      return fill(words.asClock, { clock: secondsText(reading.clock.seconds) })
    case 'range':
      return `${secondsText(reading.start.seconds)} – ${secondsText(reading.end.seconds)}`
    case 'day':
      return reading.day === null ? words.keepAsNote : dayText(reading.day, wording)
    case 'instant':
      return fill(words.asClock, { clock: clockAt(reading.at, wording.timeZone) })
    case 'half':
    case 'note':
      return words.keepAsNote
  }
}

function secondsText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
}
