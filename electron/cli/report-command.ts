import { ATTRIBUTION_MODELS } from '../../shared/domain/attribution.ts'
import { addMonths, firstDayOf, isDay, lastDayOf, monthOf, type Month, type Period } from '../../shared/domain/day.ts'
import { UsageError } from './arguments.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import { writePieces } from './file-output.ts'

/** Writes the report of a month (--month; without: the last that has ended) or of any period (--from, --to). */
export async function reportCommand(run: CommandRun): Promise<number> {
  const { options, backend } = run
  const kind = options.oneOf('as', ['html', 'csv', 'json'], 'html')
  const language = options.choice('language', ['de', 'en'])
  const model = options.oneOf('model', ATTRIBUTION_MODELS, 'last')
  const chosen = chosenPeriod(run)
  const client = await openNamedLedger(run)
  const period = chosen ?? monthPeriod(monthOf(addMonths(firstDayOf(monthOf(backend.ledger.today())), -1)))
  const { language: ledgerLanguage } = backend.ledger.settings()
  const wish = { kind, period, model, language: language ?? ledgerLanguage, ...numbersOf(run) }
  await writePieces(await client.reports.exportFile(wish), run)
  return 0
}

/** What --month or --from and --to say; undefined without them. */
export function chosenPeriod({ options, texts }: CommandRun): Period | undefined {
  const [month, from, to] = [options.text('month'), options.day('from'), options.day('to')]
  if (month !== undefined) {
    if (!isDay(`${month}-01`)) throw options.refuse('month', month, texts.say('expectedMonth'))
    return monthPeriod(month as Month)
  }
  if (from === undefined && to === undefined) return undefined
  const period = { from: from ?? options.requiredDay('from'), to: to ?? options.requiredDay('to') }
  if (period.from > period.to) throw new UsageError(texts.say('badPeriod'))
  return period
}

function monthPeriod(month: Month): Period {
  return { from: firstDayOf(month), to: lastDayOf(month) }
}

/** How CSV writes numbers; without --number-format as the language does. */
export function numbersOf({ options }: CommandRun): { numbers?: 'comma' | 'point' } {
  const format = options.choice('number-format', ['comma', 'dot'])
  return format === undefined ? {} : { numbers: format === 'comma' ? 'comma' : 'point' }
}
