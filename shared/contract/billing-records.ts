/** What billing speaks of: terms, hours as they are billed, retainers, invoices. */
import * as z from 'zod'
import { ROUNDED_PARTS, ROUNDING_WAYS } from '../domain/billing-rounding.ts'
import type { Month } from '../domain/day.ts'
import { MAX_RATE_CENTS_PER_HOUR } from '../domain/labour-cost.ts'
import { MAX_CENTS } from '../domain/money.ts'
import { BasisPointsField, DayField, LanguageField, LineOfText, PeriodField, RecordId, SumField } from './fields.ts'
import { MonthField as MonthText } from './ledger.ts'

export const MonthField = MonthText.transform((text) => text as Month)

/** Clients one list shows. */
export const MAX_CLIENTS = 2_000
export const MAX_INVOICES = 1_000
export const MAX_REASON_LENGTH = 500

export const RoundingField = z.object({
  way: z.enum(ROUNDING_WAYS),
  minutes: z.int().min(1).max(60),
  of: z.enum(ROUNDED_PARTS),
})

export const RateField = z.int().min(0).max(MAX_RATE_CENTS_PER_HOUR)

export const BillingRateRow = z.object({
  id: RecordId,
  /** Null: for every client. */
  clientId: RecordId.nullable(),
  /** Null: for every person. */
  personId: RecordId.nullable(),
  person: z.string().nullable(),
  validFrom: DayField,
  centsPerHour: z.int(),
})
export type BillingRateRow = z.output<typeof BillingRateRow>

const RetainerFields = {
  fromMonth: MonthField,
  /** Its last month; null: until further notice. */
  toMonth: MonthField.nullable(),
  monthlySeconds: z.int().min(1).max(2_678_400),
  feeCents: z.int().min(0).max(MAX_CENTS),
  /** Null: without a limit, 0: nothing is carried over. */
  carryOverCapSeconds: z.int().min(0).max(100_000_000).nullable(),
  /** Null: they do not expire. */
  carryOverMonths: z.int().min(1).max(120).nullable(),
  /** Null: the rate of the day. */
  excessCentsPerHour: RateField.nullable(),
}
export const RetainerInput = z.object(RetainerFields)
export type RetainerInput = z.output<typeof RetainerInput>
export const RetainerRow = RetainerInput.extend({ id: RecordId })
export type RetainerRow = z.output<typeof RetainerRow>

/** Hours of a client. All sums add up whichever way the entries are grouped. */
export const BilledFigures = z.object({
  count: z.int(),
  /** As measured; of them what is billable. */
  rawSeconds: z.int(),
  billableSeconds: z.int(),
  billedSeconds: z.int(),
  /** What a retainer covers of the billed ones, and what is charged. */
  coveredSeconds: z.int(),
  chargedSeconds: z.int(),
  cents: SumField,
  /** Charged, but without a rate: `cents` lacks them. */
  unpricedSeconds: z.int(),
})
export type BilledFigures = z.output<typeof BilledFigures>

/** A month of a retainer; available = monthly + carriedIn = (used − excess) + lapsed + carriedOut. */
export const RetainerState = z.object({
  month: MonthField,
  monthlySeconds: z.int(),
  carriedInSeconds: z.int(),
  availableSeconds: z.int(),
  usedSeconds: z.int(),
  usedCarriedSeconds: z.int(),
  excessSeconds: z.int(),
  /** What would lapse and go on if the month ended as it stands. */
  lapsedSeconds: z.int(),
  carriedOutSeconds: z.int(),
  feeCents: SumField,
  /** What the hours beyond cost, without those of them that have no price. */
  excessCents: SumField,
  unpricedSeconds: z.int(),
  /** 80 % are used. */
  isNearlyUsed: z.boolean(),
})
export type RetainerState = z.output<typeof RetainerState>

/** Not invoiced yet, whenever it was. */
export const OpenAmount = z.object({
  ...BilledFigures.shape,
  /** The first day with something open; null: nothing is. */
  from: DayField.nullable(),
  /** Months of retainers up to the current one whose fee no invoice charges. */
  fees: z.array(z.object({ month: MonthField, cents: SumField })).max(2_000),
  feeCents: SumField,
})

export const BilledClient = z.object({
  id: RecordId,
  name: z.string(),
  rounding: RoundingField,
  /** Hours of the month asked for. */
  month: BilledFigures,
  retainer: RetainerState.nullable(),
  /** What the month comes to: hours charged and the fee. */
  amountCents: SumField,
  open: OpenAmount,
  /** The client's rate today for a person without a rate of their own; null: none is in force. */
  centsPerHour: z.int().nullable(),
  /** Anything was ever agreed or done: hours, projects, rates, terms, a retainer, an invoice. */
  isUsed: z.boolean(),
})
export type BilledClient = z.output<typeof BilledClient>

export const Invoice = z.object({
  id: RecordId,
  clientId: RecordId,
  client: z.string(),
  number: z.string(),
  period: z.object({ from: DayField, to: DayField }),
  /** What it came to when its entries were locked. */
  entryCount: z.int(),
  rawSeconds: z.int(),
  billedSeconds: z.int(),
  cents: SumField,
  feeCents: SumField,
  feeMonths: z.array(MonthField).max(2_000),
  /** The amount as revenue of one's own; null: it was not booked. */
  eventId: RecordId.nullable(),
  /** Null: its entries are locked. */
  unlockedAt: z.int().nullable(),
  unlocks: z.array(z.object({ at: z.int(), reason: z.string() })).max(200),
})
export type Invoice = z.output<typeof Invoice>

export const InvoiceNumber = LineOfText.min(1).max(100)

/** The amount as revenue of one's own, in the same command. */
export const InvoiceBooking = z.object({
  kind: z.enum(['deal', 'manual']),
  day: DayField,
  /** On top of the amount; 0 for those who pay none. */
  taxBasisPoints: BasisPointsField,
})
export type InvoiceBooking = z.output<typeof InvoiceBooking>

export const TimesheetQuestion = z.object({
  clientId: RecordId,
  period: PeriodField,
  /** Only what stands on this invoice. */
  invoiceId: RecordId.optional(),
  /** Only what is not invoiced yet. */
  isOnlyOpen: z.boolean().default(false),
  isOnlyBillable: z.boolean().default(false),
  hasNotes: z.boolean().default(true),
  hasPeople: z.boolean().default(true),
  /** Of the sheet, whatever the screen speaks. */
  language: LanguageField,
})
export type TimesheetQuestion = z.output<typeof TimesheetQuestion>

/** Whether a client pays, over a period. */
export const ClientResult = z.object({
  id: RecordId,
  name: z.string(),
  /** One's own net revenue from the client, and what is left of it after its margin; null: a margin is missing. */
  netCents: SumField,
  contributionCents: SumField.nullable(),
  seconds: z.int(),
  labourCents: SumField,
  /** Hours of people without a cost rate. */
  unpricedSeconds: z.int(),
  otherCostCents: SumField,
  /** contribution − labour − other costs; null where one of them is not known. */
  resultCents: SumField.nullable(),
  /** (contribution − other costs) ÷ hours, net revenue ÷ hours, and labour ÷ hours that have a rate; null without hours. */
  returnPerHourCents: SumField.nullable(),
  paidPerHourCents: SumField.nullable(),
  costPerHourCents: SumField.nullable(),
  /** Worked in the period and not invoiced yet. */
  openCents: SumField,
})
export type ClientResult = z.output<typeof ClientResult>
