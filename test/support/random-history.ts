/** A small company with everything a result can be grouped by: the same seed draws the same ledger. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import { deriveAll } from '../../electron/backend/database/derivation.ts'
import { addNotedVariant } from '../../electron/backend/database/variants.ts'
import { ACTIVITIES } from '../../shared/domain/activity.ts'
import { TOUCH_KINDS } from '../../shared/domain/attribution.ts'
import { addDays, daysBetween, toDay } from '../../shared/domain/day.ts'
import { dayAt } from '../../shared/domain/instant.ts'
import { POST_FORMATS } from '../../shared/domain/post-format.ts'
import { openDirectHost, TEST_NOW, type DirectHost } from './direct-host.ts'

export const HISTORY = { from: toDay('2025-11-10'), to: toDay('2026-09-20') }
const DAY_MS = 86_400_000
const ZONE = 'Europe/Berlin'

/** Purchases with up to twelve touches over 200 days, a few refunded, at margins of their own or the ledger's; work, ads and tools. */
export async function openRandomHistory(seed: number, purchases = 160): Promise<DirectHost> {
  const host = await openDirectHost({ marginBasisPoints: 5_500, attributionWindowDays: 30, language: 'en' })
  await host.backend.ledger.withWriter((db, { settings }) => {
    db.database.transaction(() => {
      const random = new SampleRandom(seed, 'history')
      const ids = nameThings(db, random)
      fillWork(db, random, ids)
      fillCosts(db, random, ids)
      for (let index = 0; index < purchases; index++) fillPurchase(db, random, ids, index)
      deriveAll(db, { today: dayAt(TEST_NOW, ZONE), settings })
    })()
  })
  return host
}

