import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import {
  copyPosts,
  isClockMoved,
  MAX_SHIFT_DAYS,
  moveToDay,
  shiftPosts,
  shiftProblem,
} from '../../../shared/domain/shift-plan.ts'
import { instantAt } from '../../../shared/domain/wall-time.ts'

const BERLIN = 'Europe/Berlin'
const at = (day: string, clock: string) => instantAt(toDay(day), clock, BERLIN)

describe('moving by days', () => {
  test('keeps the time on the clock across both changes', () => {
    const posts = [
      { id: 1, plannedAt: at('2026-03-27', '18:00'), draftDueOn: toDay('2026-03-25') },
      { id: 2, plannedAt: null, draftDueOn: null },
    ]
    expect(shiftPosts(posts, 3, BERLIN)).toEqual([
      { id: 1, plannedAt: Date.parse('2026-03-30T16:00Z'), draftDueOn: '2026-03-28' },
      { id: 2, plannedAt: null, draftDueOn: null },
    ])
    expect(moveToDay(at('2026-10-24', '18:00'), toDay('2026-10-25'), BERLIN)).toBe(Date.parse('2026-10-25T17:00Z'))
  })

  test('onto a time that is skipped moves on by the gap, and says so', () => {
    const before = at('2026-03-28', '02:30')
    const after = moveToDay(before, toDay('2026-03-29'), BERLIN)
    expect(after).toBe(Date.parse('2026-03-29T01:30Z'))
    expect(isClockMoved(before, after, BERLIN)).toBe(true)
    expect(isClockMoved(before, moveToDay(before, toDay('2026-03-30'), BERLIN), BERLIN)).toBe(false)
  })

  test('onto a time that comes twice takes the first', () => {
    expect(moveToDay(at('2026-10-24', '02:30'), toDay('2026-10-25'), BERLIN)).toBe(Date.parse('2026-10-25T00:30Z'))
  })

  test('is refused out of the calendar, by parts of a day, and too far', () => {
    const posts = [{ plannedAt: at('2199-12-30', '12:00'), draftDueOn: null }]
    expect(shiftProblem(posts, 1, BERLIN)).toBeNull()
    expect(shiftProblem(posts, 2, BERLIN)).toBe('out_of_calendar')
    expect(shiftProblem([{ plannedAt: null, draftDueOn: toDay('1900-01-01') }], -1, BERLIN)).toBe('out_of_calendar')
    expect(shiftProblem(posts, 0.5, BERLIN)).toBe('not_whole_days')
    expect(shiftProblem([], MAX_SHIFT_DAYS + 1, BERLIN)).toBe('too_far')
    expect(shiftProblem([], -MAX_SHIFT_DAYS - 1, BERLIN)).toBe('too_far')
    expect(shiftProblem([], -MAX_SHIFT_DAYS, BERLIN)).toBeNull()
    expect(() => shiftPosts(posts, 2, BERLIN)).toThrow(RangeError)
  })
})

test('a copy begins as a draft and leaves the original as it was', () => {
  const post = { plannedAt: at('2026-05-01', '09:00'), draftDueOn: null, status: 'published' as const }
  expect(copyPosts([post], 7, BERLIN)).toEqual([
    { plannedAt: at('2026-05-08', '09:00'), draftDueOn: null, status: 'draft' },
  ])
  expect(post.status).toBe('published')
})
