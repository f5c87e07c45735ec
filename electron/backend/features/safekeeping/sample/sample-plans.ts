/** What is planned and hoped for: budgets by month, leads, a contract that is paid every month. */
import { addDays, addMonths, firstDayOf, monthOf, type Day, type Month } from '../../../../../shared/domain/day.ts'
import { noonOf } from '../../../../../shared/domain/instant.ts'
import { settlePayments } from '../../../database/subscriptions.ts'
import type { Sample, SampleCampaign, SampleChannel } from './sample-company.ts'
import { insert } from './sample-records.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { textsIn } from './sample-texts.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

export function fillPlans(sample: Sample): void {
  contract(sample)
  hope(sample)
  plan(sample)
}

function idOf(sample: Sample, table: 'client' | 'revenue_event', name: string): number {
  return Number(sample.db.prepare<[string]>(`SELECT id FROM ${table} WHERE name = ?`).pluck().get(name))
}

/** The fleet that came through Instagram stays a customer. */
function contract(sample: Sample): void {
  const { subscription, client } = recordTextsIn(sample.language)
  const clientId = idOf(sample, 'client', client)
  const paidCents = 14_280
  const id = insert(
    sample,
    `subscription (name, starts_on, repetition, paid_cents, tax_cents, client_id, origin, channel_id)
     VALUES (?, ?, 'monthly', ?, ?, ?, 'social', ?)`,
    subscription,
    addDays(addMonths(sample.year.from, 6), 2),
    paidCents,
    Math.round((paidCents * 19) / 119),
    clientId,
    sample.channels.instagram,
  )
  settlePayments(sample.db, id, null, sample.year.to, SAMPLE_TIME_ZONE)
  const sale = idOf(sample, 'revenue_event', textsIn(sample.language).sales.fleet)
  sample.db
    .prepare<[number, number]>("UPDATE revenue_event SET kind = 'deal', client_id = ? WHERE id = ?")
    .run(clientId, sale)
}

interface LeadDraft {
  readonly name: string
  readonly daysAgo: number
  readonly cents: number
  readonly basisPoints: number
  readonly channel: SampleChannel | null
  readonly expectedInDays?: number
}

function hope(sample: Sample): void {
  const { leads, lostReason } = recordTextsIn(sample.language)
  const { to } = sample.year
  addLead(sample, {
    name: leads.kindergarten,
    daysAgo: 9,
    cents: 1_140_000,
    basisPoints: 4_000,
    channel: 'instagram',
    expectedInDays: 35,
  })
  addLead(sample, {
    name: leads.courier,
    daysAgo: 21,
    cents: 460_000,
    basisPoints: 6_000,
    channel: 'facebook',
    expectedInDays: 14,
  })
  addLead(sample, { name: leads.housing, daysAgo: 33, cents: 95_000, basisPoints: 2_500, channel: null })
  addLead(sample, { name: leads.school, daysAgo: 48, cents: 72_000, basisPoints: 5_000, channel: 'tiktok' })
  for (const [name, ago, cents] of [
    [leads.hotel, 70, 380_000],
    [leads.festival, 120, 64_000],
  ] as const) {
    const id = addLead(sample, { name, daysAgo: ago, cents, basisPoints: 3_000, channel: 'instagram' })
    sample.db
      .prepare<[Day, string, number]>("UPDATE lead SET status = 'lost', closed_on = ?, note = ? WHERE id = ?")
      .run(addDays(to, 20 - ago), lostReason, id)
  }
  winTheFleet(sample)
}

function addLead(sample: Sample, { name, daysAgo, cents, basisPoints, channel, expectedInDays }: LeadDraft): number {
  const day = addDays(sample.year.to, -daysAgo)
  return insert(
    sample,
    `lead (name, at, day, value_cents, probability_basis_points, expected_on, channel_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    name,
    noonOf(day, SAMPLE_TIME_ZONE),
    day,
    cents,
    basisPoints,
    expectedInDays === undefined ? null : addDays(sample.year.to, expectedInDays),
    channel && sample.channels[channel],
  )
}

/** The sale of the fleet's service was a lead three weeks before. */
function winTheFleet(sample: Sample): void {
  const { sales } = textsIn(sample.language)
  const sale = sample.db
    .prepare<[string], { id: number; day: Day; client_id: number }>(
      'SELECT id, day, client_id FROM revenue_event WHERE name = ?',
    )
    .get(sales.fleet)
  if (!sale) return
  const day = addDays(sale.day, -21)
  insert(
    sample,
    `lead (name, at, day, value_cents, probability_basis_points, status, closed_on, channel_id, client_id, event_id)
     VALUES (?, ?, ?, 119000, 7000, 'won', ?, ?, ?, ?)`,
    sales.fleet,
    noonOf(day, SAMPLE_TIME_ZONE),
    day,
    sale.day,
    sample.channels.instagram,
    sale.client_id,
    sale.id,
  )
}

const ADS: readonly { campaign: SampleCampaign; months: readonly number[]; cents: number }[] = [
  { campaign: 'spring', months: [3, 4, 5], cents: 50_000 },
  { campaign: 'cargo', months: [6, 7, 8, 9, 10], cents: 33_000 },
  { campaign: 'winter', months: [11, 12, 1, 2], cents: 30_000 },
  { campaign: 'courses', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], cents: 17_000 },
]

/** Every month of the sample and the two to come. */
function plan(sample: Sample): void {
  for (let index = 0; index < 15; index++) {
    const month = monthOf(addMonths(firstDayOf(monthOf(sample.year.from)), index))
    budget(sample, month, null, 'labour', 420_000)
    budget(sample, month, null, 'tool', 9_000)
    // Those of the campaigns are a part of it.
    budget(sample, month, null, 'ads', 55_000)
    for (const { campaign, months, cents } of ADS)
      if (months.includes(Number(month.slice(5)))) budget(sample, month, sample.campaigns[campaign], 'ads', cents)
  }
}

function budget(sample: Sample, month: Month, campaignId: number | null, kind: string, cents: number): void {
  insert(sample, 'budget (month, campaign_id, kind, cents) VALUES (?, ?, ?, ?)', month, campaignId, kind, cents)
}
