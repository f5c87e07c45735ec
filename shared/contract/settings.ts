/** Who works here and what an hour costs, where posts go, and what the ledger is called. */
import * as z from 'zod'
import { daysBetween } from '../domain/day.ts'
import { BUSINESS_KINDS } from './app.ts'
import { base } from './errors.ts'
import {
  BasisPointsField,
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
import { people, PersonKindField, RateBasis, RateCentsPerHour } from './people.ts'

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
  ...people,
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
        /** Who answers: the person whose timer the top bar shows. Null: to be asked for later. */
        self: z.object({ name: Name, kind: PersonKindField }).nullable().default(null),
        rate: z.object({ validFrom: DayField, centsPerHour: RateCentsPerHour, basis: RateBasis.nullable() }).nullable(),
        marginBasisPoints: BasisPointsField.nullable(),
        channels: z.array(z.object({ network: NetworkField, name: Name })).max(30),
      }),
    )
    .output(ReceiptField),

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
