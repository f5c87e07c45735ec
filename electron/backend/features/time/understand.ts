/** A line in plain words against the names, posts and people of the ledger: what it says, what is open, the entry it comes to. */
import type { OpenQuestion, Understanding, UnderstoodPart } from '../../../../shared/contract/time-entries.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../shared/domain/instant.ts'
import {
  parseQuickEntry,
  type QuickEntryQuestion,
  type QuickEntryReading,
} from '../../../../shared/domain/quick-entry.ts'
import type { TimeQuestion } from '../../../../shared/domain/quick-entry-settle.ts'
import type { Connection } from '../../database/connection.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { placesOn, type PlacedStart } from './understand-places.ts'
import { findRecords, type FoundRecord, type FoundRecords } from './understand-records.ts'
import {
  dayText,
  fill,
  lengthText,
  meaningText,
  timeOptionTexts,
  timesText,
  WORDS,
  type Wording,
} from './understand-texts.ts'
import { readVocabulary } from './understand-vocabulary.ts'

export interface UnderstandInput {
  readonly text: string
  readonly personId: number | null
  readonly choices: Readonly<Record<string, string>>
}

export interface UnderstandContext {
  readonly now: Instant
  readonly settings: StoredSettings
}

const MOST_OPTIONS = 12
const NONE = 'none'

export function understand(
  db: Connection,
  input: UnderstandInput,
  { now, settings }: UnderstandContext,
): Understanding {
  const vocabulary = readVocabulary(db)
  const { timeZone, language, currency } = settings
  const wording: Wording = {
    words: WORDS[language],
    language,
    timeZone,
    currency,
    today: dayAt(now, timeZone),
    vocabulary,
  }
  const people = vocabulary.things.flatMap(({ thing }) => (thing.kind === 'person' ? [thing] : []))
  const chosenPerson = people.find(({ id }) => `person:${id}` === input.choices[PERSON_TOPIC])?.id
  const self = people.find(({ id }) => id === settings.selfPersonId)?.id
  const assumed = input.personId ?? chosenPerson ?? self ?? (people.length === 1 ? people[0]?.id : undefined) ?? null
  let places: PlacedStart[] = []
  const reading = parseQuickEntry(input.text, {
    now,
    timeZone,
    language,
    vocabulary,
    choices: input.choices,
    placesOn: (day, seconds) => {
      places = placesOn(db, day, seconds, settings, assumed)
      return places.map(({ startedAt }) => startedAt)
    },
  })
  const personId = reading.entry.personId ?? assumed
  const found = findRecords(db, reading.words, reading.entry.channelId)
  const record = settleRecord(found, input.choices, wording)
  const questions = [
    ...reading.questions.map((question) => questionOf(question, places, wording)),
    ...(record.question ? [record.question] : []),
    ...(personId === null && people.length > 0 && reading.problem === null ? [personQuestion(people)] : []),
  ]
  const missing = reading.problem ?? (people.length === 0 && questions.length === 0 ? 'no_person' : null)
  return {
    parts: partsOf(reading, found, record.record, wording),
    questions,
    entry:
      questions.length > 0 || missing !== null || !reading.extent || personId === null
        ? null
        : { ...reading.entry, ...reading.extent, personId, scope: 'social', targets: targetsOf(record.record) },
    missing,
  }
}

const PERSON_TOPIC = 'person '

function personQuestion(people: readonly { readonly id: number; readonly name: string }[]): OpenQuestion {
  const options = people.slice(0, MOST_OPTIONS).map(({ id, name }) => ({ key: `person:${id}`, text: name }))
  return { kind: 'person', source: '', options }
}

function targetsOf(record: FoundRecord | null) {
  if (record === null) return []
  const isPost = record.kind === 'post'
  return [{ postId: isPost ? record.id : null, conversationId: isPost ? null : record.id, weight: 1 }]
}

interface SettledRecord {
  readonly record: FoundRecord | null
  readonly question: OpenQuestion | null
}

const kindOfRecords = (records: readonly FoundRecord[]) =>
  records.every(({ kind }) => kind === 'conversation') ? 'conversation' : 'post'
const keyOfRecord = ({ kind, id }: FoundRecord) => `${kind}:${id}`