/** The same ledger with another window saved and derived anew. */
export async function saveWindow({ backend }: DirectHost, attributionWindowDays: number): Promise<void> {
  await backend.ledger.withWriter((db, { settings, today }) => {
    db.database.transaction(() => {
      db.prepare<[string]>(
        `INSERT INTO setting (key, value) VALUES ('attributionWindowDays', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      ).run(String(attributionWindowDays))
      deriveAll(db, { today, settings: { ...settings, attributionWindowDays } })
    })()
  })
}

type Ids = readonly [number, ...number[]]
interface Things {
  readonly people: Ids
  readonly channels: Ids
  readonly campaigns: Ids
  readonly posts: Ids
  readonly conversations: Ids
  readonly clients: Ids
  readonly departments: Ids
}

function insert(db: Connection, table: string, row: Readonly<Record<string, string | number | null>>): number {
  const names = Object.keys(row)
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
  return Number(db.prepare<[object]>(sql).run(row).lastInsertRowid)
}

function several(count: number, make: (index: number) => number): Ids {
  return [make(1), ...Array.from({ length: count - 1 }, (_, index) => make(index + 2))]
}

function nameThings(db: Connection, random: SampleRandom): Things {
  insert(db, 'cost_rate', { person_id: null, valid_from: '2025-01-01', cents_per_hour: 4_281 })
  const channels = several(3, (n) => insert(db, 'channel', { network: 'instagram', name: `Channel ${n}` }))
  const pillars = several(2, (n) => insert(db, 'pillar', { name: `Pillar ${n}` }))
  return {
    channels,
    people: several(2, (n) => insert(db, 'person', { name: `Person ${n}` })),
    campaigns: several(3, (n) => insert(db, 'campaign', { slug: `c-${n}`, name: `Campaign ${n}` })),
    posts: several(9, (n) => {
      const channelId = n % 4 === 0 ? null : random.pick(channels)
      const pillarId = n % 3 === 0 ? null : random.pick(pillars)
      const format = n % 5 === 0 ? null : random.pick(POST_FORMATS)
      const publishedOn = n === 9 ? null : toDay(someDay(random))
      const id = insert(db, 'post', { title: `Post ${n}`, pillar_id: pillarId, format })
      addNotedVariant(db, id, { channelId, publishedOn, permalink: null, permalinkKey: null })
      return id
    }),
    conversations: several(4, () => insert(db, 'conversation', { received_at: Date.parse('2026-02-01T10:00:00Z') })),
    clients: several(2, (n) => insert(db, 'client', { name: `Client ${n}` })),
    departments: several(2, (n) => insert(db, 'department', { name: `Department ${n}` })),
  }
}

function someDay(random: SampleRandom): string {
  return addDays(HISTORY.from, random.between(0, daysBetween(HISTORY.from, HISTORY.to)))
}

function maybe(random: SampleRandom, ids: Ids, probability: number): number | null {
  return random.happens(probability) ? random.pick(ids) : null
}

function fillWork(db: Connection, random: SampleRandom, ids: Things): void {
  for (let index = 0; index < 260; index++) {
    const day = someDay(random)
    const startedAt = Date.parse(`${day}T08:00:00Z`) + index * 1_000
    insert(db, 'time_entry', {
      person_id: random.pick(ids.people),
      activity: random.happens(0.1) ? null : random.pick(ACTIVITIES),
      channel_id: maybe(random, ids.channels, 0.7),
      campaign_id: maybe(random, ids.campaigns, 0.3),
      post_id: maybe(random, ids.posts, 0.4),
      conversation_id: maybe(random, ids.conversations, 0.1),
      client_id: maybe(random, ids.clients, 0.3),
      department_id: maybe(random, ids.departments, 0.2),
      started_at: startedAt,
      ended_at: startedAt + random.between(300, 9_000) * 1_000,
      day,
      scope: random.happens(0.1) ? 'other' : 'social',
    })
  }
}

function fillCosts(db: Connection, random: SampleRandom, ids: Things): void {
  for (let index = 0; index < 60; index++) {
    const day = someDay(random)
    insert(db, 'ad_spend', {
      platform: random.pick(['meta', 'linkedin']),
      campaign_id: maybe(random, ids.campaigns, 0.8),
      channel_id: maybe(random, ids.channels, 0.8),
      scope: random.happens(0.2) ? 'other' : 'social',
      day_from: day,
      day_to: addDays(toDay(day), random.pick([0, 0, 0, 30])),
      cents: random.between(100, 9_000),
      conversion_value_cents: random.happens(0.5) ? random.between(0, 30_000) : null,
    })
  }
  for (let index = 0; index < 20; index++) {
    insert(db, 'expense', {
      kind: random.pick(['tool', 'service', 'other']),
      name: `Expense ${index}`,
      cents: random.between(500, 30_000),
      starts_on: someDay(random),
      repetition: random.pick(['once', 'once', 'monthly']),
      channel_id: maybe(random, ids.channels, 0.5),
      post_id: maybe(random, ids.posts, 0.3),
      client_id: maybe(random, ids.clients, 0.3),
      department_id: maybe(random, ids.departments, 0.2),
      scope: 'social',
    })
  }
}

function fillPurchase(db: Connection, random: SampleRandom, ids: Things, index: number): void {
  const day = someDay(random)
  const at = Date.parse(`${day}T11:00:00Z`) + random.between(0, 3_600_000)
  const paid = random.between(0, 40_000)
  const event = insert(db, 'revenue_event', {
    kind: 'order',
    name: `#${index}`,
    at,
    day,
    status: 'paid',
    is_counted: random.happens(0.05) ? 0 : 1,
    paid_cents: paid,
    refunded_cents: random.happens(0.1) ? random.between(0, paid) : 0,
    tax_cents: Math.floor(paid * 0.159),
    margin_basis_points: random.happens(0.2) ? random.between(0, 10_000) : null,
    customer_hash: random.happens(0.9) ? `customer ${random.between(1, 100)}` : null,
    client_id: maybe(random, ids.clients, 0.4),
  })
  for (let touch = random.between(0, 12); touch > 0; touch--) {
    const ageMs = random.pick([0, random.between(0, 40 * DAY_MS), random.between(0, 200 * DAY_MS), -DAY_MS])
    const isSocial = random.happens(0.7)
    insert(db, 'touchpoint', {
      event_id: event,
      at: at - ageMs,
      kind: random.pick(TOUCH_KINDS),
      scope: isSocial ? 'social' : 'other',
      is_direct: !isSocial && random.happens(0.4) ? 1 : 0,
      channel_id: isSocial ? maybe(random, ids.channels, 0.9) : null,
      campaign_id: maybe(random, ids.campaigns, 0.4),
      post_id: isSocial ? maybe(random, ids.posts, 0.4) : null,
      conversation_id: isSocial ? maybe(random, ids.conversations, 0.2) : null,
      source: 'instagram',
      medium: random.pick(['', 'cpc', 'paid_social', 'social']),
    })
  }
}
