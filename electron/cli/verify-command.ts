import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import type { CliTexts } from './texts.ts'

const FOUND_SOMETHING = 3

const OF_MONTH = /^(\d{4}-\d{2}) (lines|sums|seal|chain|gap)$/
const OF_MANY = /^(?:(number) of seals|lines (before) (.+)|(guard) (.+))$/

/** Which months do not match their seals, in words. */
function sealProblems(detail: string, texts: CliTexts): string {
  const say = (problem: string) => {
    const month = OF_MONTH.exec(problem)
    if (month) return texts.shared(`ledger.verify.seals.${month[2] ?? ''}`, { what: month[1] ?? '' })
    const [, number, before, first = '', guard, trigger = ''] = OF_MANY.exec(problem) ?? []
    const key = number ?? before ?? guard
    return key === undefined ? problem : texts.shared(`ledger.verify.seals.${key}`, { what: first || trigger })
  }
  return detail.split(', ').map(say).join('; ')
}

/** Checks the ledger: sums against lines, shares against purchases, and the file itself. */
export async function verifyCommand(run: CommandRun): Promise<number> {
  const client = await openNamedLedger(run)
  const report = await client.ledger.verify()
  const { options, texts, print } = run
  if (options.flag('json')) print(JSON.stringify(report, null, 2))
  else {
    for (const { name, isPassed, detail } of report.checks)
      print(
        texts.say(isPassed ? 'checkPassed' : 'checkFailed', {
          name: texts.shared(`ledger.verify.checks.${name}`),
          detail: name === 'seals' && !isPassed ? sealProblems(detail, texts) : detail,
        }),
      )
    print(texts.say(report.isSound ? 'sound' : 'unsound'))
  }
  return report.isSound ? 0 : FOUND_SOMETHING
}
