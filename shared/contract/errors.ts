/** Expected errors, with the data a helpful message needs. Their texts stand in shared/i18n. */
import * as z from 'zod'
import { oc } from '@orpc/contract'

export const errors = {
  /** A field holds something the ledger cannot take. `reason` is a text key. */
  invalid_value: { data: z.object({ field: z.string(), reason: z.string(), value: z.string().optional() }) },
  not_found: { data: z.object({ what: z.string(), id: z.int().optional() }) },
  /** A record of that name is there already. */
  name_taken: { data: z.object({ field: z.string(), name: z.string() }) },
  /** The record is used by others and cannot go. */
  in_use: { data: z.object({ what: z.string(), count: z.int() }) },
  no_ledger: { data: z.object({ reason: z.string() }) },
  /** The file cannot be used as a ledger; it was left as it is. */
  ledger_unreadable: {
    data: z.object({
      path: z.string(),
      reason: z.enum([
        'missing',
        'not_a_ledger',
        'newer_file',
        'damaged',
        'no_permission',
        'read_only_folder',
        'in_use',
        'exists',
        'disk_full',
      ]),
      fileVersion: z.int().optional(),
      appVersion: z.int().optional(),
    }),
  },
  disk_full: { data: z.object({ path: z.string() }) },
  read_only: { data: z.object({ path: z.string() }) },
  /** What should be undone was changed again since. */
  undo_conflict: { data: z.object({ commandId: z.string() }) },
  /** The file handed over is not there any more (the app was restarted in between). */
  file_gone: { data: z.object({ handle: z.string() }) },
  file_too_large: { data: z.object({ name: z.string(), bytes: z.int(), limitBytes: z.int() }) },
  /** Another import holds what this one needs. */
  import_superseded: { data: z.object({ batchId: z.int(), laterBatchId: z.int() }) },
  /** The month of the day in `field` is closed: nothing new can be entered there. */
  month_closed: { data: z.object({ month: z.string(), field: z.string(), firstOpenDay: z.string() }) },
  month_not_ended: { data: z.object({ month: z.string() }) },
  /** Months are closed one after the other; `nextMonth` comes first. */
  not_in_order: { data: z.object({ month: z.string(), nextMonth: z.string() }) },
  /** A timer runs that began in the month or before it. */
  timer_running: { data: z.object({ person: z.string() }) },
  /** The stretch of work overlaps others of the same person; `entries` are those. Nothing was written. */
  overlap: {
    data: z.object({
      entries: z
        .array(z.object({ id: z.int(), startedAt: z.int(), endedAt: z.int().nullable(), label: z.string() }))
        .max(20),
    }),
  },
  /** The entry was invoiced; unlocking the invoice, with a reason, frees it. */
  entry_invoiced: { data: z.object({ entryId: z.int(), invoiceId: z.int(), number: z.string() }) },
  /** Another timer of the person runs; `entryId` is its entry. */
  already_running: { data: z.object({ entryId: z.int() }) },
  /** The network would refuse what is said to be ready; `problems` are the first of it, each with what is there and what may be. Nothing was changed. */
  post_not_ready: {
    data: z.object({
      title: z.string(),
      channel: z.string().nullable(),
      problems: z
        .array(z.object({ kind: z.string(), used: z.number().nullable(), limit: z.number().nullable() }))
        .max(20),
    }),
  },
  /** Closing a month is final: undo does not reach it. */
  closing_is_final: { data: z.object({ month: z.string() }) },
} as const

export type ErrorCode = keyof typeof errors

/** What is expected is no fault of the host: over HTTP it is answered as a request that cannot be carried out. */
export const REFUSED_STATUS = 422
const statuses = Object.entries(errors).map(([code, error]) => [code, { ...error, status: REFUSED_STATUS }])

export const base = oc.errors(Object.fromEntries(statuses) as typeof errors)
