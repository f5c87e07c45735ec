import { describe, expect, test } from 'vitest'
import { CONVERSATION_KINDS } from '../../../shared/domain/conversation.ts'
import {
  DEFAULT_TARGET_MINUTES,
  holdingTarget,
  responseDueAt,
  SOON_MS,
  targetMinutes,
  urgencyOf,
  type ResponseTarget,
} from '../../../shared/domain/response-target.ts'
import { createServiceClock } from '../../../shared/domain/service-hours.ts'

const MINUTE_MS = 60_000
const at = (text: string) => Date.parse(text)

describe('the target of a conversation', () => {
  const all: ResponseTarget = { channelId: null, kind: null, minutes: 480 }
  const reviews: ResponseTarget = { channelId: null, kind: 'review', minutes: 120 }
  const channel: ResponseTarget = { channelId: 1, kind: null, minutes: 60 }
  const channelReviews: ResponseTarget = { channelId: 1, kind: 'review', minutes: 30 }
  const targets = [all, reviews, channel, channelReviews]

  test.each([
    [1, 'review', channelReviews],
    [1, 'comment', channel],
    [2, 'review', reviews],
    [2, 'comment', all],
    [null, 'review', reviews],
    [null, 'message', all],
  ] as const)('on channel %s for a %s is the most exact, in any order of the rules', (channelId, kind, expected) => {
    expect(holdingTarget(targets, { channelId, kind })).toBe(expected)
    expect(holdingTarget(targets.toReversed(), { channelId, kind })).toBe(expected)
    expect(targetMinutes(targets, { channelId, kind })).toBe(expected.minutes)
  })

  test('the channel goes before the kind', () => {
    expect(targetMinutes([reviews, channel], { channelId: 1, kind: 'review' })).toBe(60)
  })

  test('is four hours where no rule is set', () => {
    expect(DEFAULT_TARGET_MINUTES).toBe(240)
    for (const kind of CONVERSATION_KINDS) expect(targetMinutes([], { channelId: 1, kind })).toBe(240)
    expect(holdingTarget([channelReviews], { channelId: 2, kind: 'review' })).toBeNull()
    expect(targetMinutes([channelReviews], { channelId: 2, kind: 'review' })).toBe(240)
  })

  test('may be none, also against a wider rule that sets one', () => {
    const mentions: ResponseTarget = { channelId: null, kind: 'mention', minutes: null }
    expect(targetMinutes([all, mentions], { channelId: 1, kind: 'mention' })).toBeNull()
    expect(targetMinutes([all, mentions], { channelId: 1, kind: 'comment' })).toBe(480)
  })

  test('of two rules for the same the first listed holds', () => {
    expect(targetMinutes([all, { ...all, minutes: 5 }], { channelId: 1, kind: 'review' })).toBe(480)
  })
})

describe('the instant an answer is due', () => {
  const office = [{ from: '08:00', to: '18:00' }]
  const clock = createServiceClock({
    weekly: [office, office, office, office, office, [], []],
    zone: 'Europe/Berlin',
    isHoliday: () => false,
  })
  const friday = at('2026-11-27T16:00+01:00')

  test('is counted in service hours', () => {
    expect(responseDueAt(friday, 240, clock)).toBe(at('2026-11-30T10:00+01:00'))
    expect(responseDueAt(friday, 0, clock)).toBe(friday)
  })

  test('is none without a target or without service hours', () => {
    expect(responseDueAt(friday, null, clock)).toBeNull()
    const closed = createServiceClock({ weekly: [[], [], [], [], [], [], []], zone: 'UTC', isHoliday: () => false })
    expect(responseDueAt(friday, 240, closed)).toBeNull()
  })

  test('refuses minutes that are none', () => {
    expect(() => responseDueAt(friday, -1, clock)).toThrow(RangeError)
    expect(() => responseDueAt(friday, Number.NaN, clock)).toThrow(RangeError)
  })
})

describe('urgency', () => {
  const due = at('2026-11-27T12:00Z')

  test.each([
    ['after the deadline', due + 1, 'overdue'],
    ['at the deadline', due, 'soon'],
    ['two hours before it', due - SOON_MS, 'soon'],
    ['earlier', due - SOON_MS - 1, 'later'],
  ] as const)('%s', (_name, now, expected) => {
    expect(urgencyOf(due, now)).toBe(expected)
  })

  test('is none where nothing is due', () => {
    expect(urgencyOf(null, due)).toBe('none')
  })

  test('is soon within two hours unless told otherwise', () => {
    expect(SOON_MS).toBe(120 * MINUTE_MS)
    expect(urgencyOf(due, due - 31 * MINUTE_MS, 30 * MINUTE_MS)).toBe('later')
    expect(urgencyOf(due, due - 30 * MINUTE_MS, 30 * MINUTE_MS)).toBe('soon')
  })
})
