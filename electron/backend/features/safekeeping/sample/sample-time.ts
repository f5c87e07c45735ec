/** A year of work: blocks with pauses between them, a weekday shape, nobody there on holidays. */
import type { Activity } from '../../../../../shared/domain/activity.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import { startOfDay } from '../../../../../shared/domain/instant.ts'
import type { SampleRandom } from './random.ts'
import type { Sample, SampleChannel, SamplePerson } from './sample-company.ts'
import { textsIn } from './sample-texts.ts'
import { SAMPLE_TIME_ZONE, weekdayOf, workingDaysOf } from './sample-year.ts'

type Weights<T> = readonly [readonly [T, number], ...(readonly [T, number])[]]

/** Monday to Friday, after the first block, which always goes to answering. */
const ACTIVITIES_BY_WEEKDAY: readonly Weights<Activity>[] = [
  [
    ['planning', 4],
    ['content', 3],
    ['coordination', 2],
    ['publishing', 1],
  ],
  [
    ['content', 6],
    ['publishing', 2],
    ['dialogue', 1],
  ],
  [
    ['content', 6],
    ['dialogue', 2],
    ['learning', 1],
  ],
  [
    ['publishing', 4],
    ['content', 3],
    ['dialogue', 2],
    ['coordination', 1],
  ],
  [
    ['ads', 4],
    ['reporting', 3],
    ['dialogue', 2],
    ['learning', 1],
  ],
]

/** Where the hours go; null: work for all channels. */
const CHANNELS_OF: Readonly<Record<Activity, Weights<SampleChannel | null>>> = {
  dialogue: [
    ['instagram', 45],
    ['facebook', 35],
    ['tiktok', 20],
  ],
  content: [
    ['instagram', 42],
    ['tiktok', 38],
    ['facebook', 10],
    [null, 10],
  ],
  publishing: [
    ['instagram', 40],
    ['facebook', 30],
    ['tiktok', 30],
  ],
  ads: [
    ['instagram', 65],
    ['facebook', 35],
  ],
  planning: [[null, 1]],
  reporting: [[null, 1]],
  coordination: [[null, 1]],
  learning: [
    [null, 7],
    ['tiktok', 3],
  ],
}

const MINUTES_OF: Readonly<Record<Activity, readonly [number, number]>> = {
  dialogue: [15, 50],
  content: [50, 135],
  planning: [40, 90],
  publishing: [15, 40],
  ads: [25, 70],
  reporting: [40, 100],
  coordination: [20, 60],
  learning: [40, 75],
}

const LUNCH_FROM = 12 * 60 + 20
const MINUTE_MS = 60_000

export function fillTime(sample: Sample): void {
  const random = sample.randomFor('time')
  for (const day of workingDaysOf(sample.year)) {
    // Two weeks or so of illness and days off, spread over the year.
    if (!random.happens(0.045)) workOneDay(sample, random, day)
    if ([1, 3].includes(weekdayOf(day)) && random.happens(0.75)) answerFromTheWorkshop(sample, random, day)
    if (weekdayOf(day) === 2 && random.happens(0.7)) ownerJoins(sample, random, day)
  }
}

function workOneDay(sample: Sample, random: SampleRandom, day: Day): void {
  const weekday = weekdayOf(day)
  const blocks = random.between(3, 5)
  let minute = random.between(8 * 60 + 25, 9 * 60 + 10)
  let hadLunch = false
  for (let block = 0; block < blocks; block++) {
    const later = ACTIVITIES_BY_WEEKDAY[weekday]
    const activity = block === 0 || !later ? 'dialogue' : random.pickWeighted(later)
    minute = log(sample, random, { day, minute, person: 'manager', activity })
    const isLunch: boolean = !hadLunch && minute >= LUNCH_FROM
    minute += isLunch ? random.between(30, 50) : random.between(3, 20)
    hadLunch ||= isLunch
  }
}

/** Technical questions are answered by the one who knows. */
function answerFromTheWorkshop(sample: Sample, random: SampleRandom, day: Day): void {
  log(sample, random, { day, minute: random.between(16 * 60, 16 * 60 + 40), person: 'mechanic', activity: 'dialogue' })
}

function ownerJoins(sample: Sample, random: SampleRandom, day: Day): void {
  const activity = random.pickWeighted([
    ['coordination', 3],
    ['content', 2],
  ])
  log(sample, random, { day, minute: random.between(11 * 60, 14 * 60), person: 'owner', activity })
}

interface Block {
  readonly day: Day
  /** Of the local day. */
  readonly minute: number
  readonly person: SamplePerson
  readonly activity: Activity
}

/** Writes an entry and answers the minute of the day at which it ends. */
function log(sample: Sample, random: SampleRandom, { day, minute, person, activity }: Block): number {
  const [shortest, longest] = MINUTES_OF[activity]
  const seconds = random.between(shortest, longest) * 60 + random.between(0, 59)
  const startedAt = startOfDay(day, SAMPLE_TIME_ZONE) + minute * MINUTE_MS + random.between(0, 59) * 1000
  const channel = random.pickWeighted(CHANNELS_OF[activity])
  sample.db
    .prepare<[number, Activity, number | null, number, number, Day, string]>(
      `INSERT INTO time_entry (person_id, activity, channel_id, started_at, ended_at, day, note) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      sample.people[person],
      activity,
      channel === null ? null : sample.channels[channel],
      startedAt,
      startedAt + seconds * 1000,
      day,
      random.pick(textsIn(sample.language).notes[activity]),
    )
  return minute + Math.ceil(seconds / 60) + 1
}
