// How the fields of an entry's times change each other. Zones are given, so the machine's own must not matter.
import { expect, test } from 'vitest'
import {
  problemsOfTimes,
  secondsOf,
  setDay,
  settleClock,
  timesOf,
  typeDuration,
  typeEnd,
  typeStart,
} from '../../../renderer/features/time/editor/times.ts'
import { dayAt } from '../../../shared/domain/instant.ts'
import { clockAt } from '../../../shared/domain/wall-time.ts'

const BERLIN = 'Europe/Berlin'
const LOS_ANGELES = 'America/Los_Angeles'
const at = (text: string) => Date.parse(text)

/** 14:00 to 15:20 in Berlin on 28 October 2026. */
const afternoon = timesOf(at('2026-10-28T13:00:00Z'), at('2026-10-28T14:20:00Z'))

test('another day keeps clock time and length', () => {
  const moved = setDay(afternoon, '2026-07-01', BERLIN)
  expect([clockAt(moved.startedAt, BERLIN), clockAt(moved.endedAt!, BERLIN)]).toEqual(['14:00', '15:20'])
  expect(dayAt(moved.startedAt, BERLIN)).toBe('2026-07-01')
  expect(secondsOf(moved)).toBe(4800)
})

test('a day moved over a clock change keeps its seconds and its length, in both zones', () => {
  for (const [zone, summer, winter] of [
    [BERLIN, '2026-10-24', '2026-10-26'],
    [LOS_ANGELES, '2026-10-31', '2026-11-02'],
  ] as const) {
    const start = setDay(timesOf(at('2026-06-01T20:15:42Z'), at('2026-06-01T23:15:10Z')), summer, zone)
    const moved = setDay(start, winter, zone)
    expect(clockAt(moved.startedAt, zone)).toBe(clockAt(start.startedAt, zone))
    expect(secondsOf(moved)).toBe(secondsOf(start))
    expect(moved.startedAt % 60_000).toBe(42_000)
  }
})

test('another start keeps the length, another end changes it, another length moves the end', () => {
  const earlier = typeStart(afternoon, '9.30', BERLIN)
  expect([clockAt(earlier.startedAt, BERLIN), clockAt(earlier.endedAt!, BERLIN)]).toEqual(['09:30', '10:50'])
  const longer = typeEnd(earlier, '11', BERLIN)
  expect(secondsOf(longer)).toBe(5400)
  const set = typeDuration(longer, '2,5')
  expect(clockAt(set.endedAt!, BERLIN)).toBe('12:00')
  expect(set.startedAt).toBe(earlier.startedAt)
})

test('what is typed letter by letter ends where it would have ended at once', () => {
  const typed = ['1', '16', '16:', '16:4', '16:45'].reduce((times, text) => typeEnd(times, text, BERLIN), afternoon)
  expect(typed).toEqual(typeEnd(afternoon, '16:45', BERLIN))
  const started = ['8', '8:', '8:1', '8:15'].reduce((times, text) => typeStart(times, text, BERLIN), afternoon)
  expect(started).toEqual(typeStart(afternoon, '8:15', BERLIN))
})

test('an end before the start is said, and can be made the next day', () => {
  const open = typeEnd(afternoon, '13:00', BERLIN)
  const { end } = problemsOfTimes(open)
  expect(end).toEqual({ kind: 'beforeStart', nextDay: at('2026-10-29T12:00:00Z') })
  expect(secondsOf(open)).toBe(4800)
  const settled = settleClock(open, 'end', at('2026-10-29T12:00:00Z'))
  expect(problemsOfTimes(settled)).toEqual({})
  expect(secondsOf(settled)).toBe(23 * 3600)
})

test('a start put right also puts right the end that did not fit it, however it is typed', () => {
  const open = typeEnd(afternoon, '13:00', BERLIN)
  for (const letters of [['12:00'], ['1', '12', '12:', '12:0', '12:00']]) {
    const right = letters.reduce((times, text) => typeStart(times, text, BERLIN), open)
    expect(problemsOfTimes(right)).toEqual({})
    expect([right.startedAt, right.endedAt].map((instant) => clockAt(instant!, BERLIN))).toEqual(['12:00', '13:00'])
  }
  // Another day keeps what was typed, and what is offered is of that day.
  const moved = setDay(open, '2026-07-01', BERLIN)
  expect(problemsOfTimes(moved).end).toEqual({ kind: 'beforeStart', nextDay: at('2026-07-02T11:00:00Z') })
})

