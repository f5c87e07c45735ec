/** Commands on one record. */
import type * as z from 'zod'
import { base } from './errors.ts'
import { commandInput, ReceiptField, RecordId } from './fields.ts'
import { InstantField } from './time-entries.ts'

/** A command on the record `id`, with what else it needs. */
export const on = <Shape extends z.ZodRawShape>(shape: Shape) =>
  base.input(commandInput({ id: RecordId, ...shape })).output(ReceiptField)

/** Null: now. Later than now is refused with `invalid_value` at `in_future`. */
export const At = InstantField.nullable().default(null)
