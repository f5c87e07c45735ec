import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIVITIES, type Activity } from '../../shared/domain/activity.ts'
import { allocate } from '../../shared/domain/allocation.ts'
import { returnsByActivity } from '../../shared/domain/best-hours.ts'
import { SPREADING_KEYS, spreadOverChannels } from '../../shared/domain/costing.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { projectPayback, turningDay, turningWeek } from '../../shared/domain/payback.ts'
import { MARGIN_STEP, marginShiftCents } from '../../shared/domain/sensitivity.ts'

const FIRST = toDay('2024-01-01')
const cents = fc.integer({ min: -10_000_000, max: 10_000_000 })
const channel = fc.record({
  seconds: fc.integer({ min: 0, max: 10_000_000 }),
  costCents: cents,
  publishedPosts: fc.integer({ min: 0, max: 500 }),
})

test('full costing spreads each amount exactly, to the nearest cent of its proportion', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...SPREADING_KEYS),
      fc.array(channel, { minLength: 1, maxLength: 12 }),
      cents,
      (key, channels, amount) => {
        const { weights, isEqually, divide } = spreadOverChannels(key, channels)
        const parts = divide(amount)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        const all = weights.reduce((sum, weight) => sum + weight, 0)
        for (const [index, part] of parts.entries()) {
          const exact = isEqually ? amount / channels.length : (amount * (weights[index] ?? 0)) / all
          expect(Math.abs(part - exact)).toBeLessThan(1 + 1e-6)
        }
      },
    ),
  ))

test('dividing gives the same with and without big integers', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 2, maxLength: 12 }),
      (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        fc.pre(total > 0)
        const parts = allocate(amount, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        for (const [index, part] of parts.entries()) {
          const floor = Number((BigInt(Math.abs(amount)) * BigInt(weights[index] ?? 0)) / BigInt(total))
          expect([floor, floor + 1]).toContain(Math.abs(part))
        }
      },
    ),
  ))

test('the day a result is positive since: on it and at the end of each later week the sum is above zero, the day before it is not', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 7, maxLength: 210 }), (amounts) => {
      const days = amounts
        .slice(0, amounts.length - (amounts.length % 7))
        .map((amount, index) => ({ day: addDays(FIRST, index), cents: amount }))
      const weeks = Array.from({ length: days.length / 7 }, (_, index) => ({
        monday: addDays(FIRST, 7 * index),
        cents: days.slice(7 * index, 7 * index + 7).reduce((sum, one) => sum + one.cents, 0),
      }))
      const sumTo = (index: number) => days.slice(0, index + 1).reduce((sum, one) => sum + one.cents, 0)
      const turning = turningWeek(weeks)
      expect(turning === null).toBe(sumTo(days.length - 1) <= 0)
      if (!turning) return
      const start = days.findIndex((one) => one.day === turning.monday)
      const since = turningDay(turning.beforeCents, days.slice(start, start + 7))
      const index = days.findIndex((one) => one.day === since)
      expect(sumTo(index)).toBeGreaterThan(0)
      if (index > start || start > 0) expect(sumTo(index - 1)).toBeLessThanOrEqual(0)
      for (let sunday = start + 6; sunday < days.length; sunday += 7) expect(sumTo(sunday)).toBeGreaterThan(0)
    }),
  ))

test('a projection is the first day on which the sum is above zero at the mean pace', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -50_000, max: 0 }),
      fc.array(fc.integer({ min: 700, max: 70_000 }), { minLength: 8, maxLength: 8 }),
      (sumCents, recentWeekCents) => {
        const projection = projectPayback({ sumCents, lastDay: FIRST, recentWeekCents, recentVerdict: 'earns' })
        const total = recentWeekCents.reduce((sum, week) => sum + week, 0)
        let days = 1
        while (sumCents * 56 + total * days <= 0) days++
        expect(projection?.day).toBe(addDays(FIRST, days))
      },
    ),
  ))

test('a moved margin stays between 0 and 100 %, and up and down differ only where it is held', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (net, margin) => {
      const contribution = Math.round(net * margin)
      for (const step of [MARGIN_STEP, -MARGIN_STEP]) {
        const moved = contribution + marginShiftCents(net, contribution, step)
        expect(moved).toBeGreaterThanOrEqual(0)
        expect(moved).toBeLessThanOrEqual(net)
        expect(marginShiftCents(-net, -contribution, step)).toBe(-marginShiftCents(net, contribution, step) || 0)
      }
    }),
  ))

test('returns of activities add up to what the channel brought, whatever is linked', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom<Activity>(...ACTIVITIES), fc.integer({ min: 1, max: 1_000_000 })), {
        minLength: 1,
        selector: ([activity]) => activity,
      }),
      cents,
      fc.nat(1_000_000),
      fc.nat(1_000_000),
      fc.nat(1_000_000),
      (hours, contributionCents, nonLabourCents, fromConversationsCents, fromPostsCents) => {
        const rows = returnsByActivity({
          seconds: new Map(hours),
          contributionCents,
          nonLabourCents,
          fromConversationsCents,
          fromPostsCents,
        })
        expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(contributionCents - nonLabourCents)
      },
    ),
  ))