test('work past midnight needs no question', () => {
  const evening = typeStart(afternoon, '22:00', BERLIN)
  const night = typeEnd(evening, '1:30', BERLIN)
  expect(problemsOfTimes(night)).toEqual({})
  expect(secondsOf(night)).toBe(3.5 * 3600)
  expect(dayAt(night.endedAt!, BERLIN)).toBe('2026-10-29')
  for (const midnight of ['24:00', '0:00']) expect(secondsOf(typeEnd(afternoon, midnight, BERLIN))).toBe(10 * 3600)
})

test('an hour that comes twice is asked for', () => {
  const sunday = setDay(typeStart(afternoon, '0:30', BERLIN), '2026-10-25', BERLIN)
  const twice = typeEnd(sunday, '2:30', BERLIN)
  const [first, second] = [at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')]
  expect(problemsOfTimes(twice).end).toEqual({ kind: 'twice', instants: [first, second] })
  expect(secondsOf(settleClock(twice, 'end', first))).toBe(2 * 3600)
  expect(secondsOf(settleClock(twice, 'end', second))).toBe(3 * 3600)
  expect(problemsOfTimes(settleClock(twice, 'end', second))).toEqual({})
})

test('of an hour that comes twice only what lies after the start can be the end', () => {
  const second = at('2026-10-25T01:10:00Z')
  const times = timesOf(second, second + 600_000)
  expect(clockAt(second, BERLIN)).toBe('02:10')
  const ended = typeEnd(times, '2:30', BERLIN)
  expect(problemsOfTimes(ended)).toEqual({})
  expect(secondsOf(ended)).toBe(20 * 60)
})

test('an hour that is skipped is said, in Berlin and in Los Angeles', () => {
  for (const [zone, sunday, shifted] of [
    [BERLIN, '2026-03-29', '03:30'],
    [LOS_ANGELES, '2026-03-08', '03:30'],
  ] as const) {
    const moved = typeStart(setDay(afternoon, sunday, zone), '2:30', zone)
    const { start } = problemsOfTimes(moved)
    if (start?.kind !== 'skipped') throw new Error(`not skipped in ${zone}`)
    expect(clockAt(start.instant, zone)).toBe(shifted)
    const settled = settleClock(moved, 'start', start.instant)
    expect(problemsOfTimes(settled)).toEqual({})
    expect(secondsOf(settled)).toBe(4800)
  }
})

test('a day moved onto a skipped hour asks, and the length is kept meanwhile', () => {
  const night = typeStart(afternoon, '2:30', BERLIN)
  const moved = setDay(night, '2026-03-29', BERLIN)
  expect(problemsOfTimes(moved).start?.kind).toBe('skipped')
  expect(moved.open.start?.text).toBe('02:30')
  expect(problemsOfTimes(setDay(moved, '2026-03-30', BERLIN))).toEqual({})
})

test('nothing and too much are said', () => {
  expect(problemsOfTimes(typeEnd(afternoon, '14:00', BERLIN)).end?.kind).toBe('nothing')
  expect(problemsOfTimes(typeDuration(afternoon, '0:00')).duration?.kind).toBe('nothing')
  expect(problemsOfTimes(typeDuration(afternoon, '24:01')).duration?.kind).toBe('tooLong')
  expect(problemsOfTimes(typeDuration(afternoon, '24:00'))).toEqual({})
  expect(problemsOfTimes(timesOf(0, 86_401_000)).duration?.kind).toBe('tooLong')
  expect(problemsOfTimes(setDay(afternoon, null, BERLIN)).day?.kind).toBe('required')
  expect(problemsOfTimes(typeStart(afternoon, '', BERLIN)).start?.kind).toBe('required')
  expect(problemsOfTimes(typeStart(afternoon, '25:00', BERLIN)).start?.kind).toBe('unreadable')
})

test('a year on its way to 2026 moves nothing', () => {
  const typed = ['0002-07-01', '0020-07-01', '0202-07-01'].reduce(
    (times, text) => setDay(times, text, BERLIN),
    afternoon,
  )
  expect(typed.startedAt).toBe(afternoon.startedAt)
  expect(problemsOfTimes(typed).day?.kind).toBe('wrongYear')
  expect(setDay(typed, '2026-07-01', BERLIN)).toEqual(setDay(afternoon, '2026-07-01', BERLIN))
})

test('a running entry has no end, and a new start leaves it so', () => {
  const running = timesOf(at('2026-10-28T13:00:42Z'), null)
  const earlier = typeStart(running, '13:50', BERLIN)
  expect(earlier.endedAt).toBeNull()
  expect(secondsOf(earlier)).toBeNull()
  expect(problemsOfTimes(earlier)).toEqual({})
})
