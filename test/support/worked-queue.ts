/** A queue in the middle of a working day: overdue, due soon, later, without a deadline, waiting, done, and several noted at once. */
import type { Client } from '../../shared/contract/contract.ts'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import type { Sentiment } from '../../shared/domain/conversation.ts'
import type { Network } from '../../shared/domain/network.ts'
import { newCommandId } from './direct-host.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

const TOPICS = ['Lieferung', 'Beratung', 'Verpackung', 'Preis', 'Lob', 'Veranstaltung', 'Bewerbung', 'Werbung'] as const
type Topic = (typeof TOPICS)[number]
const CHANNELS = ['instagram', 'linkedin', 'youtube', 'facebook'] as const satisfies readonly Network[]

interface Item {
  readonly text: string
  readonly kind: ConversationDraft['kind']
  readonly on: (typeof CHANNELS)[number] | null
  /** Minutes since it came in; answers are due after 240, those on LinkedIn after 480, mentions never. */
  readonly ago: number
  readonly topics?: readonly Topic[]
  readonly mood?: Sentiment
  readonly stars?: number
  readonly handle?: string
}

const OPEN: readonly Item[] = [
  {
    text: 'Meine Bestellung #2107 ist immer noch nicht da und auf Mails reagiert bei euch auch keiner. So langsam bin ich echt sauer.',
    kind: 'comment',
    on: 'instagram',
    ago: 312,
    topics: ['Lieferung'],
    mood: 'angry',
    handle: 'kaffee_und_kanten',
  },
  {
    text: 'Liefert ihr auch an Büros in Bremen? Wir sind 25 Leute und trinken viel.',
    kind: 'message',
    on: 'linkedin',
    ago: 442,
    topics: ['Lieferung', 'Preis'],
    mood: 'neutral',
    handle: 'Wattkontor GmbH',
  },
  {
    text: 'Paket kam offen an, die Bohnen lagen im Karton verteilt.',
    kind: 'review',
    on: null,
    ago: 160,
    topics: ['Verpackung'],
    mood: 'negative',
    stars: 1,
  },
  {
    text: 'Welche Mühle empfehlt ihr für die Siebträgermaschine unter 300 Euro?',
    kind: 'comment',
    on: 'youtube',
    ago: 55,
    topics: ['Beratung'],
    mood: 'neutral',
    handle: 'espresso-anfang',
  },
  {
    text: 'Gibt es das Cupping auch am Samstag? Unter der Woche schaffe ich es nie.',
    kind: 'comment',
    on: 'facebook',
    ago: 20,
    topics: ['Veranstaltung'],
    mood: 'neutral',
  },
  {
    text: 'Endlich mal jemand, der Röstgrade erklärt 👏☕',
    kind: 'mention',
    on: 'instagram',
    ago: 95,
    topics: ['Lob'],
    mood: 'positive',
  },
  {
    text: 'Kooperation? Wir sind eine Agentur aus Köln und hätten da was …',
    kind: 'mention',
    on: 'instagram',
    ago: 130,
    topics: ['Werbung'],
  },
]
const WAITING: readonly Item[] = [
  {
    text: 'Ist der Kolumbien wieder da? Ich hatte mich vormerken lassen.',
    kind: 'message',
    on: 'instagram',
    ago: 200,
    topics: ['Lieferung'],
  },
  {
    text: 'Habt ihr Praktikumsplätze in der Rösterei?',
    kind: 'message',
    on: 'linkedin',
    ago: 400,
    topics: ['Bewerbung'],
  },
  {
    text: 'Der Link zur Aufnahme vom Cupping geht nicht.',
    kind: 'comment',
    on: 'youtube',
    ago: 100,
    topics: ['Veranstaltung'],
  },
]
const DONE: readonly Item[] = [
  {
    text: 'Danke für die schnelle Hilfe!',
    kind: 'comment',
    on: 'instagram',
    ago: 2 * DAY_MINUTES,
    topics: ['Lob'],
    mood: 'positive',
  },
  {
    text: 'Beste Rösterei im Norden.',
    kind: 'review',
    on: null,
    ago: 3 * DAY_MINUTES,
    topics: ['Lob'],
    mood: 'positive',
    stars: 5,
  },
  {
    text: 'Was kostet das Abo mit drei Tüten im Monat?',
    kind: 'message',
    on: 'facebook',
    ago: 9 * DAY_MINUTES,
    topics: ['Preis'],
  },
]

