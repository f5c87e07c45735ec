import { describe, expect, test } from 'vitest'
import { returnsByActivity, type ChannelWork } from '../../../shared/domain/best-hours.ts'

const HOUR = 3_600
const work: ChannelWork = {
  seconds: new Map([
    ['dialogue', 20 * HOUR],
    ['content', 60 * HOUR],
    ['', 20 * HOUR],
  ]),
  contributionCents: 500_000,
  nonLabourCents: 100_000,
  fromConversationsCents: 0,
  fromPostsCents: 0,
}

function perHour(channel: ChannelWork): Record<string, number> {
  return Object.fromEntries(returnsByActivity(channel).map((row) => [row.activity, row.perHourCents]))
}

describe('the return of an hour', () => {
  test('is the same for all activities of a channel while nothing names a conversation or a post', () => {
    // (5,000 € − 1,000 €) ÷ 100 h
    expect(perHour(work)).toEqual({ dialogue: 4_000, content: 4_000 })
  })
  test('belongs to dialogue where credit names a conversation, to content where it names a post', () => {
    // Rest 4,000 − 1,500 − 500 = 2,000 €, 20 € an hour; dialogue 1,500 ÷ 20 h = 75 € more, content 500 ÷ 60 h = 8.33 € more.
    expect(perHour({ ...work, fromConversationsCents: 150_000, fromPostsCents: 50_000 })).toEqual({
      dialogue: 9_500,
      content: 2_833,
    })
  })
  test('of links to work nobody logged is part of the rest', () => {
    const onlyContent = {
      ...work,
      seconds: new Map([['content', 100 * HOUR]] as const),
      fromConversationsCents: 150_000,
    }
    expect(perHour(onlyContent)).toEqual({ content: 4_000 })
  })
  test('may be below zero, and needs hours', () => {
    expect(perHour({ ...work, contributionCents: 0 })).toEqual({ dialogue: -1_000, content: -1_000 })
    expect(returnsByActivity({ ...work, seconds: new Map() })).toEqual([])
    expect(returnsByActivity({ ...work, seconds: new Map([['content', 0]]) })).toEqual([])
  })
  test('adds up to contribution less non-labour costs', () => {
    const whole = {
      ...work,
      seconds: new Map([
        ['dialogue', 7 * HOUR],
        ['ads', 11 * HOUR],
        ['content', 13 * HOUR],
      ] as const),
    }
    const rows = returnsByActivity({ ...whole, fromConversationsCents: 12_345 })
    expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(400_000)
  })
})
