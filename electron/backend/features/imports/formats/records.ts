/** What a file says, row by row, before anything is mapped or written. Money in cents, instants in epoch milliseconds. */
import type { Day } from '../../../../../shared/domain/day.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { IntervalNote } from '../reader/wall-time.ts'

export interface RecordBase {
  /** The same in every later export of the same thing. */
  readonly identity: string
  /** Line of the file on which it starts. */
  readonly line: number
}

export interface TimeRecord extends RecordBase {
  readonly user: string
  readonly client: string
  readonly project: string
  readonly task: string
  readonly description: string
  readonly tags: readonly string[]
  readonly isBillable: boolean
  /** The identity without the number that tells the second, third … of the same from the first. */
  readonly base: string
  /** Null where only the day and the length are known. */
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly seconds: number
  /** Local day of the start. */
  readonly day: Day
  readonly note?: IntervalNote
}

export type AdPlatform = 'meta' | 'google'

export interface AdSpendRecord extends RecordBase {
  readonly platform: AdPlatform
  readonly campaign: string
  /** Ad set or ad group; empty when the file has none. */
  readonly adSet: string
  /** As the platform names it ("Demand Gen", "Search"); empty when the file does not say. */
  readonly campaignType: string
  readonly dayFrom: Day
  /** Last day the amount covers. */
  readonly dayTo: Day
  readonly cents: number
  readonly currency: string
  readonly impressions: number | null
  readonly clicks: number | null
  /** Results or conversions; platforms credit fractions. */
  readonly results: number | null
  readonly conversionValueCents: number | null
  /** Lines of the file added up in this record (breakdowns by age, device, ad). */
  readonly fileRows: number
}

export type OrderStatus =
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'pending'
  | 'authorized'
  | 'partially_paid'
  | 'voided'
  | 'expired'
  | 'unknown'

export interface UtmValues {
  readonly source: string
  readonly medium: string
  readonly campaign: string
}

export interface OrderItem {
  readonly product: string
  readonly cents: number
}

export interface OrderRecord extends RecordBase {
  readonly orderName: string
  /** When the order was placed. */
  readonly at: Instant
  readonly day: Day
  readonly status: OrderStatus
  /** As written in the file. */
  readonly rawStatus: string
  /** False for orders that brought no money yet or never will; a refunded one counts as an order of zero. */
  readonly isCounted: boolean
  readonly paidCents: number
  readonly refundedCents: number
  readonly taxCents: number
  readonly currency: string
  /** To be hashed by the caller, never stored. */
  readonly email: string
  readonly discountCodes: readonly string[]
  readonly utm: UtmValues | null
  /** Answer to "how did you find us?". */
  readonly selfReported: string | null
  readonly itemCount: number
  /** What was bought, at the price before discounts; empty where the file does not say. */
  readonly items: readonly OrderItem[]
  readonly cancelledAt: Instant | null
}

export interface RecordKinds {
  readonly time: TimeRecord
  readonly 'ad-spend': AdSpendRecord
  readonly order: OrderRecord
}

export type RecordKind = keyof RecordKinds

/** Joins the parts of an identity with a character that text cells never contain. */
export function joinIdentity(parts: readonly string[]): string {
  return parts.join('\u001f')
}
