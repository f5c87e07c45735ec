/** What a conversation of the sample leaves in the ledger: the same rows as the commands of the moderation log. */
import type { Measure, TimelineEvent, TimelineKind } from '../../../../../shared/contract/moderation-fields.ts'
import { PRIORITIES, type Priority } from '../../../../../shared/domain/conversation.ts'
import { calendarDayAt, type Instant, zoneOffsetMinutes } from '../../../../../shared/domain/instant.ts'
import { findOrAddContact } from '../../../database/contacts.ts'
import type { Deadlines } from '../../../database/deadlines.ts'
import type { Sample, SampleChannel } from './sample-company.ts'
import { sampleTopics } from './sample-moderation-setup.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { insert } from './sample-records.ts'
import { type SampleTalk, type TalkTexts, textsOf } from './sample-talk.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

const MINUTE_MS = 60_000

export interface Happened {
  readonly at: Instant
  readonly kind: TimelineKind
  readonly detail?: TimelineEvent['detail']
  readonly text?: string | undefined
  /** Who did it; else the manager. */
  readonly personId?: number
}

export function happen(sample: Sample, conversationId: number, { at, kind, detail = {}, text, personId }: Happened) {
  const id = insert(
    sample,
    'conversation_event (conversation_id, at, kind, person_id, detail) VALUES (?, ?, ?, ?, ?)',
    conversationId,
    at,
    kind,
    personId ?? sample.people.manager,
    JSON.stringify(detail),
  )
  if (text !== undefined) insert(sample, 'event_text (id, text) VALUES (?, ?)', id, text)
}

/** The day and hour of the workshop's clock. */
export function placeOf(at: Instant) {
  const hour = new Date(at + zoneOffsetMinutes(SAMPLE_TIME_ZONE, at) * MINUTE_MS).getUTCHours()
  return { day: calendarDayAt(at, SAMPLE_TIME_ZONE), hour }
}

export interface Arrival {
  readonly channel: SampleChannel
  readonly receivedAt: Instant
  readonly postId?: number | null
  readonly priority?: Priority
}

type Written = Pick<SampleTalk, 'by' | 'kind' | 'mood' | 'topics' | 'stars'>

/** Somebody wrote: it is open, and its answer is due. `id`: a conversation that is there already tells it. */
export function arrive(
  sample: Sample,
  deadlines: Deadlines,
  talk: Written,
  text: string,
  arrival: Arrival,
  id?: number,
) {
  const { channel, receivedAt, postId = null, priority = 'normal' } = arrival
  const channelId = sample.channels[channel]
  const conversationId = id ?? insert(sample, "conversation (label, received_at) VALUES ('', ?)", receivedAt)
  const dueAt = deadlines.dueAt({ channelId, kind: talk.kind }, receivedAt)
  sample.db
    .prepare<[object]>(
      `UPDATE conversation SET label = '', kind = @kind, status = 'open', channel_id = @channelId, post_id = @postId, stars = @stars,
         contact_id = @contactId, sentiment = @mood, priority = @priority, received_at = @receivedAt, day = @day, hour = @hour,
         due_at = @dueAt, first_due_at = @dueAt WHERE id = @conversationId`,
    )
    .run({
      conversationId,
      channelId,
      // What comes as a message or a review stands below no post.
      postId: talk.kind === 'comment' ? postId : null,
      kind: talk.kind,
      stars: talk.stars ?? null,
      mood: talk.mood,
      contactId: findOrAddContact(sample.db, channel, talk.by, receivedAt),
      priority: PRIORITIES.indexOf(priority),
      receivedAt,
      ...placeOf(receivedAt),
      dueAt,
    })
  insert(sample, 'conversation_text (id, text) VALUES (?, ?)', conversationId, text)
  happen(sample, conversationId, { at: receivedAt, kind: 'received', detail: { due: dueAt } })
  return conversationId
}

