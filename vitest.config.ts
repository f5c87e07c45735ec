import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Generous, because no test asserts how long something takes: a busy machine must not look like a broken app. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

// unit and property tests run twice, in two time zones (test/support/run-checks.ts): what they say must not depend on the machine's.
export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { ...patience, name: 'property', include: ['test/property/**/*.test.ts'] } },
      { test: { ...patience, name: 'backend', include: ['test/{backend,faults}/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: { ...patience, name: 'component', include: ['test/unit/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
})
