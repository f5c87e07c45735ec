import { describe, expect, test } from 'vitest'
import {
  costPerAnswerCents,
  figuresBy,
  figuresOf,
  negativePerThousandReach,
  percentile,
  sentimentRatio,
  shareWithinTarget,
  targetStanding,
  timeFigures,
  type ResponseRow,
} from '../../../shared/domain/response-figures.ts'

const NOW = Date.parse('2026-11-27T12:00Z')

/** A comment answered in time after a minute, and done. */
const answered: ResponseRow = {
  isBatch: false,
  count: 1,
  answers: 1,
  dueAt: NOW - 1000,
  answeredAt: NOW - 5000,
  isDone: true,
  doneAt: NOW - 4000,
  hasMeasure: false,
  firstSeconds: 60,
  nextSeconds: [],
  resolutionSeconds: 90,
  sentiment: null,
  costCents: 100,
}
const unanswered: ResponseRow = {
  ...answered,
  answers: 0,
  answeredAt: null,
  isDone: false,
  doneAt: null,
  firstSeconds: null,
  resolutionSeconds: null,
}
const batch: ResponseRow = { ...answered, isBatch: true, count: 20, answers: 20, costCents: 1000 }
const sentiments = { positive: 0, neutral: 0, negative: 0, angry: 0 }

describe('percentiles by nearest rank', () => {
  test.each([
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[50, 15, 40, 20, 35], 100, 50],
    [[1, 2, 3, 4], 50, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
    [[7], 1, 7],
    [[10, 9, 100], 50, 10],
  ])('of %j at %d is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected)
  })

  test('there is none of nothing', () => {
    expect(percentile([], 50)).toBeNull()
    expect(timeFigures([])).toEqual({ count: 0, medianSeconds: null, ninetiethSeconds: null })
  })

  test('the list is left as it was', () => {
    const values = [3, 1, 2]
    percentile(values, 50)
    expect(values).toEqual([3, 1, 2])
  })

  test('refuse what is no percentile and what is no time', () => {
    for (const percent of [0, 101, 12.5, Number.NaN]) expect(() => percentile([1], percent)).toThrow(RangeError)
    for (const seconds of [-1, 0.5, Number.NaN]) expect(() => timeFigures([1, seconds])).toThrow(RangeError)
  })
})

describe('how a conversation stands to its target', () => {
  test.each([
    ['answered at the deadline', { dueAt: NOW, answeredAt: NOW }, 'in-time'],
    ['answered after it', { dueAt: NOW - 2, answeredAt: NOW - 1, isDone: true, doneAt: NOW }, 'late'],
    ['open at the deadline', { dueAt: NOW }, 'pending'],
    ['open after it', { dueAt: NOW - 1 }, 'missed'],
    ['open after it, and hidden', { dueAt: NOW - 1, hasMeasure: true }, 'missed'],
    ['closed at the deadline', { dueAt: NOW - 1, isDone: true, doneAt: NOW - 1 }, 'none'],
    ['closed after it', { dueAt: NOW - 2, isDone: true, doneAt: NOW - 1 }, 'missed'],
    ['closed after it, and hidden', { dueAt: NOW - 2, isDone: true, doneAt: NOW - 1, hasMeasure: true }, 'none'],
    ['closed, nobody noted when', { dueAt: NOW - 2, isDone: true }, 'none'],
    ['without a target', { dueAt: null, answeredAt: NOW, isDone: true, doneAt: NOW }, 'none'],
  ] as const)('%s', (_name, conversation, expected) => {
    const open = { answeredAt: null, isDone: false, doneAt: null, hasMeasure: false }
    expect(targetStanding({ ...open, ...conversation }, NOW)).toBe(expected)
  })

  test('the share is of those that were answered or should have been', () => {
    expect(shareWithinTarget({ inTime: 2, late: 1, missed: 0 })).toBe(6667)
    expect(shareWithinTarget({ inTime: 1, late: 0, missed: 1 })).toBe(5000)
    expect(shareWithinTarget({ inTime: 0, late: 0, missed: 3 })).toBe(0)
    expect(shareWithinTarget({ inTime: 0, late: 0, missed: 0 })).toBeNull()
  })
})