/** What it is about, as it was noted when somebody read it. */
export function giveTopics(sample: Sample, id: number, topics: SampleTalk['topics'], at: Instant): void {
  if (topics.length === 0) return
  const known = sampleTopics(sample)
  for (const topic of topics)
    insert(sample, 'conversation_topic (conversation_id, topic_id) VALUES (?, ?)', id, known[topic].id)
  happen(sample, id, { at, kind: 'topics', detail: { topics: topics.map((topic) => known[topic].name) } })
}

/** When somebody worked on it, and who. */
export interface Handling {
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly personId: number
}

/** Everything from arriving to being done. */
export function tell(
  sample: Sample,
  deadlines: Deadlines,
  talk: SampleTalk,
  arrival: Arrival,
  { startedAt, endedAt, personId }: Handling,
  id?: number,
): number {
  const texts = textsOf(talk, sample.language)
  const conversationId = arrive(sample, deadlines, talk, texts[0], arrival, id)
  giveTopics(sample, conversationId, talk.topics, startedAt)
  if (talk.asked !== undefined) askSomebody(sample, conversationId, talk.asked, startedAt, endedAt)
  if (talk.measure !== undefined) {
    takeMeasure(sample, conversationId, talk.measure, texts[1], endedAt)
    finish(sample, deadlines, conversationId, endedAt)
    return conversationId
  }
  const last = answer(sample, deadlines, conversationId, texts, { at: endedAt, personId })
  finish(sample, deadlines, conversationId, last)
  return conversationId
}

/** To a colleague or a department, who came back before the answer was given. */
function askSomebody(sample: Sample, id: number, to: NonNullable<SampleTalk['asked']>, from: Instant, until: Instant) {
  const at = from + MINUTE_MS
  handOver(sample, id, { to, at, dueAt: at + 4 * 60 * MINUTE_MS, returnedAt: until - MINUTE_MS })
  happen(sample, id, { at: until - MINUTE_MS, kind: 'returned' })
}

export interface SampleHandover {
  readonly to: NonNullable<SampleTalk['asked']>
  readonly at: Instant
  readonly dueAt: Instant
  readonly returnedAt: Instant | null
  readonly note?: string
}

export function handOver(sample: Sample, id: number, { to, at, dueAt, returnedAt, note }: SampleHandover): void {
  const isPerson = to === 'mechanic' || to === 'owner'
  const { name, receiverId } = isPerson ? personOf(sample, to) : departmentOf(sample, to)
  insert(
    sample,
    'handover (conversation_id, person_id, department_id, at, due_at, returned_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    isPerson ? receiverId : null,
    isPerson ? null : receiverId,
    at,
    dueAt,
    returnedAt,
  )
  if (!isPerson)
    sample.db.prepare<[number, number]>('UPDATE conversation SET department_id = ? WHERE id = ?').run(receiverId, id)
  happen(sample, id, { at, kind: 'handed_over', detail: { to: name, due: dueAt }, text: note })
}

function personOf(sample: Sample, to: 'mechanic' | 'owner') {
  const receiverId = sample.people[to]
  return { receiverId, name: String(sample.db.prepare('SELECT name FROM person WHERE id = ?').pluck().get(receiverId)) }
}

function departmentOf(sample: Sample, to: 'service' | 'recruiting') {
  const name = recordTextsIn(sample.language).departments[to]
  return { name, receiverId: Number(sample.db.prepare('SELECT id FROM department WHERE name = ?').pluck().get(name)) }
}

function takeMeasure(sample: Sample, id: number, measure: Measure, reason: string | undefined, at: Instant) {
  sample.db.prepare<[string, number]>('UPDATE conversation SET measure = ? WHERE id = ?').run(measure, id)
  if (measure === 'blocked')
    sample.db
      .prepare<[number]>(
        'UPDATE contact SET is_blocked = 1 WHERE id = (SELECT contact_id FROM conversation WHERE id = ?)',
      )
      .run(id)
  happen(sample, id, { at, kind: 'measure', detail: { from: null, to: measure }, text: reason })
  happen(sample, id, { at, kind: 'resolved' })
}

