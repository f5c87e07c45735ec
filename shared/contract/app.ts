/** What the page must know before it can show anything, and the notices that keep every window true. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { BasisPointsField, CurrencyCode, DayField, FEATURES, LanguageField } from './fields.ts'
import { base } from './errors.ts'

export const BUSINESS_KINDS = ['company', 'freelancer'] as const

export const LedgerStatus = z.object({
  path: z.string(),
  name: z.string(),
  currency: CurrencyCode,
  timeZone: z.string(),
  language: LanguageField,
  businessKind: z.enum(BUSINESS_KINDS),
  marginBasisPoints: BasisPointsField.nullable(),
  isSample: z.boolean(),
  /** False until the five questions were answered or skipped. */
  isFirstStartDone: z.boolean(),
  /** True when nothing was imported or entered yet. */
  isEmpty: z.boolean(),
})

export const AppStatus = z.object({
  host: z.enum(['desktop', 'browser', 'direct', 'cli']),
  appVersion: z.string(),
  /** What this host can do beyond the contract. */
  capabilities: z.object({
    savePdf: z.boolean(),
    openFileDialog: z.boolean(),
    /** Notices that nobody is at the computer. */
    noticeAbsence: z.boolean(),
  }),
  today: DayField,
  ledger: LedgerStatus.nullable(),
  /** Why no ledger is open: an error code of the contract with its data. */
  problem: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
})
export type AppStatus = z.output<typeof AppStatus>

export const app = {
  /** Host, capabilities, today and the open ledger. Changes nothing. */
  status: base.output(AppStatus),
  /** Yields after every change, from whatever window or host it came. `isUndoGone`: nothing done before can be undone any more. Never ends by itself. */
  changes: base.output(eventIterator(z.object({ features: z.array(z.enum(FEATURES)), isUndoGone: z.boolean() }))),
}
