import { expect, test } from 'vitest'
import { readClock, readLength, showElapsed, showLength } from '../../../renderer/features/time/editor/time-texts.ts'

test('clock times as they are typed in German and English', () => {
  const minutes = (text: string) => {
    const seconds = readClock(text)
    return seconds === null ? null : seconds / 60
  }
  for (const text of ['9:05', '09:05', '9.05', '905', '0905', '9:05 Uhr', '9h05', '9:05 am']) {
    expect([text, minutes(text)]).toEqual([text, 545])
  }
  expect(['14', '14 Uhr', '2pm', '2 PM', '2:00 p.m.', '1400'].map(minutes)).toEqual([840, 840, 840, 840, 840, 840])
  expect([minutes('12 am'), minutes('12 pm'), minutes('24:00'), minutes('0')]).toEqual([0, 720, 1440, 0])
})

test('what is no time of day is not read', () => {
  for (const text of ['', 'morgens', '25', '24:30', '9:60', '13 pm', '0 am', '12345', '-3', '9:5']) {
    expect([text, readClock(text)]).toEqual([text, null])
  }
})

test('lengths as they are typed', () => {
  for (const text of ['1:20', '1h20', '1 h 20 min', '80 min', '80m', '80 Minuten', '1:20 h', '1:20:00']) {
    expect([text, readLength(text)]).toEqual([text, 4800])
  }
  expect([readLength('1,5'), readLength('1.5 h'), readLength('2h'), readLength('0,25 Std.')]).toEqual([
    5400, 5400, 7200, 900,
  ])
  // A number alone could be hours or minutes.
  for (const text of ['45', '2', '', '1:60', 'eine Stunde']) expect([text, readLength(text)]).toEqual([text, null])
})

test('a length that is shown can be read back', () => {
  for (const seconds of [1, 59, 60, 2537, 3600, 4800, 86_400]) expect(readLength(showLength(seconds))).toBe(seconds)
  expect(showLength(4800)).toBe('1:20')
  expect(showElapsed(2537)).toBe('00:42:17')
  expect(showElapsed(360_000)).toBe('100:00:00')
})
