/** What comes in: purchases, where they came from, what is left of them – and the leads that are not revenue yet. */
import * as z from 'zod'
import { ATTRIBUTION_MODELS, TOUCH_KINDS } from '../domain/attribution.ts'
import { MAX_RATE_MILLIONTHS } from '../domain/exchange.ts'
import { MARGIN_ORIGINS } from '../domain/margin.ts'
import { POST_FORMATS } from '../domain/post-format.ts'
import { BENEFICIARIES, EVENT_KINDS, HAND_TOUCH_KINDS, LEAD_STATUSES, SALE_STATUSES } from '../domain/revenue-kinds.ts'
import { Coverage } from './coverage.ts'
import { base } from './errors.ts'
import {
  BasisPointsField,
  CentsField,
  commandInput,
  CurrencyCode,
  DayField,
  ForeignCents,
  MAX_PAGE_SIZE,
  ModelField,
  Name,
  NetworkField,
  Note,
  PeriodField,
  PositiveCents,
  ReceiptField,
  RecordId,
  ScopeField,
  SumField,
} from './fields.ts'
import { Lead, LeadInput, MAX_LEADS } from './leads.ts'
import { MAX_RULES, OriginRule } from './origin-rules.ts'

/** A dimension filter: an id, or null for "without". Absent: any. */
const IdOrNone = RecordId.nullable().optional()
/** The same, or with any at all. */
const LinkOrNone = z
  .union([RecordId, z.literal('any')])
  .nullable()
  .optional()
const PageSize = z.int().min(1).max(MAX_PAGE_SIZE).default(100)
/** Where the next page begins: the last row's day and id. */
export const PurchaseCursor = z.object({ day: DayField, id: RecordId })
export type PurchaseCursor = z.output<typeof PurchaseCursor>

/** A time on the clock of the ledger's zone. */
const ClockField = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const NonNegativeCents = CentsField.min(0)

export const EventKindField = z.enum(EVENT_KINDS)

/** Where something came from: a channel of social media; `social`: one that is not said; `other`: none of them; null: not known. */
const Origin = z
  .union([
    z.object({ kind: z.literal('channel'), channelId: RecordId }),
    z.object({ kind: z.literal('social') }),
    z.object({ kind: z.literal('other') }),
  ])
  .nullable()
export type Origin = z.output<typeof Origin>

/** A price in another currency; what was paid is worked out from it at the rate of its day. */
const ForeignPrice = z.object({
  currency: CurrencyCode,
  cents: ForeignCents,
  rateMillionths: z.int().min(1).max(MAX_RATE_MILLIONTHS),
})

const SaleFields = {
  kind: z.enum(['manual', 'deal']).default('manual'),
  name: Name,
  day: DayField,
  status: z.enum(SALE_STATUSES).default('paid'),
  /** What was paid, VAT included. Worked out anew where `foreign` is given. */
  paidCents: PositiveCents,
  foreign: ForeignPrice.nullable().default(null),
  taxCents: NonNegativeCents,
  refundedCents: NonNegativeCents,
  /** Its own margin; null: that of its source or of the ledger. */
  marginBasisPoints: BasisPointsField.nullable().default(null),
  clientId: RecordId.nullable().default(null),
  /** client: revenue of the client, which is required then and gets no lines, figures or shares. */
  beneficiary: z.enum(BENEFICIARIES).default('own'),
  note: Note.default(''),
  /** Counts as a touch at the instant of the sale. */
  origin: Origin,
  campaignId: RecordId.nullable(),
}
const SaleInput = z.object(SaleFields)
export type SaleInput = z.output<typeof SaleInput>

export const PURCHASE_GROUPS = ['touched', 'social', 'untouched', 'uncounted', 'client'] as const

export const RevenueFilter = z.object({
  period: PeriodField,
  model: ModelField,
  /** Days before a purchase in which a touch counts; absent: the ledger's own. */
  windowDays: z.int().min(1).max(365).optional(),
  /** Credit of this scope only. */
  scope: ScopeField.optional(),
  channelId: IdOrNone,
  campaignId: IdOrNone,
  postId: LinkOrNone,
  pillarId: IdOrNone,
  format: z.enum(POST_FORMATS).nullable().optional(),
  conversationId: LinkOrNone,
  clientId: IdOrNone,
  kind: EventKindField.optional(),
  /** Words in the purchase's name. */
  text: z.string().max(200).optional(),
  /** Purchases with a known touch, with a social one, without any – or those that do not count (pending, voided), or revenue of clients. */
  only: z.enum(PURCHASE_GROUPS).optional(),
})
export type RevenueFilter = z.output<typeof RevenueFilter>

