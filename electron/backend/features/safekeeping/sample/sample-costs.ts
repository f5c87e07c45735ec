/** What the year cost besides work: ads by day and by month, tools, a photographer. */
import {
  addDays,
  addMonths,
  daysBetween,
  daysOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  type Day,
} from '../../../../../shared/domain/day.ts'
import { levyOn } from '../../../../../shared/domain/artists-levy.ts'
import { convertForeign } from '../../../../../shared/domain/exchange.ts'
import { multiplyDivide } from '../../../../../shared/domain/money.ts'
import type { Repetition } from '../../../../../shared/domain/spreading.ts'
import type { SampleRandom } from './random.ts'
import type { Sample, SampleCampaign, SampleChannel } from './sample-company.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { noteReceipt } from './sample-receipt.ts'
import { insert } from './sample-records.ts'
import { textsIn } from './sample-texts.ts'

interface MetaCampaign {
  readonly campaign: SampleCampaign
  readonly channel: SampleChannel
  /** Months of the year in which it runs. */
  readonly months: readonly number[]
  readonly centsPerDay: number
}

const META: readonly MetaCampaign[] = [
  { campaign: 'spring', channel: 'instagram', months: [3, 4, 5], centsPerDay: 1_650 },
  { campaign: 'cargo', channel: 'instagram', months: [6, 7, 8, 9, 10], centsPerDay: 1_150 },
  { campaign: 'winter', channel: 'instagram', months: [11, 12, 1, 2], centsPerDay: 900 },
  { campaign: 'courses', channel: 'facebook', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], centsPerDay: 560 },
]

const GOOGLE = [
  { campaign: 'brand', centsPerMonth: 16_000 },
  { campaign: 'workshop', centsPerMonth: 29_500 },
] as const

interface Spend {
  readonly platform: 'meta' | 'google'
  readonly campaign: SampleCampaign
  readonly channel: SampleChannel | null
  readonly from: Day
  readonly to: Day
  readonly cents: number
  readonly clicks: number
  readonly results: number
}

export function fillCosts(sample: Sample): void {
  const random = sample.randomFor('costs')
  for (const day of daysOf(sample.year)) {
    for (const plan of META) {
      if (plan.months.includes(Number(day.slice(5, 7)))) spendOnMeta(sample, random, plan, day)
    }
  }
  spendOnGoogle(sample, random)
  bookExpenses(sample)
}

function spendOnMeta(sample: Sample, random: SampleRandom, plan: MetaCampaign, day: Day): void {
  const cents = random.between(Math.round(plan.centsPerDay * 0.6), Math.round(plan.centsPerDay * 1.4))
  const clicks = Math.round(cents / random.between(28, 60))
  const results = Math.round(clicks * 0.02 * random.next() * 2)
  const { campaign, channel } = plan
  writeSpend(sample, random, { platform: 'meta', campaign, channel, from: day, to: day, cents, clicks, results })
}

/** One row a month, as Google Ads reports them; the first and the last month are cut by the year. */
function spendOnGoogle(sample: Sample, random: SampleRandom): void {
  const { from: first, to: last } = sample.year
  for (let month = monthOf(first); firstDayOf(month) <= last; month = monthOf(addMonths(firstDayOf(month), 1))) {
    const from = first > firstDayOf(month) ? first : firstDayOf(month)
    const to = last < lastDayOf(month) ? last : lastDayOf(month)
    const days = daysBetween(from, to) + 1
    const all = daysBetween(firstDayOf(month), lastDayOf(month)) + 1
    for (const { campaign, centsPerMonth } of GOOGLE) {
      const full = random.between(Math.round(centsPerMonth * 0.85), Math.round(centsPerMonth * 1.15))
      const cents = multiplyDivide(full, days, all)
      const clicks = Math.round(cents / random.between(55, 80))
      writeSpend(sample, random, {
        platform: 'google',
        campaign,
        channel: null,
        from,
        to,
        cents,
        clicks,
        results: Math.round(clicks * 0.04),
      })
    }
  }
}

