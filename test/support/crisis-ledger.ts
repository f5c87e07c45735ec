/** A roastery in the middle of a crisis, as of some moment: one that is open for five hours, and one that is over. */
import type { Client } from '../../shared/contract/contract.ts'
import type { CrisisContactInput } from '../../shared/contract/crises.ts'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import type { Sentiment } from '../../shared/domain/conversation.ts'
import { type DirectHost, newCommandId, openDirectHost } from './direct-host.ts'
import { pngPicture } from './picture.ts'
import { NO_WORK } from './time-ledger.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const id = () => ({ commandId: newCommandId() })

/** Hands a file over as a page does. */
export async function stageEvidence(client: Client, name: string, content: Buffer): Promise<string> {
  const { handle } = await client.costs.stageReceipt({ name, bytes: content.length })
  await client.costs.appendReceipt({ handle, base64: content.toString('base64') })
  return handle
}

export interface Said {
  readonly text: string
  readonly label?: string
  readonly handle?: string
  readonly channelId?: number | null
  readonly receivedAt: number
  readonly sentiment?: Sentiment
  readonly kind?: ConversationDraft['kind']
}

export async function captureSaid(client: Client, said: Said): Promise<number> {
  const { text, label = '', handle = null, channelId = null, receivedAt, sentiment, kind = 'comment' } = said
  const nothing = { url: null, postId: null, clientId: null, departmentId: null, stars: null }
  const conversation = { ...nothing, kind, label, text, handle, channelId, receivedAt }
  const { recordId } = await client.moderation.capture({ ...id(), conversation })
  const captured = recordId ?? 0
  if (sentiment) await client.moderation.setSentiment({ ...id(), id: captured, sentiment })
  return captured
}

const CONTACTS: readonly CrisisContactInput[] = [
  {
    name: 'Renate Sommer',
    role: 'Geschäftsführung',
    reachableBy: 'Mobil, auch nachts',
    fromLevel: 1,
    withinMinutes: 30,
  },
  { name: 'Jonas Vogt', role: 'Kundendienst', reachableBy: 'Durchwahl 14', fromLevel: 1, withinMinutes: 60 },
  { name: 'Agentur Feder', role: 'Presse', reachableBy: 'Bereitschaft', fromLevel: 2, withinMinutes: 120 },
  { name: 'Dr. Ada Lindner', role: 'Anwältin', reachableBy: 'Kanzlei', fromLevel: 3, withinMinutes: 240 },
]
const TASKS = [
  'Geplante Beiträge und Anzeigen anhalten',
  'Bildschirmfotos sichern, bevor etwas gelöscht wird',
  'Charge im Lager sperren',
  'Kundendienst sagen, was er antworten soll',
]
const CRITERIA = [
  'Zwei Tage lang keine neue Beschwerde zur Sache',
  'Alle, die gefragt haben, haben eine Antwort',
  'Die Ursache ist behoben oder der Termin dafür steht',
]

/** What came in, hours before the moment. */
const SAID: readonly (readonly [hours: number, text: string, label: string, sentiment: Sentiment])[] = [
  [7.2, 'In meiner Tüte Nr. 4 ist weißer Belag. Ist das Schimmel?', 'Weißer Belag in Röstung Nr. 4', 'negative'],
  [6.4, 'Bei mir auch! Das ist ja ekelhaft.', 'Belag auch in zweiter Tüte', 'angry'],
  [5.6, 'Wird das hier totgeschwiegen?', 'Vorwurf des Schweigens', 'angry'],
  [5.1, 'Ich habe drei Tüten davon verschenkt …', 'Verschenkte Tüten', 'negative'],
  [4.3, 'Bekomme ich mein Geld zurück?', 'Frage nach Erstattung', 'neutral'],
  [3.7, 'Nie wieder.', 'Absage', 'angry'],
  [2.8, 'Danke für die schnelle Antwort!', 'Dank für Antwort', 'positive'],
  [1.9, 'Wo finde ich die Nummer der Charge?', 'Frage nach Chargennummer', 'neutral'],
  [0.8, 'Finde ich gut, dass ihr das offen sagt.', 'Lob für Offenheit', 'positive'],
]

