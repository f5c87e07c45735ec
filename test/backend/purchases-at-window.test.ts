// The purchases behind a figure add up to it at any window, not only at the one whose shares are stored.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { addDays, toDay } from '../../shared/domain/day.ts'
import { type DirectHost, newCommandId, openDirectHost } from '../support/direct-host.ts'

let host: DirectHost
const period = { from: toDay('2026-01-01'), to: toDay('2026-10-31') }
const channelIds: number[] = []

/** Ages in days of the touches of one purchase, the channel of each, null: none of social media's. */
const WAYS: readonly (readonly (readonly [age: number, channel: number | null])[])[] = [
  [],
  [[3, 0]],
  [[45, 0]],
  [
    [20, 0],
    [2, 1],
  ],
  [
    [80, 1],
    [40, 0],
    [5, null],
  ],
  [
    [60, null],
    [12, 1],
  ],
  [
    [29, 0],
    [31, 1],
    [8, 0],
    [6, 1],
  ],
]

beforeAll(async () => {
  host = await openDirectHost({ marginBasisPoints: 5500 })
  const { client } = host
  for (const name of ['Eins', 'Zwei']) {
    const { recordId } = await client.settings.addChannel({ commandId: newCommandId(), network: 'other', name })
    channelIds.push(recordId!)
  }
  for (const [index, way] of WAYS.entries()) {
    const day = addDays(toDay('2026-05-04'), index * 3)
    const amounts = { paidCents: 11_900 + index * 357, taxCents: 1_900 + index * 57, refundedCents: 0 }
    const sale = { name: `Kauf ${index}`, day, ...amounts, origin: null, campaignId: null }
    const { recordId } = await client.revenue.addSale({ commandId: newCommandId(), sale })
    for (const [age, channel] of way) {
      const channelId = channel === null ? null : channelIds[channel]!
      const scope = channel === null ? 'other' : 'social'
      const touch = { kind: 'manual', day: addDays(day, -age), time: '09:00', scope, channelId } as const
      await client.revenue.addTouch({ commandId: newCommandId(), eventId: recordId!, touch })
    }
  }
})
afterAll(() => host.close())

const purchases = (filter: object) =>
  host.client.revenue.purchases({ filter: { period, model: 'last', ...filter }, limit: 200 })

test.each([1, 7, 30, 50, 90])('with touches of the last %i days, by every model', async (windowDays) => {
  for (const model of ATTRIBUTION_MODELS) {
    const summary = await host.client.result.summary({ period, model, windowDays, by: 'channel' })
    for (const channelId of channelIds) {
      const row = summary.rows.find(({ id }) => id === channelId)
      const { rows, sums } = await purchases({ model, windowDays, channelId, scope: 'social' })
      expect(sums!.netCents).toBe(row?.netCents ?? 0)
      expect(sums!.contributionCents).toBe(row?.contributionCents ?? 0)
      expect(sums!.orders).toBeCloseTo(row?.orders ?? 0, 8)
      expect(rows.reduce((sum, { creditedNetCents }) => sum + creditedNetCents, 0)).toBe(sums!.netCents)
      expect(rows).toHaveLength(sums!.count)
    }
  }
})

test.each([1, 7, 50, 90])(
  'purchases with a touch within %i days are those that coverage counts',
  async (windowDays) => {
    const { coverage } = await host.client.result.summary({ period, model: 'last', windowDays, by: 'channel' })
    expect((await purchases({ windowDays, only: 'touched' })).sums!.netCents).toBe(coverage.touchedNetCents)
    expect((await purchases({ windowDays, only: 'social' })).sums!.netCents).toBe(coverage.socialNetCents)
    expect((await purchases({ windowDays, only: 'untouched' })).sums!.netCents).toBe(
      coverage.netCents - coverage.touchedNetCents,
    )
  },
)

test('the window changes what is credited here, so that the tests above compare something', async () => {
  const net = async (windowDays: number) =>
    (await purchases({ windowDays, channelId: channelIds[0]!, model: 'first' })).sums!.netCents
  expect(new Set([await net(1), await net(7), await net(30), await net(50)]).size).toBeGreaterThan(2)
})
