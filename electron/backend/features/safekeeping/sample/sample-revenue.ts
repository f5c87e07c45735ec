/**
 * What the year brought. Purchases are drawn until a channel has brought a set multiple of what it cost, so that whenever
 * the sample is made one channel earns, one is open and one costs.
 */
import { addDays, addMonths, daysOf, type Day } from '../../../../../shared/domain/day.ts'
import { dayAt, startOfDay } from '../../../../../shared/domain/instant.ts'
import type { SampleRandom } from './random.ts'
import type { Sample, SampleChannel } from './sample-company.ts'
import { contributionOf, drawPurchase, type DrawnTouch, type Purchase } from './sample-purchases.ts'
import { textsIn } from './sample-texts.ts'
import { SAMPLE_TIME_ZONE, weekdayOf } from './sample-year.ts'

/** Contribution of a channel in percent of its direct costs. */
const RETURN_PERCENT: Readonly<Record<SampleChannel, number>> = { instagram: 185, facebook: 101, tiktok: 52 }
const OTHER_PURCHASES = 530
const FIRST_NUMBER = 2_041
const MINUTE_MS = 60_000

export function fillRevenue(sample: Sample): void {
  sample.derive()
  const random = sample.randomFor('revenue')
  const drawInstant = instantsOf(sample, random)
  const { friends } = textsIn(sample.language)
  const purchases: Purchase[] = []
  for (const [channel, percent] of Object.entries(RETURN_PERCENT) as [SampleChannel, number][]) {
    let missingCents = (directCostCents(sample, channel) * percent) / 100
    while (missingCents > 0) {
      const purchase = drawPurchase(random, drawInstant(), channel, friends)
      missingCents -= contributionOf(purchase)
      purchases.push(purchase)
    }
  }
  for (let count = 0; count < OTHER_PURCHASES; count++)
    purchases.push(drawPurchase(random, drawInstant(), null, friends))
  writePurchases(sample, random, purchases)
  writeSales(sample)
}

function directCostCents(sample: Sample, channel: SampleChannel): number {
  const sum = sample.db
    .prepare<[number]>(
      "SELECT sum(cents) FROM line_month WHERE channel_id = ? AND scope = 'social' AND kind <> 'revenue'",
    )
    .pluck()
    .get(sample.channels[channel])
  return Number(sum ?? 0)
}

/** Spring and summer are busier, and so are evenings and Sundays. */
function instantsOf(sample: Sample, random: SampleRandom): () => number {
  const days = daysOf(sample.year)
  const upTo: number[] = []
  let total = 0
  for (const day of days) upTo.push((total += seasonOf(day) * (weekdayOf(day) === 6 ? 1.25 : 1)))
  return () => {
    const drawn = random.next() * total
    const day = days[upTo.findIndex((limit) => drawn < limit)] ?? sample.year.to
    const hour = random.pickWeighted([
      [7, 4],
      [9, 8],
      [11, 10],
      [13, 9],
      [15, 9],
      [17, 12],
      [19, 18],
      [21, 14],
    ])
    return (
      startOfDay(day, SAMPLE_TIME_ZONE) +
      (hour * 60 + random.between(0, 119)) * MINUTE_MS +
      random.between(0, 59) * 1000
    )
  }
}

function seasonOf(day: Day): number {
  const monthOfYear = Number(day.slice(5, 7)) + Number(day.slice(8, 10)) / 31
  return 1 + 0.22 * Math.cos(((monthOfYear - 6) / 12) * 2 * Math.PI)
}

function writePurchases(sample: Sample, random: SampleRandom, purchases: readonly Purchase[]): void {
  const insert = sample.db.prepare<[object]>(
    `INSERT INTO revenue_event (kind, source, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents, customer_hash)
     VALUES ('order', 'shopify', @name, @at, @day, @status, @isCounted, @paidCents, @refundedCents, @taxCents, @customer)`,
  )
  const lastDay = sample.year.to
  let customers = 0
  for (const [index, purchase] of purchases.toSorted((a, b) => a.at - b.at).entries()) {
    // Payment of an old order is pending no more.
    const isPending = purchase.status === 'pending' && dayAt(purchase.at, SAMPLE_TIME_ZONE) > addDays(lastDay, -240)
    const customer = customers > 40 && random.happens(0.28) ? random.between(1, customers) : ++customers
    const { lastInsertRowid } = insert.run({
      name: `#${FIRST_NUMBER + index}`,
      at: purchase.at,
      day: dayAt(purchase.at, SAMPLE_TIME_ZONE),
      status: purchase.status === 'pending' && !isPending ? 'voided' : purchase.status,
      isCounted: purchase.status === 'pending' ? 0 : 1,
      paidCents: purchase.paidCents,
      refundedCents: purchase.refundedCents,
      taxCents: purchase.taxCents,
      customer: `sample-${customer}`,
    })
    for (const touch of purchase.touches) writeTouch(sample, Number(lastInsertRowid), touch)
  }
}

function writeTouch(sample: Sample, eventId: number, touch: DrawnTouch): void {
  sample.db
    .prepare<[object]>(
      `INSERT INTO touchpoint (event_id, at, kind, scope, is_direct, channel_id, campaign_id, source, medium, is_by_hand)
       VALUES (@eventId, @at, @kind, @scope, @isDirect, @channelId, @campaignId, @source, @medium, @kind = 'manual')`,
    )
    .run({
      eventId,
      at: touch.at,
      kind: touch.kind,
      scope: touch.channel === null ? 'other' : 'social',
      isDirect: touch.isDirect ? 1 : 0,
      channelId: touch.channel === null ? null : sample.channels[touch.channel],
      campaignId: touch.campaign === null ? null : sample.campaigns[touch.campaign],
      source: touch.source,
      medium: touch.medium,
    })
}

/** Two invoices of the workshop that never went through the shop. */
function writeSales(sample: Sample): void {
  const { sales } = textsIn(sample.language)
  writeSale(sample, sales.fleet, addDays(addMonths(sample.year.from, 5), 11), 119_000, 'instagram')
  writeSale(sample, sales.cargo, addDays(addMonths(sample.year.from, 8), 3), 238_000, null)
}

function writeSale(sample: Sample, name: string, day: Day, paidCents: number, channel: SampleChannel | null): void {
  const at = startOfDay(day, SAMPLE_TIME_ZONE) + 12 * 60 * MINUTE_MS
  const { lastInsertRowid } = sample.db
    .prepare<[string, number, Day, number, number]>(
      `INSERT INTO revenue_event (kind, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents)
       VALUES ('manual', ?, ?, ?, 'paid', 1, ?, 0, ?)`,
    )
    .run(name, at, day, paidCents, Math.round((paidCents * 19) / 119))
  writeTouch(sample, Number(lastInsertRowid), {
    at,
    kind: 'manual',
    channel,
    isDirect: false,
    campaign: null,
    source: '',
    medium: '',
  })
}
