import { describe, expect, test } from 'vitest'
import { toDay } from '../../../shared/domain/day.ts'
import {
  canMove,
  isOverdue,
  movesFrom,
  nextStatus,
  POST_STATUSES,
  previousStatus,
  statusOfCopy,
  WORKFLOW,
  type PostStatus,
} from '../../../shared/domain/post-status.ts'

describe('moves', () => {
  test('from idea to published any number of steps forward and back', () => {
    const way = WORKFLOW.slice(0, -1)
    for (const from of way) for (const to of way) expect(canMove(from, to), `${from} → ${to}`).toBe(from !== to)
  })

  test.each([
    ['published', 'archived', true],
    ['cancelled', 'archived', true],
    ['ready', 'archived', false],
    ['idea', 'cancelled', true],
    ['ready', 'cancelled', true],
    ['published', 'cancelled', false],
    ['cancelled', 'idea', true],
    ['cancelled', 'draft', true],
    ['cancelled', 'review', false],
    ['cancelled', 'published', false],
    ['archived', 'published', true],
    ['archived', 'draft', false],
    ['draft', 'draft', false],
  ] as const)('%s → %s: %s', (from, to, isAllowed) => {
    expect(canMove(from, to)).toBe(isAllowed)
    expect(movesFrom(from).includes(to)).toBe(isAllowed)
  })

  test('one step forward and back is a move, or there is none', () => {
    for (const status of POST_STATUSES) {
      for (const step of [nextStatus(status), previousStatus(status)]) {
        if (step) expect(canMove(status, step), `${status} → ${step}`).toBe(true)
      }
    }
    expect(nextStatus('ready')).toBe('published')
    expect([nextStatus('archived'), nextStatus('cancelled'), previousStatus('idea')]).toEqual([null, null, null])
    expect(previousStatus('cancelled')).toBe('draft')
  })

  test('a copy has nothing published, reviewed or cancelled about it', () => {
    expect(POST_STATUSES.map(statusOfCopy)).toEqual(['idea', 'draft', 'draft', 'draft', 'draft', 'draft', 'draft'])
  })
})

describe('late', () => {
  const now = Date.UTC(2026, 2, 10, 12)
  const today = toDay('2026-03-10')
  const late = (status: PostStatus, plannedAt: number | null, due: string | null) =>
    isOverdue({ status, plannedAt, draftDueOn: due === null ? null : toDay(due) }, now, today)

  test('is what was to be out and is not', () => {
    expect(POST_STATUSES.map((status) => late(status, now - 1, null))).toEqual([
      'publish',
      'publish',
      'publish',
      'publish',
      null,
      null,
      null,
    ])
    expect(late('ready', now, null)).toBeNull()
    expect(late('ready', null, null)).toBeNull()
  })

  test('is a draft after its day, not on it, until it is in review', () => {
    expect(late('draft', now + 1, '2026-03-09')).toBe('draft')
    expect(late('idea', null, '2026-03-09')).toBe('draft')
    expect(late('draft', null, '2026-03-10')).toBeNull()
    expect(late('review', null, '2026-03-09')).toBeNull()
    expect(late('draft', now - 1, '2026-03-09')).toBe('publish')
  })
})
