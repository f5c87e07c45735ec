import { GROUPINGS, type ResultFigures, type ResultSummary } from '../../shared/contract/result.ts'
import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { UsageError } from './arguments.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import type { CliTexts } from './texts.ts'

/** Prints the result of a period, for people or (--json) for scripts. Without a period: all there is. */
export async function resultCommand(run: CommandRun): Promise<number> {
  const { options, texts, print } = run
  const by = options.oneOf('by', GROUPINGS, 'channel')
  const model = options.oneOf('model', ATTRIBUTION_MODELS, 'last')
  const [from, to] = [options.day('from'), options.day('to')]
  if (from && to && from > to) throw new UsageError(texts.say('badPeriod'))
  const client = await openNamedLedger(run)
  const extent = await client.result.extent()
  const period = { from: from ?? extent?.from ?? to, to: to ?? extent?.to ?? from }
  if (!period.from || !period.to) throw new Error(texts.say('emptyLedger'))
  if (period.from > period.to) throw new UsageError(texts.say('badPeriod'))
  const summary = await client.result.summary({ period: { from: period.from, to: period.to }, model, by })
  if (options.flag('json')) print(JSON.stringify(toJson(summary), null, 2))
  else printTable(summary, texts, print)
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
    totals: figuresOf(summary.totals),
    rows: summary.rows.map((row) => ({ key: row.key, ...figuresOf(row) })),
    other: { orders, grossCents, netCents, adsCents },
    coverage: { netCents: allNetCents, touchedNetCents, socialNetCents },
    lacks: summary.lacks,
  }
}

function printTable(summary: ResultSummary, texts: CliTexts, print: (line: string) => void): void {
  const headings = ['hours', 'labour', 'ads', 'other', 'orders', 'net', 'contribution', 'result'] as const
  const money = (cents: number | null) => (cents === null ? '–' : texts.number(cents / 100, 2))
  const cells = (row: ResultFigures) => [
    texts.number(row.seconds / 3600, 1),
    money(row.labourCents),
    money(row.adsCents),
    money(row.otherCostCents),
    texts.number(row.orders, Number.isInteger(row.orders) ? 0 : 1),
    money(row.netCents),
    money(row.contributionCents),
    money(row.resultCents),
  ]
  const table = [
    [`${summary.period.from} – ${summary.period.to}`, ...headings.map((heading) => texts.heading(heading))],
    ...summary.rows.map((row) => [row.key ?? texts.say('noKey'), ...cells(row)]),
    [texts.say('total'), ...cells(summary.totals)],
  ]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    print(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
  const { orders, netCents, adsCents } = summary.other
  const besides = {
    orders: texts.number(orders),
    net: texts.money(netCents, summary.currency),
    ads: texts.money(adsCents, summary.currency),
  }
  print(texts.say('beside', besides))
  for (const lack of summary.lacks) print(texts.lack(lack))
}