function settleRecord(
  { source, records }: FoundRecords,
  choices: UnderstandInput['choices'],
  wording: Wording,
): SettledRecord {
  const [only] = records
  if (only === undefined) return { record: null, question: null }
  const kind = kindOfRecords(records)
  const choice = choices[`${kind} ${source}`]
  if (choice === NONE) return { record: null, question: null }
  const chosen = records.find((record) => keyOfRecord(record) === choice)
  if (chosen || records.length === 1) return { record: chosen ?? only, question: null }
  const options = records.map((record) => ({ key: keyOfRecord(record), text: recordText(record, wording) }))
  return {
    record: null,
    question: { kind, source, options: [...options, { key: NONE, text: wording.words.keepAsNote }] },
  }
}

function recordText({ name, channelId }: FoundRecord, { vocabulary }: Wording): string {
  const channel = channelId === null ? undefined : vocabulary.byId.get(`channel:${channelId}`)?.name
  return channel === undefined ? name : `${name} · ${channel}`
}

function isOfTime(question: QuickEntryQuestion): question is TimeQuestion {
  return question.kind === 'clock' || question.kind === 'duration' || question.kind === 'day'
}

function questionOf(question: QuickEntryQuestion, places: readonly PlacedStart[], wording: Wording): OpenQuestion {
  const { kind, source } = question
  const { keepAsNote } = wording.words
  if (isOfTime(question)) {
    const texts = timeOptionTexts(question.options, places, wording)
    const options = question.options.map(({ key }, index) => ({ key, text: texts[index] ?? '' }))
    return { kind, source, options: options.slice(0, MOST_OPTIONS) }
  }
  const options = question.options.map(({ key, meaning }) => ({
    key,
    text: meaning === null ? keepAsNote : meaningText(meaning, wording),
  }))
  return { kind, source, options }
}

/** In the order in which one reads them: what, for what, when. */
function partsOf(
  reading: QuickEntryReading,
  found: FoundRecords,
  record: FoundRecord | null,
  wording: Wording,
): UnderstoodPart[] {
  const { extent, entry } = reading
  const parts: UnderstoodPart[] = []
  for (const part of reading.parts) {
    if (part.kind === 'times' || part.kind === 'day' || part.kind === 'duration') continue
    const { kind, source } = part
    const text =
      part.kind === 'activity'
        ? meaningText(part, wording)
        : part.kind === 'billable'
          ? meaningText(part, wording)
          : part.name
    parts.push({ kind, source, text, dismissal: /^[#@!/&=]/.test(source) ? null : `${kind} ${source}` })
  }
  if (record) {
    const dismissal = `${kindOfRecords(found.records)} ${found.source}`
    parts.push({ kind: record.kind, source: found.source, text: record.name, dismissal })
  }
  parts.push(...timeParts(reading, extent ? dayAt(extent.startedAt, wording.timeZone) : null, wording))
  if (entry.note !== '') {
    parts.push({
      kind: 'note',
      source: entry.note,
      text: fill(wording.words.note, { text: entry.note }),
      dismissal: null,
    })
  }
  return parts
}

function timeParts({ parts, extent }: QuickEntryReading, startDay: Day | null, wording: Wording): UnderstoodPart[] {
  const said = (kind: 'times' | 'day' | 'duration') => parts.find((part) => part.kind === kind)
  const day = said('day')
  const duration = said('duration')
  const shown: UnderstoodPart[] = []
  const show = (kind: 'times' | 'day' | 'duration', text: string, source: string) =>
    shown.push({ kind, text, source, dismissal: null })
  const saidDay = day?.kind === 'day' ? day.day : null
  const shownDay = startDay ?? saidDay
  if (shownDay !== null && (day !== undefined || shownDay !== wording.today))
    show('day', dayText(shownDay, wording), day?.source ?? '')
  if (extent) show('times', timesText(extent, wording), (said('times') ?? duration)?.source ?? '')
  const seconds = extent
    ? (extent.endedAt - extent.startedAt) / 1000
    : duration?.kind === 'duration'
      ? duration.seconds
      : null
  if (seconds !== null) show('duration', lengthText(seconds, wording), duration?.source ?? '')
  return shown
}
