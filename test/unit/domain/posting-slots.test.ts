import { describe, expect, test } from 'vitest'
import { nextFreeSlots, type PostingSlot, type SlotSearch } from '../../../shared/domain/posting-slots.ts'

const EVENINGS: PostingSlot[] = [
  { weekday: 1, clock: '18:00' },
  { weekday: 3, clock: '12:30' },
  { weekday: 1, clock: '09:00' },
]

function find(more: Partial<Omit<SlotSearch, 'from' | 'taken'>> & { from?: string; taken?: string[] }): string[] {
  const { from = '2026-03-02T00:00Z', taken = [], ...rest } = more
  const search = { slots: EVENINGS, timeZone: 'Europe/Berlin', count: 3, ...rest }
  const free = nextFreeSlots({ ...search, from: Date.parse(from), taken: taken.map((at) => Date.parse(at)) })
  return free.map((at) => new Date(at).toISOString().slice(0, 16))
}

describe('the next free slots', () => {
  test('come in order of time, beginning with the present instant', () => {
    expect(find({})).toEqual(['2026-03-03T08:00', '2026-03-03T17:00', '2026-03-05T11:30'])
    expect(find({ from: '2026-03-03T08:00Z', count: 1 })).toEqual(['2026-03-03T08:00'])
    expect(find({ from: '2026-03-03T08:00:00.001Z', count: 1 })).toEqual(['2026-03-03T17:00'])
  })

  test('are an hour from what is taken, before and after', () => {
    expect(find({ count: 1, taken: ['2026-03-03T08:59Z'] })).toEqual(['2026-03-03T17:00'])
    expect(find({ count: 1, taken: ['2026-03-03T07:01Z'] })).toEqual(['2026-03-03T17:00'])
    expect(find({ count: 1, taken: ['2026-03-03T09:00Z', '2026-03-03T07:00Z'] })).toEqual(['2026-03-03T08:00'])
    expect(find({ count: 1, taken: ['2026-03-03T08:01Z'], notWithinMinutes: 0 })).toEqual(['2026-03-03T08:00'])
    expect(find({ count: 1, taken: ['2026-03-03T08:00Z'], notWithinMinutes: 0 })).toEqual(['2026-03-03T17:00'])
  })

  test('and from each other, so that all of them can be filled', () => {
    const slots: PostingSlot[] = [
      { weekday: 1, clock: '09:00' },
      { weekday: 1, clock: '09:30' },
      { weekday: 1, clock: '10:00' },
    ]
    expect(find({ slots })).toEqual(['2026-03-03T08:00', '2026-03-03T09:00', '2026-03-10T08:00'])
  })

  test('keep their clock through a change, and are there once', () => {
    const slots: PostingSlot[] = [
      { weekday: 6, clock: '02:30' },
      { weekday: 6, clock: '03:30' },
    ]
    expect(find({ slots, from: '2026-03-28T00:00Z', notWithinMinutes: 0 })).toEqual([
      '2026-03-29T01:30',
      '2026-04-05T00:30',
      '2026-04-05T01:30',
    ])
    expect(find({ slots, from: '2026-10-24T22:00Z', count: 2 })).toEqual(['2026-10-25T00:30', '2026-10-25T02:30'])
  })

  test('are none without slots, and at the end of the calendar', () => {
    expect(find({ slots: [] })).toEqual([])
    expect(find({ count: 0 })).toEqual([])
    expect(find({ from: '2199-12-30T00:00Z' })).toEqual(['2199-12-31T08:00', '2199-12-31T17:00'])
  })

  test.each<Partial<SlotSearch>>([
    { slots: [{ weekday: 7 as 6, clock: '09:00' }] },
    { slots: [{ weekday: 0, clock: '24:00' }] },
    { count: 101 },
    { notWithinMinutes: -1 },
    { from: NaN },
  ])('are refused for %j', (wrong) => {
    const search = { slots: EVENINGS, taken: [], from: 0, timeZone: 'UTC', count: 1, ...wrong }
    expect(() => nextFreeSlots(search)).toThrow(RangeError)
  })
})
