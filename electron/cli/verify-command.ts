import { sealProblemsOf } from '../../shared/domain/seal-problem.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import type { CliTexts } from './texts.ts'

const FOUND_SOMETHING = 3

/** Which months do not match their seals, in words. */
function sealProblems(detail: string, texts: CliTexts): string {
  return sealProblemsOf(detail)
    .map((problem) =>
      typeof problem === 'string'
        ? problem
        : texts.shared(`ledger.verify.seals.${problem.kind}`, { what: problem.what }),
    )
    .join('; ')
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
