/** What comes in: purchases and where they came from, sales entered by hand. */
import * as z from 'zod'
import { base } from './errors.ts'
import {
  CentsField,
  commandInput,
  DayField,
  MAX_PAGE_SIZE,
  ModelField,
  Name,
  PeriodField,
  PositiveCents,
  ReceiptField,
  RecordId,
  ScopeField,
} from './fields.ts'

/** A dimension filter: an id, or null for "without". Absent: any. */
const IdOrNone = RecordId.nullable().optional()
const PageSize = z.int().min(1).max(MAX_PAGE_SIZE).default(100)
/** Where the next page begins: the last row's day and id. */
export const PurchaseCursor = z.object({ day: DayField, id: RecordId })
export type PurchaseCursor = z.output<typeof PurchaseCursor>

const SaleFields = {
  name: Name,
  day: DayField,
  /** What was paid, VAT included. */
  paidCents: PositiveCents,
  taxCents: CentsField.min(0),
  refundedCents: CentsField.min(0),
  /** Which channel brought it; `other`: none of social media's; null: not known. */
  origin: z
    .union([z.object({ kind: z.literal('channel'), channelId: RecordId }), z.object({ kind: z.literal('other') })])
    .nullable(),
  campaignId: RecordId.nullable(),
}
export const Sale = z.object({ id: RecordId, ...SaleFields, paidCents: CentsField })
export type Sale = z.output<typeof Sale>

export const PURCHASE_GROUPS = ['touched', 'social', 'untouched', 'uncounted'] as const

export const RevenueFilter = z.object({
  period: PeriodField,
  model: ModelField,
  /** Credit of this scope only. */
  scope: ScopeField.optional(),
  channelId: IdOrNone,
  campaignId: IdOrNone,
  /** Purchases with a known touch, with a social one, without any – or those that do not count (pending, voided). */
  only: z.enum(PURCHASE_GROUPS).optional(),
})
export type RevenueFilter = z.output<typeof RevenueFilter>

export const RevenueRow = z.object({
  eventId: RecordId,
  day: DayField,
  name: z.string(),
  source: z.enum(['import', 'manual']),
  status: z.string(),
  isCounted: z.boolean(),
  paidCents: CentsField,
  refundedCents: CentsField,
  netCents: CentsField,
  /** The part of the purchase that falls to what was asked for, 0 to 1, and its amounts. */
  credit: z.number(),
  creditedGrossCents: CentsField,
  creditedNetCents: CentsField,
  creditedContributionCents: CentsField.nullable(),
  /** The purchase's touches in order, as they are read. */
  touches: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      scope: ScopeField,
      channel: z.string().nullable(),
      campaign: z.string().nullable(),
    }),
  ),
})
export type RevenueRow = z.output<typeof RevenueRow>

export const revenue = {
  /** Purchases with the credit a model gives to what the filter names, latest first. Changes nothing. */
  purchases: base
    .input(z.object({ filter: RevenueFilter, cursor: PurchaseCursor.nullable().default(null), limit: PageSize }))
    .output(
      z.object({
        rows: z.array(RevenueRow),
        next: PurchaseCursor.nullable(),
        sums: z
          .object({
            count: z.int(),
            orders: z.number(),
            grossCents: CentsField,
            netCents: CentsField,
            contributionCents: CentsField.nullable(),
          })
          .nullable(),
      }),
    ),

  /** Sales entered by hand. Changes nothing. */
  sales: base.output(z.array(Sale)),
  addSale: base.input(commandInput({ sale: z.object(SaleFields) })).output(ReceiptField),
  updateSale: base.input(commandInput({ id: RecordId, sale: z.object(SaleFields) })).output(ReceiptField),
  removeSale: base.input(commandInput({ id: RecordId })).output(ReceiptField),
}
