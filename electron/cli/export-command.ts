import type { Client } from '../../shared/contract/contract.ts'
import { UsageError } from './arguments.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import { writePieces } from './file-output.ts'
import { chosenPeriod, numbersOf } from './report-command.ts'

const LEDGER_FILES = { journal: 'journal', lines: 'lines-csv', purchases: 'purchases-csv' } as const
const HOURS_FILES = { hours: 'csv', 'hours-json': 'json', 'hours-ics': 'ics' } as const
type Kind = keyof typeof LEDGER_FILES | keyof typeof HOURS_FILES | 'conversations'
const KINDS = [...Object.keys(LEDGER_FILES), ...Object.keys(HOURS_FILES), 'conversations'] as readonly Kind[]

/** Writes the ledger's data, tracked time or the moderation log as text: everything, or what lies in a period. */
export async function exportCommand(run: CommandRun): Promise<number> {
  const { options } = run
  options.required('as')
  const kind = options.oneOf('as', KINDS, 'journal')
  refuseFlagOf(run, 'with-texts', 'conversations', kind)
  refuseFlagOf(run, 'by-day', 'journal', kind)
  const language = options.choice('language', ['de', 'en'])
  const period = chosenPeriod(run)
  const client = await openNamedLedger(run)
  await writePieces(await openFile(client, kind, run, { language, period }), run)
  return 0
}

function refuseFlagOf({ options, texts }: CommandRun, name: string, only: Kind, kind: Kind): void {
  if (kind !== only && options.flag(name)) throw new UsageError(texts.say('onlyFor', { name, kind: only }))
}

interface Chosen {
  readonly language: 'de' | 'en' | undefined
  readonly period: ReturnType<typeof chosenPeriod>
}

function openFile(client: Client, kind: Kind, run: CommandRun, { language: chosen, period }: Chosen) {
  const language = chosen ?? run.backend.ledger.settings().language
  const within = period ? { period } : {}
  if (isOfHours(kind))
    return client.time.exportFile({ as: HOURS_FILES[kind], filter: within, language, ...numbersOf(run) })
  if (kind === 'conversations') {
    const hasTexts = run.options.flag('with-texts')
    return client.moderation.exportConversations({ filter: within, hasTexts, language, ...numbersOf(run) })
  }
  const journal = run.options.flag('by-day') ? ('days' as const) : ('lines' as const)
  return client.reports.exportFile({ kind: LEDGER_FILES[kind], language, journal, ...within, ...numbersOf(run) })
}

function isOfHours(kind: Kind): kind is keyof typeof HOURS_FILES {
  return Object.hasOwn(HOURS_FILES, kind)
}
