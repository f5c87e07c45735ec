// The statements behind the figures of the moderation log read a period of the index that holds all they ask for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIGURE_GROUPINGS, FIGURE_MEASURES } from '../../shared/domain/figure-measures.ts'
import { openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { plansOf } from '../support/query-plans.ts'

let host: DirectHost
beforeAll(async () => void (host = await openDirectHost()))
afterAll(() => host.close())

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const FILTERS = [
  { period: YEAR },
  { period: YEAR, channelId: 1, kind: 'review' as const },
  { period: YEAR, topicId: 1, clientId: 1 },
  { period: YEAR, topicId: null, clientId: null },
]
const PERIOD_OF_INDEX = 'SEARCH conversation USING COVERING INDEX conversation_by_day (day>? AND day<?)'

/** Tables that grow with the log, under the names statements give them. Leads are few, and each leads to its conversation. */
const LARGE = /^SCAN (?:conversation\w*|next\w*|line|ledger_line|share|attribution_share|link)\b/
const scansOf = (details: readonly string[]) => details.filter((detail) => LARGE.test(detail))

test.each(FIGURE_GROUPINGS)('figures by %s', async (by) => {
  for (const filter of FILTERS) {
    const plans = await plansOf(host, () => host.client.moderation.figures({ filter, by }))
    expect(plans.flatMap(({ details }) => scansOf(details))).toEqual([])
    const ofLog = plans.filter(({ sql }) => sql.includes('INDEXED BY conversation_by_day'))
    expect(ofLog.length).toBeGreaterThanOrEqual(4)
    for (const { details } of ofLog) expect(details).toContain(PERIOD_OF_INDEX)
    const ofLines = ofLog.filter(({ sql }) => sql.includes('ledger_line'))
    for (const { details } of ofLines)
      expect(details).toContain('SEARCH line USING COVERING INDEX ledger_line_by_conversation (conversation_id=?)')
  }
})

test('complaints and services', async () => {
  for (const filter of FILTERS) {
    const plans = await plansOf(host, async () => {
      await host.client.moderation.complaints({ filter })
      await host.client.moderation.services({ filter })
    })
    expect(plans.flatMap(({ details }) => scansOf(details))).toEqual([])
  }
})

describe('rows behind a figure', () => {
  test.each(FIGURE_MEASURES)('%s: a period of the index, whatever the bar', async (measure) => {
    for (const by of FIGURE_GROUPINGS) {
      const plans = await plansOf(host, () =>
        host.client.moderation.figureRows({
          filter: { period: YEAR },
          measure,
          group: { by, key: by === 'kind' ? 'review' : 1 },
        }),
      )
      expect(plans.flatMap(({ details }) => scansOf(details))).toEqual([])
      for (const { details } of plans.filter(({ sql }) => sql.includes('INDEXED BY conversation_by_day')))
        expect(details).toContain(PERIOD_OF_INDEX)
    }
  })

  test('the latest are found without sorting all others', async () => {
    const [page] = await plansOf(host, () =>
      host.client.moderation.figureRows({
        filter: { period: YEAR },
        measure: 'all',
        cursor: { at: '2026-05-05', id: 7 },
      }),
    )
    expect(page?.details).toContain(PERIOD_OF_INDEX)
    expect(page?.details.filter((detail) => detail.includes('B-TREE'))).toEqual([
      'USE TEMP B-TREE FOR LAST TERM OF ORDER BY',
    ])
  })
})
