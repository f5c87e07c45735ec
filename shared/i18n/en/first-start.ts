import type { firstStart as source } from '../de/first-start.ts'
import type { Texts } from '../texts.ts'

export const firstStart = {
  title: 'Welcome to Gegenwert',
} as const satisfies Texts<typeof source>
