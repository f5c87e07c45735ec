import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport } from '../support/checks/test-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'gegenwert-reports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(report: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }

test('counts of Vitest are taken over', () => {
  expect(readVitestReport(write({ ...counts, testResults: [] }))).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a test file that does not load is a failure, though no test in it failed', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(readVitestReport(write({ ...counts, testResults })).failed).toBe(1)
})

test('a flaky test and an error outside of tests are failures', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readPlaywrightReport(write({ stats, errors: [{}] }))).toEqual({ passed: 3, failed: 3, skipped: 2 })
})

test('a report without tests and a report that is missing are failures', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(readPlaywrightReport(write({ stats, errors: [] })).failed).toBe(1)
  expect(readVitestReport(join(folder, 'none.json')).failed).toBe(1)
})
