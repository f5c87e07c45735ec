/** Whose hours are one's own, work that clients pay for, answering about several posts at once, and what is started with one key. */
import { startOfDay } from '../../../../../shared/domain/instant.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import { writeSettings } from '../../../database/settings-row.ts'
import type { SampleRandom } from './random.ts'
import type { Sample } from './sample-company.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { insert, readPosts } from './sample-records.ts'
import { SAMPLE_TIME_ZONE, workingDaysOf } from './sample-year.ts'

const MINUTE_MS = 60_000
const PAID_HOURS_A_WEEK = 20

/** Runs after posts, conversations and the first client are there. */
export function fillProjects(sample: Sample): void {
  const random = sample.randomFor('projects')
  writeSettings(sample.db, { selfPersonId: sample.people.manager })
  describePeople(sample)
  const cafe = workForCafe(sample, random)
  payForFleet(sample)
  answerAboutSeveral(sample, random)
  keepFavourites(sample, cafe)
}

function describePeople({ db, people, year }: Sample): void {
  // They film and answer what only they know; it is not their job. In the workshop his hour brings more than it costs here.
  const expert = db.prepare<[number]>("UPDATE person SET kind = 'expert' WHERE id = ?")
  for (const id of [people.owner, people.mechanic]) expert.run(id)
  db.prepare<[number, number]>('UPDATE person SET paid_seconds_per_week = ? WHERE id = ?').run(
    PAID_HOURS_A_WEEK * 3600,
    people.manager,
  )
  db.prepare<[number, Day]>(
    'INSERT INTO opportunity_rate (person_id, valid_from, cents_per_hour) VALUES (?, ?, 6800)',
  ).run(people.mechanic, year.from)
}

interface ClientProject {
  readonly clientId: number
  readonly projectId: number
}

function addProject(sample: Sample, clientId: number, name: string, plannedHours: number): number {
  return insert(
    sample,
    'project (client_id, name, is_billable, planned_minutes) VALUES (?, ?, 1, ?)',
    clientId,
    name,
    plannedHours * 60,
  )
}

/** The café next door pays for an hour now and then, when the day's own work is done. It stands beside the workshop's own result. */
function workForCafe(sample: Sample, random: SampleRandom): ClientProject {
  const { cafe } = recordTextsIn(sample.language)
  const clientId = insert(sample, 'client (name) VALUES (?)', cafe.name)
  const projectId = addProject(sample, clientId, cafe.project, 240)
  const activities = ['content', 'content', 'planning', 'publishing'] as const
  for (const day of workingDaysOf(sample.year)) {
    if (!random.happens(0.3)) continue
    const activity = random.pick(activities)
    const from = afterWork(sample, day) + random.between(5, 20) * MINUTE_MS
    const to = from + random.between(25, 80) * MINUTE_MS
    insert(
      sample,
      `time_entry (person_id, activity, client_id, project_id, scope, is_billable, started_at, ended_at, day, note)
       VALUES (?, ?, ?, ?, 'other', 1, ?, ?, ?, ?)`,
      sample.people.manager,
      activity,
      clientId,
      projectId,
      from,
      to,
      day,
      random.pick(cafe.notes),
    )
  }
  return { clientId, projectId }
}

/** When the manager's last entry of a day ended; noon where there is none. */
function afterWork(sample: Sample, day: Day): number {
  const last = sample.db
    .prepare<[number, Day], { at: number | null }>(
      'SELECT max(ended_at) AS at FROM time_entry WHERE person_id = ? AND day = ?',
    )
    .get(sample.people.manager, day)
  return last?.at ?? startOfDay(day, SAMPLE_TIME_ZONE) + 12 * 60 * MINUTE_MS
}

/** What is coordinated for the client with a contract is paid for. */
function payForFleet(sample: Sample): void {
  const { client, clientProject } = recordTextsIn(sample.language)
  const clientId = Number(sample.db.prepare<[string]>('SELECT id FROM client WHERE name = ?').pluck().get(client))
  const projectId = addProject(sample, clientId, clientProject, 20)
  sample.db
    .prepare<[number, number]>('UPDATE time_entry SET project_id = ?, is_billable = 1 WHERE client_id = ?')
    .run(projectId, clientId)
}

/** Some blocks of answering went through the comments of several posts. */
function answerAboutSeveral(sample: Sample, random: SampleRandom): void {
  const posts = readPosts(sample)
  const blocks = sample.db
    .prepare<[], { id: number; day: Day; channelId: number }>(
      `SELECT id, day, channel_id AS channelId FROM time_entry WHERE activity = 'dialogue' AND channel_id IS NOT NULL
         AND post_id IS NULL AND conversation_id IS NULL ORDER BY started_at, id`,
    )
    .all()
  for (const { id, day, channelId } of blocks) {
    if (!random.happens(0.15)) continue
    const latest = posts.filter((post) => post.day <= day && sample.channels[post.channel] === channelId).slice(-3)
    if (latest.length < 2) continue
    for (const [position, post] of latest.toReversed().entries()) {
      // The newest one is asked about most.
      const weight = position === 0 ? 2 : 1
      insert(
        sample,
        'time_share (entry_id, position, post_id, weight) VALUES (?, ?, ?, ?)',
        id,
        position,
        post.id,
        weight,
      )
    }
  }
}

function keepFavourites(sample: Sample, cafe: ClientProject): void {
  const { channels } = sample
  const rows = [
    {
      activity: 'dialogue',
      channelId: channels.instagram,
      clientId: null,
      projectId: null,
      scope: 'social',
      isBillable: 0,
    },
    {
      activity: 'content',
      channelId: channels.instagram,
      clientId: null,
      projectId: null,
      scope: 'social',
      isBillable: 0,
    },
    {
      activity: 'dialogue',
      channelId: channels.facebook,
      clientId: null,
      projectId: null,
      scope: 'social',
      isBillable: 0,
    },
    { activity: 'content', channelId: null, ...cafe, scope: 'other', isBillable: 1 },
  ]
  for (const [position, row] of rows.entries())
    insert(
      sample,
      'favourite (position, activity, channel_id, client_id, project_id, scope, is_billable) VALUES (?, ?, ?, ?, ?, ?, ?)',
      position,
      row.activity,
      row.channelId,
      row.clientId,
      row.projectId,
      row.scope,
      row.isBillable,
    )
}
