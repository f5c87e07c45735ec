import type { time as source } from '../de/time.ts'
import type { Texts } from '../texts.ts'

export const time = {
  title: 'Time',
} as const satisfies Texts<typeof source>
