/** Leads: a pipeline beside the result. A won one is replaced by its deal. */
import { MAX_LEADS, type Lead, type LeadInput } from '../../../../shared/contract/leads.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { multiplyDivide } from '../../../../shared/domain/money.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import { noonOf } from '../../../../shared/domain/instant.ts'
import { assertPlace, insertTouch, kindOfPlace } from '../../database/touches.ts'
import { insertSale } from './sale-store.ts'

export interface LeadFilter {
  readonly status?: Lead['status'] | undefined
  readonly channelId?: number | null | undefined
  readonly text?: string | undefined
}

const COLUMNS = `lead.id, lead.name, lead.day, lead.value_cents AS valueCents, lead.probability_basis_points AS probabilityBasisPoints,
  lead.expected_on AS expectedOn, lead.status, lead.closed_on AS closedOn, lead.channel_id AS channelId, channel.name AS channel,
  channel.network, lead.campaign_id AS campaignId, campaign.name AS campaign, lead.post_id AS postId, post.title AS post,
  lead.conversation_id AS conversationId, conversation.label AS conversation, lead.client_id AS clientId, client.name AS client,
  lead.event_id AS eventId, lead.note`
const JOINS = `LEFT JOIN channel ON channel.id = lead.channel_id LEFT JOIN campaign ON campaign.id = lead.campaign_id
  LEFT JOIN post ON post.id = lead.post_id LEFT JOIN conversation ON conversation.id = lead.conversation_id
  LEFT JOIN client ON client.id = lead.client_id`

export function readLeads(db: Connection, filter: LeadFilter) {
  const conditions = ['true']
  const values: Record<string, string | number> = {}
  if (filter.channelId === null) conditions.push('lead.channel_id IS NULL')
  else if (filter.channelId !== undefined) {
    conditions.push('lead.channel_id = @channelId')
    values['channelId'] = filter.channelId
  }
  if (filter.text) {
    conditions.push("instr(lower_case(lead.name || ' ' || lead.note || ' ' || coalesce(client.name, '')), @text) > 0")
    values['text'] = filter.text.toLowerCase()
  }
  const matching = `FROM lead ${JOINS} WHERE ${conditions.join(' AND ')}`
  const leads = db
    .prepare<[object], Lead>(
      `SELECT ${COLUMNS} ${matching}${filter.status ? ' AND lead.status = @status' : ''}
       ORDER BY lead.status = 'open' DESC, coalesce(lead.closed_on, lead.day) DESC, lead.id DESC LIMIT ${MAX_LEADS}`,
    )
    .all({ ...values, ...(filter.status && { status: filter.status }) })
  return { leads, sums: sumOpen(db, matching, values), counts: countByStatus(db, matching, values) }
}

type Values = Readonly<Record<string, string | number>>

function sumOpen(db: Connection, matching: string, values: Values) {
  const open = db
    .prepare<[object], { cents: number; probability: number }>(
      `SELECT lead.value_cents AS cents, lead.probability_basis_points AS probability ${matching} AND lead.status = 'open'`,
    )
    .all(values)
  return {
    count: open.length,
    valueCents: open.reduce((sum, { cents }) => sum + cents, 0),
    weightedCents: open.reduce((sum, { cents, probability }) => sum + multiplyDivide(cents, probability, 10_000), 0),
  }
}

function countByStatus(db: Connection, matching: string, values: Values): Record<Lead['status'], number> {
  const rows = db
    .prepare<[object], { status: Lead['status']; count: number }>(
      `SELECT lead.status, count(*) AS count ${matching} GROUP BY lead.status`,
    )
    .all(values)
  const countOf = (status: Lead['status']) => rows.find((row) => row.status === status)?.count ?? 0
  return { open: countOf('open'), won: countOf('won'), lost: countOf('lost') }
}

export function addLead(db: Connection, draft: LeadInput, timeZone: string): number {
  const { lastInsertRowid } = db
    .prepare<[object]>(
      `INSERT INTO lead (name, at, day, value_cents, probability_basis_points, expected_on, channel_id, campaign_id, post_id,
         conversation_id, client_id, note)
       VALUES (@name, @at, @day, @valueCents, @probabilityBasisPoints, @expectedOn, @channelId, @campaignId, @postId,
         @conversationId, @clientId, @note)`,
    )
    .run(valuesOf(db, draft, timeZone))
  return Number(lastInsertRowid)
}

