/** Hours, ads and tools of a drawn ledger. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import type { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import type { Activity } from '../../shared/domain/activity.ts'
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

const ACTIVITY_SHARES: readonly [readonly [Activity, number], ...(readonly [Activity, number])[]] = [
  ['dialogue', 30],
  ['content', 30],
  ['publishing', 10],
  ['planning', 8],
  ['ads', 8],
  ['reporting', 5],
  ['coordination', 7],
  ['learning', 2],
]

const NOTES: readonly [string, ...string[]] = [
  'Reel schneiden',
  'Kommentare beantworten',
  'Nachrichten im Postfach',
  'Texte für die Woche',
  'Abstimmung mit dem Einkauf',
  'Zahlen des Monats',
  'Fotos auswählen',
  'Redaktionsplan',
]

/** Everybody works for a few channels; planning, coordination and learning are for none in particular. */
export function addTime(db: Connection, size: DatasetSize, days: readonly Day[], dimensions: Dimensions): void {
  const { people, channels } = dimensions
  const random = chance('time')
  const words = chance('notes')
  const startOf = dayStarts()
  const insert = db.prepare<Values>(
    `INSERT INTO time_entry (person_id, activity, channel_id, campaign_id, post_id, conversation_id, client_id, department_id,
       project_id, is_billable, note, started_at, ended_at, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let index = 0; index < size.timeEntries; index++) {
    const place = index / size.timeEntries
    const day = dayNumber(days, index, size.timeEntries)
    const person = random.between(0, people.length - 1)
    const activity = random.pickWeighted(ACTIVITY_SHARES)
    const isForAll = activity === 'coordination' || activity === 'learning' || random.happens(0.1)
    const channel = isForAll ? null : at(channels, person + random.between(0, 2))
    const links = linksOf(activity, place, dimensions, random)
    const client = links[2] as number | null
    const started = startOf(day) + random.between(8 * 60, 17 * 60) * MINUTE_MS
    insert.run(
      at(people, person),
      activity,
      channel,
      activity === 'ads' ? campaignOn(dimensions.campaigns, size, place, random) : null,
      ...links,
      words.happens(client === null ? 0.1 : 0.8)
        ? at(dimensions.projects.get(client) ?? [], words.between(0, 99))
        : null,
      client === null ? 0 : 1,
      `${words.pick(NOTES)} ${words.between(1, 400)}`,
      started,
      started + random.between(10, 120) * MINUTE_MS,
      day,
    )
  }
}

/** Post, conversation, client and department of work. A channel in eight works for a client, and a little is done for departments. */
function linksOf(activity: Activity, place: number, dimensions: Dimensions, random: SampleRandom): Values {
  const { posts, conversations, clients, departments } = dimensions
  const isContent = activity === 'content' || activity === 'publishing'
  return [
    isContent && random.happens(0.5) ? at(posts, recentOf(posts.length, place, random)) : null,
    activity === 'dialogue' && random.happens(0.7) ? recentOf(conversations - 1, place, random) + 1 : null,
    isContent && random.happens(0.15) ? at(clients, random.between(0, clients.length - 1)) : null,
    activity === 'coordination' && random.happens(0.5)
      ? at(departments, random.between(0, departments.length - 1))
      : null,
  ]
}

export function addAds(db: Connection, size: DatasetSize, days: readonly Day[], dimensions: Dimensions): void {
  const random = chance('ads')
  const insert = db.prepare<Values>(
    `INSERT INTO ad_spend (platform, campaign_id, channel_id, scope, day_from, day_to, cents, impressions, clicks, results,
       conversion_value_cents) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let index = 0; index < size.adRows; index++) {
    const day = dayNumber(days, index, size.adRows)
    const isSocial = random.happens(0.8)
    const results = random.between(0, 4)
    insert.run(
      isSocial ? 'meta' : 'google',
      campaignOn(dimensions.campaigns, size, index / size.adRows, random),
      isSocial ? at(dimensions.channels, random.between(0, 2)) : null,
      isSocial ? 'social' : 'other',
      day,
      day,
      random.between(300, 4_000),
      random.between(500, 20_000),
      random.between(5, 400),
      results,
      results * random.between(1_000, 9_000),
    )
  }
}

export function addTools(db: Connection, { tools }: DatasetSize, days: readonly Day[], { channels }: Dimensions): void {
  const insert = db.prepare<Values>(
    "INSERT INTO expense (kind, name, cents, starts_on, repetition, channel_id, scope) VALUES ('tool', ?, ?, ?, 'monthly', ?, 'social')",
  )
  for (let index = 0; index < tools; index++)
    insert.run(
      `Werkzeug ${index + 1}`,
      4_900 + index * 1_000,
      at(days, 0),
      index === 0 ? null : at(channels, index - 1),
    )
}
