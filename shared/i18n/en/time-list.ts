import type { timeList as source } from '../de/time-list.ts'
import type { Texts } from '../texts.ts'

export const timeList = {
  title: 'List',
} as const satisfies Texts<typeof source>
