/** Purchases as they are drawn: amount, status and the encounters that led to them. */
import { contributionCents, revenueFigures } from '../../../../../shared/domain/revenue.ts'
import type { TouchKind } from '../../../../../shared/domain/attribution.ts'
import type { Network } from '../../../../../shared/domain/network.ts'
import type { SampleRandom } from './random.ts'
import type { SampleCampaign, SampleChannel } from './sample-company.ts'

export const SAMPLE_MARGIN_BASIS_POINTS = 5_500
const TAX_PERCENT = 19
const DAY_MS = 86_400_000

export type Status = 'paid' | 'partially_refunded' | 'refunded' | 'pending'

export interface DrawnTouch {
  readonly at: number
  readonly kind: TouchKind
  readonly channel: SampleChannel | null
  readonly isDirect: boolean
  readonly campaign: SampleCampaign | null
  readonly source: string
  readonly medium: string
}

export interface Purchase {
  readonly at: number
  readonly status: Status
  readonly paidCents: number
  readonly refundedCents: number
  readonly taxCents: number
  readonly touches: readonly DrawnTouch[]
}

const PAID_CAMPAIGNS: Readonly<Record<SampleChannel, readonly SampleCampaign[]>> = {
  instagram: ['spring', 'cargo', 'winter'],
  facebook: ['courses'],
  tiktok: [],
}
const CODES: Readonly<Record<SampleChannel, string>> = { instagram: 'INSTA10', facebook: 'FBAHOI', tiktok: 'TIKTOK5' }
const ANSWERS: Readonly<Record<SampleChannel, string>> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
}

/** Contribution a purchase leaves; 0 for one that is pending. */
export function contributionOf(purchase: Purchase): number {
  return purchase.status === 'pending'
    ? 0
    : contributionCents(revenueFigures(purchase).netCents, SAMPLE_MARGIN_BASIS_POINTS)
}

/** A purchase whose last encounter was with a channel, or with none of social media's. */
export function drawPurchase(random: SampleRandom, at: number, last: SampleChannel | null, friends: string): Purchase {
  const paidCents = drawBasket(random)
  const status = random.pickWeighted<Status>([
    ['paid', 935],
    ['partially_refunded', 25],
    ['refunded', 22],
    ['pending', 18],
  ])
  const refundedCents =
    status === 'refunded'
      ? paidCents
      : status === 'partially_refunded'
        ? Math.round(paidCents * (0.2 + 0.5 * random.next()))
        : 0
  const touches = last === null ? drawOtherTouches(random, at, friends) : drawSocialTouches(random, at, last)
  const taxCents = Math.round((paidCents * TAX_PERCENT) / (100 + TAX_PERCENT))
  return { at, status, paidCents, refundedCents, taxCents, touches }
}

/** Small parts, accessories, conversion kits. */
function drawBasket(random: SampleRandom): number {
  const [low, high] = random.pickWeighted<readonly [number, number]>([
    [[12, 62], 50],
    [[55, 190], 36],
    [[180, 560], 14],
  ])
  return random.between(low, high) * 100 + random.pick([0, 50, 90, 95])
}

function drawSocialTouches(random: SampleRandom, at: number, last: SampleChannel): DrawnTouch[] {
  const touches = random.happens(0.27) ? drawEarlierTouches(random, at) : []
  const way = random.pickWeighted([
    ['utm', 72],
    ['self-reported', 16],
    ['coupon', 12],
  ])
  if (way === 'self-reported') return [...touches, selfReported(at, last)]
  if (way === 'coupon') return [...touches, coupon(at, last)]
  if (random.happens(0.18))
    touches.push(selfReported(at, random.pick<SampleChannel>([last, last, 'instagram', 'tiktok'])))
  touches.push(link(random, at, last))
  if (random.happens(0.15)) touches.push(coupon(at, last))
  return touches
}

function drawOtherTouches(random: SampleRandom, at: number, friends: string): DrawnTouch[] {
  const touches = random.happens(0.12) ? drawEarlierTouches(random, at) : []
  const way = random.pickWeighted([
    ['search-ad', 26],
    ['search', 22],
    ['newsletter', 18],
    ['direct', 10],
    ['friends', 6],
    ['none', 44],
  ])
  if (way === 'none') return touches.length > 0 ? [...touches, direct(at)] : []
  if (way === 'direct') return [...touches, direct(at)]
  if (way === 'friends') return [...touches, { ...OTHER, at, kind: 'self-reported', source: friends }]
  return [...touches, otherLink(random, at, way)]
}

/** One to three encounters in the three weeks before. */
function drawEarlierTouches(random: SampleRandom, at: number): DrawnTouch[] {
  const count = random.pickWeighted([
    [1, 6],
    [2, 3],
    [3, 1],
  ])
  return Array.from({ length: count }, () => {
    const earlier = at - random.between(1, 21 * 24) * (DAY_MS / 24)
    const what = random.pickWeighted<SampleChannel | 'search' | 'newsletter' | 'direct'>([
      ['instagram', 40],
      ['tiktok', 20],
      ['facebook', 12],
      ['search', 14],
      ['newsletter', 10],
      ['direct', 4],
    ])
    if (what === 'direct') return direct(earlier)
    return what === 'search' || what === 'newsletter' ? otherLink(random, earlier, what) : link(random, earlier, what)
  }).sort((a, b) => a.at - b.at)
}

const OTHER = { channel: null, isDirect: false, campaign: null, source: '', medium: '' } as const

function link(random: SampleRandom, at: number, channel: SampleChannel & Network): DrawnTouch {
  const [first, ...more] = PAID_CAMPAIGNS[channel]
  const campaign = first !== undefined && random.happens(0.4) ? random.pick([first, ...more]) : null
  const medium = campaign === null ? 'social' : 'paid_social'
  return { at, kind: 'utm', channel, isDirect: false, campaign, source: channel, medium }
}

function otherLink(random: SampleRandom, at: number, way: 'search-ad' | 'search' | 'newsletter'): DrawnTouch {
  if (way === 'newsletter') return { ...OTHER, at, kind: 'utm', source: 'newsletter', medium: 'email' }
  if (way === 'search') return { ...OTHER, at, kind: 'utm', source: 'google', medium: 'organic' }
  const campaign = random.pick<SampleCampaign>(['brand', 'workshop'])
  return { ...OTHER, at, kind: 'utm', source: 'google', medium: 'cpc', campaign }
}

function direct(at: number): DrawnTouch {
  return { ...OTHER, at, kind: 'utm', isDirect: true, source: '(direct)', medium: '(none)' }
}

function selfReported(at: number, channel: SampleChannel): DrawnTouch {
  return { ...OTHER, at, kind: 'self-reported', channel, source: ANSWERS[channel] }
}

function coupon(at: number, channel: SampleChannel): DrawnTouch {
  return { ...OTHER, at, kind: 'coupon', channel, source: CODES[channel] }
}
