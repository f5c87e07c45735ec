// What the timeline, the list and the top bar read, with the plans of the statements they really run: by index, never all entries.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EntryFilter } from '../../shared/contract/time-entries.ts'
import type { Day } from '../../shared/domain/day.ts'
import type { DirectHost } from '../support/direct-host.ts'
import { planSteps } from '../support/query-plans.ts'
import { openRandomHistory } from '../support/random-history.ts'

let host: DirectHost
beforeAll(async () => void (host = await openRandomHistory(11)))
afterAll(() => host.close())

const WEEK = { from: '2026-05-04' as Day, to: '2026-05-10' as Day }

/** The steps of all plans that concern entries, without those that only look one up by its number. */
async function stepsOf(ask: () => Promise<unknown>): Promise<string[]> {
  const steps = await planSteps(host, ask)
  return steps.filter((detail) => /\b(entry|time_entry|ledger_line|time_share)\b/.test(detail))
}
const indexesOf = (steps: readonly string[]) =>
  new Set(steps.flatMap((step) => [...step.matchAll(/INDEX (time_entry_\w+)/g)].map((match) => match[1])))
const scans = (steps: readonly string[]) =>
  steps.filter((step) => step.startsWith('SCAN') && !step.includes('time_entry_running'))

test('the timeline looks at the days it shows, at entries of more than a day, and at what runs', async () => {
  for (const personId of [null, 1]) {
    const steps = await stepsOf(() => host.client.time.timeline({ period: WEEK, personId }))
    expect(scans(steps)).toEqual([])
    const byDays = personId === null ? 'time_entry_by_start' : 'time_entry_by_person_and_start'
    expect(indexesOf(steps)).toEqual(new Set([byDays, 'time_entry_long', 'time_entry_running']))
  }
})

test('the top bar looks at what runs', async () => {
  const steps = await stepsOf(() => host.client.time.running())
  expect(scans(steps)).toEqual([])
  expect(indexesOf(steps)).toEqual(new Set(['time_entry_running']))
})

describe('a page of the list', () => {
  const cursor = { startedAt: Date.parse('2026-03-01T00:00:00Z'), id: 1 }
  const page = (filter: EntryFilter) => stepsOf(() => host.client.time.list({ filter, cursor }))

  test.each<[string, EntryFilter, string]>([
    ['nothing', {}, 'time_entry_by_start'],
    ['a period', { period: WEEK }, 'time_entry_by_start'],
    ['a person', { personId: 1 }, 'time_entry_by_person_and_start'],
    ['a client', { clientId: 1 }, 'time_entry_by_client'],
    ['a project', { projectId: 1 }, 'time_entry_by_project'],
    ['an activity', { activity: 'ads' }, 'time_entry_by_start'],
    ['words', { text: 'reel' }, 'time_entry_by_start'],
  ])('filtered by %s goes on from where the last one ended, in the order of an index', async (_name, filter, index) => {
    const steps = await page(filter)
    expect(indexesOf(steps)).toEqual(new Set([index]))
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
    expect(steps.find((step) => step.includes(index))).toMatch(/started_at<|started_at>|\(started_at/)
  })

  test('filtered by a post finds its own work and its shares', async () => {
    for (const filter of [{ postId: 1 }, { conversationId: 1 }]) {
      const steps = await page(filter)
      const kind = 'postId' in filter ? 'post' : 'conversation'
      expect(scans(steps)).toEqual([])
      expect(indexesOf(steps)).toContain(`time_entry_by_${kind}`)
      expect(steps.some((step) => step.includes(`time_share_by_${kind}`))).toBe(true)
    }
  })

  test('adds up the cost of what matches from the index of lines alone', async () => {
    const steps = await stepsOf(() => host.client.time.list({ filter: { personId: 1 } }))
    expect(
      steps.filter((step) => step.includes('ledger_line ') && step.includes('COVERING INDEX ledger_line_by_source')),
    ).not.toEqual([])
    expect(scans(steps)).toEqual([])
  })
})
