/** Who works here and what an hour costs, where posts go, and what the ledger is called. */
import * as z from 'zod'
import { daysBetween } from '../domain/day.ts'
import { BUSINESS_KINDS } from './app.ts'
import { base } from './errors.ts'
import {
  BasisPointsField,
  CentsField,
  commandInput,
  CurrencyCode,
  DayField,
  LanguageField,
  Name,
  NetworkField,
  PeriodField,
  ReceiptField,
  RecordId,
  ScopeField,
} from './fields.ts'

const ClockField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
export const WorkingStretch = z.object({ from: ClockField, to: ClockField }).refine(({ from, to }) => from < to)

export const LedgerSettings = z.object({
  name: Name,
  currency: CurrencyCode,
  timeZone: z.string(),
  language: LanguageField,
  businessKind: z.enum(BUSINESS_KINDS),
  marginBasisPoints: BasisPointsField.nullable(),
  /** Days before a purchase in which a touch counts. */
  attributionWindowDays: z.int().min(1).max(365),
  /** Country and Land whose public holidays count. */
  holidayRegion: z.object({ country: z.enum(['DE', 'AT', 'CH']), state: z.string().max(8).nullable() }),
  /** Whose timer the one in the top bar is; null: not said yet. */
  selfPersonId: RecordId.nullable(),
  /** Working hours by weekday, Monday first, each a list of stretches HH:mm in order; gaps in the log are looked for inside them. */
  workingHours: z.array(z.array(WorkingStretch).max(4)).length(7),
  /** Minutes without keyboard and mouse after which the desktop asks what they were; null: never. */
  awayAfterMinutes: z.int().min(1).max(240).nullable(),
})
export type LedgerSettings = z.output<typeof LedgerSettings>

/** What was typed to arrive at the sums of a basis, so that the form opens again as it was left. */
export const RateWorksheet = z.object({
  kind: z.enum(['salary', 'freelancer']),
  /** Null: the working days were entered, not worked out. */
  daysOff: z.object({ leave: z.number().min(0).max(366), sick: z.number().min(0).max(366) }).nullable(),
  /** Parts of the employer's share beside the base: levies U1 and U2, accident insurance. */
  leviesBasisPoints: BasisPointsField,
  accidentBasisPoints: BasisPointsField,
  /** Parts of a freelancer's yearly pay beside the cost of living. */
  insuranceCents: CentsField.min(0),
  profitCents: CentsField.min(0),
})
export type RateWorksheet = z.output<typeof RateWorksheet>

/** What a rate was derived from; see shared/domain/hourly-cost.ts. */
export const RateBasis = z.object({
  yearlyPayCents: CentsField.min(0),
  employerShareBasisPoints: z.int().min(0).max(10_000),
  otherYearlyCents: CentsField.min(0),
  paidWorkingDays: z.number().min(1).max(366),
  hoursPerDay: z.number().min(0.25).max(24),
  trackedShareBasisPoints: z.int().min(100).max(10_000),
  worksheet: RateWorksheet.optional(),
})
export type RateBasis = z.output<typeof RateBasis>

export const RateCentsPerHour = z.int().min(0).max(10_000_000)

export const Rate = z.object({
  id: RecordId,
  validFrom: DayField,
  centsPerHour: RateCentsPerHour,
  basis: RateBasis.nullable(),
})
export type Rate = z.output<typeof Rate>

export const Person = z.object({
  id: RecordId,
  name: z.string(),
  /** Own rates in order of their first day; empty: the ledger's default holds. */
  rates: z.array(Rate),
  /** Seconds logged in all. */
  seconds: z.int(),
})
export type Person = z.output<typeof Person>

export const Channel = z.object({
  id: RecordId,
  network: NetworkField,
  name: z.string(),
  isArchived: z.boolean(),
  /** How many records point at it. */
  useCount: z.int(),
})
export type Channel = z.output<typeof Channel>

export const Campaign = z.object({
  id: RecordId,
  name: z.string(),
  slug: z.string(),
  scope: ScopeField,
  useCount: z.int(),
})
export type Campaign = z.output<typeof Campaign>

export const settings = {
  /** The ledger's own settings. Changes nothing. */
  ledger: base.output(LedgerSettings),
  /** Changes the ledger's settings; a new margin or window re-derives contributions and shares. */
  update: base.input(commandInput({ patch: LedgerSettings.omit({ currency: true }).partial() })).output(ReceiptField),
  /** The answers of the first start in one command; what is null is skipped and asked for later. Marks the first start as done. */
  firstStart: base
    .input(
      commandInput({
        language: LanguageField,
        /** Of the company; it heads the reports. */
        name: Name.optional(),
        businessKind: z.enum(BUSINESS_KINDS).nullable(),
        rate: z.object({ validFrom: DayField, centsPerHour: RateCentsPerHour, basis: RateBasis.nullable() }).nullable(),
        marginBasisPoints: BasisPointsField.nullable(),
        channels: z.array(z.object({ network: NetworkField, name: Name })).max(30),
      }),
    )
    .output(ReceiptField),

  /** People with their rates, and the default of everyone who has none. Changes nothing. */
  people: base.output(
    z.object({
      people: z.array(Person),
      defaultRates: z.array(Rate),
      /** Per person with hours that have no rate: the first day with such. */
      unpriced: z.array(z.object({ personId: RecordId, firstDay: DayField })),
    }),
  ),
  addPerson: base.input(commandInput({ name: Name })).output(ReceiptField),
  renamePerson: base.input(commandInput({ id: RecordId, name: Name })).output(ReceiptField),
  /** Removes a person without logged time, with their rates. */
  removePerson: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Sets the cost of an hour from a day on (null: for everyone who has no own); replaces a rate of the same day. Re-costs entries. */
  setRate: base
    .input(
      commandInput({
        personId: RecordId.nullable(),
        validFrom: DayField,
        centsPerHour: RateCentsPerHour,
        basis: RateBasis.nullable(),
        /** The rate this one stands in for; it goes, also where it began on another day. */
        replacesId: RecordId.optional(),
      }),
    )
    .output(ReceiptField),
  /** Removes a rate and re-costs entries. */
  removeRate: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Weekdays of a year and public holidays on weekdays in a Land, for the calculator. Changes nothing. */
  workingDays: base
    .input(z.object({ year: z.int().min(2000).max(2100) }))
    .output(z.object({ year: z.int(), weekdays: z.int(), holidaysOnWeekdays: z.int(), region: z.string() })),
  /** Public holidays of the Land in a period of at most 400 days, in order, named in the ledger's language. Changes nothing. */
  holidays: base
    .input(z.object({ period: PeriodField.refine(({ from, to }) => daysBetween(from, to) < 400) }))
    .output(z.array(z.object({ day: DayField, name: z.string() })).max(100)),

  /** All channels in their order. Changes nothing. */
  channels: base.output(z.array(Channel)),
  addChannel: base.input(commandInput({ network: NetworkField, name: Name })).output(ReceiptField),
  updateChannel: base
    .input(
      commandInput({
        id: RecordId,
        patch: z.object({ network: NetworkField, name: Name, isArchived: z.boolean() }).partial(),
      }),
    )
    .output(ReceiptField),
  /** Removes a channel nothing points at; others can be archived. */
  removeChannel: base.input(commandInput({ id: RecordId })).output(ReceiptField),

  /** All campaigns. Changes nothing. */
  campaigns: base.output(z.array(Campaign)),
}
