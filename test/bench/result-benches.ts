/** The result page: every question it asks, of the whole time and of a period that begins and ends within a month. */
import { directClient } from '../../electron/backend/direct-client.ts'
import { ATTRIBUTION_MODELS, type AttributionModel } from '../../shared/domain/attribution.ts'
import { addDays, type Period } from '../../shared/domain/day.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { COSTINGS, GROUPINGS, type Grouping } from '../../shared/contract/result.ts'
import { makeBackend } from '../support/direct-host.ts'
import { inMs, ratio, repeatMs, timeMs, type Measurement } from './measure.ts'

interface Question {
  readonly period: Period
  readonly model: AttributionModel
}

interface Case {
  readonly what: string
  readonly ask: (client: Client, question: Question) => Promise<unknown>
}

const RUNS = 12
const EARNING: readonly Grouping[] = ['channel', 'campaign', 'client', 'post', 'pillar', 'format']

const CASES: readonly Case[] = [
  ...GROUPINGS.map((by) => ({
    what: `summary by ${by}`,
    ask: (client: Client, question: Question) => client.result.summary({ ...question, by }),
  })),
  ...COSTINGS.filter((costing) => costing !== 'direct').map((costing) => ({
    what: `summary by channel, full costs by ${costing}`,
    ask: (client: Client, question: Question) => client.result.summary({ ...question, by: 'channel', costing }),
  })),
  ...[7, 90].map((windowDays) => ({
    what: `summary by channel, window of ${windowDays} days`,
    ask: (client: Client, question: Question) => client.result.summary({ ...question, by: 'channel', windowDays }),
  })),
  ...EARNING.map((by) => ({
    what: `confidence by ${by}`,
    ask: (client: Client, question: Question) => client.result.confidence({ ...question, by }),
  })),
  { what: 'sensitivity', ask: (client, question) => client.result.sensitivity(question) },
  { what: 'insights', ask: (client, question) => client.result.insights(question) },
]

/** Medians of runs that go round the models. */
export async function benchResult(client: Client, budgetMs: number): Promise<Measurement[]> {
  const whole = await client.result.extent()
  if (whole === null) throw new Error('an empty ledger')
  const edges: Period = { from: addDays(whole.from, 17), to: addDays(whole.to, -11) }
  const rows: Measurement[] = []
  for (const { what, ask } of CASES) {
    const [ofWhole, ofEdges] = [await timesOf(whole), await timesOf(edges)]
    const columns = [ratio(ofWhole.median, budgetMs), inMs(ofWhole.best)]
    columns.push(inMs(ofEdges.median), ratio(ofEdges.median, budgetMs), inMs(ofEdges.best))
    rows.push({ what, figure: inMs(ofWhole.median), against: columns.map((text) => text.padStart(8)).join(' ') })

    async function timesOf(period: Period) {
      let turn = 0
      const model = () => ATTRIBUTION_MODELS[turn++ % ATTRIBUTION_MODELS.length] ?? 'last'
      return repeatMs(RUNS, () => ask(client, { period, model: model() }))
    }
  }
  return rows
}

export async function benchLedgerResult(folder: string, path: string, budgetMs: number): Promise<Measurement[]> {
  const backend = makeBackend(folder, path)
  const open = await timeMs(() => backend.openLedger(path))
  const rows = await benchResult(directClient(backend), budgetMs)
  backend.close()
  return [{ what: 'open the ledger', figure: inMs(open) }, ...rows]
}
