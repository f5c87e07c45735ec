import { describe, expect, test } from 'vitest'
import { addDays, toDay } from '../../../shared/domain/day.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { makeVocabulary } from '../../../shared/domain/quick-entry-names.ts'
import { parseQuickEntry, type QuickEntryContext } from '../../../shared/domain/quick-entry.ts'
import { clockAt, instantAt } from '../../../shared/domain/wall-time.ts'

const BERLIN = 'Europe/Berlin'
const LOS_ANGELES = 'America/Los_Angeles'

const vocabulary = makeVocabulary([
  { kind: 'channel', id: 1, name: 'Instagram', network: 'instagram' },
  { kind: 'channel', id: 2, name: 'LinkedIn Firma', network: 'linkedin' },
  { kind: 'channel', id: 3, name: 'LinkedIn Chefin', network: 'linkedin' },
  { kind: 'channel', id: 4, name: 'Alt', network: 'x', isArchived: true },
  { kind: 'campaign', id: 1, name: 'Herbst' },
  { kind: 'campaign', id: 2, name: 'Herbst Lookalike' },
  { kind: 'campaign', id: 3, name: 'Black Friday' },
  { kind: 'client', id: 1, name: 'Café Ahoi' },
  { kind: 'client', id: 2, name: 'Hafenbar' },
  { kind: 'project', id: 1, name: 'Relaunch', clientId: 1, isBillable: true },
  { kind: 'project', id: 2, name: 'Website', clientId: 1, isBillable: true },
  { kind: 'project', id: 3, name: 'Website', clientId: 2, isBillable: false },
  { kind: 'department', id: 1, name: 'Vertrieb' },
  { kind: 'person', id: 7, name: 'Lena Kern' },
])

/** Wednesday, 28 October 2026, 11:30:20 on the clocks of the zone. */
function contextOf(language: 'de' | 'en', timeZone: string, choices: Record<string, string> = {}): QuickEntryContext {
  const now = instantAt(toDay('2026-10-28'), '11:30', timeZone) + 20_000
  const placesOn: QuickEntryContext['placesOn'] = (day) => [instantAt(day, '09:00', timeZone)]
  return { now, timeZone, language, vocabulary, choices, placesOn }
}

/** "28 09:00-10:30", or what is missing, or the kinds of what is asked. */
function times(text: string, context: QuickEntryContext): string {
  const { extent, problem, questions } = parseQuickEntry(text, context)
  if (!extent) return problem ?? questions.map(({ kind, source }) => `${kind}? ${source}`).join(', ')
  const show = (at: number) => `${dayAt(at, context.timeZone).slice(5)} ${clockAt(at, context.timeZone)}`
  return `${show(extent.startedAt)} – ${show(extent.endedAt)}`
}

const today = (from: string, to: string) => `10-28 ${from} – 10-28 ${to}`
const yesterday = (from: string, to: string) => `10-27 ${from} – 10-27 ${to}`

