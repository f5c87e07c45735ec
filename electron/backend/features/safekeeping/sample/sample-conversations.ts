/** What the hours of answering were about: conversations with their words, and many small ones noted with one line. */
import type { ConversationKind, Sentiment } from '../../../../../shared/domain/conversation.ts'
import { type Deadlines, readDeadlines } from '../../../database/deadlines.ts'
import type { SampleRandom } from './random.ts'
import type { Sample, SampleChannel } from './sample-company.ts'
import {
  finish,
  freeEntries,
  type FreeEntry,
  giveTopics,
  type Handling,
  happen,
  placeOf,
  spend,
  tell,
} from './sample-conversation-writes.ts'
import { tellCrisis } from './sample-crisis.ts'
import type { SampleTopic } from './sample-moderation-setup.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { insert } from './sample-records.ts'
import type { SampleTalk } from './sample-talk.ts'
import { FACEBOOK_TALKS } from './sample-talks-facebook.ts'
import { INSTAGRAM_TALKS } from './sample-talks-instagram.ts'
import { TIKTOK_TALKS } from './sample-talks-tiktok.ts'

const DAY_MS = 86_400_000

const TALKS: Readonly<Record<SampleChannel, readonly SampleTalk[]>> = {
  instagram: INSTAGRAM_TALKS,
  facebook: FACEBOOK_TALKS,
  tiktok: TIKTOK_TALKS,
}

/** Runs after hours were given their conversations, and after the log was set up. */
export function fillConversations(sample: Sample): void {
  const deadlines = readDeadlines(sample.db, sample.settings)
  keepTexts(sample)
  const random = sample.randomFor('conversations')
  for (const channel of Object.keys(TALKS) as SampleChannel[]) tellYear(sample, deadlines, random, channel)
  tellCrisis(sample, deadlines)
  noteBatches(sample)
}

/** Longer than usual, so that the whole year can be read: half a year is what holds otherwise. */
function keepTexts(sample: Sample): void {
  for (const [kind, months] of [
    ['comment', 18],
    ['mention', 18],
    ['message', 14],
    ['review', null],
  ] as const)
    insert(sample, 'retention (kind, months) VALUES (?, ?)', kind, months)
}

interface Held extends Handling {
  readonly id: number
  readonly label: string
  readonly postId: number | null
  readonly receivedAt: number
}

/** Those with words stand among the others, spread over the year. */
function tellYear(sample: Sample, deadlines: Deadlines, random: SampleRandom, channel: SampleChannel): void {
  const held = sample.db
    .prepare<[number], Held>(
      `SELECT conversation.id, label, conversation.post_id AS postId, received_at AS receivedAt, entry.started_at AS startedAt,
         entry.ended_at AS endedAt, entry.person_id AS personId
       FROM conversation JOIN time_entry AS entry ON entry.conversation_id = conversation.id
       WHERE conversation.channel_id = ? ORDER BY entry.started_at, conversation.id`,
    )
    .all(sample.channels[channel])
  const talks = TALKS[channel]
  const talkAt = new Map(talks.map((talk, index) => [Math.floor(((index + 0.5) * held.length) / talks.length), talk]))
  for (const [index, conversation] of held.entries()) {
    const { id, postId } = conversation
    const talk = talkAt.get(index)
    if (!talk) recall(sample, deadlines, random, channel, conversation)
    else {
      const receivedAt = conversation.receivedAt - (talk.lateDays ?? 0) * DAY_MS
      tell(sample, deadlines, talk, { channel, receivedAt, postId }, conversation, id)
    }
  }
}

/** What a matter is, in the order of the matters' names. */
const MATTERS: readonly (readonly [ConversationKind, Sentiment, SampleTopic | null])[] = [
  ['comment', 'neutral', 'delivery'],
  ['message', 'neutral', 'appointment'],
  ['message', 'neutral', 'price'],
  ['comment', 'neutral', 'parts'],
  ['comment', 'positive', 'praise'],
  ['message', 'negative', 'repair'],
  ['comment', 'neutral', 'advice'],
  ['message', 'neutral', 'repair'],
  ['comment', 'neutral', null],
  ['message', 'neutral', 'repair'],
]

/** Only its matter and its times are known: nobody kept the words. */
function recall(
  sample: Sample,
  deadlines: Deadlines,
  random: SampleRandom,
  channel: SampleChannel,
  { id, label, receivedAt, startedAt, endedAt, personId }: Held,
): void {
  const channelId = sample.channels[channel]
  const [kind, mood, topic] = MATTERS[recordTextsIn(sample.language).conversations.indexOf(label)] ?? [
    'comment',
    'neutral',
    null,
  ]
  const dueAt = deadlines.dueAt({ channelId, kind }, receivedAt)
  sample.db
    .prepare<[object]>(
      `UPDATE conversation SET kind = @kind, sentiment = @mood, day = @day, hour = @hour, first_due_at = @dueAt, first_answered_at = @endedAt,
         first_response_seconds = @seconds WHERE id = @id`,
    )
    .run({
      id,
      kind,
      // Whoever is helped says so at times.
      mood: mood === 'neutral' && random.happens(0.3) ? 'positive' : mood,
      ...placeOf(receivedAt),
      dueAt,
      endedAt,
      seconds: deadlines.serviceSeconds(channelId, receivedAt, endedAt),
    })
  happen(sample, id, { at: receivedAt, kind: 'received', detail: { due: dueAt } })
  if (topic !== null) giveTopics(sample, id, [topic], startedAt)
  happen(sample, id, { at: endedAt, kind: 'answered', detail: { next: 'done' }, personId })
  finish(sample, deadlines, id, endedAt)
}

const BATCH_TEXTS = {
  de: { praise: 'Lob unter den Werkstattvideos', appointment: 'Terminfragen nach dem Newsletter' },
  en: { praise: 'Praise below the workshop videos', appointment: 'Questions about dates after the newsletter' },
} as const

/** A round of short answers in the last days, and one some weeks before. */
function noteBatches(sample: Sample): void {
  const free = freeEntries(sample)
  const texts = BATCH_TEXTS[sample.language]
  noteBatch(sample, shortest(free.slice(-3)), { label: texts.praise, topic: 'praise', mood: 'positive', count: 20 })
  noteBatch(sample, shortest(free.slice(-40, -10)), {
    label: texts.appointment,
    topic: 'appointment',
    mood: 'neutral',
    count: 12,
  })
}

function shortest(entries: readonly FreeEntry[]): FreeEntry | undefined {
  return entries.toSorted((a, b) => a.endedAt - a.startedAt - (b.endedAt - b.startedAt))[0]
}

interface SampleBatch {
  readonly label: string
  readonly topic: SampleTopic
  readonly mood: Sentiment
  readonly count: number
}

function noteBatch(sample: Sample, entry: FreeEntry | undefined, { label, topic, mood, count }: SampleBatch): void {
  if (!entry) return
  const id = insert(
    sample,
    `conversation (label, kind, status, channel_id, batch_count, sentiment, is_sentiment_own, received_at, day, resolved_at)
     VALUES (?, 'comment', 'done', ?, ?, ?, 1, ?, ?, ?)`,
    label,
    sample.channels[entry.channel],
    count,
    mood,
    entry.endedAt,
    entry.day,
    entry.endedAt,
  )
  happen(sample, id, { at: entry.endedAt, kind: 'received', detail: { count } })
  giveTopics(sample, id, [topic], entry.endedAt)
  spend(sample, entry.id, id)
}