export interface WorkedQueue {
  /** In the order of the queue. */
  readonly open: readonly number[]
  readonly waiting: readonly number[]
  readonly done: readonly number[]
}

/** Answers are given round the clock here, so that what is due does not hang on the hour at which one looks. */
export async function fillQueue(client: Client, now: number): Promise<WorkedQueue> {
  const { moderation } = client
  const command = () => ({ commandId: newCommandId() })
  const channels = await setUp(client)
  await moderation.addTopics({ ...command(), names: [...TOPICS] })
  const topics = new Map((await moderation.topics()).map(({ id, name }) => [name, id]))

  async function capture({ text, kind, on, ago, stars, handle, mood, topics: names = [] }: Item): Promise<number> {
    const conversation = {
      kind,
      label: '',
      text,
      url: null,
      handle: handle ?? null,
      channelId: on && (channels.get(on) ?? null),
      postId: null,
      clientId: null,
      departmentId: null,
      stars: stars ?? null,
      ...(mood && { sentiment: mood }),
      receivedAt: now - ago * MINUTE_MS,
    }
    const topicIds = names.map((name) => topics.get(name) ?? 0)
    return (await moderation.capture({ ...command(), conversation, topicIds })).recordId ?? 0
  }
  const captureAll = async (items: readonly Item[]) => {
    const ids: number[] = []
    for (const item of items) ids.push(await capture(item))
    return ids
  }

  const [open, waiting, done] = [await captureAll(OPEN), await captureAll(WAITING), await captureAll(DONE)]
  await moderation.setPriority({ ...command(), id: open[2] ?? 0, priority: 'high' })
  await leaveWaiting(client, now, waiting)
  for (const id of done) await moderation.answer({ ...command(), id, text: 'Gern!', at: null, next: 'done' })
  await moderation.captureBatch({
    ...command(),
    batch: {
      count: 20,
      kind: 'comment',
      label: 'Lob zum Reel „Karussell: Sorten“',
      channelId: channels.get('instagram') ?? null,
      postId: null,
      clientId: null,
      departmentId: null,
      topicIds: [topics.get('Lob') ?? 0],
      sentiment: 'positive',
      day: (await client.app.status()).today,
      seconds: 900,
    },
  })
  return { open, waiting, done }
}

async function setUp({ settings, moderation }: Client): Promise<ReadonlyMap<string, number>> {
  const names = { instagram: 'Instagram', linkedin: 'LinkedIn', youtube: 'YouTube', facebook: 'Facebook' } as const
  const channels = new Map<string, number>()
  for (const network of CHANNELS) {
    const receipt = await settings.addChannel({ commandId: newCommandId(), network, name: names[network] })
    channels.set(network, receipt.recordId ?? 0)
  }
  const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }])
  await moderation.setServiceHours({
    commandId: newCommandId(),
    channelId: null,
    hours: { weekly: always, observesHolidays: false },
  })
  for (const target of [
    { channelId: channels.get('linkedin') ?? null, kind: null, minutes: 480 },
    { channelId: null, kind: 'mention' as const, minutes: null },
  ])
    await moderation.setResponseTarget({ commandId: newCommandId(), target })
  return channels
}

/** One with a department whose answer is late, one put off, one that waits for the other side. */
async function leaveWaiting({ moderation, records }: Client, now: number, ids: readonly number[]): Promise<void> {
  const [handed = 0, putOff = 0, waits = 0] = ids
  const department = await records.addNamed({ commandId: newCommandId(), list: 'department', name: 'Versand' })
  await moderation.handOver({
    commandId: newCommandId(),
    id: handed,
    personId: null,
    departmentId: department.recordId,
    dueAt: now + 90 * MINUTE_MS,
    note: 'Bitte den Bestand prüfen.',
  })
  await moderation.snooze({ commandId: newCommandId(), id: putOff, until: now + 3 * DAY_MINUTES * MINUTE_MS })
  await moderation.wait({ commandId: newCommandId(), id: waits })
}