const LINES: Readonly<Record<'de' | 'en', Readonly<Record<string, string>>>> = {
  de: {
    '1:20 dialog instagram gestern 14 Uhr': yesterday('14:00', '15:20'),
    '9–10:30 reel äthiopien': today('09:00', '10:30'),
    '45m reporting': today('10:45', '11:30'),
    '2h content !kunde ahoi': today('09:30', '11:30'),
    '90 min': today('10:00', '11:30'),
    '1,5h': today('10:00', '11:30'),
    '1.5 h': today('10:00', '11:30'),
    '1,5 Std.': today('10:00', '11:30'),
    '1h20': today('10:10', '11:30'),
    '1h 20m': today('10:10', '11:30'),
    '1 Std. 20 Min.': today('10:10', '11:30'),
    'eine Stunde und 20 Minuten': today('10:10', '11:30'),
    'halbe Stunde': today('11:00', '11:30'),
    'eine halbe Stunde': today('11:00', '11:30'),
    'anderthalb Stunden': today('10:00', '11:30'),
    'eineinhalb Stunden': today('10:00', '11:30'),
    'zweieinhalb Stunden': today('09:00', '11:30'),
    dreiviertelstunde: today('10:45', '11:30'),
    'eine Viertelstunde': today('11:15', '11:30'),
    'zwei Stunden': today('09:30', '11:30'),
    '1½ Stunden': today('10:00', '11:30'),
    'von 9 bis 10:30': today('09:00', '10:30'),
    '9-10': today('09:00', '10:00'),
    '9 - 10': today('09:00', '10:00'),
    '9:00-10:30': today('09:00', '10:30'),
    '9.00-10.30': today('09:00', '10:30'),
    '9:15 bis 10 Uhr': today('09:15', '10:00'),
    'zwischen 9 und 10': today('09:00', '10:00'),
    'gestern 14-15 Uhr': yesterday('14:00', '15:00'),
    'gestern 14.30 Uhr 1h': yesterday('14:30', '15:30'),
    'ab 8 Uhr': today('08:00', '11:30'),
    'seit 9': today('09:00', '11:30'),
    'ab 8 Uhr 30m': today('08:00', '08:30'),
    '2h bis 11:00': today('09:00', '11:00'),
    'heute 9-10': today('09:00', '10:00'),
    'vorgestern 9-10': '10-26 09:00 – 10-26 10:00',
    'Montag 9-10': '10-26 09:00 – 10-26 10:00',
    'Mo 9-10': '10-26 09:00 – 10-26 10:00',
    'letzten Dienstag 9-10': yesterday('09:00', '10:00'),
    'letzten Mittwoch 9-10': '10-21 09:00 – 10-21 10:00',
    'Mittwoch letzter Woche 9-10': '10-21 09:00 – 10-21 10:00',
    'letzte Woche Freitag 9-10': '10-23 09:00 – 10-23 10:00',
    'am 3.10. 9-10': '10-03 09:00 – 10-03 10:00',
    '3.10.2026 9-10': '10-03 09:00 – 10-03 10:00',
    '03.10.26 9-10': '10-03 09:00 – 10-03 10:00',
    '3.10 9-10': '10-03 09:00 – 10-03 10:00',
    '2026-10-03 9-10': '10-03 09:00 – 10-03 10:00',
    '3. Oktober 9-10': '10-03 09:00 – 10-03 10:00',
    'am 3. Okt. 2026 9-10': '10-03 09:00 – 10-03 10:00',
    '3/10 9:00-10:00': 'day? 3/10',
    'vor 2 Tagen 9-10': '10-26 09:00 – 10-26 10:00',
    'vor einer Woche 9-10': '10-21 09:00 – 10-21 10:00',
    // Two hours and 45 minutes ago, or 45 minutes that began two hours ago: the length is asked for.
    'vor 2 Stunden 45m': 'no_duration',
    'vor einer halben Stunde 10m': today('11:00', '11:10'),
    'gestern 9 Uhr abends 1h': yesterday('21:00', '22:00'),
    'gestern Nachmittag 2-3': yesterday('14:00', '15:00'),
    'gestern Morgen 9-10': yesterday('09:00', '10:00'),
    'gestern 1:20 ab 14': yesterday('14:00', '15:20'),
    '22-1': '10-27 22:00 – 10-28 01:00',
    'vorgestern 22–1': '10-26 22:00 – 10-27 01:00',
    'vorgestern 14:00-1:00+1': '10-26 14:00 – 10-27 01:00',
    'vorgestern 14 bis 1 Uhr am nächsten Tag': '10-26 14:00 – 10-27 01:00',
    'gestern 22:00-24:00': '10-27 22:00 – 10-28 00:00',
    '1h 9-10': today('09:00', '10:00'),
  },
  en: {
    'yesterday 2pm-3pm comments': yesterday('14:00', '15:00'),
    'yesterday 2-3pm': yesterday('14:00', '15:00'),
    'yesterday 11-1pm': yesterday('11:00', '13:00'),
    'yesterday 9am-1': yesterday('09:00', '13:00'),
    'half an hour': today('11:00', '11:30'),
    'an hour and a half': today('10:00', '11:30'),
    'one and a half hours': today('10:00', '11:30'),
    'three quarters of an hour': today('10:45', '11:30'),
    'a quarter of an hour': today('11:15', '11:30'),
    'two hours': today('09:30', '11:30'),
    '1.5 hours': today('10:00', '11:30'),
    'last tue 9:00-13:30': yesterday('09:00', '13:30'),
    'last Tuesday 9am-10am': yesterday('09:00', '10:00'),
    'Oct 3 9am-10am': '10-03 09:00 – 10-03 10:00',
    'October 3rd, 2026 9am-10am': '10-03 09:00 – 10-03 10:00',
    '3 Oct 9am-10am': '10-03 09:00 – 10-03 10:00',
    'on the 3rd of October 9am-10am': '10-03 09:00 – 10-03 10:00',
    '2 days ago 9am-10am': '10-26 09:00 – 10-26 10:00',
    'a week ago 9am-10am': '10-21 09:00 – 10-21 10:00',
    'the day before yesterday 9am-10am': '10-26 09:00 – 10-26 10:00',
    '1h at 2pm yesterday': yesterday('14:00', '15:00'),
    'since 9 reporting': today('09:00', '11:30'),
    'from 9 to 10:30': today('09:00', '10:30'),
    '9-10': today('09:00', '10:00'),
    'yesterday evening 7-8': yesterday('19:00', '20:00'),
    'yesterday 09:00-10:00': yesterday('09:00', '10:00'),
    'yesterday 2:30 p.m.-3 p.m.': yesterday('14:30', '15:00'),
    '2h since 9am': today('09:00', '11:00'),
    'half an hour ago 10m': today('11:00', '11:10'),
    'yesterday noon 30m': yesterday('12:00', '12:30'),
  },
}

