import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Generous, because no test asserts how long something takes: a busy machine must not look like a broken app. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

/** Every core: left to itself, Vitest keeps one free, which is half of two. */
const alone = { ...patience, maxWorkers: '100%' }

/** Files without a page load what they share once per process: docs/decisions/042. */
const together = { ...alone, isolate: false, restoreMocks: true }

// unit and property tests run twice, in two time zones (test/support/run-checks.ts): what they say must not depend on the machine's.
export default defineConfig({
  test: {
    projects: [
      { test: { ...together, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { ...together, name: 'property', include: ['test/property/**/*.test.ts'] } },
      { test: { ...together, name: 'backend', include: ['test/{backend,faults}/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: { ...alone, name: 'component', include: ['test/unit/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
})
