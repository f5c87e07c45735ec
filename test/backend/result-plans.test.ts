// The statements the result really runs, as the reading connection prepares them, search their indexes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DirectHost } from '../support/direct-host.ts'
import { plansOf } from '../support/query-plans.ts'
import { HISTORY, openRandomHistory } from '../support/random-history.ts'

/** Whole years, months and days at both ends, so that every part of a period is asked for. */
const LONG = { from: '2023-05-17', to: '2026-09-18' }
/** Tables that grow with the ledger. */
const LARGE =
  /\b(?:line_day|line_month|line_year|line_week|share_\w+|coverage_\w+|ledger_line|attribution_share|revenue_figure|revenue_event|touchpoint|ad_spend|figure|share|touch|event)\b/

let host: DirectHost
beforeAll(async () => void (host = await openRandomHistory(5)))
afterAll(() => host.close())

/** The first row in the order of an index is no reading from end to end. */
function isFirstInOrder({ sql, details }: { sql: string; details: readonly string[] }): boolean {
  return sql.endsWith('LIMIT 1') && !details.some((detail) => detail.includes('TEMP B-TREE'))
}

function scansOf(plans: readonly { sql: string; details: readonly string[] }[]): string[] {
  return plans
    .filter((plan) => !isFirstInOrder(plan))
    .flatMap(({ sql, details }) =>
      details.filter((detail) => detail.startsWith('SCAN') && LARGE.test(detail)).map((detail) => `${detail}: ${sql}`),
    )
}

describe('no table that grows with the ledger is read from end to end', () => {
  test.each([
    'channel',
    'campaign',
    'post',
    'pillar',
    'format',
    'activity',
    'person',
    'client',
    'department',
    'month',
  ] as const)('by the summary and the confidence by %s', async (by) => {
    const plans = await plansOf(host, async () => {
      await host.client.result.summary({ period: LONG, model: 'linear', by, costing: 'posts' })
      await host.client.result.confidence({ period: LONG, model: 'linear', by })
    })
    expect(plans.length).toBeGreaterThan(10)
    expect(scansOf(plans)).toEqual([])
  })

  test('by insights and sensitivity', async () => {
    const plans = await plansOf(host, async () => {
      await host.client.result.insights({ period: LONG, model: 'linear' })
      await host.client.result.sensitivity({ period: LONG, model: 'linear', windowDays: 90 })
    })
    expect(plans.length).toBeGreaterThan(20)
    expect(scansOf(plans)).toEqual([])
  })

  test('by another window: only purchases with an older touch are looked at', async () => {
    const plans = await plansOf(host, () =>
      host.client.result.summary({ period: HISTORY, model: 'linear', by: 'channel', windowDays: 7 }),
    )
    const affected = plans.filter(({ sql }) => sql.includes('oldest_touch_days'))
    expect(affected).toHaveLength(1)
    for (const { details } of affected)
      expect(
        details.some((detail) => /^SEARCH revenue_figure USING (COVERING )?INDEX revenue_figure_by_age/.test(detail)),
      ).toBe(true)
  })

  test('by a post’s lines and shares: the few that name one are read by an index of their own, nothing else', async () => {
    const plans = await plansOf(host, () => host.client.result.summary({ period: LONG, model: 'linear', by: 'post' }))
    const details = plans.filter(({ sql }) => sql.includes('post_id IS NOT NULL')).map((plan) => plan.details[0])
    expect(details).toEqual([
      expect.stringContaining('ledger_line USING COVERING INDEX ledger_line_of_posts'),
      expect.stringContaining('attribution_share USING COVERING INDEX attribution_share_of_posts'),
    ])
  })
})
