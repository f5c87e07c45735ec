/** What is measured: an order file of any length, and ten years of a ledger. The same seed draws the same data. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import { deriveAll } from '../../electron/backend/database/derivation.ts'
import type { StoredSettings } from '../../electron/backend/database/settings-row.ts'
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import { addDays, daysOf, toDay, type Day } from '../../shared/domain/day.ts'
import { startOfDay } from '../../shared/domain/instant.ts'
import { toSlug } from '../../shared/domain/slug.ts'

const SEED = 4711
const ZONE = 'Europe/Berlin'
const MINUTE_MS = 60_000

const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount'

const ORIGINS = [
  'utm_source: instagram\nutm_medium: paid_social\nutm_campaign: sommer-abo',
  'utm_source: instagram\nutm_medium: social\nWie hast du uns gefunden?: Instagram',
  'utm_source: facebook\nutm_medium: social',
  'utm_source: tiktok\nutm_medium: social',
  'utm_source: google\nutm_medium: organic',
  'utm_source: newsletter\nutm_medium: email',
  'Wie hast du uns gefunden?: Empfehlung von Freunden',
  '',
] as const

/** A Shopify export of three years, one line an order. */
export function shopifyFile(orders: number): Buffer {
  const random = new SampleRandom(SEED, 'shopify')
  const lines = [HEADER]
  const first = toDay('2023-01-01')
  for (let index = 0; index < orders; index++) {
    const day = addDays(first, Math.floor((index * 1095) / orders))
    const at = `${day} ${two(random.between(6, 22))}:${two(random.between(0, 59))}:${two(random.between(0, 59))} +0100`
    const total = (random.between(990, 22_000) / 100).toFixed(2)
    const tax = (Number(total) * 0.159).toFixed(2)
    const status = random.pickWeighted([
      ['paid', 94],
      ['refunded', 2],
      ['partially_refunded', 2],
      ['pending', 2],
    ])
    const refunded = status === 'refunded' ? total : status === 'partially_refunded' ? '5.00' : '0.00'
    const code = random.pickWeighted([
      ['', 88],
      ['INSTA10', 8],
      ['TIKTOK5', 4],
    ])
    const customer = `kunde${random.between(1, Math.ceil(orders * 0.7))}@example.com`
    lines.push(
      `#${10_000 + index},${customer},${status},${at},fulfilled,,no,EUR,${total},0.00,${tax},${total},${code},0.00,,${at},1,Filterkaffee 500 g,${total},,,,,,,"${random.pick(ORIGINS)}",,Shopify Payments,,${refunded},Nordlicht,${6_000_000_000_000 + index},,Low,web,0.00`,
    )
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

export const TEN_YEARS = { from: toDay('2016-11-01'), to: toDay('2026-10-31') }
export const TEN_YEARS_ROWS = { timeEntries: 25_000, orders: 150_000, adRows: 10_000 } as const

/** Fills an empty ledger with ten years: 25k time entries, 150k orders, 10k ad rows, and derives everything. */
export function fillTenYears(db: Connection, settings: StoredSettings): void {
  db.database.transaction(() => {
    const random = new SampleRandom(SEED, 'ten years')
    const days = daysOf(TEN_YEARS)
    const ids = nameThings(db)
    fillTime(db, random, days, ids)
    fillAds(db, random, days, ids)
    fillOrders(db, random, days, ids)
    deriveAll(db, { today: TEN_YEARS.to, settings })
  })()
}

interface Ids {
  readonly people: readonly [number, ...number[]]
  readonly channels: readonly [number, ...number[]]
  readonly campaigns: readonly [number, ...number[]]
}

function nameThings(db: Connection): Ids {
  const add = (sql: string, ...values: (string | number)[]) => Number(db.prepare(sql).run(...values).lastInsertRowid)
  const all = (count: number, make: (index: number) => number): [number, ...number[]] => [
    make(0),
    ...Array.from({ length: count - 1 }, (_, index) => make(index + 1)),
  ]
  db.prepare("INSERT INTO cost_rate (person_id, valid_from, cents_per_hour) VALUES (NULL, '2016-01-01', 3900)").run()
  db.prepare("INSERT INTO cost_rate (person_id, valid_from, cents_per_hour) VALUES (NULL, '2021-01-01', 4281)").run()
  return {
    people: all(4, (index) => add('INSERT INTO person (name) VALUES (?)', `Person ${index + 1}`)),
    channels: all(6, (index) =>
      add("INSERT INTO channel (network, name, position) VALUES ('other', ?, ?)", `Kanal ${index + 1}`, index),
    ),
    campaigns: all(60, (index) => {
      const name = `Kampagne ${index + 1}`
      return add('INSERT INTO campaign (slug, name) VALUES (?, ?)', toSlug(name), name)
    }),
  }
}

function fillTime(db: Connection, random: SampleRandom, days: readonly Day[], ids: Ids): void {
  const insert = db.prepare<[number, string, number | null, number, number, Day]>(
    'INSERT INTO time_entry (person_id, activity, channel_id, started_at, ended_at, day) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (let index = 0; index < TEN_YEARS_ROWS.timeEntries; index++) {
    const day = dayNumber(days, index, TEN_YEARS_ROWS.timeEntries)
    const startedAt = startOfDay(day, ZONE) + random.between(8 * 60, 17 * 60) * MINUTE_MS
    const seconds = random.between(600, 7_200)
    const channel = random.happens(0.25) ? null : random.pick(ids.channels)
    insert.run(random.pick(ids.people), random.pick(ACTIVITIES), channel, startedAt, startedAt + seconds * 1000, day)
  }
}

function fillAds(db: Connection, random: SampleRandom, days: readonly Day[], ids: Ids): void {
  const insert = db.prepare<[number, number | null, string, Day, Day, number]>(
    "INSERT INTO ad_spend (platform, campaign_id, channel_id, scope, day_from, day_to, cents) VALUES ('meta', ?, ?, ?, ?, ?, ?)",
  )
  for (let index = 0; index < TEN_YEARS_ROWS.adRows; index++) {
    const day = dayNumber(days, index, TEN_YEARS_ROWS.adRows)
    const isSocial = random.happens(0.8)
    const channel = isSocial ? random.pick(ids.channels) : null
    insert.run(
      campaignOn(day, random, ids),
      channel,
      isSocial ? 'social' : 'other',
      day,
      day,
      random.between(300, 4_000),
    )
  }
}

/** Three of ten orders have no touch, half has one, the rest two to four. */
function fillOrders(db: Connection, random: SampleRandom, days: readonly Day[], ids: Ids): void {
  const insert = db.prepare<[string, number, Day, number, number, string]>(
    `INSERT INTO revenue_event (kind, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents, customer_hash)
     VALUES ('order', ?, ?, ?, 'paid', 1, ?, 0, ?, ?)`,
  )
  const insertTouch = db.prepare<[number, number, string, string, number | null, number | null, string]>(
    'INSERT INTO touchpoint (event_id, at, kind, scope, channel_id, campaign_id, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (let index = 0; index < TEN_YEARS_ROWS.orders; index++) {
    const day = dayNumber(days, index, TEN_YEARS_ROWS.orders)
    const at = startOfDay(day, ZONE) + random.between(0, 22 * 60) * MINUTE_MS
    const paid = random.between(900, 30_000)
    const customer = `c${random.between(1, 90_000)}`
    const event = Number(insert.run(`#${index}`, at, day, paid, Math.round(paid * 0.159), customer).lastInsertRowid)
    const touches = random.pickWeighted([
      [0, 3],
      [1, 5],
      [2, 1],
      [3, 0.6],
      [4, 0.4],
    ])
    for (let touch = 0; touch < touches; touch++) {
      const isSocial = random.happens(0.7)
      const touchAt = at - touch * random.between(60, 4 * 24 * 60) * MINUTE_MS
      const campaign = isSocial && random.happens(0.3) ? campaignOn(day, random, ids) : null
      const channel = isSocial ? random.pick(ids.channels) : null
      insertTouch.run(
        event,
        touchAt,
        'utm',
        isSocial ? 'social' : 'other',
        channel,
        campaign,
        isSocial ? 'kanal' : 'google',
      )
    }
  }
}

/** Campaigns come and go: six run at a time, each for a year. */
function campaignOn(day: Day, random: SampleRandom, ids: Ids): number {
  const year = Number(day.slice(0, 4)) - Number(TEN_YEARS.from.slice(0, 4))
  return ids.campaigns[(year * 6 + random.between(0, 5)) % ids.campaigns.length] ?? ids.campaigns[0]
}

function dayNumber(days: readonly Day[], index: number, count: number): Day {
  return days[Math.floor((index * days.length) / count)] ?? TEN_YEARS.to
}
