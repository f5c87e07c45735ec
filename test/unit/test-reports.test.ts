import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
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

test('tests that pass at the second try only are failures where they are more than one of a hundred, and an error outside of tests is one', () => {
  const stats = { expected: 98, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readPlaywrightReport(write({ stats, errors: [{}], suites: [] }))).toEqual({
    passed: 98,
    failed: 3,
    skipped: 2,
  })
  const ofMany = { ...stats, expected: 99 }
  const report = { stats: ofMany, errors: [{}], suites: [] }
  expect(readPlaywrightReport(write(report))).toEqual({ passed: 100, failed: 2, skipped: 2 })
})

test('a test that passes at the second try only is named', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const at = (status: string) => [{ projectName: 'electron', status }]
  const specs = [
    { title: 'starts', tests: at('flaky') },
    { title: 'stops', tests: at('expected') },
  ]
  const suites = [{ title: 'timer.test.ts', suites: [{ title: 'by keyboard', specs }] }]
  readPlaywrightReport(write({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, errors: [], suites }))
  expect(log.mock.calls).toEqual([['passed at the second try only: [electron] by keyboard: starts']])
  log.mockRestore()
})

test('a report without tests and a report that is missing are failures', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(readPlaywrightReport(write({ stats, errors: [], suites: [] })).failed).toBe(1)
  expect(readVitestReport(join(folder, 'none.json')).failed).toBe(1)
})
