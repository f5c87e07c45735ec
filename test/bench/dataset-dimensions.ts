/** Who works, where, on what and for whom: the records that sources of a drawn ledger point at. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import type { Day } from '../../shared/domain/day.ts'
import { startOfDay } from '../../shared/domain/instant.ts'
import { NETWORKS } from '../../shared/domain/network.ts'
import { POST_FORMATS } from '../../shared/domain/post-format.ts'
import { toSlug } from '../../shared/domain/slug.ts'
import type { DatasetSize } from './datasets.ts'

const SEED = 4711
const ZONE = 'Europe/Berlin'
export const MINUTE_MS = 60_000

export interface Dimensions {
  readonly people: readonly number[]
  readonly channels: readonly number[]
  readonly campaigns: readonly number[]
  readonly posts: readonly number[]
  readonly conversations: number
  readonly clients: readonly number[]
  readonly departments: readonly number[]
  /** By client; under null those of none. */
  readonly projects: ReadonlyMap<number | null, readonly number[]>
}

/** A stream of chance for each kind of record: more of one leaves the others as they are. */
export function chance(stream: string): SampleRandom {
  return new SampleRandom(SEED, stream)
}

/** Records follow one another evenly over the days. */
export function dayNumber(days: readonly Day[], index: number, count: number): Day {
  return at(days, Math.floor((index * days.length) / count))
}

/** Start of a day in the ledger's zone; each is worked out once. */
export function dayStarts(): (day: Day) => number {
  const starts = new Map<Day, number>()
  return (day) => {
    let start = starts.get(day)
    if (start === undefined) starts.set(day, (start = startOfDay(day, ZONE)))
    return start
  }
}

/** Counted round: every index has a record. */
export function at<T>(records: readonly T[], index: number): T {
  const record = records[index % records.length]
  if (record === undefined) throw new RangeError('there is none to choose from')
  return record
}

export function addDimensions(db: Connection, size: DatasetSize, days: readonly Day[]): Dimensions {
  const add = (sql: string, ...values: (string | number)[]) => Number(db.prepare(sql).run(...values).lastInsertRowid)
  const all = (count: number, make: (number: number) => number) =>
    Array.from({ length: count }, (_, index) => make(index + 1))
  const rate = 'INSERT INTO cost_rate (person_id, valid_from, cents_per_hour) VALUES (NULL, ?, ?)'
  add(rate, '2016-01-01', 3900)
  add(rate, '2021-01-01', 4281)
  const people = all(size.people, (no) => add('INSERT INTO person (name) VALUES (?)', `Person ${no}`))
  const channels = all(size.channels, (no) =>
    add('INSERT INTO channel (network, name, position) VALUES (?, ?, ?)', at(NETWORKS, no - 1), `Kanal ${no}`, no - 1),
  )
  const years = Math.ceil(days.length / 365.25)
  const campaigns = all(size.campaignsAYear * years, (no) => {
    const name = `Kampagne ${no}`
    return add('INSERT INTO campaign (slug, name) VALUES (?, ?)', toSlug(name), name)
  })
  const pillars = all(5, (no) => add('INSERT INTO pillar (name) VALUES (?)', `Säule ${no}`))
  const random = chance('posts')
  const posts = all(size.posts, (no) => {
    const channel = at(channels, random.between(0, channels.length - 1))
    const campaign = campaignOn(campaigns, size, (no - 1) / size.posts, random)
    const pillar = at(pillars, random.between(0, pillars.length - 1))
    const post = add(
      'INSERT INTO post (title, campaign_id, pillar_id, format) VALUES (?, ?, ?, ?)',
      `Beitrag ${no}`,
      campaign,
      pillar,
      random.pick(POST_FORMATS),
    )
    const day = dayNumber(days, no - 1, size.posts)
    add(
      "INSERT INTO variant (post_id, channel_id, status, published_on) VALUES (?, ?, 'published', ?)",
      post,
      channel,
      day,
    )
    return post
  })
  const clients = all(size.clients, (no) => add('INSERT INTO client (name) VALUES (?)', `Auftraggeber ${no}`))
  const departments = all(size.departments, (no) => add('INSERT INTO department (name) VALUES (?)', `Abteilung ${no}`))
  const projects = new Map(
    [null, ...clients].map((client) => [
      client,
      all(size.projectsAClient, (no) =>
        Number(
          db
            .prepare('INSERT INTO project (client_id, name, is_billable) VALUES (?, ?, ?)')
            .run(client, `Vorhaben ${no}`, client === null ? 0 : 1).lastInsertRowid,
        ),
      ),
    ]),
  )
  return { people, channels, campaigns, posts, conversations: size.conversations, clients, departments, projects }
}

/** Campaigns come and go: as many at a time as are made in a year. `place`: 0 to 1, where in the time of the ledger. */
export function campaignOn(
  campaigns: readonly number[],
  { campaignsAYear }: DatasetSize,
  place: number,
  random: SampleRandom,
): number {
  const first = Math.floor((place * campaigns.length) / campaignsAYear) * campaignsAYear
  return at(campaigns, first + random.between(0, campaignsAYear - 1))
}

/** One of the records that are made at about this time: what is worked on or seen is rarely older than a few weeks. */
export function recentOf(count: number, place: number, random: SampleRandom): number {
  const newest = Math.floor(place * count)
  return Math.max(0, newest - random.between(0, Math.max(1, Math.floor(count / 200))))
}
