/** The editorial plan at the very moment the sample is made: when each post went out, what is due, what is still an idea. */
import { addDays, type Day } from '../../../../../shared/domain/day.ts'
import { dayAt } from '../../../../../shared/domain/instant.ts'
import type { PostFormat } from '../../../../../shared/domain/post-format.ts'
import type { PostStatus } from '../../../../../shared/domain/post-status.ts'
import { instantAt } from '../../../../../shared/domain/wall-time.ts'
import { CALENDAR_TEXTS, type CalendarTexts } from './sample-calendar-texts.ts'
import type { Sample, SampleChannel } from './sample-company.ts'
import { recordTextsIn, type SamplePillar } from './sample-record-texts.ts'
import { insert } from './sample-records.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

const CLOCKS: Readonly<Record<SampleChannel, string>> = { instagram: '11:30', facebook: '17:00', tiktok: '19:30' }

interface Plan {
  /** Days from today. */
  readonly in: number
  readonly channels: readonly [SampleChannel, ...SampleChannel[]]
  readonly pillar: SamplePillar
  readonly format: PostFormat
  readonly status: PostStatus
  /** Which topic and angle of the pillar. */
  readonly topic: number
  readonly angle: number
  readonly minutes?: number
  /** Facebook says it in its own words. */
  readonly hasOwnText?: true
}

const PLANS: readonly Plan[] = [
  { in: -1, channels: ['facebook'], pillar: 'offers', format: 'image', status: 'ready', topic: 3, angle: 2 },
  {
    in: 0,
    channels: ['tiktok'],
    pillar: 'knowledge',
    format: 'video',
    status: 'ready',
    topic: 9,
    angle: 0,
    minutes: 60,
  },
  {
    in: 1,
    channels: ['instagram', 'facebook'],
    pillar: 'stories',
    format: 'reel',
    status: 'ready',
    topic: 2,
    angle: 2,
    minutes: 90,
    hasOwnText: true,
  },
  {
    in: 2,
    channels: ['tiktok'],
    pillar: 'insights',
    format: 'reel',
    status: 'review',
    topic: 0,
    angle: 0,
    minutes: 60,
  },
  {
    in: 4,
    channels: ['instagram'],
    pillar: 'knowledge',
    format: 'carousel',
    status: 'review',
    topic: 5,
    angle: 3,
    minutes: 120,
  },
  { in: 5, channels: ['facebook'], pillar: 'insights', format: 'image', status: 'draft', topic: 4, angle: 1 },
  {
    in: 7,
    channels: ['instagram', 'tiktok'],
    pillar: 'knowledge',
    format: 'reel',
    status: 'draft',
    topic: 4,
    angle: 1,
    minutes: 90,
  },
  {
    in: 8,
    channels: ['instagram'],
    pillar: 'stories',
    format: 'story',
    status: 'draft',
    topic: 4,
    angle: 0,
    minutes: 30,
  },
  { in: 11, channels: ['tiktok'], pillar: 'knowledge', format: 'video', status: 'idea', topic: 7, angle: 4 },
  {
    in: 12,
    channels: ['instagram', 'facebook'],
    pillar: 'offers',
    format: 'carousel',
    status: 'idea',
    topic: 1,
    angle: 1,
    minutes: 90,
  },
  { in: 14, channels: ['instagram'], pillar: 'stories', format: 'image', status: 'idea', topic: 5, angle: 3 },
  {
    in: 18,
    channels: ['instagram'],
    pillar: 'insights',
    format: 'live',
    status: 'idea',
    topic: 3,
    angle: 1,
    minutes: 180,
  },
]

/** Runs last: nothing of it has brought or cost anything yet. */
export function fillCalendar(sample: Sample): void {
  const today = dayAt(sample.now, SAMPLE_TIME_ZONE)
  writeTexts(sample)
  placePublished(sample)
  for (const plan of PLANS) writePlan(sample, plan, today)
}

