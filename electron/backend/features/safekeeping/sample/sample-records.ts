/** What the year's work was for: posts of four pillars, conversations, two departments, a client. */
import { addDays, type Day } from '../../../../../shared/domain/day.ts'
import type { PostFormat } from '../../../../../shared/domain/post-format.ts'
import type { SampleRandom } from './random.ts'
import type { Sample, SampleCampaign, SampleChannel } from './sample-company.ts'
import { recordTextsIn, type SamplePillar, type Words } from './sample-record-texts.ts'
import { workingDaysOf, weekdayOf } from './sample-year.ts'

const CHANNELS = ['instagram', 'facebook', 'tiktok'] as const satisfies readonly SampleChannel[]

export interface SamplePost {
  readonly id: number
  readonly channel: SampleChannel
  readonly day: Day
  readonly campaign: SampleCampaign | null
}

/** Campaigns whose posts offer what they advertise, by the months they run in. */
const CAMPAIGN_IN: readonly { campaign: SampleCampaign; channel: SampleChannel; months: readonly number[] }[] = [
  { campaign: 'spring', channel: 'instagram', months: [3, 4, 5] },
  { campaign: 'cargo', channel: 'instagram', months: [6, 7, 8, 9, 10] },
  { campaign: 'winter', channel: 'instagram', months: [11, 12, 1, 2] },
  { campaign: 'courses', channel: 'facebook', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
]

/** Runs after the hours are there: they are given their posts, conversations and departments. */
export function fillRecords(sample: Sample): void {
  const random = sample.randomFor('records')
  const posts = publishPosts(sample, random)
  assignContent(sample, random, posts)
  holdConversations(sample, random, posts)
  serveDepartments(sample, random)
  serveClient(sample, random)
}

function publishPosts(sample: Sample, random: SampleRandom): SamplePost[] {
  const { pillars } = recordTextsIn(sample.language)
  const pillarIds = Object.fromEntries(
    Object.entries(pillars).map(([key, { name }]) => [key, insert(sample, 'pillar (name) VALUES (?)', name)]),
  ) as Record<SamplePillar, number>
  const days = workingDaysOf(sample.year).filter((day) => [0, 1, 3].includes(weekdayOf(day)))
  const posts: SamplePost[] = []
  const titles = new Set<string>()
  for (const day of days) {
    const pillar = random.pickWeighted<SamplePillar>([
      ['knowledge', 42],
      ['stories', 22],
      ['offers', 20],
      ['insights', 16],
    ])
    const { topics, angles, formats } = pillars[pillar]
    const channel = random.pickWeighted<SampleChannel>([
      ['instagram', 45],
      ['tiktok', 33],
      ['facebook', 22],
    ])
    const campaign = pillar === 'offers' ? campaignOf(channel, day) : null
    const title = drawTitle(random, topicsFor(campaign, pillar, topics), angles, titles)
    const id = writePost(sample, {
      title,
      channel,
      day,
      campaign,
      pillarId: pillarIds[pillar],
      format: random.pick(formats),
    })
    posts.push({ id, channel, day, campaign })
  }
  writeIdeas(sample, random, pillarIds.knowledge)
  return posts
}

/** Offers are in season: what the campaign advertises, else what is on offer all year. */
function topicsFor(campaign: SampleCampaign | null, pillar: SamplePillar, topics: Words): Words {
  if (pillar !== 'offers') return topics
  const [spring, cargo, winter, course, ...others] = topics
  const advertised = { spring, cargo, winter, courses: course, brand: undefined, workshop: undefined }
  const topic = campaign === null ? undefined : advertised[campaign]
  return topic === undefined ? [course ?? spring, ...others] : [topic]
}

/** One that was not used yet, as long as there is any to be found. */
function drawTitle(random: SampleRandom, topics: Words, angles: Words, used: Set<string>): string {
  let title = ''
  for (let attempt = 0; attempt < 30; attempt++) {
    title = `${random.pick(topics)} ${random.pick(angles)}`
    if (!used.has(title)) break
  }
  used.add(title)
  return title
}

function campaignOf(channel: SampleChannel, day: Day): SampleCampaign | null {
  const month = Number(day.slice(5, 7))
  return CAMPAIGN_IN.find((plan) => plan.channel === channel && plan.months.includes(month))?.campaign ?? null
}

interface PostDraft {
  readonly title: string
  readonly channel: SampleChannel | null
  readonly day: Day | null
  readonly campaign: SampleCampaign | null
  readonly pillarId: number
  readonly format: PostFormat
}

function writePost(sample: Sample, { title, channel, day, campaign, pillarId, format }: PostDraft): number {
  const campaignId = campaign && sample.campaigns[campaign]
  const columns = 'post (title, campaign_id, pillar_id, format) VALUES (?, ?, ?, ?)'
  const id = insert(sample, columns, title, campaignId, pillarId, format)
  const channelId = channel && sample.channels[channel]
  const status = day === null ? 'idea' : 'published'
  insert(sample, 'variant (post_id, channel_id, status, published_on) VALUES (?, ?, ?, ?)', id, channelId, status, day)
  return id
}

/** Two that are not published yet. */
function writeIdeas(sample: Sample, random: SampleRandom, pillarId: number): void {
  const { topics, angles } = recordTextsIn(sample.language).pillars.knowledge
  for (let count = 0; count < 2; count++) {
    const title = `${random.pick(topics)} ${random.pick(angles)}`
    writePost(sample, { title, channel: null, day: null, campaign: null, pillarId, format: 'reel' })
  }
}

interface EntryRow {
  readonly id: number
  readonly day: Day
  readonly channel_id: number
  readonly started_at: number
  readonly note: string
}

function entriesOf(sample: Sample, condition: string): EntryRow[] {
  return sample.db
    .prepare<[], EntryRow>(
      `SELECT id, day, channel_id, started_at, note FROM time_entry WHERE ${condition} ORDER BY started_at, id`,
    )
    .all()
}

/** Making and publishing belong to the next post of the channel; advertising to its campaign. */
function assignContent(sample: Sample, random: SampleRandom, posts: readonly SamplePost[]): void {
  const update = sample.db.prepare<[number, number]>('UPDATE time_entry SET post_id = ? WHERE id = ?')
  for (const entry of entriesOf(sample, "activity IN ('content', 'publishing') AND channel_id IS NOT NULL")) {
    const next = posts.find((post) => post.day >= entry.day && sample.channels[post.channel] === entry.channel_id)
    if (next && next.day <= addDays(entry.day, 14) && random.happens(0.82)) update.run(next.id, entry.id)
  }
  const advertise = sample.db.prepare<[number, number]>('UPDATE time_entry SET campaign_id = ? WHERE id = ?')
  for (const entry of entriesOf(sample, "activity = 'ads' AND channel_id IS NOT NULL")) {
    const channel = CHANNELS.find((name) => sample.channels[name] === entry.channel_id)
    const campaign = channel && campaignOf(channel, entry.day)
    if (campaign) advertise.run(sample.campaigns[campaign], entry.id)
  }
}

/** The latest post of a channel that was out by that day. */
export function latestPost(
  sample: Sample,
  posts: readonly SamplePost[],
  channelId: number,
  day: Day,
): SamplePost | undefined {
  return posts.findLast((post) => post.day <= day && sample.channels[post.channel] === channelId)
}

/** Every other block of answering is about one conversation; most of them are about the latest post. */
function holdConversations(sample: Sample, random: SampleRandom, posts: readonly SamplePost[]): void {
  const { conversations } = recordTextsIn(sample.language)
  const answer = sample.db.prepare<[number, number | null, number]>(
    'UPDATE time_entry SET conversation_id = ?, post_id = ? WHERE id = ?',
  )
  for (const entry of entriesOf(sample, "activity = 'dialogue' AND channel_id IS NOT NULL")) {
    if (!random.happens(0.35)) continue
    const post = random.happens(0.7) ? latestPost(sample, posts, entry.channel_id, entry.day) : undefined
    const id = insert(
      sample,
      'conversation (label, channel_id, post_id, received_at) VALUES (?, ?, ?, ?)',
      random.pick(conversations),
      entry.channel_id,
      post?.id ?? null,
      entry.started_at - random.between(5, 300) * 60_000,
    )
    answer.run(id, post?.id ?? null, entry.id)
  }
}

/** Questions the customer service would have answered, and help in finding people. */
function serveDepartments(sample: Sample, random: SampleRandom): void {
  const { departments, recruitingNotes } = recordTextsIn(sample.language)
  const service = insert(sample, 'department (name) VALUES (?)', departments.service)
  const recruiting = insert(sample, 'department (name) VALUES (?)', departments.recruiting)
  const serve = sample.db.prepare<[number, number]>('UPDATE time_entry SET department_id = ? WHERE id = ?')
  for (const entry of entriesOf(sample, `activity = 'dialogue' AND person_id = ${sample.people.mechanic}`))
    if (random.happens(0.45)) serve.run(service, entry.id)
  const recruit = sample.db.prepare<[number, string, number]>(
    'UPDATE time_entry SET department_id = ?, note = ? WHERE id = ?',
  )
  for (const entry of entriesOf(sample, "activity = 'coordination'"))
    if (random.happens(0.22)) recruit.run(recruiting, random.pick(recruitingNotes), entry.id)
}

/** One customer has a contract: what is coordinated for it is booked to it. */
function serveClient(sample: Sample, random: SampleRandom): void {
  const clientId = insert(sample, 'client (name) VALUES (?)', recordTextsIn(sample.language).client)
  const serve = sample.db.prepare<[number, number]>('UPDATE time_entry SET client_id = ? WHERE id = ?')
  for (const entry of entriesOf(sample, "activity = 'coordination' AND department_id IS NULL"))
    if (random.happens(0.1)) serve.run(clientId, entry.id)
}

export function insert(sample: Sample, into: string, ...values: (string | number | null)[]): number {
  return Number(sample.db.prepare<(string | number | null)[]>(`INSERT INTO ${into}`).run(...values).lastInsertRowid)
}

/** The posts that are out, earliest first. */
export function readPosts(sample: Sample): SamplePost[] {
  const channelOf = new Map(CHANNELS.map((channel) => [sample.channels[channel], channel]))
  return sample.db
    .prepare<[], { id: number; channel_id: number; day: Day }>(
      'SELECT id, channel_id, published_on AS day FROM post WHERE published_on IS NOT NULL ORDER BY published_on, id',
    )
    .all()
    .flatMap(({ id, channel_id: channelId, day }) => {
      const channel = channelOf.get(channelId)
      return channel ? [{ id, channel, day, campaign: null }] : []
    })
}
