import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import { writeFile } from './file-output.ts'
import { chosenPeriod, numbersOf } from './report-command.ts'

const KINDS = { journal: 'journal', lines: 'lines-csv', purchases: 'purchases-csv' } as const

/** Writes the ledger's data as text: everything, or what lies in a period. */
export async function exportCommand(run: CommandRun): Promise<number> {
  const { options, backend } = run
  options.required('as')
  const kind = KINDS[options.oneOf('as', ['journal', 'lines', 'purchases'], 'journal')]
  const language = options.choice('language', ['de', 'en'])
  const period = chosenPeriod(run)
  const client = await openNamedLedger(run)
  const wish = {
    kind,
    language: language ?? backend.ledger.settings().language,
    journal: options.flag('by-day') ? ('days' as const) : ('lines' as const),
    ...(period && { period }),
    ...numbersOf(run),
  }
  await writeFile(client, wish, run)
  return 0
}
