// Small companies, each in one state of the result: it earns, it costs, nobody can say yet, something is missing.
import type { Client } from '../../shared/contract/contract.ts'
import { addDays, type Day, toDay } from '../../shared/domain/day.ts'
import type { Activity } from '../../shared/domain/activity.ts'
import type { Network } from '../../shared/domain/network.ts'
import { newCommandId } from './direct-host.ts'

/** A Monday; the day tests take for today lies behind the last week. */
const FIRST_MONDAY = toDay('2026-03-02')

interface ChannelPlan {
  readonly network: Network
  readonly name: string
  readonly hoursPerWeek: number
  readonly purchasesPerWeek: number
}

export interface CompanyPlan {
  readonly weeks: number
  readonly channels: readonly ChannelPlan[]
  /** Gross price of a purchase. */
  readonly priceCents: number
  readonly adsPerWeekCents: number
  readonly marginBasisPoints: number
}

const INSTAGRAM: ChannelPlan = { network: 'instagram', name: 'Instagram', hoursPerWeek: 4, purchasesPerWeek: 9 }
const LINKEDIN: ChannelPlan = { network: 'linkedin', name: 'LinkedIn', hoursPerWeek: 3, purchasesPerWeek: 3 }
const USUAL: CompanyPlan = {
  weeks: 30,
  channels: [INSTAGRAM, LINKEDIN],
  priceCents: 59_50,
  adsPerWeekCents: 40_00,
  marginBasisPoints: 5500,
}

export const resultStates = {
  earns: { ...USUAL, priceCents: 71_40 },
  open: USUAL,
  costs: { ...USUAL, priceCents: 23_80 },
  early: { ...USUAL, weeks: 4 },
  'one-channel': { ...USUAL, channels: [INSTAGRAM] },
  'no-revenue': {
    ...USUAL,
    channels: [
      { ...INSTAGRAM, purchasesPerWeek: 0 },
      { ...LINKEDIN, purchasesPerWeek: 0 },
    ],
  },
  'no-hours': {
    ...USUAL,
    channels: [
      { ...INSTAGRAM, hoursPerWeek: 0 },
      { ...LINKEDIN, hoursPerWeek: 0 },
    ],
  },
} satisfies Record<string, CompanyPlan>
export type ResultStateName = keyof typeof resultStates

/** More and less from week to week, and the same in every run. */
function swing(week: number, channel: number): number {
  return 1 + 0.45 * Math.sin(week * 1.7 + channel * 2.1) + 0.2 * Math.cos(week * 0.9)
}

export async function fillCompany(client: Client, plan: CompanyPlan): Promise<void> {
  const { marginBasisPoints } = plan
  await client.settings.update({ commandId: newCommandId(), patch: { name: 'Rösterei Nordlicht', marginBasisPoints } })
  const rate = { personId: null, validFrom: toDay('2026-01-01'), centsPerHour: 4281, basis: null }
  await client.settings.setRate({ commandId: newCommandId(), ...rate })
  for (const [index, channel] of plan.channels.entries()) {
    const { network, name } = channel
    const { recordId } = await client.settings.addChannel({ commandId: newCommandId(), network, name })
    for (let week = 0; week < plan.weeks; week++) {
      const monday = addDays(FIRST_MONDAY, week * 7)
      await work(client, monday, channel, recordId!)
      await sell(client, monday, Math.round(channel.purchasesPerWeek * swing(week, index)), plan.priceCents, recordId!)
    }
  }
  for (let week = 0; week < plan.weeks && plan.adsPerWeekCents > 0; week++) {
    await addCost(client, { kind: 'ads', day: addDays(FIRST_MONDAY, week * 7), cents: plan.adsPerWeekCents })
  }
}

const WORK: readonly (readonly [Activity, number])[] = [
  ['dialogue', 0.5],
  ['content', 0.35],
  ['coordination', 0.15],
]

async function work(client: Client, monday: Day, { hoursPerWeek }: ChannelPlan, channelId: number): Promise<void> {
  if (hoursPerWeek === 0) return
  for (const [index, [activity, share]] of WORK.entries()) {
    const seconds = Math.round(hoursPerWeek * share * 3600)
    await addCost(client, {
      kind: 'labour',
      day: addDays(monday, index),
      cents: Math.round((seconds * 4281) / 3600),
      seconds,
      activity,
      channelId: activity === 'coordination' ? null : channelId,
    })
  }
}

interface Cost {
  readonly kind: 'labour' | 'ads'
  readonly day: Day
  readonly cents: number
  readonly seconds?: number
  readonly activity?: Activity
  readonly channelId?: number | null
}

async function addCost(client: Client, cost: Cost): Promise<void> {
  const { kind, day, cents, seconds = 0, activity = null, channelId = null } = cost
  const nothing = { personId: null, campaignId: null, postId: null, clientId: null, departmentId: null }
  const text = kind === 'ads' ? 'Anzeigen' : 'Arbeit der Woche'
  const line = { day, scope: 'social', kind, cents, seconds, text, activity, channelId, ...nothing } as const
  await client.ledger.addManualLine({ commandId: newCommandId(), line })
}

async function sell(client: Client, monday: Day, count: number, paidCents: number, channelId: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const sale = {
      name: `Bestellung ${monday}-${index + 1}`,
      day: addDays(monday, index % 7),
      paidCents,
      taxCents: Math.round((paidCents * 19) / 119),
      refundedCents: 0,
      origin: { kind: 'channel', channelId },
      campaignId: null,
    } as const
    await client.revenue.addSale({ commandId: newCommandId(), sale })
  }
}
