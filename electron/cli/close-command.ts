import type { Client } from '../../shared/contract/contract.ts'
import type { MonthState } from '../../shared/contract/ledger.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'

/** Seals a month for ever; with --with-earlier also the open ones before it. */
export async function closeCommand(run: CommandRun): Promise<number> {
  const { options, texts, print } = run
  const month = options.requiredMonth('month')
  const client = await openNamedLedger(run)
  const preview = await client.ledger.previewClose({ month })
  const receipt = await client.ledger.closeMonth({
    commandId: crypto.randomUUID(),
    month,
    withEarlier: options.flag('with-earlier'),
  })
  for (const warning of preview.warnings.filter((one) => one.kind !== 'no-lines')) {
    const values = { month: warning.month, count: warning.count, hours: texts.number(warning.seconds / 3600, 1) }
    const key =
      warning.kind === 'pending-purchases' ? `${warning.kind}_${warning.count === 1 ? 'one' : 'other'}` : warning.kind
    print(texts.shared(`ledger.closing.warning.${key}`, values))
  }
  const { months } = await client.ledger.months()
  const closed = months.find((state) => state.month === month)
  if (options.flag('json')) print(JSON.stringify({ ...toJson(closed), commandId: receipt.commandId }, null, 2))
  else print(texts.say('closed', { month, hash: closed?.seal?.hash ?? '' }))
  return 0
}

/** Months with their sums, and the seal of those that are closed. */
export async function monthsCommand(run: CommandRun): Promise<number> {
  const client = await openNamedLedger(run)
  const { months } = await client.ledger.months()
  const { options, print, texts } = run
  if (options.flag('json')) print(JSON.stringify(months.toReversed().map(toJson), null, 2))
  else if (months.length === 0) print(texts.say('emptyLedger'))
  else await printMonths(run, client, months.toReversed())
  return 0
}

function toJson(state: MonthState | undefined) {
  if (!state) return {}
  const { month, status, lineCount, costCents, revenueCents, seconds, seal, reportedResultCents, presentResultCents } =
    state
  return {
    month,
    status,
    lineCount,
    costCents,
    revenueCents,
    seconds,
    reportedResultCents,
    presentResultCents,
    isReattributed: state.isReattributed,
    corrections: state.corrections,
    sealedAt: seal === null ? null : new Date(seal.sealedAt).toISOString(),
    hash: seal?.hash ?? null,
  }
}

async function printMonths({ texts, print }: CommandRun, client: Client, months: readonly MonthState[]): Promise<void> {
  const { currency } = await client.settings.ledger()
  const heading = (key: 'month' | 'lines' | 'cost' | 'revenue' | 'seal') => texts.shared(`ledger.months.columns.${key}`)
  const rows = [
    [heading('month'), heading('lines'), heading('cost'), heading('revenue'), heading('seal')],
    ...months.map(({ month, lineCount, costCents, revenueCents, seal, status }) => [
      month,
      texts.number(lineCount),
      texts.money(costCents, currency),
      texts.money(revenueCents, currency),
      seal?.hash ?? texts.shared(`ledger.months.status.${status}`),
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      const isFigure = column > 0 && column < 4
      return isFigure ? cell.padStart(width) : cell.padEnd(column === 4 ? 0 : width)
    })
    print(cells.join('  ').trimEnd())
  }
}
