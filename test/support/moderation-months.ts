/** Two months of a moderation log as hands would have kept it: for the screens of its figures and their end-to-end test. */
import type { Client } from '../../shared/contract/contract.ts'
import type { ConversationKind, Sentiment } from '../../shared/domain/conversation.ts'
import { addDays, addMonths, firstDayOf, monthOf, type Day } from '../../shared/domain/day.ts'
import { dayAt, startOfDay } from '../../shared/domain/instant.ts'
import { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import { conversationDraft } from './conversation-draft.ts'
import { newCommandId } from './direct-host.ts'
import { NO_WORK } from './time-ledger.ts'

const ZONE = 'Europe/Berlin'
const MINUTE = 60_000
const id = () => ({ commandId: newCommandId() })

async function made(receipt: Promise<{ recordId: number | null }>): Promise<number> {
  return (await receipt).recordId ?? 0
}

const TEXTS: Readonly<Record<Sentiment, string>> = {
  positive: 'Vielen Dank, das hat super geklappt!',
  neutral: 'Welche Mahlung passt zur French Press?',
  negative: 'Das hat leider nicht geklappt.',
  angry: 'Das ist eine Frechheit, ich bin sauer.',
}

interface Places {
  readonly channels: readonly number[]
  readonly topics: readonly number[]
  readonly departments: readonly number[]
}

async function addPlaces({ settings, moderation, records }: Client): Promise<Places> {
  const channels = [
    await made(settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })),
    await made(settings.addChannel({ ...id(), network: 'facebook', name: 'Facebook' })),
    await made(settings.addChannel({ ...id(), network: 'linkedin', name: 'LinkedIn' })),
  ]
  const topics: number[] = []
  for (const name of ['Lieferung', 'Verpackung', 'Preis', 'Beratung', 'Lob'])
    topics.push(await made(moderation.addTopics({ ...id(), names: [name] })))
  const departments = [
    await made(records.addNamed({ ...id(), list: 'department', name: 'Kundendienst' })),
    await made(records.addNamed({ ...id(), list: 'department', name: 'Vertrieb' })),
  ]
  return { channels, topics, departments }
}

/** Ten conversations a week, of the month before and of this one up to now; a batch, leads of which one was won, hours, and reach. */
export async function fillModerationMonths(client: Client, now = Date.now()): Promise<void> {
  const places = await addPlaces(client)
  const { settings, moderation } = client
  const personId = await made(settings.addPerson({ ...id(), name: 'Robin', isSelf: true }))
  await settings.setRate({ ...id(), personId: null, validFrom: '2020-01-01', centsPerHour: 4_281, basis: null })
  const today = dayAt(now, ZONE)
  const before = firstDayOf(monthOf(addMonths(firstDayOf(monthOf(today)), -1)))
  const random = new SampleRandom(7, 'moderation-months')
  let number = 0
  for (let day = before; day <= today; day = addDays(day, 1))
    for (let count = random.between(0, 4); count > 0; count--)
      await addOne(client, { ...places, personId, day, number: number++, now, random })
  await addBatch(client, places, before)
  const months = [monthOf(before), monthOf(today)]
  const changes = months.flatMap((month) =>
    places.channels.map((channelId, index) => ({ channelId, month, reach: 12_000 + 3_500 * index })),
  )
  await moderation.setReach({ ...id(), changes })
}

async function addBatch({ moderation }: Client, { channels, topics }: Places, day: Day): Promise<void> {
  await moderation.captureBatch({
    ...id(),
    batch: {
      count: 20,
      kind: 'comment',
      label: 'Lob zum Röstkurs',
      channelId: channels[0] ?? null,
      postId: null,
      clientId: null,
      departmentId: null,
      topicIds: topics.slice(4),
      sentiment: 'positive',
      day,
      seconds: 900,
    },
  })
}

interface One extends Places {
  readonly personId: number
  readonly day: Day
  readonly number: number
  readonly now: number
  readonly random: SampleRandom
}

async function addOne(client: Client, one: One): Promise<void> {
  const { channels, topics, departments, day, number, now, random } = one
  const { moderation } = client
  const sentiment = random.pickWeighted<Sentiment>([
    ['positive', 5],
    ['neutral', 4],
    ['negative', 3],
    ['angry', 1],
  ])
  const receivedAt = startOfDay(day, ZONE) + random.between(8 * 60, 16 * 60) * MINUTE
  const topic = sentiment === 'positive' ? 4 : random.between(0, 3)
  const conversation = conversationDraft(receivedAt, {
    text: TEXTS[sentiment],
    label: `Gespräch ${number + 1}`,
    kind: random.pick<ConversationKind>(['comment', 'comment', 'message', 'review']),
    channelId: channels[random.between(0, 2)] ?? null,
    departmentId: number % 6 === 0 ? (departments[(number / 6) % 2] ?? null) : null,
  })
  const answeredAt = receivedAt + random.between(10, 420) * MINUTE
  if (receivedAt > now) return
  const topicId = topics[topic] ?? 0
  const conversationId = await made(moderation.capture({ ...id(), conversation, topicIds: [topicId] }))
  await moderation.setSentiment({ ...id(), id: conversationId, sentiment })
  if (answeredAt > now || number % 17 === 16) return
  await moderation.answer({
    ...id(),
    id: conversationId,
    text: 'Danke für deine Nachricht!',
    at: answeredAt,
    next: 'done',
  })
  const askedAgainAt = answeredAt + 40 * MINUTE
  if (number % 9 === 4 && askedAgainAt + 2 * 60 * MINUTE < now) {
    await moderation.noteReply({ ...id(), id: conversationId, text: 'Und noch eine Frage.', at: askedAgainAt })
    const at = askedAgainAt + random.between(5, 110) * MINUTE
    await moderation.answer({ ...id(), id: conversationId, text: 'Gern!', at, next: 'done' })
  }
  if (number % 3 === 0) await addWork(client, one, conversationId, answeredAt)
  if (number % 8 === 0) await addLead(client, one, conversationId)
}

async function addWork({ time }: Client, { personId, random }: One, conversationId: number, at: number): Promise<void> {
  const targets = [{ postId: null, conversationId, weight: 1 }]
  const startedAt = at - random.between(6, 25) * MINUTE
  const entry = { ...NO_WORK, activity: 'dialogue' as const, personId, startedAt, endedAt: at, targets }
  await time.add({ ...id(), entries: [entry], onOverlap: 'keep' })
}

async function addLead({ revenue }: Client, { day, number, channels }: One, conversationId: number): Promise<void> {
  const lead = {
    name: `Anfrage ${number + 1}`,
    day,
    valueCents: 40_000 + number * 1_000,
    probabilityBasisPoints: 4_000,
    expectedOn: null,
    channelId: channels[0] ?? null,
    campaignId: null,
    postId: null,
    conversationId,
    clientId: null,
    note: '',
  }
  const leadId = await made(revenue.addLead({ ...id(), lead }))
  if (number % 16 === 0)
    await revenue.winLead({ ...id(), id: leadId, deal: { day, paidCents: 47_600, taxCents: 7_600 } })
}
