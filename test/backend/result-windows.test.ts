// Another window than the saved one, computed on read, is to the cent what saving that window and deriving everything anew gives.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GROUPINGS } from '../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { newCommandId, type DirectHost } from '../support/direct-host.ts'
import { changeRow } from '../support/ledger-sources.ts'
import { HISTORY, openRandomHistory, saveWindow } from '../support/random-history.ts'

const WINDOWS = [1, 7, 90, 200]
const PERIODS = [HISTORY, { from: '2026-01-17', to: '2026-06-03' }]

async function readAll({ client }: DirectHost, windowDays: number) {
  const answers: unknown[] = []
  for (const period of PERIODS) {
    for (const model of ATTRIBUTION_MODELS) {
      for (const by of GROUPINGS) answers.push(await client.result.summary({ period, model, by, windowDays }))
      answers.push(await client.result.sensitivity({ period, model, windowDays }))
      answers.push(await client.result.insights({ period, model, windowDays }))
    }
    for (const by of ['channel', 'campaign', 'post', 'pillar', 'format', 'client', 'month'] as const)
      answers.push(await client.result.confidence({ period, model: 'position', by, windowDays }))
  }
  return answers
}

/** Which day a customer was first seen with a social touch depends on the saved window alone. */
function withoutCustomers(answers: unknown[]): unknown {
  return JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'customers' ? undefined : value)))
}

describe.each([1, 2])('a random history with up to twelve touches over 200 days (%i)', (seed) => {
  let host: DirectHost
  const onRead = new Map<number, unknown[]>()
  beforeAll(async () => {
    host = await openRandomHistory(seed)
    for (const days of [...WINDOWS, 30]) onRead.set(days, await readAll(host, days))
  })
  afterAll(() => host.close())

  test('windows differ, or nothing would be shown here', () => {
    expect(withoutCustomers(onRead.get(7) ?? [])).not.toEqual(withoutCustomers(onRead.get(30) ?? []))
  })

  test.each(WINDOWS)('%i days', async (days) => {
    await saveWindow(host, days)
    expect(withoutCustomers(await readAll(host, days))).toEqual(withoutCustomers(onRead.get(days) ?? []))
    // And back: a short saved window read at the one that was saved before.
    expect(withoutCustomers(await readAll(host, 30))).toEqual(withoutCustomers(onRead.get(30) ?? []))
  })
})

describe('with closed months and what was corrected since', () => {
  test('shares of reversals and new lines follow the window too', async () => {
    const host = await openRandomHistory(4)
    await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-03', withEarlier: true })
    const { reader } = host.backend.ledger
    const sealed = reader
      .prepare<[], { id: number; paid: number }>(
        `SELECT id, paid_cents AS paid FROM revenue_event WHERE is_counted = 1 AND day <= '2026-03-31' AND id % 5 = 0`,
      )
      .all()
    for (const [index, { id, paid }] of sealed.entries())
      await changeRow(host, 'revenue_event', id, index % 3 === 0 ? { is_counted: 0 } : { paid_cents: paid + 1_234 })
    const reversals = reader.prepare('SELECT count(*) FROM revenue_figure WHERE orders = -1').pluck().get()
    expect(reversals).toBe(sealed.length)

    const period = { from: HISTORY.from, to: '2026-11-30' }
    const ask = async (windowDays: number) =>
      Promise.all(
        ATTRIBUTION_MODELS.map((model) => host.client.result.summary({ period, model, by: 'channel', windowDays })),
      )
    const onRead = await ask(7)
    expect(onRead).not.toEqual((await ask(30)).map((summary) => ({ ...summary, windowDays: 7 })))
    await saveWindow(host, 7)
    expect(await ask(7)).toEqual(onRead)
    expect((await host.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
    host.close()
  })
})
