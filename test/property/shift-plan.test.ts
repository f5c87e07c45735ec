import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, toDay } from '../../shared/domain/day.ts'
import { dayAt } from '../../shared/domain/instant.ts'
import { POST_STATUSES } from '../../shared/domain/post-status.ts'
import { copyPosts, shiftPosts } from '../../shared/domain/shift-plan.ts'
import { clockAt, readWallTime, sameClock, wallMs } from '../../shared/domain/wall-time.ts'

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'] as const
const MINUTE_MS = 60_000
// Around the changes of these zones as often as anywhere else.
const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T10:00Z',
  '2026-11-01T09:00Z',
  '2026-04-04T15:00Z',
]
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -3000, max: 3000 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * MINUTE_MS),
)
const days = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -3_660, max: 3_660 }))
const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(toDay('2000-01-01'), count))

function wallOf(at: number, zone: string): number {
  const clock = clockAt(at, zone)
  return wallMs(dayAt(at, zone), Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3)) * 60)
}

test('there and back is where it began, but for gaps and second hours', () =>
  fc.assert(
    fc.property(instant, days, fc.constantFrom(...ZONES), (at, count, zone) => {
      const moved = sameClock(at, count, zone)
      const back = sameClock(moved, -count, zone)
      const seconds = ((at % MINUTE_MS) + MINUTE_MS) % MINUTE_MS
      const wall = wallOf(at, zone)
      const target = readWallTime(wall + count * 86_400_000, zone)
      const isSecond = readWallTime(wall, zone).instants[1] === at - seconds
      if (target.kind === 'skipped') expect(clockAt(moved, zone) > clockAt(at, zone)).toBe(true)
      else {
        expect(daysBetween(dayAt(at, zone), dayAt(moved, zone))).toBe(count)
        expect(clockAt(moved, zone)).toBe(clockAt(at, zone))
        if (!isSecond) expect(back).toBe(at)
        else expect(at - back).toBeGreaterThan(0)
      }
    }),
    { numRuns: 5_000 },
  ))

test('moving keeps the order of the days, the distance of the draft, and everything else', () => {
  const post = fc.record({
    id: fc.nat(),
    plannedAt: fc.option(instant),
    draftDueOn: fc.option(day),
    title: fc.string(),
  })
  fc.assert(
    fc.property(fc.array(post, { maxLength: 20 }), days, fc.constantFrom(...ZONES), (posts, count, zone) => {
      const moved = shiftPosts(posts, count, zone)
      expect(moved.map(({ id, title }) => [id, title])).toEqual(posts.map(({ id, title }) => [id, title]))
      for (const [index, { plannedAt, draftDueOn }] of moved.entries()) {
        const before = posts[index]!
        expect(draftDueOn && before.draftDueOn && daysBetween(before.draftDueOn, draftDueOn)).toBe(
          before.draftDueOn && count,
        )
        expect(plannedAt === null).toBe(before.plannedAt === null)
      }
      expect(shiftPosts(posts, 0, zone).map(({ draftDueOn }) => draftDueOn)).toEqual(
        posts.map(({ draftDueOn }) => draftDueOn),
      )
    }),
  )
})

test('a copy lies where the moved post would lie', () => {
  const post = fc.record({
    plannedAt: fc.option(instant),
    draftDueOn: fc.option(day),
    status: fc.constantFrom(...POST_STATUSES),
  })
  fc.assert(
    fc.property(fc.array(post, { maxLength: 20 }), days, (posts, count) => {
      const copies = copyPosts(posts, count, 'Europe/Berlin')
      expect(copies.map(({ plannedAt }) => plannedAt)).toEqual(
        shiftPosts(posts, count, 'Europe/Berlin').map(({ plannedAt }) => plannedAt),
      )
      expect(copies.map(({ status }) => status)).toEqual(
        posts.map(({ status }) => (status === 'idea' ? 'idea' : 'draft')),
      )
    }),
  )
})
