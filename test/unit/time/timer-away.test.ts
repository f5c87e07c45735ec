// The desktop's watch for absences, with a clock and a system of the test's own.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AwayWatch } from '../../../electron/main/away.ts'
import { useTimerStore, withAbsence } from '../../../renderer/features/time/timer/timer-store.ts'
import type { Absence } from '../../../renderer/lib/desktop-bridge.ts'

const MINUTE = 60_000
const start = Date.parse('2026-10-28T09:00:00Z')

/** A computer at which somebody types until they stop. */
class Desk {
  readonly reports: Absence[] = []
  readonly watch: AwayWatch
  readonly #listeners = new Map<string, () => void>()
  #lastInput = start

  constructor() {
    const source = {
      getSystemIdleTime: () => Math.floor((Date.now() - this.#lastInput) / 1000),
      on: (event: string, listener: () => void) => this.#listeners.set(event, listener),
    }
    this.watch = new AwayWatch(source, (absence) => this.reports.push(absence))
  }

  type(): void {
    this.#lastInput = Date.now()
  }

  emit(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'): void {
    this.#listeners.get(event)?.()
  }

  /** In minutes from the start, to a quarter of a minute. */
  seen(): [number, number, string][] {
    const minutes = (instant: number) => Math.round(((instant - start) / MINUTE) * 4) / 4
    return this.reports.map(({ since, until, reason }) => [minutes(since), minutes(until), reason])
  }
}

const pass = (minutes: number) => vi.advanceTimersByTime(minutes * MINUTE)
/** The computer sleeps: time goes by, no timer fires. */
const sleep = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE)

let desk: Desk
beforeEach(() => {
  vi.useFakeTimers({ now: start })
  desk = new Desk()
  desk.watch.watch(5)
})
afterEach(() => {
  desk.watch.watch(null)
  vi.useRealTimers()
})

test('whoever was away long enough is told of when they are back, not before', () => {
  pass(20)
  expect(desk.reports).toEqual([])
  desk.type()
  pass(0.5)
  expect(desk.seen()).toEqual([[0, 20, 'idle']])
  pass(3)
  desk.type()
  pass(3)
  expect(desk.reports).toHaveLength(1)
})

test('a short pause is no absence', () => {
  pass(4.75)
  desk.type()
  pass(4.75)
  desk.type()
  pass(1)
  expect(desk.reports).toEqual([])
})

test('without a running timer nothing is noticed', () => {
  desk.watch.watch(null)
  pass(20)
  desk.emit('lock-screen')
  pass(20)
  desk.emit('unlock-screen')
  expect(desk.reports).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('a locked screen counts from the last input until it is unlocked', () => {
  pass(2)
  desk.type()
  pass(1)
  desk.emit('lock-screen')
  pass(9)
  // Somebody tries the password.
  desk.type()
  pass(1)
  expect(desk.reports).toEqual([])
  desk.emit('unlock-screen')
  expect(desk.seen()).toEqual([[2, 13, 'lock']])
})

test('sleep and lock in one are one absence, over when both are', () => {
  desk.emit('lock-screen')
  desk.emit('suspend')
  sleep(60)
  desk.emit('resume')
  expect(desk.reports).toEqual([])
  pass(1)
  desk.emit('unlock-screen')
  expect(desk.seen()).toEqual([[0, 61, 'lock']])
})

test('sleep the system has not announced is noticed by the gap it left', () => {
  pass(1)
  desk.type()
  sleep(90)
  desk.type()
  pass(0.25)
  expect(desk.seen()).toEqual([[1, 91, 'suspend']])
})

test('a short sleep is no absence', () => {
  desk.emit('suspend')
  sleep(3)
  desk.emit('resume')
  expect(desk.reports).toEqual([])
})

test('what the page asks for is checked', () => {
  desk.watch.watch(null)
  for (const wrong of ['5', 0, -1, 0.5, 1e9, Number.NaN, {}]) desk.watch.watch(wrong)
  expect(vi.getTimerCount()).toBe(0)
})

test('two absences in a row are one question, with work between them they are two', () => {
  const span = (since: number, until: number): Absence => ({
    since: since * MINUTE,
    until: until * MINUTE,
    reason: 'idle',
  })
  const inARow = [span(0, 10), span(11, 30)].reduce(withAbsence, [])
  expect(inARow).toEqual([span(0, 30)])
  const apart = [span(0, 10), span(70, 90)].reduce(withAbsence, [])
  expect(apart).toEqual([span(0, 10), span(70, 90)])
})

test('what was asked about is answered for, and what an earlier timer left open with it', () => {
  const { noteAbsence, settleAbsences } = useTimerStore.getState()
  const [left, asked, later] = [0, 60, 120].map((minute): Absence => {
    return { since: minute * MINUTE, until: (minute + 10) * MINUTE, reason: 'idle' }
  })
  for (const span of [left!, asked!, later!]) noteAbsence(span)
  settleAbsences(asked!.until)
  expect(useTimerStore.getState().absences).toEqual([later])
})