export interface CrisisLedger {
  readonly host: DirectHost
  readonly openId: number
  readonly closedId: number
}

/** `moment`: what is now for whoever opens it afterwards. */
export async function openCrisisLedger(moment = Date.now()): Promise<CrisisLedger> {
  let now = moment - 40 * DAY
  const host = await openDirectHost({ name: 'Rösterei Nordlicht' }, () => now)
  const { client } = host
  const channel = await client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram Nordlicht' })
  const person = await client.settings.addPerson({ ...id(), name: 'Lena Brandt' })
  await client.settings.update({ ...id(), patch: { selfPersonId: person.recordId } })
  await client.settings.setRate({ ...id(), personId: null, validFrom: '2020-01-01', centsPerHour: 4_450, basis: null })
  for (const contact of CONTACTS) await client.moderation.crisisAddContact({ ...id(), crisisId: null, contact })
  await client.moderation.crisisAddChecks({ ...id(), crisisId: null, list: 'task', texts: TASKS })
  await client.moderation.crisisAddChecks({ ...id(), crisisId: null, list: 'calm', texts: CRITERIA })
  const at = (instant: number) => {
    now = instant
  }
  const places = { client, channelId: channel.recordId ?? 0, personId: person.recordId ?? 0, moment, at }
  const closedId = await fillClosed(places)
  const openId = await fillOpen(places)
  at(moment)
  return { host, openId, closedId }
}

interface Places {
  readonly client: Client
  readonly channelId: number
  readonly personId: number
  readonly moment: number
  /** Turns the clock. */
  at(instant: number): void
}

async function fillClosed({ client, channelId, moment, at }: Places): Promise<number> {
  const start = moment - 33 * DAY
  at(start)
  const said = {
    text: 'Seit Tagen keine Antwort auf meine Mail',
    label: 'Mails ohne Antwort',
    receivedAt: start - HOUR,
  }
  const conversation = await captureSaid(client, { ...said, channelId, sentiment: 'negative' })
  const opening = { title: 'Postfach des Kundendienstes voll', level: 1 as const, conversationIds: [conversation] }
  const { recordId } = await client.moderation.crisisOpen({ ...id(), ...opening })
  const crisis = recordId ?? 0
  at(start + 2 * DAY)
  await client.moderation.crisisUpdate({
    ...id(),
    id: crisis,
    patch: { cause: 'Ein Urlaub ohne Vertretung.', whatHelped: 'Offen sagen, warum.', whatChanges: 'Vertretungsplan.' },
  })
  await client.moderation.crisisClose({ ...id(), id: crisis, text: 'Alle Mails sind beantwortet.' })
  return crisis
}

async function fillOpen(places: Places): Promise<number> {
  const { client, channelId, personId, moment, at } = places
  const conversations: number[] = []
  for (const [index, [hours, text, label, sentiment]] of SAID.entries()) {
    const receivedAt = moment - hours * HOUR
    at(Math.max(receivedAt, moment - 7 * HOUR))
    const said = { text, label, sentiment, channelId, receivedAt, handle: `gast_${index + 1}` }
    conversations.push(await captureSaid(client, said))
    if (index === 3) at(moment - 5 * HOUR)
  }
  at(moment - 5 * HOUR)
  const opening = { title: 'Schimmelverdacht in Röstung Nr. 4', level: 2 as const, conversationIds: conversations }
  const { recordId } = await client.moderation.crisisOpen({ ...id(), ...opening })
  const crisis = recordId ?? 0
  await fillLists(places, crisis)
  await fillStatements(places, crisis)
  await fillEvidence(places, crisis)
  const [first = 0, second = 0] = conversations
  at(moment - 3.5 * HOUR)
  await client.moderation.answer({ ...id(), id: first, text: 'Wir haben es gesehen und prüfen es.', next: 'stay' })
  const targets = [first, second].map((conversationId) => ({ postId: null, conversationId, weight: 1 }))
  const work = { ...NO_WORK, activity: 'dialogue' as const, targets, personId }
  at(moment - HOUR)
  await client.time.add({
    ...id(),
    entries: [{ ...work, startedAt: moment - 5 * HOUR, endedAt: moment - 2.75 * HOUR }],
  })
  await client.moderation.crisisUpdate({
    ...id(),
    id: crisis,
    patch: { reach: 48_000, cause: 'Eine Charge kam feucht aus dem Röster in die Tüten.' },
  })
  return crisis
}