describe.each([BERLIN, LOS_ANGELES])('in %s', (timeZone) => {
  for (const language of ['de', 'en'] as const) {
    test.each(Object.entries(LINES[language]))(`${language}: %s → %s`, (text, expected) => {
      expect(times(text, contextOf(language, timeZone))).toBe(expected)
    })
  }
})

test.each([
  ['de', '3.10 content', 'day? 3.10'],
  ['de', 'Mittwoch 9-10', 'day? Mittwoch'],
  ['de', '9:00 dialog', 'duration? 9:00'],
  ['de', '1.30 h', 'duration? 1.30 h'],
  ['de', '45m 2-3 kommentare', 'day? 2-3'],
  ['de', '2h gestern', 'clock? 2h gestern'],
  ['de', 'gestern montag 9-10', 'day? gestern'],
  ['de', '1h 45m gestern 2h 9 Uhr', 'duration? 1h 45m'],
  ['en', '2h 9-10 ads', 'day? 9-10'],
  ['en', 'yesterday 9-10', 'clock? 9-10'],
  ['en', 'yesterday at 2 1h', 'clock? at 2'],
  ['en', '3/10 9am-10am', 'day? 3/10'],
  ['de', 'linkedin 45m', ''],
] as const)('%s: %s is asked', (language, text, expected) => {
  const { questions } = parseQuickEntry(text, contextOf(language, BERLIN))
  expect(questions.length).toBe(1)
  if (expected !== '') expect(times(text, contextOf(language, BERLIN))).toBe(expected)
})

test.each([
  ['de', '', 'nothing'],
  ['de', 'reporting', 'no_time'],
  ['de', 'gestern reporting', 'no_time'],
  ['de', 'gestern 14 Uhr', 'no_duration'],
  ['de', 'bis 11:00', 'no_start'],
  ['de', '0h', 'no_length'],
  ['de', '9-9', 'no_length'],
  ['de', '9-8', 'ends_before_start'],
  ['de', 'gestern 14-9', 'ends_before_start'],
  ['de', '25h', 'too_long'],
  ['de', 'vorgestern 9:00-10:00+1', 'too_long'],
  ['de', '12-13', 'in_future'],
  ['de', 'morgen 9-10', 'in_future'],
  ['de', 'nächsten Montag 9-10', 'in_future'],
  ['de', '24.12. 9-10', 'in_future'],
  ['en', 'tomorrow 9am-10am', 'in_future'],
  ['de', '31.2. 9-10', 'no_such_day'],
  ['de', '29.2.2026 9-10', 'no_such_day'],
  ['de', 'x'.repeat(501), 'text_too_long'],
] as const)('%s: "%s" is no entry: %s', (language, text, expected) => {
  expect(times(text, contextOf(language, BERLIN))).toBe(expected)
})

