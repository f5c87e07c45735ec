/**
 * The command line: a fourth host of the same backend. Answers on standard output, reasons on standard error;
 * exit codes: 0 done, 1 not done, 2 wrong call, 3 the check found something.
 */
import { ORPCError } from '@orpc/client'
import { openBackendForCli } from './backend-for-cli.ts'
import { Options, parseCall, UsageError } from './arguments.ts'
import { exportCommand } from './export-command.ts'
import { closeCommand, monthsCommand } from './close-command.ts'
import { importCommand } from './import-command.ts'
import { initCommand } from './init-command.ts'
import { rateCommand } from './rate-command.ts'
import { reportCommand } from './report-command.ts'
import { resultCommand } from './result-command.ts'
import { CliTexts, systemLanguage } from './texts.ts'
import { verifyCommand } from './verify-command.ts'
import type { CommandRun } from './command-run.ts'

type Command = (run: CommandRun) => Promise<number>

const COMMANDS: Readonly<Record<string, Command>> = {
  init: initCommand,
  rate: rateCommand,
  import: importCommand,
  result: resultCommand,
  report: reportCommand,
  export: exportCommand,
  months: monthsCommand,
  close: closeCommand,
  verify: verifyCommand,
}

async function main(argv: readonly string[]): Promise<number> {
  const texts = new CliTexts(systemLanguage())
  try {
    const call = parseCall(argv, texts)
    if (call.command === 'help' || call.command === '') {
      process.stdout.write(`${texts.say('usage')}\n`)
      return call.command === 'help' ? 0 : 2
    }
    const command = Object.hasOwn(COMMANDS, call.command) ? COMMANDS[call.command] : undefined
    if (!command) throw new UsageError(texts.say('unknownCommand', { name: call.command }))
    const backend = openBackendForCli(texts.language)
    try {
      const print = (line: string) => void process.stdout.write(`${line}\n`)
      return await command({ backend, call, options: new Options(call, texts), texts, print })
    } finally {
      backend.close()
    }
  } catch (error) {
    process.stderr.write(`${texts.say('problem', { message: describe(error, texts) })}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

function describe(error: unknown, texts: CliTexts): string {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof ORPCError)) return error instanceof Error ? error.message : String(error)
  const data = (error.data ?? {}) as Record<string, string | number>
  const code = String(error.code)
  const reason = texts.shared(`ui.errors.${code}.reasons.${data['reason']}`, data)
  if (reason !== String(data['reason'])) return reason
  return [texts.shared(`ui.errors.${code}.title`, data), texts.shared(`ui.errors.${code}.advice`, data)].join(' ')
}

// Whoever reads the answer may stop early (`… | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2))