export interface Answering {
  readonly at: Instant
  readonly personId: number
  readonly next?: 'done' | 'wait'
}

/** The first answer, and one more where the other side wrote again a while later. Answers when the last one was given. */
export function answer(
  sample: Sample,
  deadlines: Deadlines,
  id: number,
  [, first, again, more]: TalkTexts,
  { at, personId, next = 'done' }: Answering,
): Instant {
  const { channelId, kind, receivedAt } = stateOf(sample, id)
  sample.db
    .prepare<[object]>(
      'UPDATE conversation SET first_answered_at = @at, first_response_seconds = @seconds, due_at = NULL WHERE id = @id',
    )
    .run({ id, at, seconds: deadlines.serviceSeconds(channelId, receivedAt, at) })
  const after = again === undefined ? next : 'wait'
  happen(sample, id, { at, kind: 'answered', detail: { next: after }, text: first, personId })
  if (again === undefined) return at
  const askedAt = at + 25 * MINUTE_MS
  const answeredAt = askedAt + 9 * MINUTE_MS
  happen(sample, id, { at: askedAt, kind: 'wrote_again', text: again })
  insert(
    sample,
    'next_response (conversation_id, asked_at, due_at, answered_at, response_seconds) VALUES (?, ?, ?, ?, ?)',
    id,
    askedAt,
    deadlines.dueAt({ channelId, kind }, askedAt),
    answeredAt,
    deadlines.serviceSeconds(channelId, askedAt, answeredAt),
  )
  happen(sample, id, { at: answeredAt, kind: 'answered', detail: { next }, text: more, personId })
  return answeredAt
}

export function finish(sample: Sample, deadlines: Deadlines, id: number, at: Instant): void {
  const { channelId, receivedAt } = stateOf(sample, id)
  sample.db
    .prepare<[object]>(
      "UPDATE conversation SET status = 'done', resolved_at = @at, resolution_seconds = @seconds, due_at = NULL WHERE id = @id",
    )
    .run({ id, at, seconds: deadlines.serviceSeconds(channelId, receivedAt, at) })
}

interface State {
  readonly channelId: number
  readonly kind: SampleTalk['kind']
  readonly receivedAt: Instant
}

function stateOf(sample: Sample, id: number): State {
  const row = sample.db
    .prepare<[number], State>(
      'SELECT channel_id AS channelId, kind, received_at AS receivedAt FROM conversation WHERE id = ?',
    )
    .get(id)
  if (!row) throw new Error(`no conversation ${id}`)
  return row
}

/** Blocks of answering that belong to nothing yet, in their order. */
export interface FreeEntry extends Handling {
  readonly id: number
  readonly day: string
  readonly channel: SampleChannel
}

export function freeEntries(sample: Sample): FreeEntry[] {
  const channelOf = new Map(Object.entries(sample.channels).map(([name, id]) => [id, name as SampleChannel]))
  return sample.db
    .prepare<[], Omit<FreeEntry, 'channel'> & { channelId: number }>(
      `SELECT id, day, channel_id AS channelId, person_id AS personId, started_at AS startedAt, ended_at AS endedAt FROM time_entry AS entry
       WHERE activity = 'dialogue' AND channel_id IS NOT NULL AND conversation_id IS NULL AND post_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM time_share WHERE entry_id = entry.id) ORDER BY started_at, id`,
    )
    .all()
    .flatMap(({ channelId, ...entry }) => {
      const channel = channelOf.get(channelId)
      return channel === undefined ? [] : [{ ...entry, channel }]
    })
}

/** The block was about that conversation. */
export function spend(sample: Sample, entryId: number, conversationId: number): void {
  sample.db
    .prepare<[number, number]>('UPDATE time_entry SET conversation_id = ? WHERE id = ?')
    .run(conversationId, entryId)
}