async function fillLists({ client, moment, at }: Places, crisis: number): Promise<void> {
  const { contacts, checks } = await client.moderation.crisisDetail({ id: crisis })
  at(moment - 4.7 * HOUR)
  await client.moderation.crisisInform({ ...id(), id: contacts[0]?.id ?? 0, isInformed: true })
  at(moment - 3.4 * HOUR)
  await client.moderation.crisisInform({ ...id(), id: contacts[1]?.id ?? 0, isInformed: true })
  const done = [checks[0], checks[1], checks[2], checks[6]]
  for (const [index, check] of done.entries()) {
    at(moment - (4.5 - index / 2) * HOUR)
    await client.moderation.crisisTick({ ...id(), id: check?.id ?? 0, isDone: true })
  }
}

async function fillStatements({ client, channelId, moment, at }: Places, crisis: number): Promise<void> {
  const add = async (title: string, text: string) =>
    (await client.moderation.crisisAddStatement({ ...id(), id: crisis, statement: { title, text, channelId } }))
      .recordId ?? 0
  at(moment - 4.2 * HOUR)
  const first = await add(
    'Erste Reaktion',
    'Einige von euch haben weißen Belag in Röstung Nr. 4 gefunden. Wir haben die Charge angehalten und lassen sie prüfen.\n\nBitte trinkt den Kaffee vorerst nicht und schickt uns die Nummer auf dem Boden der Tüte. Morgen um 12 Uhr sagen wir, was wir wissen.',
  )
  await client.moderation.crisisDecide({ ...id(), id: first, isApproved: true, by: 'Renate Sommer' })
  at(moment - 3.9 * HOUR)
  await client.moderation.crisisPublish({ ...id(), id: first })
  at(moment - 2 * HOUR)
  const second = await add('Rückruf', 'Wir rufen Röstung Nr. 4 zurück. Ihr bekommt euer Geld, ohne Kassenzettel.')
  await client.moderation.crisisDecide({ ...id(), id: second, isApproved: true, by: 'Renate Sommer' })
  at(moment - 1.5 * HOUR)
  await add('Was die Prüfung ergab', 'Das Labor hat gefunden: …\n\nDarum ändern wir: …')
}

async function fillEvidence({ client, moment, at }: Places, crisis: number): Promise<void> {
  at(moment - 4.6 * HOUR)
  const pictures = [
    ['Erster Kommentar.png', pngPicture(3, 720, 440)],
    ['Foto der Tüte.png', pngPicture(11, 720, 440)],
  ] as const
  const attach: string[] = []
  for (const [name, content] of pictures) attach.push(await stageEvidence(client, name, content))
  const text = 'Erster Kommentar und Foto gesichert, bevor sie verschwinden.'
  await client.moderation.crisisNote({ ...id(), id: crisis, text, at: moment - 4.9 * HOUR, attach })
  at(moment - 2.5 * HOUR)
  const article = await stageEvidence(client, 'Artikel im Stadtanzeiger.pdf', Buffer.from('%PDF-1.7\nArtikel\n'))
  await client.moderation.crisisNote({
    ...id(),
    id: crisis,
    text: 'Der Stadtanzeiger fragt an; Rückruf bis 17 Uhr zugesagt.',
    attach: [article],
  })
}
