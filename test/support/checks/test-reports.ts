// Reads the counts of Vitest and Playwright from their JSON reports. A report that is missing or unreadable counts as a failure.
import { readFileSync } from 'node:fs'
import type { CheckResult } from './check-result.ts'
import { oneFailed, requireSome } from './check-result.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
  readonly suites: readonly PlaywrightSuite[]
}

interface PlaywrightSuite {
  readonly title: string
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly projectName: string; readonly status: string }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}

export function readVitestReport(file: string): CheckResult {
  return readReport(file, (report: VitestReport) => {
    // A file that fails to load has no tests in it that could fail.
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  })
}

export function readPlaywrightReport(file: string): CheckResult {
  return readReport(file, ({ stats, errors, suites }: PlaywrightReport) => {
    for (const name of suites.flatMap(unsteadyOf)) console.log(`passed at the second try only: ${name}`)
    const isSteady = stats.flaky <= (stats.expected + stats.flaky) / TESTS_PER_UNSTEADY
    return {
      passed: stats.expected + (isSteady ? stats.flaky : 0),
      failed: stats.unexpected + (isSteady ? 0 : stats.flaky) + errors.length,
      skipped: stats.skipped,
    }
  })
}

/** On a busy machine one of so many may need a second try (docs/decisions/040-a-second-try.md); more of them are failures. */
const TESTS_PER_UNSTEADY = 100

function unsteadyOf({ title, specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${title}: ${spec.title}`),
  )
  return [...own, ...suites.flatMap(unsteadyOf)]
}

function readReport<Report>(file: string, read: (report: Report) => CheckResult): CheckResult {
  try {
    return requireSome(read(JSON.parse(readFileSync(file, 'utf8')) as Report))
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    return oneFailed
  }
}
