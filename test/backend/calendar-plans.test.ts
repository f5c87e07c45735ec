// What the views read, with the plans of the statements they really run: by index, in their order, never every variant.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { planSteps } from '../support/query-plans.ts'

let host: DirectHost
let id = 0
beforeAll(async () => {
  host = await openDirectHost()
  const channel = await host.client.settings.addChannel({
    commandId: newCommandId(),
    network: 'instagram',
    name: 'Insta',
  })
  const receipt = await host.client.calendar.add({
    commandId: newCommandId(),
    post: {
      title: 'Reel',
      text: '',
      brief: '',
      audience: '',
      link: null,
      format: 'reel',
      pillarId: null,
      campaignId: null,
      clientId: null,
      draftDueOn: null,
      plannedMinutes: null,
    },
    channelIds: [channel.recordId ?? 0],
    plannedAt: Date.parse('2026-10-28T09:00:00Z'),
  })
  id = receipt.recordId ?? 0
})
afterAll(() => host.close())

const isScan = (step: string) => /^SCAN (variant|post|post_event|post_check|ledger_line|attribution_share)\b/.test(step)
const isSort = (step: string) => step.includes('TEMP B-TREE')
const cursor = { day: '2026-10-28' as Day, at: 1, id: 1 }
const day = (text: string) => text as Day

test('a range is read by day, already in its order', async () => {
  const steps = await planSteps(host, () =>
    host.client.calendar.range({ period: { from: day('2026-10-01'), to: day('2026-10-31') } }),
  )
  expect(steps.some((step) => step.startsWith('SEARCH variant USING INDEX variant_by_day'))).toBe(true)
  expect(steps.filter((step) => isScan(step) || isSort(step))).toEqual([])
})

test.each(['all', 'undated'] as const)(
  'a further page of the list %s is looked up behind the last row',
  async (list) => {
    const steps = await planSteps(host, () => host.client.calendar.list({ list, cursor }))
    expect(steps.some((step) => step.startsWith('SEARCH variant USING INDEX variant_by_day'))).toBe(true)
    expect(steps.filter((step) => isScan(step) || isSort(step))).toEqual([])
  },
)

test.each(['ready', 'published'] as const)(
  'a column of the board (%s) is read by its index, in its order',
  async (status) => {
    const steps = await planSteps(host, () => host.client.calendar.board({ status, cursor }))
    expect(steps.some((step) => step.startsWith('SEARCH variant USING INDEX variant_by_status'))).toBe(true)
    expect(steps.filter((step) => isScan(step) || isSort(step))).toEqual([])
  },
)

test('what is due reads what is open and nothing that is over', async () => {
  const steps = await planSteps(host, () => host.client.calendar.due())
  const variants = steps.filter((step) => /\bvariant\b/.test(step))
  expect(variants.length).toBeGreaterThan(0)
  expect(variants.filter((step) => !/variant_by_status|variant_once/.test(step))).toEqual([])
  expect(steps.filter((step) => step.startsWith('SCAN variant'))).toEqual([])
})

test('one post, and its money, are read by their numbers', async () => {
  const steps = await planSteps(host, async () => {
    await host.client.calendar.post({ id })
    await host.client.calendar.money({ id })
  })
  expect(steps.filter(isScan)).toEqual([])
})
