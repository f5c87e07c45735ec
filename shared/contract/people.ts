/** People, what their hours cost, and what those hours would have earned elsewhere. Part of the settings. */
import * as z from 'zod'
import { PERSON_KINDS } from '../domain/person-kind.ts'
import { base } from './errors.ts'
import {
  BasisPointsField,
  CentsField,
  commandInput,
  DayField,
  Name,
  ReceiptField,
  RecordId,
  SumField,
} from './fields.ts'

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

/** What an hour would earn elsewhere, from a day on. */
export const OpportunityRate = z.object({ id: RecordId, validFrom: DayField, centsPerHour: RateCentsPerHour })
export type OpportunityRate = z.output<typeof OpportunityRate>

export const PersonKindField = z.enum(PERSON_KINDS)

/** What a week is paid for, in seconds; null: not said. */
const PaidSeconds = z
  .int()
  .min(900)
  .max(7 * 86_400)
  .nullable()

export const Person = z.object({
  id: RecordId,
  name: z.string(),
  kind: PersonKindField,
  paidSecondsPerWeek: z.int().nullable(),
  /** Own rates in order of their first day; empty: the ledger's default holds. */
  rates: z.array(Rate),
  opportunityRates: z.array(OpportunityRate),
  /** Seconds logged in all. */
  seconds: z.int(),
})
export type Person = z.output<typeof Person>

const RateFields = {
  personId: RecordId.nullable(),
  validFrom: DayField,
  centsPerHour: RateCentsPerHour,
  basis: RateBasis.nullable(),
  /** The rate this one stands in for; it goes, also where it began on another day. */
  replacesId: RecordId.optional(),
}

/** What a changed rate does to work that is logged: its cost changes in open months, and stays as it is in closed ones. */
export const RateEffect = z.object({
  /** Entries in open months whose cost per hour changes, their length, and what they cost before and after. */
  entries: z.int(),
  seconds: z.int(),
  centsBefore: SumField,
  centsAfter: SumField,
  /** Part of `seconds` that had no rate before, and that has none after. */
  unpricedSecondsBefore: z.int(),
  unpricedSecondsAfter: z.int(),
  /** Work in closed months for which the rate would differ too; it keeps its cost. */
  closedSeconds: z.int(),
})
export type RateEffect = z.output<typeof RateEffect>

/** How much of what is paid ends up in the log; see shared/domain/tracked-share.ts. */
export const TrackedShare = z.object({
  personId: RecordId,
  /** Full weeks that were counted, and such that were left out because nothing at all was logged in them. */
  weeks: z.int(),
  weeksWithout: z.int(),
  loggedSeconds: z.int(),
  /** Part of it that was estimated, not measured. */
  estimatedSeconds: z.int(),
  paidSeconds: z.int(),
  /** Null: fewer weeks than it takes, or it is not said what a week is paid for. May exceed 10,000. */
  basisPoints: z.int().nullable(),
})
export type TrackedShare = z.output<typeof TrackedShare>

export const people = {
  /** People with their rates, and the default of everyone who has none. Changes nothing. */
  people: base.output(
    z.object({
      people: z.array(Person),
      defaultRates: z.array(Rate),
      /** Per person with hours that have no rate: the first day with such. */
      unpriced: z.array(z.object({ personId: RecordId, firstDay: DayField })),
    }),
  ),
  addPerson: base
    .input(
      commandInput({
        name: Name,
        kind: PersonKindField.default('employee'),
        paidSecondsPerWeek: PaidSeconds.default(null),
        /** The timer in the top bar is theirs. */
        isSelf: z.boolean().default(false),
      }),
    )
    .output(ReceiptField),
  updatePerson: base
    .input(
      commandInput({
        id: RecordId,
        patch: z
          .object({ name: Name, kind: PersonKindField, paidSecondsPerWeek: PaidSeconds, isSelf: z.boolean() })
          .partial(),
      }),
    )
    .output(ReceiptField),
  /** Removes a person without logged time, with their rates. */
  removePerson: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Sets the cost of an hour from a day on (null: for everyone who has no own); replaces a rate of the same day. Re-costs entries of open months. */
  setRate: base.input(commandInput(RateFields)).output(ReceiptField),
  /** What setting that rate would change. Changes nothing. */
  previewRate: base.input(z.object(RateFields)).output(RateEffect),
  /** Removes a rate and re-costs entries of open months. */
  removeRate: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** Sets what an hour of someone would earn elsewhere from a day on; replaces one of the same day. Changes no cost and no result. */
  setOpportunityRate: base
    .input(
      commandInput({
        personId: RecordId,
        validFrom: DayField,
        centsPerHour: RateCentsPerHour,
        replacesId: RecordId.optional(),
      }),
    )
    .output(ReceiptField),
  removeOpportunityRate: base.input(commandInput({ id: RecordId })).output(ReceiptField),
  /** How much of their paid time people log, for those of whom it is known what is paid. Changes nothing. */
  trackedShares: base.output(z.array(TrackedShare).max(1_000)),
  /** Weekdays of a year and public holidays on weekdays in a Land, for the calculator. Changes nothing. */
  workingDays: base
    .input(z.object({ year: z.int().min(2000).max(2100) }))
    .output(z.object({ year: z.int(), weekdays: z.int(), holidaysOnWeekdays: z.int(), region: z.string() })),
}
