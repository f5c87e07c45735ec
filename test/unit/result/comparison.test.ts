import { describe, expect, test } from 'vitest'
import { comparedPeriod, comparisonParameters, readComparison } from '../../../renderer/features/result/comparison.ts'
import { projectedPoints } from '../../../renderer/features/result/payback.ts'
import { isUsual, questionParameters, readQuestion, USUAL } from '../../../renderer/features/result/question.ts'
import { toDay } from '../../../shared/domain/day.ts'
import { periodBefore } from '../../../shared/domain/earlier-period.ts'

const period = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) })
const readerOf = (search: string) => {
  const params = new URLSearchParams(search)
  return (name: string) => params.get(name)
}

describe('the other period', () => {
  test('before whole months lie as many whole months', () => {
    expect(periodBefore(period('2026-07-01', '2026-09-30'))).toEqual(period('2026-04-01', '2026-06-30'))
    expect(periodBefore(period('2026-03-01', '2026-03-31'))).toEqual(period('2026-02-01', '2026-02-28'))
  })

  test('before any other days lie as many days', () => {
    expect(periodBefore(period('2026-03-05', '2026-03-14'))).toEqual(period('2026-02-23', '2026-03-04'))
  })

  test('a year before, February keeps its length', () => {
    const february = period('2025-02-01', '2025-02-28')
    expect(comparedPeriod({ kind: 'yearBefore' }, february)).toEqual(period('2024-02-01', '2024-02-29'))
    expect(comparedPeriod({ kind: 'yearBefore' }, period('2026-03-05', '2026-10-28'))).toEqual(
      period('2025-03-05', '2025-10-28'),
    )
  })

  test('stands in the address as it was chosen', () => {
    const own = { kind: 'own', period: period('2025-01-01', '2025-05-31') } as const
    const params = new URLSearchParams(
      Object.entries(comparisonParameters(own)).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
    expect(readComparison((name) => params.get(name))).toEqual(own)
    expect(readComparison(readerOf('vsFrom=2025-05-01&vsTo=2025-01-01'))).toEqual({ kind: 'off' })
  })
})

describe('the question in the address', () => {
  test('what goes without saying does not stand there', () => {
    expect(Object.values(questionParameters({ ...USUAL, by: 'channel' })).every((value) => value === undefined)).toBe(
      true,
    )
    expect(isUsual(readQuestion(readerOf('by=month')))).toBe(true)
  })

  test('is read, and what makes no sense is passed over', () => {
    const question = readQuestion(readerOf('model=linear&window=90&costing=hours&by=department&vs=previous'))
    expect(question).toEqual({
      model: 'linear',
      windowDays: 90,
      costing: 'hours',
      by: 'department',
      comparison: { kind: 'previous' },
    })
    for (const window of ['0', '366', '7.5', 'seven', '']) {
      expect(readQuestion(readerOf(`window=${window}`)).windowDays).toBeUndefined()
    }
  })
})

describe('the projection', () => {
  const points = Array.from({ length: 10 }, (_, index) => ({
    day: toDay(`2026-01-${10 + index}`),
    cents: -1000 - index,
  }))
  const last = points.at(-1)!

  test('goes straight from the last week to zero on its day', () => {
    const ahead = projectedPoints(points, { kind: 'projected', day: toDay('2026-02-02'), weeklyCents: 500 })
    expect(ahead).toHaveLength(2)
    expect(ahead.at(-1)).toEqual({ day: '2026-02-02', cents: 0 })
    expect(ahead[0]!.cents).toBe(Math.round(last.cents / 2))
  })

  test('is never longer than what it is drawn from, and is not there without one', () => {
    expect(projectedPoints(points, { kind: 'projected', day: toDay('2036-01-01'), weeklyCents: 1 })).toHaveLength(10)
    expect(projectedPoints(points, { kind: 'not-at-this-pace' })).toEqual([])
    expect(projectedPoints([], { kind: 'projected', day: toDay('2036-01-01'), weeklyCents: 1 })).toEqual([])
  })
})