test('a day without a year is the last one within half a year', () => {
  const january = { ...contextOf('de', BERLIN), now: instantAt(toDay('2027-01-05'), '12:00', BERLIN) }
  const { extent } = parseQuickEntry('24.12. 9-10', january)
  expect(dayAt(extent!.startedAt, BERLIN)).toBe('2026-12-24')
})

test('the 29th of February is there in a leap year', () => {
  const leap = { ...contextOf('de', LOS_ANGELES), now: instantAt(toDay('2028-03-02'), '12:00', LOS_ANGELES) }
  expect(times('29.2. 9-10', leap)).toBe('02-29 09:00 – 02-29 10:00')
})

test('answers settle what was asked, each in its turn', () => {
  const ask = (choices: Record<string, string>) => contextOf('de', BERLIN, choices)
  const monday = { 'day Mittwoch': 'day:2026-10-21' }
  expect(times('Mittwoch 9-10', ask(monday))).toBe('10-21 09:00 – 10-21 10:00')
  expect(times('3.10 content', ask({ 'day 3.10': 'duration:11400' }))).toBe(today('08:20', '11:30'))
  expect(times('9:00 dialog', ask({ 'duration 9:00': 'duration:32400' }))).toBe(today('02:30', '11:30'))
  expect(times('9:00 dialog', ask({ 'duration 9:00': 'clock:32400' }))).toBe('no_duration')
  const kept = parseQuickEntry('45m 2-3 kommentare', ask({ 'day 2-3': 'none' }))
  expect(kept.entry.note).toBe('2-3 kommentare')
})

test.each([
  [BERLIN, '2026-10-25', '2026-03-29'],
  [LOS_ANGELES, '2026-11-01', '2026-03-08'],
])('in %s an hour that comes twice is asked, one that is skipped is refused', (timeZone, twice, skipped) => {
  const context = { ...contextOf('de', timeZone), now: instantAt(toDay('2026-11-10'), '12:00', timeZone) }
  const hour = timeZone === BERLIN ? '2' : '1'
  const { questions } = parseQuickEntry(`${twice} ${hour}:15-5`, context)
  const lengths = questions[0]!.options.map((option) =>
    'extent' in option ? (option.extent.endedAt - option.extent.startedAt) / 60_000 : 0,
  )
  const shorter = timeZone === BERLIN ? 165 : 225
  expect(lengths).toEqual([shorter + 60, shorter])
  expect(times(`${skipped} 2:15-5`, context)).toBe('clock_skipped')
  expect(times(`${skipped} 1:00-4:00`, context)).toBe(`${skipped.slice(5)} 01:00 – ${skipped.slice(5)} 04:00`)
  const { extent } = parseQuickEntry(`${skipped} 1:00-4:00`, context)
  expect(extent!.endedAt - extent!.startedAt).toBe(2 * 3_600_000)
  // A length is a length: the clock shows an hour more.
  expect(times(`${skipped} 1 Uhr 3h`, context)).toBe(`${skipped.slice(5)} 01:00 – ${skipped.slice(5)} 05:00`)
})

const read = (text: string, choices: Record<string, string> = {}) =>
  parseQuickEntry(text, contextOf('de', BERLIN, choices))

