/** Purchases that came by a post or out of a conversation, and what was bought with which margin. */
import { type Day } from '../../../../../shared/domain/day.ts'
import { dayAt } from '../../../../../shared/domain/instant.ts'
import type { SampleRandom } from './random.ts'
import type { Sample } from './sample-company.ts'
import { insert, latestPost, readPosts } from './sample-records.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

const HOUR_MS = 3_600_000

interface TouchRow {
  readonly id: number
  readonly event_id: number
  readonly at: number
  readonly channel_id: number
}

export function fillEncounters(sample: Sample): void {
  const random = sample.randomFor('encounters')
  const touches = sample.db
    .prepare<[], TouchRow>(
      "SELECT id, event_id, at, channel_id FROM touchpoint WHERE scope = 'social' AND channel_id IS NOT NULL ORDER BY at, id",
    )
    .all()
  comeByPosts(sample, random, touches)
  askFirst(sample, random, touches)
  itemise(sample, random)
}

/** Links that name the post they stood in. */
function comeByPosts(sample: Sample, random: SampleRandom, touches: readonly TouchRow[]): void {
  const posts = readPosts(sample)
  const update = sample.db.prepare<[number, number]>('UPDATE touchpoint SET post_id = ? WHERE id = ?')
  for (const touch of touches) {
    const day: Day = dayAt(touch.at, SAMPLE_TIME_ZONE)
    const post = latestPost(sample, posts, touch.channel_id, day)
    if (post && random.happens(0.48)) update.run(post.id, touch.id)
  }
}

/** Some asked on the same channel a day or two before they bought; for some the answer was what led to it. */
function askFirst(sample: Sample, random: SampleRandom, touches: readonly TouchRow[]): void {
  const find = sample.db.prepare<[number, number, number], { id: number; post_id: number | null; received_at: number }>(
    `SELECT id, post_id, received_at FROM conversation WHERE channel_id = ? AND received_at BETWEEN ? AND ? ORDER BY received_at DESC, id DESC LIMIT 1`,
  )
  for (const touch of touches) {
    if (!random.happens(0.11)) continue
    const asked = find.get(touch.channel_id, touch.at - 72 * HOUR_MS, touch.at - HOUR_MS)
    if (!asked) continue
    insert(
      sample,
      `touchpoint (event_id, at, kind, scope, channel_id, post_id, conversation_id, is_by_hand)
       VALUES (?, ?, 'conversation', 'social', ?, ?, ?, 1)`,
      touch.event_id,
      random.happens(0.4) ? touch.at : asked.received_at,
      touch.channel_id,
      asked.post_id,
      asked.id,
    )
  }
}

/** Margins that come to the ledger's on average: work leaves more than parts. */
const MARGINS = { inspection: 7_200, parts: 4_600, accessories: 5_500 } as const

function itemise(sample: Sample, random: SampleRandom): void {
  const { products } = recordTextsIn(sample.language)
  for (const product of ['inspection', 'parts', 'accessories'] as const) {
    insert(sample, 'margin_rule (product, margin_basis_points) VALUES (?, ?)', products[product], MARGINS[product])
  }
  const orders = sample.db
    .prepare<[], { id: number; paid_cents: number }>(
      "SELECT id, paid_cents FROM revenue_event WHERE kind = 'order' ORDER BY id",
    )
    .all()
  for (const { id, paid_cents: paidCents } of orders) {
    if (!random.happens(0.4)) continue
    const item = (product: keyof typeof MARGINS, cents: number) =>
      insert(sample, 'revenue_item (event_id, product, cents) VALUES (?, ?, ?)', id, products[product], cents)
    const part = Math.round(paidCents * (0.3 + 0.4 * random.next()))
    const isRepair = random.happens(0.38)
    item(isRepair ? 'inspection' : 'accessories', part)
    item('parts', paidCents - part)
  }
}
