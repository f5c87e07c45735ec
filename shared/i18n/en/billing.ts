import type { billing as source } from '../de/billing.ts'
import type { Texts } from '../texts.ts'

export const billing = {
  title: 'Billing',
} as const satisfies Texts<typeof source>