describe('mood', () => {
  test('angry counts as negative, neutral not at all', () => {
    expect(sentimentRatio({ positive: 3, neutral: 50, negative: 1, angry: 1 })).toBe(6000)
    expect(sentimentRatio({ ...sentiments, positive: 2, angry: 1 })).toBe(6667)
  })

  test('is unknown where nobody was glad or cross', () => {
    expect(sentimentRatio({ ...sentiments, neutral: 9 })).toBeNull()
  })

  test('negative feedback is set against reach where that is known', () => {
    const cross = { ...sentiments, positive: 8, negative: 2, angry: 1 }
    expect(negativePerThousandReach(cross, 12_000)).toBe(0.25)
    expect(negativePerThousandReach(sentiments, 12_000)).toBe(0)
    expect(negativePerThousandReach(cross, 0)).toBeNull()
    expect(negativePerThousandReach(cross, null)).toBeNull()
  })
})

test('what an answer costs is rounded half up, once', () => {
  expect(costPerAnswerCents(5, 2)).toBe(3)
  expect(costPerAnswerCents(100, 3)).toBe(33)
  expect(costPerAnswerCents(0, 3)).toBe(0)
  expect(costPerAnswerCents(100, 0)).toBeNull()
})

describe('the figures of a group', () => {
  test('times, counts, mood and cost', () => {
    const rows: ResponseRow[] = [
      { ...answered, sentiment: 'positive', nextSeconds: [30, 10], answers: 3 },
      { ...answered, firstSeconds: 600, answeredAt: NOW, sentiment: 'angry', resolutionSeconds: null, isDone: false },
      { ...unanswered, sentiment: 'negative', costCents: 9999 },
      { ...unanswered, dueAt: NOW + 1 },
      { ...unanswered, isDone: true, resolutionSeconds: 5 },
    ]
    expect(figuresOf(rows, NOW)).toEqual({
      conversations: 5,
      answers: 4,
      unanswered: 2,
      closedUnanswered: 1,
      first: { count: 2, medianSeconds: 60, ninetiethSeconds: 600 },
      next: { count: 2, medianSeconds: 10, ninetiethSeconds: 30 },
      resolution: { count: 2, medianSeconds: 5, ninetiethSeconds: 90 },
      standings: { 'in-time': 1, late: 1, missed: 1, pending: 1, none: 1 },
      withinTargetBasisPoints: 3333,
      sentiments: { positive: 1, neutral: 0, negative: 1, angry: 1 },
      positiveBasisPoints: 3333,
      answeredCostCents: 200,
      costPerAnswerCents: 50,
    })
  })

  test('a batch counts with all it stands for, but has no times and no target', () => {
    const figures = figuresOf([batch, { ...batch, count: 5, answers: 5, costCents: 95, sentiment: 'positive' }], NOW)
    expect(figures).toMatchObject({ conversations: 25, answers: 25, unanswered: 0, costPerAnswerCents: 44 })
    expect(figures.sentiments.positive).toBe(5)
    expect(figures.first.count + figures.next.count + figures.resolution.count).toBe(0)
    expect(figures.withinTargetBasisPoints).toBeNull()
    expect(Object.values(figures.standings)).toEqual([0, 0, 0, 0, 0])
  })

  test('the cost of a batch is divided by its answers beside single ones', () => {
    // 20 answers for 10.00 and one for 1.00: 11.00 ÷ 21, not the mean of the two entries.
    expect(figuresOf([batch, answered], NOW).costPerAnswerCents).toBe(52)
  })

  test('of nothing has no figures', () => {
    const figures = figuresOf([], NOW)
    expect(figures).toMatchObject({ conversations: 0, answers: 0, unanswered: 0, costPerAnswerCents: null })
    expect(figures).toMatchObject({ withinTargetBasisPoints: null, positiveBasisPoints: null })
  })
})

describe('grouping', () => {
  const rows = [
    { ...answered, channel: 'b', topics: ['delivery', 'price'] },
    { ...unanswered, channel: 'a', topics: [] },
    { ...answered, channel: 'b', topics: ['price'] },
  ]

  test('by one key', () => {
    const groups = figuresBy(rows, ({ channel }) => [channel], NOW)
    expect([...groups.keys()]).toEqual(['b', 'a'])
    expect(groups.get('b')?.conversations).toBe(2)
    expect(groups.get('a')?.unanswered).toBe(1)
  })

  test('by several, and leaving out rows that belong to none', () => {
    const groups = figuresBy(rows, ({ topics }) => topics, NOW)
    expect([...groups].map(([topic, { conversations }]) => [topic, conversations])).toEqual([
      ['delivery', 1],
      ['price', 2],
    ])
  })

  test('refuses times that are none', () => {
    expect(() => figuresBy([{ ...answered, firstSeconds: -1 }], () => ['all'], NOW)).toThrow(RangeError)
  })
})
