import type { timeReport as source } from '../de/time-report.ts'
import type { Texts } from '../texts.ts'

export const timeReport = {
  title: 'Report',
} as const satisfies Texts<typeof source>
