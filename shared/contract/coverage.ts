/** How much of revenue has a known origin. */
import * as z from 'zod'
import { SumField } from './fields.ts'

export const Coverage = z.object({
  orders: z.int(),
  touchedOrders: z.int(),
  singleTouchOrders: z.int(),
  netCents: SumField,
  touchedNetCents: SumField,
  socialNetCents: SumField,
})
export type Coverage = z.output<typeof Coverage>