function writeSpend(sample: Sample, random: SampleRandom, spend: Spend): void {
  const isSocial = spend.channel !== null
  sample.db
    .prepare<[object]>(
      `INSERT INTO ad_spend (platform, campaign_id, channel_id, scope, day_from, day_to, cents, impressions, clicks, results, conversion_value_cents)
       VALUES (@platform, @campaignId, @channelId, @scope, @from, @to, @cents, @impressions, @clicks, @results, @valueCents)`,
    )
    .run({
      platform: spend.platform,
      campaignId: sample.campaigns[spend.campaign],
      channelId: spend.channel === null ? null : sample.channels[spend.channel],
      scope: isSocial ? 'social' : 'other',
      from: spend.from,
      to: spend.to,
      cents: spend.cents,
      impressions: spend.clicks * random.between(40, 90),
      clicks: spend.clicks,
      results: spend.results,
      // What the platform claims for itself, view-throughs included.
      valueCents: isSocial ? spend.results * random.between(7_000, 13_000) : null,
    })
}

function bookExpenses(sample: Sample): void {
  const { expenses, photographerNote } = textsIn(sample.language)
  const { from } = sample.year
  const shoot = addDays(addMonths(from, 4), 9)
  book(sample, { kind: 'tool', name: expenses.planner, cents: 4_900, from, repetition: 'monthly' })
  book(sample, { kind: 'tool', name: expenses.editor, cents: 28_788, from: addMonths(from, 1), repetition: 'yearly' })
  const photographer = book(sample, {
    kind: 'service',
    isCreative: true,
    name: expenses.photographer,
    cents: PHOTOGRAPHER_CENTS,
    from: shoot,
    repetition: 'once',
    channel: 'instagram',
    note: photographerNote,
  })
  noteReceipt(sample, photographer, addDays(shoot, 6))
  book(sample, {
    kind: 'levy',
    levyOf: photographer,
    name: expenses.levy,
    cents: levyOn(PHOTOGRAPHER_CENTS, Number(shoot.slice(0, 4))),
    from: shoot,
    repetition: 'once',
    channel: 'instagram',
  })
  bookInDollars(sample, addMonths(from, 2))
}

const PHOTOGRAPHER_CENTS = 115_000
const DOLLAR = { cents: 2_900, rateMillionths: 862_400 } as const

/** A tool that is charged in dollars; the rate of its first day stays with it, a later one is listed beside. */
function bookInDollars(sample: Sample, from: Day): void {
  for (const [day, rateMillionths] of [
    [from, DOLLAR.rateMillionths],
    [addMonths(from, 6), 871_900],
  ] as const)
    insert(sample, "exchange_rate (currency, day, rate_millionths) VALUES ('USD', ?, ?)", day, rateMillionths)
  const { cents, rateMillionths } = DOLLAR
  book(sample, {
    kind: 'tool',
    name: recordTextsIn(sample.language).dollarTool,
    cents: convertForeign(cents, rateMillionths),
    from,
    repetition: 'monthly',
    foreign: { cents, rateMillionths, day: from },
  })
}

interface ExpenseDraft {
  readonly kind: 'tool' | 'service' | 'levy'
  readonly name: string
  readonly cents: number
  readonly from: Day
  readonly repetition: Repetition
  readonly channel?: SampleChannel
  readonly isCreative?: boolean
  readonly levyOf?: number
  readonly note?: string
  readonly foreign?: { readonly cents: number; readonly rateMillionths: number; readonly day: Day }
}

function book(sample: Sample, draft: ExpenseDraft): number {
  const { kind, name, cents, from, repetition, channel, isCreative = false, levyOf = null, note = '', foreign } = draft
  return insert(
    sample,
    `expense (kind, name, cents, starts_on, repetition, channel_id, scope, note, is_creative, levy_of_expense_id, foreign_cents,
       foreign_currency, rate_millionths, rate_day) VALUES (?, ?, ?, ?, ?, ?, 'social', ?, ?, ?, ?, ?, ?, ?)`,
    kind,
    name,
    cents,
    from,
    repetition,
    channel === undefined ? null : sample.channels[channel],
    note,
    Number(isCreative),
    levyOf,
    foreign?.cents ?? null,
    foreign ? 'USD' : null,
    foreign?.rateMillionths ?? null,
    foreign?.day ?? null,
  )
}
