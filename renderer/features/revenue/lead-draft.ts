/** A lead as it is being entered. */
import type { Lead, LeadInput } from '../../../shared/contract/leads.ts'
import type { Day } from '../../../shared/domain/day.ts'

export interface LeadDraft extends Omit<LeadInput, 'day' | 'valueCents' | 'probabilityBasisPoints'> {
  readonly day: Day | null
  readonly valueCents: number | null
  readonly probabilityBasisPoints: number | null
}

/** A guess nobody has to agree with. */
const FIRST_PROBABILITY = 5000

export function newLead(today: Day): LeadDraft {
  return {
    name: '',
    day: today,
    valueCents: null,
    probabilityBasisPoints: FIRST_PROBABILITY,
    expectedOn: null,
    channelId: null,
    campaignId: null,
    postId: null,
    conversationId: null,
    clientId: null,
    note: '',
  }
}

export function leadDraftOf(lead: Lead): LeadDraft {
  const { name, day, valueCents, probabilityBasisPoints, expectedOn, note } = lead
  const { channelId, campaignId, postId, conversationId, clientId } = lead
  return {
    name,
    day,
    valueCents,
    probabilityBasisPoints,
    expectedOn,
    channelId,
    campaignId,
    postId,
    conversationId,
    clientId,
    note,
  }
}

export const LEAD_FIELDS = ['name', 'day', 'valueCents', 'probabilityBasisPoints', 'expectedOn'] as const
export type LeadField = (typeof LEAD_FIELDS)[number]

export function leadProblemsOf(draft: LeadDraft): Partial<Record<LeadField, string>> {
  const { day, expectedOn } = draft
  return {
    ...(draft.name.trim() === '' && { name: 'required' }),
    ...(day === null && { day: 'required' }),
    ...((draft.valueCents ?? 0) < 1 && { valueCents: 'amountRequired' }),
    ...(draft.probabilityBasisPoints === null && { probabilityBasisPoints: 'required' }),
    ...(day !== null && expectedOn !== null && expectedOn < day && { expectedOn: 'ends_before_start' }),
  }
}

export function leadInputOf(draft: LeadDraft): LeadInput | null {
  const { day, valueCents, probabilityBasisPoints } = draft
  if (Object.keys(leadProblemsOf(draft)).length > 0) return null
  if (day === null || valueCents === null || probabilityBasisPoints === null) return null
  return { ...draft, name: draft.name.trim(), day, valueCents, probabilityBasisPoints }
}
