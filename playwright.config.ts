import { defineConfig } from '@playwright/test'
import type { HostOptions } from './test/support/host-fixtures.ts'

// What tests take for this month is what the app, which they start in Berlin, takes for it.
process.env['TZ'] = 'Europe/Berlin'

/** The same tests in both hosts (test/e2e), then a smoke test of the packaged app (test/e2e/packaged). */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT'] ?? 'test-results/playwright.json' }],
  ],
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    // Tracing takes a quarter of the time of a test, and where nobody can open the trace it is for nothing.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
  },
  projects: [
    {
      name: 'browser',
      testIgnore: ['packaged/**', '**/*.electron.test.ts'],
      testMatch: '**/*.test.ts',
      use: { host: 'browser' },
    },
    {
      name: 'electron',
      testIgnore: ['packaged/**', '**/*.browser.test.ts'],
      testMatch: '**/*.test.ts',
      use: { host: 'electron' },
    },
    { name: 'packaged', testMatch: 'packaged/**/*.test.ts', use: { host: 'packaged' } },
  ],
})
