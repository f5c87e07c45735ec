import { describe, expect, test } from 'vitest'
import { daysUntil, dueText, dueTone } from '../../../renderer/lib/due.ts'
import { snoozeTimes } from '../../../renderer/features/moderation/snooze/snooze-times.ts'
import { formatFor } from '../../../shared/i18n/format.ts'

const ZONE = 'Europe/Berlin'
const HOUR = 3_600_000
const at = (text: string) => Date.parse(text)

describe('a deadline', () => {
  const now = at('2026-10-28T09:00:00Z')
  const format = formatFor('de', 'EUR')
  const say = (dueAt: number | null) => dueText(dueAt, now, format, (count) => `${count} Tage`)

  test('is told in hours, when it has passed with a minus, from two days on in days', () => {
    expect(say(now - 72 * 60_000)).toBe('−1:12\u00a0h')
    expect(say(now + 38 * 60_000)).toBe('0:38\u00a0h')
    expect(say(now + 47.9 * HOUR)).toBe('47:54\u00a0h')
    expect(say(now + 48 * HOUR)).toBe('2 Tage')
    expect(say(now - 75 * HOUR)).toBe('-3 Tage')
    expect(say(null)).toBe('–')
    expect(daysUntil(now, now)).toBeNull()
  })

  test('has the colour of its urgency', () => {
    expect([now - 1, now, now + 2 * HOUR, now + 3 * HOUR, null].map((dueAt) => dueTone(dueAt, now))).toEqual([
      'danger',
      'warn',
      'warn',
      'neutral',
      'neutral',
    ])
  })
})

describe('times to put off to', () => {
  const offered = (now: string) =>
    snoozeTimes(at(now), ZONE).map(({ id, at: until }) => [id, new Date(until).toISOString()])

  test('are an hour, the afternoon, the morning and Monday', () => {
    expect(offered('2026-10-28T08:15:20Z')).toEqual([
      ['hour', '2026-10-28T09:16:00.000Z'],
      ['afternoon', '2026-10-28T13:00:00.000Z'],
      ['morning', '2026-10-29T07:00:00.000Z'],
      ['monday', '2026-11-02T07:00:00.000Z'],
    ])
  })

  test('leave out what is as near as an hour, and a Monday that is tomorrow', () => {
    expect(offered('2026-10-28T12:30:00Z').map(([id]) => id)).toEqual(['hour', 'morning', 'monday'])
    expect(offered('2026-11-01T09:00:00Z').map(([id]) => id)).toEqual(['hour', 'afternoon', 'morning'])
  })

  test('keep the clock over a change of the clocks', () => {
    // Clocks are put back in the night.
    expect(offered('2026-10-24T18:00:00Z')).toContainEqual(['morning', '2026-10-25T07:00:00.000Z'])
    expect(offered('2026-03-28T18:00:00Z')).toContainEqual(['morning', '2026-03-29T06:00:00.000Z'])
  })
})
