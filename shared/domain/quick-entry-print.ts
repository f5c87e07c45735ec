/** An entry as the line that is read back as the same entry. */
import type { Activity } from './activity.ts'
import { daysBetween, type Day } from './day.ts'
import { dayAt, zoneOffsetMinutes, type Instant } from './instant.ts'
import { LONGEST_ENTRY_MS } from './quick-entry-extent.ts'
import { MAX_QUICK_ENTRY_LENGTH, quote } from './quick-entry-line.ts'
import { ACTIVITY_SIGN, SIGN_OF, type NamedThing, type NameKind, type Vocabulary } from './quick-entry-names.ts'
import { parseQuickEntry, type QuickEntry, type QuickEntryContext } from './quick-entry.ts'

export interface PrintableEntry extends QuickEntry {
  readonly startedAt: Instant
  readonly endedAt: Instant
}

/** One word that is the activity, in each language. */
const ACTIVITY_WORDS: Readonly<Record<'de' | 'en', Readonly<Record<Activity, string>>>> = {
  de: {
    dialogue: 'Dialog',
    content: 'Content',
    planning: 'Planung',
    publishing: 'Veröffentlichung',
    ads: 'Anzeigen',
    reporting: 'Reporting',
    coordination: 'Abstimmung',
    learning: 'Lernen',
  },
  en: {
    dialogue: 'Dialogue',
    content: 'Content',
    planning: 'Planning',
    publishing: 'Publishing',
    ads: 'Ads',
    reporting: 'Reporting',
    coordination: 'Coordination',
    learning: 'Learning',
  },
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const KIND_WORDS: Readonly<Record<'de' | 'en', Readonly<Partial<Record<NameKind, string>>>>> = {
  de: { channel: 'Kanal', person: 'Person' },
  en: { channel: 'Channel', person: 'Person' },
}

/** How much is said with signs and quotes: as little as is read back rightly. */
type Care = 'plain' | 'signs' | 'quotedNote' | 'markedNote'
const CARES: readonly Care[] = ['plain', 'signs', 'quotedNote', 'markedNote']

/**
 * Prints an entry of whole seconds: `27.10.2026 14:00-15:20 Dialog @Instagram Kommentare`. Reading it, with the same names and
 * any later `now`, gives the same entry, or, where a clock time comes twice or a name is that of several things, asks a question
 * one of whose answers does. Names and notes are one line each. Throws RangeError for an entry of no length or of more than 24
 * hours, for unknown ids, and where the line would be longer than is read.
 */
export function printQuickEntry(entry: PrintableEntry, context: Omit<QuickEntryContext, 'choices' | 'now'>): string {
  const length = entry.endedAt - entry.startedAt
  if (!(length > 0 && length <= LONGEST_ENTRY_MS)) throw new RangeError(`printQuickEntry: ${length} ms`)
  const lines = CARES.map((care) => lineOf(entry, context, care))
  const now = entry.endedAt
  const isRight = (line: string) => readsBack(entry, line, { ...context, now, choices: {} })
  const line = lines.find(isRight) ?? lines.at(-1) ?? ''
  if (line.length > MAX_QUICK_ENTRY_LENGTH) throw new RangeError(`printQuickEntry: ${line.length} characters`)
  return line
}

type Context = Omit<QuickEntryContext, 'choices' | 'now'>

function lineOf(entry: PrintableEntry, context: Context, care: Care): string {
  const { language, vocabulary } = context
  const name = (kind: NameKind, id: number | null) => (id === null ? '' : nameOf(kind, id, context, care))
  const projectClient = thingOf(vocabulary, 'project', entry.projectId)?.clientId ?? null
  const isBillableAnyway = thingOf(vocabulary, 'project', entry.projectId)?.isBillable ?? false
  const billable = language === 'de' ? 'abrechenbar' : 'billable'
  const notBillable = language === 'de' ? 'nicht abrechenbar' : 'not billable'
  const sign = care === 'plain' ? '' : ACTIVITY_SIGN
  const isQuoted = care === 'quotedNote' || care === 'markedNote'
  const mark = care === 'markedNote' ? (language === 'de' ? 'Notiz:' : 'note:') : ''
  return [
    timesOf(entry, context),
    entry.activity === null ? '' : sign + ACTIVITY_WORDS[language][entry.activity],
    name('channel', entry.channelId),
    name('campaign', entry.campaignId),
    name('project', entry.projectId),
    entry.clientId === projectClient ? '' : name('client', entry.clientId),
    name('department', entry.departmentId),
    name('person', entry.personId),
    entry.isBillable === isBillableAnyway ? '' : entry.isBillable ? billable : notBillable,
    isQuoted && entry.note !== '' ? mark + quote(entry.note) : entry.note,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function thingOf({ byId }: Vocabulary, kind: NameKind, id: number | null): NamedThing | undefined {
  if (id === null) return undefined
  const thing = byId.get(`${kind}:${id}`)
  if (!thing) throw new RangeError(`printQuickEntry: unknown ${kind} ${id}`)
  return thing
}

function nameOf(kind: NameKind, id: number, { language, vocabulary }: Context, care: Care): string {
  const name = thingOf(vocabulary, kind, id)?.name ?? ''
  const isWord = care === 'plain' && /^[\p{L}\p{N}]+$/u.test(name)
  const word = care === 'plain' ? undefined : KIND_WORDS[language][kind]
  return `${SIGN_OF[kind]}${word === undefined ? '' : `${word} `}${isWord ? name : quote(name)}`
}

/** A German date with points, an English one with the month's name: neither can be taken for anything else. */
function dayText(day: Day, language: 'de' | 'en'): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return language === 'de'
    ? `${Number(dayOfMonth)}.${Number(month)}.${year}`
    : `${Number(dayOfMonth)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

function timesOf({ startedAt, endedAt }: PrintableEntry, { timeZone, language }: Context): string {
  const day = dayAt(startedAt, timeZone)
  const later = daysBetween(day, dayAt(endedAt, timeZone))
  const clock = (at: Instant) => clockText(at, timeZone, language)
  const clocks = `${clock(startedAt)}-${clock(endedAt)}`
  return `${dayText(day, language)} ${clocks}${later > 0 ? `+${later}` : ''}`
}

/** HH:mm, with seconds where there are some. From 10 to 12 an English one needs am or pm: it has no leading zero that tells. */
function clockText(instant: Instant, timeZone: string, language: 'de' | 'en'): string {
  const text = new Date(instant + zoneOffsetMinutes(timeZone, instant) * 60_000).toISOString().slice(11, 19)
  const hour = Number(text.slice(0, 2))
  const half = language === 'en' && hour >= 10 && hour <= 12 ? (hour === 12 ? 'pm' : 'am') : ''
  return (text.endsWith(':00') ? text.slice(0, 5) : text) + half
}

function readsBack(entry: PrintableEntry, line: string, context: QuickEntryContext): boolean {
  const reading = parseQuickEntry(line, context)
  // Which of two hours of the same name was meant is a question for every way of printing it.
  const isOfHours = ({ options }: (typeof reading.questions)[number]) => options.every((option) => 'extent' in option)
  const isOpen = reading.questions.some((question) => !isOfHours(question)) || reading.problem !== null
  return !isOpen && Object.entries(reading.entry).every(([key, value]) => entry[key as keyof QuickEntry] === value)
}
