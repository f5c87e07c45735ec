// Figures of the moderation log against their definitions, counted plainly.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SENTIMENTS } from '../../shared/domain/conversation.ts'
import {
  figuresBy,
  figuresOf,
  percentile,
  timeFigures,
  type ResponseRow,
  type TargetStanding,
} from '../../shared/domain/response-figures.ts'

const NOW = 1_800_000_000_000
const times = fc.array(fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 10_000_000 })), { maxLength: 60 })
const moment = fc.integer({ min: NOW - 10, max: NOW + 10 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)

const single: fc.Arbitrary<ResponseRow> = fc
  .record({
    dueAt: maybe(moment),
    answer: maybe(fc.record({ at: moment, seconds: maybe(fc.nat({ max: 1000 })) })),
    nextSeconds: fc.array(fc.nat({ max: 1000 }), { maxLength: 3 }),
    isDone: fc.boolean(),
    closed: maybe(moment),
    hasMeasure: fc.boolean(),
    resolution: fc.nat({ max: 5000 }),
    sentiment: maybe(fc.constantFrom(...SENTIMENTS)),
    costCents: fc.nat({ max: 5000 }),
  })
  .map(({ answer, nextSeconds, resolution, closed, ...rest }) => ({
    ...rest,
    doneAt: rest.isDone ? closed : null,
    isBatch: false,
    count: 1,
    answers: answer ? 1 + nextSeconds.length : 0,
    answeredAt: answer?.at ?? null,
    firstSeconds: answer?.seconds ?? null,
    nextSeconds: answer ? nextSeconds : [],
    resolutionSeconds: rest.isDone ? resolution : null,
  }))
const batch: fc.Arbitrary<ResponseRow> = fc.tuple(single, fc.integer({ min: 1, max: 50 })).map(([row, count]) => ({
  ...row,
  isBatch: true,
  count,
  answers: count,
  answeredAt: NOW,
  isDone: true,
  firstSeconds: 1,
  nextSeconds: [1],
  resolutionSeconds: 1,
}))
const row = fc.oneof({ weight: 5, arbitrary: single }, { weight: 1, arbitrary: batch })
const rows = fc.array(row, { maxLength: 40 })
const shuffled = rows.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
)

test('a percentile is the smallest value that so many percent do not exceed', () =>
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const isReached = (value: number) => values.filter((one) => one <= value).length * 100 >= percent * values.length
      const expected = values.filter(isReached).sort((a, b) => a - b)[0] ?? null
      expect(percentile(values, percent)).toBe(expected)
    }),
  ))

test('median and 90th percentile are among the times and in order', () =>
  fc.assert(
    fc.property(times, (values) => {
      const { count, medianSeconds, ninetiethSeconds } = timeFigures(values)
      expect(count).toBe(values.length)
      expect([medianSeconds, ninetiethSeconds]).toEqual([percentile(values, 50), percentile(values, 90)])
      for (const seconds of [medianSeconds, ninetiethSeconds]) {
        if (values.length > 0) expect(values).toContain(seconds)
        else expect(seconds).toBeNull()
      }
      expect(medianSeconds ?? 0).toBeLessThanOrEqual(ninetiethSeconds ?? 0)
    }),
  ))

test('figures do not depend on the order of rows', () =>
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(figuresOf(mixed, NOW)).toEqual(figuresOf(all, NOW))
    }),
  ))

test('the share within target is counted over single conversations with a target', () =>
  fc.assert(
    fc.property(rows, (all) => {
      const due = all.filter(({ isBatch, dueAt }) => !isBatch && dueAt !== null)
      const answered = due.filter(({ answeredAt }) => answeredAt !== null)
      const inTime = answered.filter(({ answeredAt, dueAt }) => answeredAt! <= dueAt!).length
      const overdue = due.filter(({ answeredAt, dueAt, isDone, doneAt, hasMeasure }) => {
        const isOwed = !isDone || (doneAt !== null && !hasMeasure)
        return answeredAt === null && isOwed && (doneAt ?? NOW) > dueAt!
      })
      const whole = answered.length + overdue.length
      const share = figuresOf(all, NOW).withinTargetBasisPoints
      expect(share).toBe(whole === 0 ? null : Math.floor((inTime * 20_000 + whole) / (2 * whole)))
      expect(share ?? 0).toBeLessThanOrEqual(10_000)
    }),
  ))

