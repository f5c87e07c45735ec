/** What clients pay for hours: rates, rounding, retainers, timesheets, invoices – and which client pays. */
import { base } from './errors.ts'
import * as z from 'zod'

export const billing = {
  /** Whether anything of billing is set up. Changes nothing. */
  status: base.output(z.object({ hasRates: z.boolean() })),
}
