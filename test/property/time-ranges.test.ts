// Stretches of time: whatever is cut, trimmed or filled, no second is counted twice and none is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settledAbsence } from '../../shared/domain/absence.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { dayAt, startOfDay } from '../../shared/domain/instant.ts'
import {
  cutAround,
  gapsOf,
  isOverlapping,
  joined,
  overlapsOf,
  SHORTEST_GAP_MS,
  trimmed,
  unionLength,
  without,
  type Stretch,
} from '../../shared/domain/time-range.ts'
import { instantAt } from '../../shared/domain/wall-time.ts'

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
  .map(([from, length]) => ({ from, to: from + length }))
const stretches = fc.array(stretch, { maxLength: 8 }).map((all) => all.map((one, id) => ({ ...one, id })))

/** Which units of time lie in any of the stretches: counted one by one. */
function units(all: readonly Stretch[]): Set<number> {
  const covered = new Set<number>()
  for (const { from, to } of all) for (let at = from; at < to; at++) covered.add(at)
  return covered
}
const total = (all: readonly Stretch[]) => all.reduce((sum, { from, to }) => sum + to - from, 0)

describe('stretches', () => {
  test('joined cover the same time once', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        expect(units(joined(all))).toEqual(units(all))
        expect(total(joined(all))).toBe(units(all).size)
        expect(unionLength(all)).toBe(units(all).size)
      }),
    )
  })

  test('without others keep what lies outside of them', () => {
    fc.assert(
      fc.property(stretch, stretches, (one, others) => {
        const left = without(one, others)
        expect(units(left)).toEqual(units([one]).difference(units(others)))
        expect(total(left)).toBe(units(left).size)
      }),
    )
  })

  test('overlap where they share time, pair by pair', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const found = overlapsOf(all.map(({ id, from, to }) => ({ id, personId: 1, startedAt: from, endedAt: to })))
        const pairs = all.flatMap((a, index) =>
          all
            .slice(index + 1)
            .filter((b) => isOverlapping(a, b))
            .map((b) => [a.id, b.id]),
        )
        const text = (ids: readonly number[]) => ids.toSorted((a, b) => a - b).join(' ')
        expect(new Set(found.map(({ ids }) => text(ids)))).toEqual(new Set(pairs.map(text)))
        expect(found).toHaveLength(pairs.length)
        for (const { ids, from, to } of found) {
          const both = units([all[ids[0]]!]).intersection(units([all[ids[1]]!]))
          expect(units([{ from, to }])).toEqual(both)
        }
      }),
    )
  })

  test('trimmed lie beside each other, cover the same time, and each within what it was', () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const { pieces, swallowed } = trimmed(all)
        const left = [...pieces.values()].flat()
        expect(units(left)).toEqual(units(all))
        expect(total(left)).toBe(units(all).size)
        for (const one of all) {
          const own = pieces.get(one.id) ?? []
          expect(units(own).isSubsetOf(units([one]))).toBe(true)
          expect(own.length === 0).toBe(swallowed.includes(one.id))
          // The last to start keeps its start; the earlier ends there.
          for (const later of all.filter((other) => other.from > one.from))
            expect(units(own).has(later.from)).toBe(false)
        }
        expect([...trimmed(left.map((piece, id) => ({ ...piece, id }))).pieces.values()].flat()).toEqual(left)
      }),
    )
  })

  test('make room for a new one: nothing lies over it, nothing is lost, everyone keeps something', () => {
    fc.assert(
      fc.property(stretch, stretches, (one, others) => {
        const cut = cutAround(one, others)
        if (cut === null) {
          const inside = others.filter((other) => other.from >= one.from && other.to <= one.to)
          expect(units(inside)).toEqual(units([one]))
          return
        }
        const after = others.map((other) => cut.others.get(other.id) ?? [other])
        for (const left of after) {
          expect(left.length).toBeGreaterThan(0)
          for (const piece of left) for (const own of cut.own) expect(isOverlapping(piece, own)).toBe(false)
        }
        expect(units([...after.flat(), ...cut.own])).toEqual(units([...others, one]))
      }),
    )
  })
})

describe('gaps', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays(toDay('2025-01-01'), count))
  const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles')
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 1, max: 300 })), {
    maxLength: 6,
  })
  const hours = [
    { from: '01:00', to: '04:30' },
    { from: '13:00', to: '24:00' },
  ]

  test('and what was logged fill the working hours of the day, also where the clock is changed', () => {
    fc.assert(
      fc.property(day, zone, entries, fc.integer({ min: 0, max: 1_500 }), (on, timeZone, drawn, untilMinute) => {
        const midnight = startOfDay(on, timeZone)
        const until = midnight + untilMinute * 60_000
        const logged = drawn.map(([from, length]) => ({
          startedAt: midnight + from * 60_000,
          endedAt: midnight + (from + length) * 60_000,
        }))
        const gaps = gapsOf(on, hours, logged, timeZone, true, until)
        const taken = logged.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt }))
        for (const gap of gaps) {
          expect(gap.to - gap.from).toBeGreaterThanOrEqual(SHORTEST_GAP_MS)
          expect(dayAt(gap.from, timeZone)).toBe(on)
          expect(taken.some((one) => isOverlapping(one, gap))).toBe(false)
        }
        const working = hours
          .map(({ from, to }) => ({
            from: instantAt(on, from, timeZone),
            to: Math.min(until, instantAt(on, to, timeZone)),
          }))
          .filter(({ from, to }) => from < to)
        const open = working.reduce(
          (sum, one) => sum + total(without(one, taken).filter(({ from, to }) => to - from >= SHORTEST_GAP_MS)),
          0,
        )
        expect(total(gaps)).toBe(open)
        expect(gapsOf(on, hours, logged, timeZone, false, until)).toEqual([])
      }),
    )
  })
})

test('whatever an absence is settled as, no moment is logged twice, and only what is thrown away is missing', () => {
  const second = fc.integer({ min: -500, max: 90_000 }).map((seconds) => seconds * 1000)
  fc.assert(
    fc.property(
      fc.constantFrom('keep', 'end', 'endAndContinue', 'split', 'remove'),
      second,
      second,
      fc.integer({ min: 0, max: 100_000 }).map((seconds) => seconds * 1000),
      (choice, from, to, now) => {
        const settled = settledAbsence(choice, 0, { from, to }, now)
        if (settled === null) return
        const { endsAt, between, continuesAt } = settled
        const parts = [
          { from: 0, to: endsAt ?? now },
          ...(between ? [between] : []),
          ...(continuesAt === null ? [] : [{ from: continuesAt, to: now }]),
        ]
        for (const part of parts) expect(part.from).toBeLessThanOrEqual(part.to)
        const logged = parts.reduce((sum, part) => sum + part.to - part.from, 0)
        expect(logged).toBe(unionLength(parts))
        const away = Math.max(0, Math.min(to, now) - Math.max(0, Math.min(from, to, now)))
        const missing = { keep: 0, end: now - (endsAt ?? 0), endAndContinue: Math.max(0, away), split: 0, remove: now }[
          choice
        ]
        expect(now - logged).toBe(missing)
      },
    ),
  )
})
