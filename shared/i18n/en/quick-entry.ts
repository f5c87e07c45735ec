import type { quickEntry as source } from '../de/quick-entry.ts'
import type { Texts } from '../texts.ts'

export const quickEntry = {
  title: 'Add time',
} as const satisfies Texts<typeof source>
