// Working hours as they are typed. They are clock times of a weekday: no zone, no date, so no clock change reaches them.
import { expect, test } from 'vitest'
import { nextStretch, parseWorkClock, secondsOfStretches, settleStretches } from '../../../renderer/lib/work-clock.ts'

const stretch = (from: string, to: string) => ({ from, to })

test('clock times are read as people write them', () => {
  const written = {
    '8': '08:00',
    '08': '08:00',
    '8:30': '08:30',
    '8.30': '08:30',
    '830': '08:30',
    '0830': '08:30',
    ' 8:30 Uhr ': '08:30',
    '8 uhr': '08:00',
    '17h': '17:00',
    '0': '00:00',
    '23:59': '23:59',
    '24': '24:00',
    '24:00': '24:00',
    '2400': '24:00',
  }
  for (const [text, clock] of Object.entries(written)) expect([text, parseWorkClock(text)]).toEqual([text, clock])
})

test('what is no clock time is none', () => {
  for (const text of ['', 'früh', '25', '24:01', '8:60', '8:5', '-8', '8 am', '12345', '8:30:00'])
    expect([text, parseWorkClock(text)]).toEqual([text, null])
})

test('stretches are settled in order, and may follow each other without a break', () => {
  expect(settleStretches([stretch('8', '12'), stretch('12', '24')])).toEqual([
    stretch('08:00', '12:00'),
    stretch('12:00', '24:00'),
  ])
  expect(settleStretches([])).toEqual([])
})

test('the first problem is said: what cannot be read, what is empty, turned round, or lies over another', () => {
  expect(settleStretches([stretch('8', 'zwölf')])).toBe('invalid')
  expect(settleStretches([stretch('', '12')])).toBe('invalid')
  for (const wrong of [
    [stretch('9', '9')],
    [stretch('17', '9')],
    [stretch('22', '6')],
    [stretch('24', '24')],
    [stretch('8', '12'), stretch('11:59', '13')],
    [stretch('13', '17'), stretch('8', '12')],
  ])
    expect(settleStretches(wrong)).toBe('order')
})

test('another stretch goes where there is room for it, and can be saved wherever there is', () => {
  expect(nextStretch([])).toEqual(stretch('09:00', '17:00'))
  expect(nextStretch([stretch('08:00', '12:00')])).toEqual(stretch('13:00', '17:00'))
  expect(nextStretch([stretch('08:00', '20:30')])).toEqual(stretch('21:30', '24:00'))
  expect(nextStretch([stretch('08:00', '22:15')])).toEqual(stretch('23:00', '24:00'))
  for (let minute = 1; minute < 1440; minute += 1) {
    const to = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    const day = [stretch('00:00', to)]
    const next = nextStretch(day)
    expect(settleStretches([...day, next])).toEqual([...day, next])
  }
})

test('a day is as long as its stretches, to the end of the day at most', () => {
  expect(secondsOfStretches([])).toBe(0)
  expect(secondsOfStretches([stretch('08:00', '12:00'), stretch('12:45', '17:00')])).toBe(8.25 * 3600)
  expect(secondsOfStretches([stretch('00:00', '24:00')])).toBe(86_400)
})