test.each([
  ['45m dialog instagram', { activity: 'dialogue', channelId: 1, note: '' }],
  ['45m insta kommentare', { activity: 'dialogue', channelId: 1, note: 'kommentare' }],
  ['45m reel', { activity: 'content', note: 'reel' }],
  ['20 kommentare 45m', { activity: 'dialogue', note: '20 kommentare' }],
  ['45m !kunde ahoi', { clientId: 1, note: '' }],
  ['45m !ahoi', { clientId: 1 }],
  ['45m café ahoi', { clientId: 1, note: '' }],
  ['45m CAFE-AHOI', { clientId: 1, note: '' }],
  ['45m !"Café Ahoi" Fotos', { clientId: 1, note: 'Fotos' }],
  ['45m #herbst', { campaignId: 1 }],
  ['45m #kampagne lookalike', { campaignId: 2 }],
  ['45m herbst lookalike', { campaignId: 2, note: '' }],
  ['45m black friday', { campaignId: 3, note: '' }],
  ['45m @firma', { channelId: 2 }],
  ['45m @ig', { channelId: 1 }],
  ['45m @lena', { personId: 7 }],
  ['45m treffen mit lena kern', { personId: null, note: 'treffen mit lena kern' }],
  ['45m /relaunch', { projectId: 1, clientId: 1, isBillable: true }],
  ['45m /relaunch nicht abrechenbar', { projectId: 1, isBillable: false }],
  ['45m /website !hafenbar', { projectId: 3, clientId: 2, isBillable: false }],
  ['45m abstimmung für vertrieb', { activity: 'coordination', departmentId: 1, note: '' }],
  ['45m &vertrieb', { departmentId: 1 }],
  ['45m abrechenbar', { isBillable: true }],
  ['45m billable', { isBillable: true }],
  ['45m not billable', { isBillable: false }],
  ['45m "gestern 2h dialog"', { activity: null, note: 'gestern 2h dialog' }],
  ['45m „9-10 Uhr“ lesen', { note: '9-10 Uhr lesen' }],
  ['45m notiz:"Instagram"', { channelId: null, note: 'Instagram' }],
  ['45m, dialog, instagram, Lob', { activity: 'dialogue', channelId: 1, note: 'Lob' }],
  ['45m b2b Messe (Halle 4)', { note: 'b2b Messe (Halle 4)' }],
  ['dialog   45m \u00a0 Lob', { activity: 'dialogue', note: 'Lob' }],
])('%s', (text, expected) => {
  const { entry, questions } = read(text)
  expect(questions).toEqual([])
  expect(entry).toMatchObject(expected)
})

test('a network, part of a name, a project of two clients, two activities are asked', () => {
  const asked = (text: string) =>
    read(text).questions.map(({ kind, source, options }) => [kind, source, options.map(({ key }) => key)])
  expect(asked('45m linkedin')).toEqual([['channel', 'linkedin', ['channel:2', 'channel:3', 'none']]])
  expect(asked('45m #her')).toEqual([['campaign', '#her', ['campaign:1', 'campaign:2', 'none']]])
  expect(asked('45m /website')).toEqual([['project', '/website', ['project:2', 'project:3', 'none']]])
  expect(asked('45m dialog content')).toEqual([
    ['activity', 'dialog content', ['activity:dialogue', 'activity:content', 'none']],
  ])
  expect(asked('45m reel bericht')).toEqual([
    ['activity', 'reel bericht', ['activity:reporting', 'activity:content', 'none']],
  ])
  expect(asked('45m !gibtsnicht')).toEqual([['client', '!gibtsnicht', ['none']]])
})

test('of two named activities the one not meant goes back to the note', () => {
  const { entry } = read('45m dialog content', { 'activity dialog content': 'activity:content' })
  expect(entry).toMatchObject({ activity: 'content', note: 'dialog' })
})

test('a sign says more than a word: the other stays in the note', () => {
  expect(read('45m @instagram linkedin', { 'channel linkedin': 'channel:2' }).entry).toMatchObject({
    channelId: 1,
    note: 'linkedin',
  })
})

test('a thing that is not in use any more is found where nothing in use has the name', () => {
  expect(read('45m @alt').entry.channelId).toBe(4)
})

test('a guess that was taken back stays in the note', () => {
  expect(read('45m reel', { 'activity reel': 'none' }).entry).toMatchObject({ activity: null, note: 'reel' })
  expect(read('45m instagram', { 'channel instagram': 'none' }).entry).toMatchObject({
    channelId: null,
    note: 'instagram',
  })
})

test('reads no clock and no zone of the machine', () => {
  const context = contextOf('de', 'Asia/Kathmandu')
  expect(times('gestern 9-10', context)).toBe(yesterday('09:00', '10:00'))
  expect(dayAt(context.now, context.timeZone)).toBe(addDays(toDay('2026-10-27'), 1))
})
