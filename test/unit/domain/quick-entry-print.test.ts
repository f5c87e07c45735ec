import { expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { makeVocabulary } from '../../../shared/domain/quick-entry-names.ts'
import { printQuickEntry, type PrintableEntry } from '../../../shared/domain/quick-entry-print.ts'
import { instantAt } from '../../../shared/domain/wall-time.ts'

const timeZone = 'Europe/Berlin'
const vocabulary = makeVocabulary([
  { kind: 'channel', id: 1, name: 'Instagram', network: 'instagram' },
  { kind: 'client', id: 1, name: 'Café Ahoi' },
  { kind: 'project', id: 1, name: 'Relaunch', clientId: 1, isBillable: true },
])
const entry: PrintableEntry = {
  startedAt: instantAt(toDay('2026-10-27'), '14:00', timeZone),
  endedAt: instantAt(toDay('2026-10-27'), '15:20', timeZone),
  activity: 'dialogue',
  channelId: 1,
  campaignId: null,
  clientId: null,
  projectId: null,
  departmentId: null,
  personId: null,
  isBillable: false,
  note: 'Kommentare',
}
const print = (changes: Partial<PrintableEntry>, language: 'de' | 'en' = 'de') =>
  printQuickEntry({ ...entry, ...changes }, { timeZone, language, vocabulary })

test('is a line one could have typed', () => {
  expect(print({})).toBe('27.10.2026 14:00-15:20 Dialog @Instagram Kommentare')
  expect(print({}, 'en')).toBe('27 Oct 2026 14:00-15:20 Dialogue @Instagram Kommentare')
})

test('signs and quotes only where they are needed', () => {
  expect(print({ note: 'gestern 2h' })).toBe('27.10.2026 14:00-15:20 =Dialog @Kanal "Instagram" "gestern 2h"')
  expect(print({ channelId: null, clientId: 1, note: '' })).toBe('27.10.2026 14:00-15:20 Dialog !"Café Ahoi"')
  expect(print({ activity: null, channelId: null, note: 'reel' })).toBe('27.10.2026 14:00-15:20 "reel"')
  expect(print({ activity: null, channelId: null, note: 'Instagram' })).toContain('Notiz:"Instagram"')
})

test('a project says its client and whether it is billable', () => {
  const project = { channelId: null, projectId: 1, clientId: 1, note: '' }
  expect(print({ ...project, isBillable: true })).toBe('27.10.2026 14:00-15:20 Dialog /Relaunch')
  expect(print({ ...project, isBillable: false })).toBe('27.10.2026 14:00-15:20 Dialog /Relaunch nicht abrechenbar')
})

test('over midnight it says so', () => {
  const endedAt = instantAt(toDay('2026-10-28'), '01:00', timeZone)
  expect(print({ endedAt, note: '' })).toBe('27.10.2026 14:00-01:00+1 Dialog @Instagram')
})

test('what is no entry is not printed', () => {
  expect(() => print({ endedAt: entry.startedAt })).toThrow(RangeError)
  expect(() => print({ endedAt: entry.startedAt + 86_401_000 })).toThrow(RangeError)
  expect(() => print({ channelId: 99 })).toThrow(RangeError)
  expect(() => print({ note: 'x'.repeat(490) })).toThrow(RangeError)
})