export const RevenueRow = z.object({
  eventId: RecordId,
  day: DayField,
  name: z.string(),
  kind: EventKindField,
  source: z.enum(['import', 'manual']),
  status: z.string(),
  isCounted: z.boolean(),
  paidCents: SumField,
  refundedCents: SumField,
  netCents: SumField,
  /** The part of the purchase that falls to what was asked for, 0 to 1, and its amounts. */
  credit: z.number(),
  creditedGrossCents: SumField,
  creditedNetCents: SumField,
  creditedContributionCents: SumField.nullable(),
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

const TouchTarget = {
  /** Null with `isSocial`: social media, but no channel in particular. */
  channelId: RecordId.nullable().default(null),
  campaignId: RecordId.nullable().default(null),
  postId: RecordId.nullable().default(null),
  conversationId: RecordId.nullable().default(null),
  scope: ScopeField,
}

const TouchInput = z.object({
  kind: z.enum(HAND_TOUCH_KINDS),
  day: DayField,
  time: ClockField,
  ...TouchTarget,
})
export type TouchInput = z.output<typeof TouchInput>

/** Whether a touch takes part: inside the window, older, after the purchase, or beyond the most a purchase can have. */
export const TOUCH_STATES = ['counts', 'too-old', 'after', 'beyond-limit'] as const

export const PurchaseTouch = z.object({
  id: RecordId,
  at: z.int(),
  day: DayField,
  time: z.string(),
  kind: z.enum(TOUCH_KINDS),
  scope: ScopeField,
  /** What the import said. */
  source: z.string(),
  medium: z.string(),
  channelId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  campaignId: RecordId.nullable(),
  campaign: z.string().nullable(),
  postId: RecordId.nullable(),
  post: z.string().nullable(),
  conversationId: RecordId.nullable(),
  conversation: z.string().nullable(),
  /** Entered by hand: can be changed and removed. */
  isByHand: z.boolean(),
  state: z.enum(TOUCH_STATES),
  /** Its share of the purchase in each model, 0 to 1. */
  credit: z.record(z.enum(ATTRIBUTION_MODELS), z.number()),
})
export type PurchaseTouch = z.output<typeof PurchaseTouch>

export const Purchase = z.object({
  id: RecordId,
  kind: EventKindField,
  name: z.string(),
  at: z.int(),
  day: DayField,
  time: z.string(),
  status: z.string(),
  isCounted: z.boolean(),
  /** Its amounts come from a file; null: they do not. */
  batchId: RecordId.nullable(),
  subscriptionId: RecordId.nullable(),
  leadId: RecordId.nullable(),
  source: z.string(),
  paidCents: SumField,
  foreign: ForeignPrice.nullable(),
  refundedCents: SumField,
  taxCents: SumField,
  grossCents: SumField,
  taxKeptCents: SumField,
  netCents: SumField,
  contributionCents: SumField.nullable(),
  marginBasisPoints: BasisPointsField.nullable(),
  /** The margin that holds, and where it comes from. */
  margin: z.object({ basisPoints: BasisPointsField.nullable(), origin: z.enum(MARGIN_ORIGINS) }),
  clientId: RecordId.nullable(),
  client: z.string().nullable(),
  beneficiary: z.enum(BENEFICIARIES),
  note: z.string(),
  items: z.array(z.object({ product: z.string(), cents: SumField })),
  /** In a closed month: changes become a correction in the open one. */
  isSealed: z.boolean(),
  windowDays: z.int(),
  /** The latest ones; `touchCount` says how many there are. */
  touches: z.array(PurchaseTouch),
  touchCount: z.int(),
  /** What the form of a sale holds; null for what an import or a subscription owns. */
  sale: SaleInput.extend({
    name: z.string(),
    note: z.string(),
    paidCents: SumField,
    taxCents: SumField,
    refundedCents: SumField,
  }).nullable(),
})
export type Purchase = z.output<typeof Purchase>

const SubscriptionFields = {
  name: Name,
  startsOn: DayField,
  /** Last day on which a payment may fall; null: until further notice. */
  endsOn: DayField.nullable(),
  repetition: z.enum(['monthly', 'quarterly', 'yearly']),
  /** Of one payment, VAT included. */
  paidCents: PositiveCents,
  taxCents: NonNegativeCents,
  marginBasisPoints: BasisPointsField.nullable(),
  clientId: RecordId.nullable(),
  origin: Origin,
  campaignId: RecordId.nullable(),
}
export const SubscriptionInput = z.object(SubscriptionFields)
export type SubscriptionInput = z.output<typeof SubscriptionInput>
export const Subscription = z.object({
  id: RecordId,
  ...SubscriptionFields,
  name: z.string(),
  paidCents: SumField,
  taxCents: SumField,
  /** Payments so far, and the day of the next one; null after the end. */
  payments: z.int(),
  netCents: SumField,
  nextDay: DayField.nullable(),
})
export type Subscription = z.output<typeof Subscription>

const MarginRow = z.object({
  name: z.string(),
  /** Counted purchases, and their net (of a product: its part of it). */
  purchases: z.int(),
  netCents: SumField,
  /** Set for it; null: none. */
  ownBasisPoints: BasisPointsField.nullable(),
})
export const Margins = z.object({
  ledgerBasisPoints: BasisPointsField.nullable(),
  sources: z.array(MarginRow),
  products: z.array(MarginRow),
  /** Products beyond those listed. */
  hiddenProducts: z.int(),
  /** Purchases with a margin of their own. */
  ownCount: z.int(),
})
export type Margins = z.output<typeof Margins>

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
            grossCents: SumField,
            netCents: SumField,
            contributionCents: SumField.nullable(),
          })
          .nullable(),
      }),
    ),
  /** How much of a period's revenue has a known origin. Changes nothing. */
  coverage: base.input(z.object({ period: PeriodField })).output(Coverage),
  /** One purchase with its amounts, its margin, and its touches with their credit. Changes nothing. */
  purchase: base.input(z.object({ id: RecordId })).output(Purchase),

  /** Sales and deals entered by hand. */
  addSale: base.input(commandInput({ sale: SaleInput })).output(ReceiptField),
  updateSale: base.input(commandInput({ id: RecordId, sale: SaleInput })).output(ReceiptField),
  /** Removes a sale entered by hand; a won deal's lead is open again. */
  removeSale: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** What can be said of every purchase; `status` and `refundedCents` only where no import owns them. */
  updatePurchase: base
    .input(
      commandInput({
        id: RecordId,
        patch: z
          .object({
            marginBasisPoints: BasisPointsField.nullable(),
            clientId: RecordId.nullable(),
            beneficiary: z.enum(BENEFICIARIES),
            note: Note,
            status: z.enum(SALE_STATUSES),
            refundedCents: NonNegativeCents,
          })
          .partial(),
      }),
    )
    .output(ReceiptField),

  /** Touches entered by hand. Refused after the purchase and beyond MAX_TOUCHES. */
  addTouch: base.input(commandInput({ eventId: RecordId, touch: TouchInput })).output(ReceiptField),
  updateTouch: base.input(commandInput({ id: RecordId, touch: TouchInput })).output(ReceiptField),
  removeTouch: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Says of several purchases at once where they came from: a touch at the instant of each. */
  assignOrigin: base
    .input(commandInput({ eventIds: z.array(RecordId).min(1).max(2_000), touch: z.object(TouchTarget) }))
    .output(ReceiptField),

  /** Payments that come back. Changes nothing. */
  subscriptions: base.output(z.array(Subscription)),
  addSubscription: base.input(commandInput({ subscription: SubscriptionInput })).output(ReceiptField),
  /** Writes its payments anew; refunds and touches of single payments stay. */
  updateSubscription: base.input(commandInput({ id: RecordId, subscription: SubscriptionInput })).output(ReceiptField),
  /** Removes it with all its payments. */
  removeSubscription: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** Margins by source and product with what they hold for. Changes nothing. */
  margins: base.output(Margins),
  /** Sets a source's or a product's margin; null takes it away. */
  setMargin: base
    .input(
      commandInput({
        of: z.union([z.object({ source: Name }), z.object({ product: Name })]),
        basisPoints: BasisPointsField.nullable(),
      }),
    )
    .output(ReceiptField),

  /** Leads, latest first, with sums of the open ones: a pipeline beside the result. Changes nothing. */
  leads: base
    .input(
      z.object({
        status: z.enum(LEAD_STATUSES).optional(),
        channelId: IdOrNone,
        text: z.string().max(200).optional(),
      }),
    )
    .output(
      z.object({
        leads: z.array(Lead).max(MAX_LEADS),
        sums: z.object({ count: z.int(), valueCents: SumField, weightedCents: SumField }),
        counts: z.object({ open: z.int(), won: z.int(), lost: z.int() }),
      }),
    ),
  addLead: base.input(commandInput({ lead: LeadInput })).output(ReceiptField),
  updateLead: base.input(commandInput({ id: RecordId, lead: LeadInput })).output(ReceiptField),
  removeLead: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Makes the deal a lead was won as; it takes the lead's origin along. */
  winLead: base
    .input(
      commandInput({
        id: RecordId,
        deal: z.object({ day: DayField, paidCents: PositiveCents, taxCents: NonNegativeCents }),
      }),
    )
    .output(ReceiptField),
  loseLead: base.input(commandInput({ id: RecordId, day: DayField, reason: Note })).output(ReceiptField),
  reopenLead: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** All words imports said about origins, with what they are taken for. Changes nothing. */
  rules: base.output(z.array(OriginRule).max(MAX_RULES)),
}