/** Each post says something, by what it is about. */
function writeTexts(sample: Sample): void {
  const texts = CALENDAR_TEXTS[sample.language]
  const posts = sample.db
    .prepare<[], { id: number; title: string; pillar: string }>(
      'SELECT post.id, post.title, pillar.name AS pillar FROM post JOIN pillar ON pillar.id = post.pillar_id',
    )
    .all()
  const pillars = Object.entries(recordTextsIn(sample.language).pillars) as [SamplePillar, { name: string }][]
  const pillarOf = new Map(pillars.map(([pillar, { name }]) => [name, pillar]))
  const write = sample.db.prepare<[string, number]>('UPDATE post SET text = ? WHERE id = ?')
  for (const { id, title, pillar } of posts) write.run(textOf(texts, pillarOf.get(pillar) ?? 'insights', title), id)
}

function textOf(texts: CalendarTexts, pillar: SamplePillar, title: string): string {
  return texts.posts[pillar].replace('{{title}}', title)
}

/** Each at the usual time of its channel. */
function placePublished(sample: Sample): void {
  const place = sample.db.prepare<[number, number, Day, number]>(
    'UPDATE variant SET published_at = ?, planned_at = ?, planned_on = ? WHERE id = ?',
  )
  for (const channel of Object.keys(CLOCKS) as SampleChannel[]) {
    const variants = sample.db
      .prepare<[number], { id: number; day: Day }>(
        'SELECT id, published_on AS day FROM variant WHERE channel_id = ? AND published_on IS NOT NULL',
      )
      .all(sample.channels[channel])
    for (const { id, day } of variants) {
      const plannedAt = instantAt(day, CLOCKS[channel], SAMPLE_TIME_ZONE)
      place.run(Math.min(plannedAt + (id % 7) * 60_000, sample.now), plannedAt, day, id)
    }
  }
}

function writePlan(sample: Sample, plan: Plan, today: Day): void {
  const texts = CALENDAR_TEXTS[sample.language]
  const { topics, angles } = recordTextsIn(sample.language).pillars[plan.pillar]
  const title = `${topics[plan.topic % topics.length]} ${angles[plan.angle % angles.length]}`
  const day = addDays(today, plan.in)
  const id = writePost(sample, { ...plan, title, minutes: plan.minutes ?? null })
  const isBegun = plan.status !== 'idea'
  sample.db
    .prepare<[string, string, number]>('UPDATE post SET draft_due_on = ?, audience = ? WHERE id = ?')
    .run(addDays(day, isBegun ? -1 : -3), texts.audience, id)
  for (const channel of plan.channels) {
    const plannedAt = instantAt(day, CLOCKS[channel], SAMPLE_TIME_ZONE)
    const own = plan.hasOwnText && channel === 'facebook' ? texts.ownText : null
    insert(
      sample,
      'variant (post_id, channel_id, status, text, planned_at, planned_on) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      sample.channels[channel],
      plan.status,
      own,
      plannedAt,
      dayAt(plannedAt, SAMPLE_TIME_ZONE),
    )
  }
  if (isBegun) writeChecks(sample, id, plan.status === 'ready')
}

interface NewPost {
  readonly title: string
  readonly pillar: SamplePillar
  readonly format: PostFormat
  readonly minutes: number | null
}

function writePost(sample: Sample, { title, pillar, format, minutes }: NewPost): number {
  const { name } = recordTextsIn(sample.language).pillars[pillar]
  const pillarId = sample.db.prepare<[string]>('SELECT id FROM pillar WHERE name = ?').pluck().get(name) as number
  const text = textOf(CALENDAR_TEXTS[sample.language], pillar, title)
  return insert(
    sample,
    'post (title, text, pillar_id, format, planned_minutes) VALUES (?, ?, ?, ?, ?)',
    title,
    text,
    pillarId,
    format,
    minutes,
  )
}

function writeChecks(sample: Sample, postId: number, isDone: boolean): void {
  for (const [position, text] of CALENDAR_TEXTS[sample.language].checks.entries()) {
    const done = isDone || position === 0 ? 1 : 0
    insert(sample, 'post_check (post_id, position, text, is_done) VALUES (?, ?, ?, ?)', postId, position, text, done)
  }
}
