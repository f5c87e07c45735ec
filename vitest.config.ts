import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// unit and property tests run twice, in two time zones (test/support/run-checks.ts): what they say must not depend on the machine's.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { test: { name: 'property', include: ['test/property/**/*.test.ts'] } },
      { test: { name: 'backend', include: ['test/{backend,faults}/**/*.test.ts'], testTimeout: 30_000 } },
      {
        plugins: [react()],
        test: { name: 'component', include: ['test/unit/**/*.test.tsx'], environment: 'happy-dom' },
      },
    ],
  },
})
