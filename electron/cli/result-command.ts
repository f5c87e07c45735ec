import {
  COSTINGS,
  GROUPINGS,
  type ResultFigures,
  type ResultRow,
  type ResultSummary,
} from '../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { NO_FIGURES } from '../../shared/domain/no-result.ts'
import { UsageError } from './arguments.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import type { CliTexts } from './texts.ts'

const MAX_WINDOW_DAYS = 365

/** Prints the result of a period, for people or (--json) for scripts. Without a period: all there is. */
export async function resultCommand(run: CommandRun): Promise<number> {
  const { options, texts, print } = run
  const by = options.oneOf('by', GROUPINGS, 'channel')
  const model = options.oneOf('model', ATTRIBUTION_MODELS, 'last')
  const windowDays = options.whole('window', 1, MAX_WINDOW_DAYS)
  const costing = options.oneOf('costing', COSTINGS, 'direct')
  if (costing !== 'direct' && by !== 'channel') throw options.refuse('by', by, 'channel')
  const comparedPeriod = options.days('compare')
  const [from, to] = [options.day('from'), options.day('to')]
  if (from && to && from > to) throw new UsageError(texts.say('badPeriod'))
  const client = await openNamedLedger(run)
  const extent = await client.result.extent()
  const period = { from: from ?? extent?.from ?? to, to: to ?? extent?.to ?? from }
  if (!period.from || !period.to) throw new Error(texts.say('emptyLedger'))
  if (period.from > period.to) throw new UsageError(texts.say('badPeriod'))
  const question = { model, by, windowDays, costing }
  const summary = await client.result.summary({ period: { from: period.from, to: period.to }, ...question })
  const compared = comparedPeriod && (await client.result.summary({ period: comparedPeriod, ...question }))
  if (options.flag('json'))
    print(JSON.stringify({ ...toJson(summary), ...(compared && { compared: toJson(compared) }) }, null, 2))
  else printResult(summary, compared, texts, print)
  return 0
}

function figuresOf(figures: ResultFigures) {
  const {
    seconds,
    labourCents,
    adsCents,
    otherCostCents,
    orders,
    grossCents,
    netCents,
    contributionCents,
    resultCents,
  } = figures
  return {
    seconds,
    labourCents,
    adsCents,
    otherCostCents,
    orders,
    grossCents,
    netCents,
    contributionCents,
    resultCents,
  }
}

/** The documented form; fields are only ever added. */
function toJson(summary: ResultSummary) {
  const { orders, grossCents, netCents, adsCents } = summary.other
  const { netCents: allNetCents, touchedNetCents, socialNetCents } = summary.coverage
  return {
    currency: summary.currency,
    from: summary.period.from,
    to: summary.period.to,
    model: summary.model,
    by: summary.by,
    windowDays: summary.windowDays,
    costing: summary.costing,
    totals: figuresOf(summary.totals),
    rows: summary.rows.map((row) => ({ key: row.key, ...figuresOf(row) })),
    other: { orders, grossCents, netCents, adsCents },
    coverage: { netCents: allNetCents, touchedNetCents, socialNetCents },
    lacks: summary.lacks,
  }
}

function printResult(
  summary: ResultSummary,
  compared: ResultSummary | undefined,
  texts: CliTexts,
  print: (line: string) => void,
): void {
  printTable(tableOf(summary, compared, texts), print)
  const { orders, netCents, adsCents } = summary.other
  if (compared) print(texts.say('comparedWith', { from: compared.period.from, to: compared.period.to }))
  if (summary.spread) {
    const { cents, seconds, isEqually } = summary.spread
    const amounts = { amount: texts.money(cents, summary.currency), hours: texts.number(seconds / 3600, 1) }
    print(texts.say(isEqually ? 'spreadEqually' : 'spread', amounts))
  }
  const besides = {
    orders: texts.number(orders),
    net: texts.money(netCents, summary.currency),
    ads: texts.money(adsCents, summary.currency),
  }
  print(texts.say('beside', besides))
  for (const lack of summary.lacks) print(texts.lack(lack))
}

const COLUMNS = ['hours', 'labour', 'ads', 'other', 'orders', 'net', 'contribution', 'result'] as const

function tableOf(summary: ResultSummary, compared: ResultSummary | undefined, texts: CliTexts): string[][] {
  const money = (cents: number | null) => (cents === null ? '–' : texts.number(cents / 100, 2))
  const cells = (row: ResultFigures, before: ResultFigures | undefined) => [
    texts.number(row.seconds / 3600, 1),
    money(row.labourCents),
    money(row.adsCents),
    money(row.otherCostCents),
    texts.number(row.orders, Number.isInteger(row.orders) ? 0 : 1),
    money(row.netCents),
    money(row.contributionCents),
    money(row.resultCents),
    ...(compared ? changeOf(row, before).map(money) : []),
  ]
  const earlier = compared?.rows ?? []
  const gone = earlier.filter((row) => !summary.rows.some((current) => current.key === row.key))
  const rows = [...summary.rows, ...gone.map((row) => ({ ...row, ...NO_FIGURES }))]
  return [
    [
      `${summary.period.from} – ${summary.period.to}`,
      ...[...COLUMNS, ...(compared ? (['before', 'change'] as const) : [])].map((heading) => texts.heading(heading)),
    ],
    ...rows.map((row: ResultRow) => [
      row.key ?? texts.say('noKey'),
      ...cells(
        row,
        earlier.find((candidate) => candidate.key === row.key),
      ),
    ]),
    [texts.say('total'), ...cells(summary.totals, compared?.totals)],
  ]
}

/** The result of the other period, and by how much this one is better; a row that was not there then had none. */
function changeOf(row: ResultFigures, before: ResultFigures | undefined): (number | null)[] {
  const earlier = before ? before.resultCents : 0
  return [earlier, row.resultCents === null || earlier === null ? null : row.resultCents - earlier]
}

function printTable(table: readonly (readonly string[])[], print: (line: string) => void): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    print(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
}
