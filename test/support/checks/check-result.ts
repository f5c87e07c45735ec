/** What a step found out, in numbers that can be added up. */
export interface CheckResult {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const noResult: CheckResult = { passed: 0, failed: 0, skipped: 0 }
export const onePassed: CheckResult = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: CheckResult = { passed: 0, failed: 1, skipped: 0 }
export const oneSkipped: CheckResult = { passed: 0, failed: 0, skipped: 1 }

export function addResults(a: CheckResult, b: CheckResult): CheckResult {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** A step that ran tests but reports none has not done its work. */
export function requireSome(result: CheckResult): CheckResult {
  return result.passed + result.failed + result.skipped === 0 ? oneFailed : result
}
