import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readServiceMinutes, showServiceMinutes } from '../../../renderer/lib/service-minutes.ts'
import { MAX_TARGET_MINUTES } from '../../../shared/domain/response-target.ts'

test('lengths are read as people write them; a bare number is hours', () => {
  const written = {
    '4': 240,
    '4 h': 240,
    '4,5': 270,
    '0.25 h': 15,
    '4:30': 270,
    '4:30 h': 270,
    '0:05': 5,
    '4 h 30': 270,
    '1h15min': 75,
    '45 min': 45,
    '90 Minuten': 90,
    ' 2 Stunden ': 120,
  }
  for (const [text, minutes] of Object.entries(written))
    expect([text, readServiceMinutes(text)]).toEqual([text, { kind: 'minutes', minutes }])
})

test('nothing typed, no target, and what is no length are told apart', () => {
  expect(readServiceMinutes('  ')).toEqual({ kind: 'empty' })
  for (const text of ['-', '–', 'kein', 'Kein Ziel', 'none', 'no target'])
    expect([text, readServiceMinutes(text)]).toEqual([text, { kind: 'none' }])
  for (const text of ['0', '0:00', 'bald', '4:75', '-4', '4 Tage', '4h-'])
    expect([text, readServiceMinutes(text)]).toEqual([text, { kind: 'invalid' }])
  expect(readServiceMinutes('1667')).toEqual({ kind: 'tooLong' })
})

test('what is shown is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_TARGET_MINUTES }), (minutes) => {
      expect(readServiceMinutes(showServiceMinutes(minutes))).toEqual({ kind: 'minutes', minutes })
    }),
  )
})
