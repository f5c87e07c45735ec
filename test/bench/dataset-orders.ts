/** Purchases of a drawn ledger with what they bought and where they came from. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import type { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import type { Day } from '../../shared/domain/day.ts'
import {
  at,
  campaignOn,
  chance,
  dayNumber,
  dayStarts,
  MINUTE_MS,
  recentOf,
  type Dimensions,
} from './dataset-dimensions.ts'
import type { DatasetSize } from './datasets.ts'

type Values = (string | number | null)[]

/** Three of ten purchases have no touch, half has one, the rest two to four; one in fifty does not count. */
export function addOrders(db: Connection, size: DatasetSize, days: readonly Day[], dimensions: Dimensions): void {
  const random = chance('orders')
  const startOf = dayStarts()
  const insert = db.prepare<Values>(
    `INSERT INTO revenue_event (kind, source, name, at, day, status, is_counted, paid_cents, refunded_cents, tax_cents, customer_hash)
     VALUES ('order', 'shopify', ?, ?, ?, 'paid', 1, ?, ?, ?, ?)`,
  )
  const insertItem = db.prepare<Values>('INSERT INTO revenue_item (event_id, product, cents) VALUES (?, ?, ?)')
  const touches = new TouchWriter(db, size, dimensions, random)
  const customers = Math.ceil(size.orders * 0.6)
  for (let index = 0; index < size.orders; index++) {
    const day = dayNumber(days, index, size.orders)
    const boughtAt = startOf(day) + random.between(0, 22 * 60) * MINUTE_MS
    const paid = random.between(900, 30_000)
    const refunded = random.happens(0.03) ? Math.round(paid / 4) : 0
    const customer = `c${random.between(1, customers)}`
    const tax = Math.round(paid * 0.159)
    const event = Number(insert.run(`#${index + 1}`, boughtAt, day, paid, refunded, tax, customer).lastInsertRowid)
    insertItem.run(event, `Röstung ${random.between(1, 30)}`, paid)
    const count = random.pickWeighted([
      [0, 3],
      [1, 5],
      [2, 1],
      [3, 0.6],
      [4, 0.4],
    ])
    for (let touch = 0; touch < count; touch++) {
      const age = touch * random.between(60, 12 * 24 * 60) * MINUTE_MS
      touches.write(event, boughtAt - age, index / size.orders)
    }
  }
}

class TouchWriter {
  readonly #insert
  readonly #size: DatasetSize
  readonly #dimensions: Dimensions
  readonly #random: SampleRandom

  constructor(db: Connection, size: DatasetSize, dimensions: Dimensions, random: SampleRandom) {
    this.#insert = db.prepare<Values>(
      `INSERT INTO touchpoint (event_id, at, kind, scope, channel_id, campaign_id, post_id, conversation_id, source, medium)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#size = size
    this.#dimensions = dimensions
    this.#random = random
  }

  /** Seven of ten touches are social: links, some of them paid, few of them with a post, and a few conversations. */
  write(event: number, touchedAt: number, place: number): void {
    const random = this.#random
    const { channels, campaigns, posts, conversations } = this.#dimensions
    if (!random.happens(0.7)) {
      this.#insert.run(event, touchedAt, 'utm', 'other', null, null, null, null, 'google', 'organic')
      return
    }
    const channel = at(channels, random.between(0, channels.length - 1))
    if (random.happens(0.05)) {
      const conversation = recentOf(conversations - 1, place, random) + 1
      this.#insert.run(event, touchedAt, 'conversation', 'social', channel, null, null, conversation, '', '')
      return
    }
    const campaign = random.happens(0.3) ? campaignOn(campaigns, this.#size, place, random) : null
    const post = random.happens(0.1) ? at(posts, recentOf(posts.length, place, random)) : null
    const medium = campaign !== null && random.happens(0.5) ? 'paid_social' : 'social'
    this.#insert.run(event, touchedAt, 'utm', 'social', channel, campaign, post, null, 'kanal', medium)
  }
}
