import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import { pillarMix, planProblems, type PlanCheck, type PlannedVariant } from '../../../shared/domain/plan-problems.ts'

let lastId = 0
const variant = (at: string, text = '', channelId = 1): PlannedVariant => ({
  id: ++lastId,
  channelId,
  at: Date.parse(at),
  text,
})
const check = (more: Partial<PlanCheck> = {}): PlanCheck => ({
  period: { from: toDay('2026-03-01'), to: toDay('2026-03-31') },
  timeZone: 'Europe/Berlin',
  channelIds: [1],
  silentDays: null,
  sameHourMinutes: null,
  sameTextDays: null,
  ...more,
})

describe('silence', () => {
  test('lies before, between and after posts within the period', () => {
    const plan = [variant('2026-03-08T12:00Z'), variant('2026-03-15T12:00Z'), variant('2026-02-28T12:00Z')]
    expect(planProblems(plan, check({ silentDays: 7 }))).toEqual([
      { kind: 'silent', channelId: 1, from: '2026-03-01', to: '2026-03-07', days: 7 },
      { kind: 'silent', channelId: 1, from: '2026-03-16', to: '2026-03-31', days: 16 },
    ])
  })

  test('is the whole period of a channel without posts, and nothing for one that need not post', () => {
    const plan = [variant('2026-03-08T12:00Z', '', 3)]
    expect(planProblems(plan, check({ silentDays: 7, channelIds: [1, 2] }))).toMatchObject([
      { channelId: 1, from: '2026-03-01', to: '2026-03-31', days: 31 },
      { channelId: 2, days: 31 },
    ])
  })

  test('goes by the day in the zone', () => {
    const plan = [variant('2026-03-08T23:30Z')]
    expect(planProblems(plan, check({ silentDays: 8 }))).toMatchObject([{ to: '2026-03-08' }, { from: '2026-03-10' }])
  })
})

test('two posts of a channel within the hour', () => {
  const plan = [
    variant('2026-03-08T12:59:30Z'),
    variant('2026-03-08T12:00Z'),
    variant('2026-03-08T12:30Z', '', 2),
    variant('2026-03-08T13:59:30Z'),
    variant('2026-03-08T13:59:30Z'),
  ]
  const [second, first, , third, fourth] = plan.map(({ id }) => id)
  expect(planProblems(plan, check({ sameHourMinutes: 60 }))).toEqual([
    { kind: 'same_hour', channelId: 1, ids: [first, second], minutes: 59 },
    { kind: 'same_hour', channelId: 1, ids: [third, fourth], minutes: 0 },
  ])
})

test('the same text again, however it is written', () => {
  const plan = [
    variant('2026-03-01T12:00Z', 'Neu: GRÖSSE L – jetzt!'),
    variant('2026-03-31T12:00Z', 'neu  größe l, jetzt'),
    variant('2026-03-31T13:00Z', 'Neu: Größe L – jetzt!', 2),
    variant('2026-05-01T12:00Z', 'Neu: Größe L – jetzt!'),
    variant('2026-03-02T12:00Z', ' – '),
    variant('2026-03-03T12:00Z', ''),
  ]
  expect(planProblems(plan, check({ sameTextDays: 30 }))).toEqual([
    { kind: 'same_text', channelId: 1, ids: [plan[0]!.id, plan[1]!.id], days: 30 },
  ])
})

test('10,000 variants are looked through, 100,000 are refused', () => {
  const plan = Array.from({ length: 10_000 }, (_, index) => ({
    id: index,
    channelId: index % 10,
    at: Date.UTC(2026, 0, 1) + index * 3_600_000,
    text: `Beitrag ${index % 5_000} mit einem Text, wie er vorkommt`.repeat(5),
  }))
  const all = check({ silentDays: 1, sameHourMinutes: 601, sameTextDays: 400, channelIds: [0, 1, 2] })
  const problems = planProblems(plan, all)
  expect(problems.filter(({ kind }) => kind === 'same_text')).toHaveLength(5_000)
  expect(problems.filter(({ kind }) => kind === 'same_hour')).toHaveLength(9_990)
  expect(() =>
    planProblems(
      Array.from({ length: 50_001 }, () => plan[0]!),
      all,
    ),
  ).toThrow(RangeError)
})

describe('the mix of pillars', () => {
  test('stands beside its targets and adds up', () => {
    const counts = [
      { pillarId: null, count: 1 },
      { pillarId: 2, count: 1 },
      { pillarId: 1, count: 1 },
    ]
    const targets = [
      { pillarId: 1, basisPoints: 6_000 },
      { pillarId: 3, basisPoints: 4_000 },
    ]
    expect(pillarMix(counts, targets)).toEqual([
      { pillarId: 1, count: 1, shareBasisPoints: 3_334, targetBasisPoints: 6_000, differenceBasisPoints: -2_666 },
      { pillarId: 3, count: 0, shareBasisPoints: 0, targetBasisPoints: 4_000, differenceBasisPoints: -4_000 },
      { pillarId: null, count: 1, shareBasisPoints: 3_333, targetBasisPoints: null, differenceBasisPoints: null },
      { pillarId: 2, count: 1, shareBasisPoints: 3_333, targetBasisPoints: null, differenceBasisPoints: null },
    ])
  })

  test('has no shares while there are no posts', () => {
    expect(pillarMix([], [{ pillarId: 1, basisPoints: 10_000 }])).toMatchObject([
      { count: 0, shareBasisPoints: null, differenceBasisPoints: null },
    ])
    expect(pillarMix([], [])).toEqual([])
  })

  test('is refused for what adds up to more than all, or is named twice', () => {
    const target = (pillarId: number, basisPoints: number) => ({ pillarId, basisPoints })
    expect(() => pillarMix([], [target(1, 6_000), target(2, 4_001)])).toThrow(RangeError)
    expect(() => pillarMix([], [target(1, 1), target(1, 1)])).toThrow(RangeError)
    expect(() => pillarMix([{ pillarId: 1, count: -1 }], [])).toThrow(RangeError)
  })
})
