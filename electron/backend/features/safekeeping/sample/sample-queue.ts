/** What waits for an answer at the very moment the sample is made, and what became of two who asked. */
import { addDays } from '../../../../../shared/domain/day.ts'
import { dayAt, type Instant } from '../../../../../shared/domain/instant.ts'
import { instantAt } from '../../../../../shared/domain/wall-time.ts'
import { type Deadlines, readDeadlines } from '../../../database/deadlines.ts'
import type { Sample, SampleChannel } from './sample-company.ts'
import { answer, arrive, freeEntries, giveTopics, handOver, happen, spend, tell } from './sample-conversation-writes.ts'
import { FLEET_TALK, KINDERGARTEN_TALK, type OpenTalk, OPEN_TALKS, REPLY_BEGUN } from './sample-queue-texts.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { insert, latestPost, readPosts } from './sample-records.ts'
import { type SampleTalk, textsOf } from './sample-talk.ts'
import { textsIn } from './sample-texts.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Runs last: leads and sales are there. */
export function fillQueue(sample: Sample): void {
  const deadlines = readDeadlines(sample.db, sample.settings)
  askForMore(sample, deadlines, recordTextsIn(sample.language).leads.kindergarten, KINDERGARTEN_TALK)
  askForMore(sample, deadlines, textsIn(sample.language).sales.fleet, FLEET_TALK)
  for (const talk of OPEN_TALKS) leaveOpen(sample, deadlines, talk)
}

/** A lead began as a message; where it was won, the sale came of it too. */
function askForMore(sample: Sample, deadlines: Deadlines, name: string, talk: SampleTalk): void {
  const lead = sample.db
    .prepare<[string], { id: number; at: Instant; eventId: number | null }>(
      'SELECT id, at, event_id AS eventId FROM lead WHERE name = ?',
    )
    .get(name)
  if (!lead) return
  const receivedAt = lead.at - 70 * MINUTE_MS
  // The next block of answering on that channel, else a short one that nobody noted.
  const block = freeEntries(sample).find(
    ({ channel, startedAt }) =>
      channel === 'instagram' && startedAt > receivedAt && startedAt < receivedAt + 2 * DAY_MS,
  )
  const handling = block ?? {
    startedAt: receivedAt + 30 * MINUTE_MS,
    endedAt: receivedAt + 42 * MINUTE_MS,
    personId: sample.people.manager,
  }
  const id = tell(sample, deadlines, talk, { channel: 'instagram', receivedAt }, handling)
  if (block) spend(sample, block.id, id)
  sample.db.prepare<[number, number]>('UPDATE lead SET conversation_id = ? WHERE id = ?').run(id, lead.id)
  if (lead.eventId !== null)
    sample.db
      .prepare<[number, number]>(
        'UPDATE touchpoint SET conversation_id = ? WHERE id = (SELECT min(id) FROM touchpoint WHERE event_id = ?)',
      )
      .run(id, lead.eventId)
}

function leaveOpen(sample: Sample, deadlines: Deadlines, talk: OpenTalk): void {
  const { now } = sample
  const receivedAt = arrivalOf(sample, deadlines, talk)
  const texts = textsOf(talk, sample.language)
  const { priority = 'normal', by, kind, mood, topics, stars } = talk
  const written = { by, kind, mood, topics, ...(stars !== undefined && { stars }) }
  const postId = postOf(sample, talk.channel, receivedAt)
  const id = arrive(sample, deadlines, written, texts[0], { channel: talk.channel, receivedAt, postId, priority })
  // Read a while after it came, and before anything else happened to it.
  const readAt = Math.min(receivedAt + 6 * MINUTE_MS, now - 2 * MINUTE_MS)
  giveTopics(sample, id, topics, Math.max(receivedAt, readAt))
  const setStatus = (status: 'open' | 'waiting', snoozedUntil: Instant | null) =>
    sample.db
      .prepare<[object]>('UPDATE conversation SET status = @status, snoozed_until = @snoozedUntil WHERE id = @id')
      .run({ id, status, snoozedUntil })
  if (talk.state === 'draft') insert(sample, 'reply_draft (id, text) VALUES (?, ?)', id, REPLY_BEGUN[sample.language])
  if (talk.state === 'answered') {
    const at = Math.min(receivedAt + 50 * MINUTE_MS, now - MINUTE_MS)
    answer(sample, deadlines, id, texts, { at, personId: sample.people.manager, next: 'wait' })
    setStatus('waiting', null)
  }
  if (talk.state === 'snoozed') {
    const until = instantAt(addDays(dayAt(now, SAMPLE_TIME_ZONE), 1), '09:00', SAMPLE_TIME_ZONE)
    happen(sample, id, { at: now - 2 * MINUTE_MS, kind: 'snoozed', detail: { until } })
    setStatus('open', until)
  }
  if (talk.asked !== undefined) {
    const { returnInMinutes = 60, note } = talk
    const at = Math.max(receivedAt + 8 * MINUTE_MS, now - 3 * HOUR_MS)
    const dueAt = now + returnInMinutes * MINUTE_MS
    const noted = note === undefined ? {} : { note: note[sample.language] }
    handOver(sample, id, { to: talk.asked, at: Math.min(at, dueAt, now), dueAt, returnedAt: null, ...noted })
    setStatus('waiting', null)
  }
}

/** What comments stand below: the latest post of the channel. */
function postOf(sample: Sample, channel: SampleChannel, at: Instant): number | null {
  const day = dayAt(at, SAMPLE_TIME_ZONE)
  return latestPost(sample, readPosts(sample), sample.channels[channel], day)?.id ?? null
}

/**
 * When it must have come in so that its answer is due then: the earliest such minute. At night and on Sundays deadlines stand still, so that
 * what should be due soon is due with the next hours of service.
 */
function arrivalOf(sample: Sample, deadlines: Deadlines, { channel, kind, due }: OpenTalk): Instant {
  const { now } = sample
  const latest = Math.floor(now / MINUTE_MS) - 4
  if (due === null) return (latest - 95) * MINUTE_MS
  const wanted = now + due * MINUTE_MS
  const dueOf = (minute: number) =>
    deadlines.dueAt({ channelId: sample.channels[channel], kind }, minute * MINUTE_MS) ?? wanted
  let [early, late] = [latest - 14 * 24 * 60, latest]
  while (early < late) {
    const middle = Math.floor((early + late) / 2)
    if (dueOf(middle) >= wanted) late = middle
    else early = middle + 1
  }
  // The first that is due in time may already be too late for one that is to be overdue.
  return (due < 0 && dueOf(late) >= now ? late - 1 : late) * MINUTE_MS
}
