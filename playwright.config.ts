import { defineConfig } from '@playwright/test'
import type { HostOptions } from './test/support/host-fixtures.ts'

// What tests take for this month is what the app, which they start in Berlin, takes for it.
process.env['TZ'] = 'Europe/Berlin'

/**
 * What only shows and changes what both hosts hold alike runs in one of them in `npm test`, and in both with `npm run test:e2e`:
 * lists, filters, figures and forms are the same page over the same contract. Files, windows, keys, the clipboard, printing,
 * what survives a start, and every flow from one end to the other stay in both (docs/decisions/039-tests-in-both-hosts.md).
 */
const alikeInBothHosts = [
  'billing-locked',
  'budget',
  'conversation-marks',
  'conversation-turns',
  'costs',
  'moderation-detail',
  'moderation-figures',
  'moderation-setup',
  'people',
  'records',
  'result-switches',
  'settings',
  'time-accessibility',
  'time-list',
  'time-report',
  'timeline',
  'today',
].map((name) => `**/${name}.test.ts`)
/** Set by `npm test`. */
const isShort = process.env['GEGENWERT_SHORT'] !== undefined

/** The same tests in both hosts (test/e2e), then a smoke test of the packaged app (test/e2e/packaged). */
export default defineConfig<HostOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // At every check; who passes at the second try only is named there, and more than one of a hundred is a failure.
  retries: isShort ? 1 : 0,
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
      testIgnore: ['packaged/**', '**/*.browser.test.ts', ...(isShort ? alikeInBothHosts : [])],
      testMatch: '**/*.test.ts',
      use: { host: 'electron' },
    },
    { name: 'packaged', testMatch: 'packaged/**/*.test.ts', use: { host: 'packaged' } },
  ],
})
