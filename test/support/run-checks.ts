// `npm test`: everything that tells whether the app is sound. `--only unit,build` runs the steps named.
import type { CheckResult } from './checks/check-result.ts'
import { addResults, noResult, oneFailed } from './checks/check-result.ts'
import type { Step } from './checks/steps.ts'
import { longSteps, steps } from './checks/steps.ts'

const chosen = chooseSteps(process.argv.slice(2))
const failures: string[] = []
let total = noResult
for (const step of chosen) total = addResults(total, await runStep(step))

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function runStep({ name, run }: Step): Promise<CheckResult> {
  console.log(`\n== ${name}`)
  const startedAt = performance.now()
  const result = await run().catch((error: unknown) => {
    console.error(error)
    return oneFailed
  })
  if (result.failed > 0) failures.push(name)
  const { passed, failed, skipped } = result
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`== ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`)
  return result
}

function chooseSteps(words: readonly string[]): readonly Step[] {
  const [option, list = ''] = words
  if (option === undefined) return steps
  const names = list.split(',')
  const known = [...steps, ...longSteps]
  const isKnown = option === '--only' && names.every((name) => known.some((step) => step.name === name))
  if (isKnown) return known.filter(({ name }) => names.includes(name))
  throw new Error(`npm test -- --only ${known.map(({ name }) => name).join(',')}`)
}