export function updateLead(db: Connection, id: number, draft: LeadInput, timeZone: string): void {
  findLead(db, id)
  db.prepare<[object]>(
    `UPDATE lead SET name = @name, at = @at, day = @day, value_cents = @valueCents, probability_basis_points = @probabilityBasisPoints,
       expected_on = @expectedOn, channel_id = @channelId, campaign_id = @campaignId, post_id = @postId,
       conversation_id = @conversationId, client_id = @clientId, note = @note WHERE id = @id`,
  ).run({ ...valuesOf(db, draft, timeZone), id })
}

export function removeLead(db: Connection, id: number): void {
  findLead(db, id)
  db.prepare<[number]>('DELETE FROM lead WHERE id = ?').run(id)
}

export interface DealDraft {
  readonly day: Day
  readonly paidCents: number
  readonly taxCents: number
}

/** Makes the deal; what brought the lead brought the deal, at its own instant. */
export function winLead(db: Connection, id: number, deal: DealDraft, settings: StoredSettings): number {
  const lead = findLead(db, id)
  assertStatus(lead, 'open')
  assertDay(lead, deal.day)
  assertOpen(db, deal.day, 'day')
  const sale = {
    ...deal,
    kind: 'deal',
    name: lead.name,
    status: 'paid',
    foreign: null,
    refundedCents: 0,
    marginBasisPoints: null,
    clientId: lead.clientId,
    beneficiary: 'own',
    note: lead.note,
    origin: null,
    campaignId: null,
  } as const
  const eventId = insertSale(db, sale, settings)
  const { channelId, campaignId, postId, conversationId } = lead
  const isKnown = [channelId, campaignId, postId, conversationId].some((place) => place !== null)
  if (isKnown) {
    const place = { scope: scopeOf(lead), channelId, campaignId, postId, conversationId }
    insertTouch(db, eventId, noonOf(deal.day, settings.timeZone), kindOfPlace(place), place)
  }
  db.prepare<[Day, number, number]>("UPDATE lead SET status = 'won', closed_on = ?, event_id = ? WHERE id = ?").run(
    deal.day,
    eventId,
    id,
  )
  return eventId
}

/** A campaign alone may be of any kind; everything else a lead can name is social media. */
function scopeOf({ channelId, postId, conversationId }: Lead): 'social' | 'other' {
  return channelId === null && postId === null && conversationId === null ? 'other' : 'social'
}

export function loseLead(db: Connection, id: number, day: Day, reason: string): void {
  const lead = findLead(db, id)
  assertStatus(lead, 'open')
  assertDay(lead, day)
  const note = [lead.note, reason.trim()].filter((text) => text !== '').join('\n')
  if (note.length > MAX_NOTE) throw expected('invalid_value', { field: 'reason', reason: 'tooLong' })
  db.prepare<[Day, string, number]>("UPDATE lead SET status = 'lost', closed_on = ?, note = ? WHERE id = ?").run(
    day,
    note,
    id,
  )
}

const MAX_NOTE = 2_000

export function reopenLead(db: Connection, id: number): void {
  assertStatus(findLead(db, id), 'lost')
  db.prepare<[number]>("UPDATE lead SET status = 'open', closed_on = NULL WHERE id = ?").run(id)
}

function findLead(db: Connection, id: number): Lead {
  const lead = db.prepare<[number], Lead>(`SELECT ${COLUMNS} FROM lead ${JOINS} WHERE lead.id = ?`).get(id)
  if (!lead) throw expected('not_found', { what: 'lead', id })
  return lead
}

function assertStatus(lead: Lead, status: Lead['status']): void {
  if (lead.status !== status)
    throw expected('invalid_value', { field: 'status', reason: 'lead_is_' + lead.status, value: lead.name })
}

function assertDay(lead: Lead, day: Day): void {
  if (day < lead.day) throw expected('invalid_value', { field: 'day', reason: 'before_lead', value: day })
}

function valuesOf(db: Connection, draft: LeadInput, timeZone: string) {
  assertPlace(db, draft)
  assertRecord(db, 'client', draft.clientId)
  if (draft.expectedOn !== null && draft.expectedOn < draft.day)
    throw expected('invalid_value', { field: 'expectedOn', reason: 'ends_before_start', value: draft.expectedOn })
  return { ...draft, at: noonOf(draft.day, timeZone) }
}
