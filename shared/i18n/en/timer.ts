import type { timer as source } from '../de/timer.ts'
import type { Texts } from '../texts.ts'

export const timer = {
  title: 'Timer',
} as const satisfies Texts<typeof source>
