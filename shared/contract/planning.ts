/** Budget against actual, by month, kind of cost and campaign. */
import * as z from 'zod'
import { base } from './errors.ts'
import { CentsField, commandInput, ReceiptField, RecordId, ScopeField, SumField } from './fields.ts'

export const BUDGET_KINDS = ['labour', 'ads', 'tool', 'service', 'levy', 'other'] as const
export const BudgetKindField = z.enum(BUDGET_KINDS)
export type BudgetKind = z.output<typeof BudgetKindField>

const MonthField = z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)

/** Null: the budget of the whole; a campaign's budget is a part of it and not added to it. */
const CampaignOrNone = RecordId.nullable()

export const BudgetCell = z.object({
  month: MonthField,
  campaignId: CampaignOrNone,
  kind: BudgetKindField,
  cents: SumField.min(0),
})
export type BudgetCell = z.output<typeof BudgetCell>

export const ActualCell = z.object({
  month: MonthField,
  campaignId: CampaignOrNone,
  kind: BudgetKindField,
  scope: ScopeField,
  cents: SumField,
})
export type ActualCell = z.output<typeof ActualCell>

export const BudgetYear = z.object({
  year: z.int(),
  budgets: z.array(BudgetCell),
  /** Costs booked, as they stand in the ledger; campaign null: costs of no campaign. */
  actuals: z.array(ActualCell),
  /** Campaigns with a budget or with costs in the year. */
  campaigns: z.array(z.object({ id: RecordId, name: z.string() })),
  /** Years with a budget or with costs, in order. */
  years: z.array(z.int()),
})
export type BudgetYear = z.output<typeof BudgetYear>

export const BudgetChange = z.object({
  month: MonthField,
  campaignId: CampaignOrNone,
  kind: BudgetKindField,
  /** Null: no budget any more. */
  cents: CentsField.min(0).nullable(),
})
export type BudgetChange = z.output<typeof BudgetChange>

export const planning = {
  /** Budgets and costs of a calendar year. Changes nothing. */
  budget: base.input(z.object({ year: z.int().min(1900).max(2200) })).output(BudgetYear),
  /** Enters budgets: one field or many at once, as one step. */
  setBudget: base.input(commandInput({ changes: z.array(BudgetChange).min(1).max(2_000) })).output(ReceiptField),
}
