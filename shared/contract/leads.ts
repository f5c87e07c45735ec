/** Leads: what may still become revenue. Their procedures belong to revenue. */
import * as z from 'zod'
import { LEAD_STATUSES } from '../domain/revenue-kinds.ts'
import { BasisPointsField, DayField, Name, NetworkField, Note, PositiveCents, RecordId, SumField } from './fields.ts'

const LeadFields = {
  name: Name,
  day: DayField,
  /** Net of VAT. */
  valueCents: PositiveCents,
  probabilityBasisPoints: BasisPointsField,
  expectedOn: DayField.nullable(),
  channelId: RecordId.nullable(),
  campaignId: RecordId.nullable(),
  postId: RecordId.nullable(),
  conversationId: RecordId.nullable(),
  clientId: RecordId.nullable(),
  note: Note,
}
export const LeadInput = z.object(LeadFields)
export type LeadInput = z.output<typeof LeadInput>
export const Lead = z.object({
  id: RecordId,
  ...LeadFields,
  name: z.string(),
  valueCents: SumField,
  note: z.string(),
  status: z.enum(LEAD_STATUSES),
  closedOn: DayField.nullable(),
  eventId: RecordId.nullable(),
  channel: z.string().nullable(),
  network: NetworkField.nullable(),
  campaign: z.string().nullable(),
  post: z.string().nullable(),
  conversation: z.string().nullable(),
  client: z.string().nullable(),
})
export type Lead = z.output<typeof Lead>
/** Rows a list of leads shows at most. */
export const MAX_LEADS = 1_000