test('closing what is overdue does not better the share within target', () =>
  fc.assert(
    fc.property(rows, (all) => {
      const closed = all.map((one) =>
        !one.isDone && one.answeredAt === null ? { ...one, isDone: true, doneAt: NOW, hasMeasure: false } : one,
      )
      expect(figuresOf(closed, NOW).withinTargetBasisPoints).toBe(figuresOf(all, NOW).withinTargetBasisPoints)
    }),
  ))

test('each conversation is counted once: answered, unanswered or closed; batches have no times and no standing', () =>
  fc.assert(
    fc.property(rows, (all) => {
      const figures = figuresOf(all, NOW)
      const answered = all.filter(({ answers }) => answers > 0).reduce((sum, { count }) => sum + count, 0)
      expect(answered + figures.unanswered + figures.closedUnanswered).toBe(figures.conversations)
      const singles = all.filter(({ isBatch }) => !isBatch)
      expect(Object.values(figures.standings).reduce((sum, count) => sum + count, 0)).toBe(singles.length)
      expect(figuresOf(singles, NOW)).toMatchObject({
        first: figures.first,
        next: figures.next,
        resolution: figures.resolution,
        withinTargetBasisPoints: figures.withinTargetBasisPoints,
      })
    }),
  ))

test('an answer costs the same whether a batch stands in one row or in as many as it has answers', () =>
  fc.assert(
    fc.property(rows, (all) => {
      const whole = all.map((one) => (one.isBatch ? { ...one, costCents: one.costCents * one.count } : one))
      const divided = all.flatMap((one) =>
        one.isBatch ? Array.from({ length: one.count }, () => ({ ...one, count: 1, answers: 1 })) : [one],
      )
      expect(figuresOf(whole, NOW)).toEqual(figuresOf(divided, NOW))
    }),
  ))

test('a group has the figures of its own rows, and groups that share no row add up to the whole', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.nat({ max: 3 })), { maxLength: 40 }), (keyed) => {
      const all = keyed.map(([one, channel]) => ({ ...one, channel }))
      const groups = figuresBy(all, ({ channel }) => [channel], NOW)
      expect(new Set(groups.keys())).toEqual(new Set(all.map(({ channel }) => channel)))
      for (const [key, figures] of groups) {
        expect(figures).toEqual(
          figuresOf(
            all.filter(({ channel }) => channel === key),
            NOW,
          ),
        )
      }
      const whole = figuresOf(all, NOW)
      const sum = (read: (figures: typeof whole) => number) =>
        [...groups.values()].reduce((total, figures) => total + read(figures), 0)
      expect(sum(({ conversations }) => conversations)).toBe(whole.conversations)
      expect(sum(({ first }) => first.count)).toBe(whole.first.count)
      for (const standing of Object.keys(whole.standings) as TargetStanding[]) {
        expect(sum(({ standings }) => standings[standing])).toBe(whole.standings[standing])
      }
      for (const sentiment of SENTIMENTS) {
        expect(sum(({ sentiments }) => sentiments[sentiment])).toBe(whole.sentiments[sentiment])
      }
    }),
  ))

test('more anger never makes the mood better, and more praise never worse', () =>
  fc.assert(
    fc.property(rows, single, (all, one) => {
      const before = figuresOf(all, NOW).positiveBasisPoints
      const angrier = figuresOf([...all, { ...one, sentiment: 'angry' }], NOW).positiveBasisPoints
      const happier = figuresOf([...all, { ...one, sentiment: 'positive' }], NOW).positiveBasisPoints
      expect(angrier).toBeLessThanOrEqual(before ?? 0)
      expect(happier).toBeGreaterThanOrEqual(before ?? 10_000)
    }),
  ))
