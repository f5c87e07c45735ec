/** The moderation log of a drawn ledger: who wrote what, how it was answered, and what is still open. */
import type { Connection } from '../../electron/backend/database/connection.ts'
import type { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import type { ConversationKind, Sentiment } from '../../shared/domain/conversation.ts'
import type { Day } from '../../shared/domain/day.ts'
import { at, chance, dayNumber, dayStarts, MINUTE_MS, recentOf, type Dimensions } from './dataset-dimensions.ts'
import { makeMessage, TOPICS } from './dataset-messages.ts'
import type { DatasetSize } from './datasets.ts'

type Values = (string | number | null)[]

/** Not done yet: the latest of all, as a queue that is kept would hold them; one in five waits for someone. */
const UNFINISHED = 200
const CONTACTS_A_CONVERSATION = 0.35

const KINDS: readonly [readonly [ConversationKind, number], ...(readonly [ConversationKind, number])[]] = [
  ['comment', 62],
  ['message', 22],
  ['review', 8],
  ['mention', 8],
]
const SENTIMENTS: readonly [readonly [Sentiment, number], ...(readonly [Sentiment, number])[]] = [
  ['positive', 38],
  ['neutral', 36],
  ['negative', 19],
  ['angry', 7],
]
/** Minutes until the first answer is due. */
const TARGET_MINUTES: Readonly<Record<ConversationKind, number>> = {
  comment: 240,
  message: 120,
  review: 480,
  mention: 480,
}

interface Drawn {
  readonly id: number
  readonly received: number
  readonly kind: ConversationKind
  readonly isBatch: boolean
  readonly isDone: boolean
  readonly answered: number | null
  readonly resolved: number | null
}

export function addConversations(
  db: Connection,
  size: DatasetSize,
  days: readonly Day[],
  { channels, posts, clients, departments }: Dimensions,
): void {
  const [places, random] = [chance('conversations'), chance('moderation')]
  const startOf = dayStarts()
  const log = new LogWriter(db, addTopics(db), addContacts(db, size, random), random)
  // Only what is really erased has to leave no trace; here each text comes after its conversation, which would be erased each time.
  const unfinished = Math.min(UNFINISHED, Math.ceil(size.conversations / 10))
  for (let index = 0; index < size.conversations; index++) {
    const place = index / size.conversations
    const day = dayNumber(days, index, size.conversations)
    const minute = places.between(6 * 60, 22 * 60)
    const post = places.happens(0.4) ? at(posts, recentOf(posts.length, place, places)) : null
    const channel = at(channels, places.between(0, channels.length - 1))
    const drawn = draw(index + 1, startOf(day) + minute * MINUTE_MS, index < size.conversations - unfinished, random)
    log.write(drawn, [
      day,
      Math.floor(minute / 60),
      channel,
      post,
      random.happens(0.1) && clients.length > 0 ? at(clients, random.between(0, 99)) : null,
      random.happens(0.06) && departments.length > 0 ? at(departments, random.between(0, 99)) : null,
    ])
  }
}

/** Most are answered within hours, a few lie for a day; one in eight needs no answer, a quarter of these are hidden. */
function draw(id: number, received: number, isDone: boolean, random: SampleRandom): Drawn {
  const kind = random.pickWeighted(KINDS)
  const isBatch = isDone && random.happens(0.03)
  const waited = Math.ceil(600 * (0.05 + random.next() * random.next())) * MINUTE_MS
  const isAnswered = !isBatch && (isDone ? random.happens(7 / 8) : random.happens(0.2))
  const answered = isAnswered ? received + waited : null
  const resolved = isDone ? received + waited + random.between(0, 900) * MINUTE_MS : null
  return { id, received, kind, isBatch, isDone, answered, resolved }
}

function addTopics(db: Connection): number[] {
  const insert = db.prepare<Values>('INSERT INTO topic (name, position) VALUES (?, ?)')
  return TOPICS.map((name, position) => Number(insert.run(name, position).lastInsertRowid))
}

/** Some write once, some again and again. */
function addContacts(db: Connection, { conversations, period }: DatasetSize, random: SampleRandom): number {
  const count = Math.max(1, Math.round(conversations * CONTACTS_A_CONVERSATION))
  const insert = db.prepare<Values>('INSERT INTO contact (pseudonym, first_at) VALUES (?, ?)')
  const insertHandle = db.prepare<Values>('INSERT INTO contact_handle (contact_id, network, handle) VALUES (?, ?, ?)')
  for (let no = 1; no <= count; no++) {
    insert.run(`K-${no.toString(16).toUpperCase().padStart(4, '0')}`, Date.parse(period.from))
    insertHandle.run(no, random.pick(['instagram', 'facebook', 'tiktok']), `person.${no}`)
  }
  return count
}

class LogWriter {
  readonly #db: Connection
  readonly #topics: readonly number[]
  readonly #contacts: number
  readonly #random: SampleRandom

  constructor(db: Connection, topics: readonly number[], contacts: number, random: SampleRandom) {
    this.#db = db
    this.#topics = topics
    this.#contacts = contacts
    this.#random = random
  }

  write(drawn: Drawn, places: Values): void {
    const random = this.#random
    const sentiment = random.happens(0.95) ? random.pickWeighted(SENTIMENTS) : null
    const topic = random.between(0, this.#topics.length - 1)
    this.#add(drawn, sentiment, places)
    const message = makeMessage(topic, sentiment, random)
    const url = random.happens(0.5) ? `https://www.instagram.com/p/${drawn.id.toString(36)}/` : null
    this.#run('INSERT INTO conversation_text (id, text, url) VALUES (?, ?, ?)', drawn.id, message, url)
    if (random.happens(0.85)) this.#about(drawn.id, topic)
    if (random.happens(0.15)) this.#about(drawn.id, topic + 1)
    this.#tell(drawn)
    if (!drawn.isBatch && random.happens(0.15)) this.#askAgain(drawn)
    if (drawn.answered !== null && random.happens(0.01)) this.#becomeLead(drawn, String(places[0]))
  }

  #add(
    { id, received, kind, isBatch, isDone, answered, resolved }: Drawn,
    sentiment: Sentiment | null,
    places: Values,
  ) {
    const random = this.#random
    const dueAt = isBatch ? null : received + TARGET_MINUTES[kind] * MINUTE_MS
    const isWaiting = !isDone && (answered !== null || random.happens(0.05))
    const secondsTo = (instant: number | null) => (instant === null || isBatch ? null : (instant - received) / 1000)
    this.#run(
      `INSERT INTO conversation (id, received_at, day, hour, channel_id, post_id, client_id, department_id, label, kind, status, stars,
         batch_count, contact_id, sentiment, priority, due_at, first_due_at, first_answered_at, first_response_seconds,
         resolved_at, resolution_seconds, measure)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      received,
      ...places,
      `Gespräch ${id}`,
      kind,
      isDone ? 'done' : isWaiting ? 'waiting' : 'open',
      kind === 'review' ? random.between(1, 5) : null,
      isBatch ? random.between(5, 40) : null,
      isBatch || random.happens(0.1) ? null : random.between(1, this.#contacts),
      sentiment,
      random.pickWeighted([
        [1, 80],
        [0, 6],
        [2, 11],
        [3, 3],
      ]),
      isDone ? null : dueAt,
      dueAt,
      answered,
      secondsTo(answered),
      resolved,
      secondsTo(resolved),
      isDone && !isBatch && answered === null && id % 4 === 0 ? 'hidden' : null,
    )
  }

  #about(id: number, topic: number): void {
    this.#run('INSERT INTO conversation_topic (conversation_id, topic_id) VALUES (?, ?)', id, at(this.#topics, topic))
  }

  #tell({ id, received, isBatch, answered, resolved }: Drawn): void {
    const add = 'INSERT INTO conversation_event (conversation_id, at, kind, detail) VALUES (?, ?, ?, ?)'
    this.#run(add, id, received, 'received', isBatch ? '{"count":12}' : '{}')
    if (answered !== null) {
      const event = this.#run(add, id, answered, 'answered', '{}')
      const answer = 'Danke für deine Nachricht! Wir schauen uns das an und melden uns bei dir.'
      this.#run('INSERT INTO event_text (id, text) VALUES (?, ?)', event, answer)
    }
    if (resolved !== null) this.#run(add, id, resolved, 'resolved', '{}')
  }

  #askAgain({ id, answered, isDone }: Drawn): void {
    if (answered === null) return
    const asked = answered + this.#random.between(5, 600) * MINUTE_MS
    const seconds = this.#random.between(5, 400) * 60
    const isAnswered = isDone || this.#random.happens(0.5)
    this.#run(
      'INSERT INTO next_response (conversation_id, asked_at, due_at, answered_at, response_seconds) VALUES (?, ?, ?, ?, ?)',
      id,
      asked,
      asked + 240 * MINUTE_MS,
      isAnswered ? asked + seconds * 1000 : null,
      isAnswered ? seconds : null,
    )
  }

  #becomeLead({ id, received }: Drawn, day: string): void {
    const status = this.#random.pickWeighted([
      ['won', 3],
      ['lost', 5],
      ['open', 2],
    ])
    this.#run(
      `INSERT INTO lead (name, at, day, value_cents, probability_basis_points, status, closed_on, conversation_id)
       VALUES (?, ?, ?, ?, 4000, ?, ?, ?)`,
      `Anfrage ${id}`,
      received,
      day,
      this.#random.between(50, 4_000) * 100,
      status,
      status === 'open' ? null : day,
      id,
    )
  }

  #run(sql: string, ...values: Values): number {
    return Number(this.#db.prepare<Values>(sql).run(...values).lastInsertRowid)
  }
}

/** What each channel says it reached, month by month. */
export function addReach(db: Connection, days: readonly Day[], { channels }: Dimensions): void {
  const random = chance('reach')
  const insert = db.prepare<Values>('INSERT INTO channel_reach (channel_id, month, reach) VALUES (?, ?, ?)')
  for (const month of new Set(days.map((day) => day.slice(0, 7))))
    for (const channel of channels) insert.run(channel, month, random.between(8_000, 60_000))
}
