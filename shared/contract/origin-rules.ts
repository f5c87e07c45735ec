/** Words of imports about origins, and what they are taken for. Their procedures belong to revenue and imports. */
import * as z from 'zod'
import { SumField, RecordId } from './fields.ts'

/** What an import says about an order's origin, to be given a meaning. */
export const RULE_SOURCES = ['utm-source', 'discount-code', 'self-report'] as const
export const RuleSourceField = z.enum(RULE_SOURCES)
const RuleTarget = z.union([
  z.object({ kind: z.literal('channel'), channelId: RecordId }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('other') }),
  /** Says nothing about an origin: no touch. */
  z.object({ kind: z.literal('noTouch') }),
])
export type RuleTarget = z.output<typeof RuleTarget>
export const OriginRule = z.object({
  source: RuleSourceField,
  value: z.string(),
  /** Counted purchases that carry it, and their net. */
  purchases: z.int(),
  netCents: SumField,
  target: RuleTarget,
})
export type OriginRule = z.output<typeof OriginRule>
/** Words listed at most. */
export const MAX_RULES = 2_000
