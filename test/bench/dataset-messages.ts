/** What people write: whole sentences of a small stock, so that a search finds some words often and others hardly ever. */
import type { SampleRandom } from '../../electron/backend/features/safekeeping/sample/random.ts'
import type { Sentiment } from '../../shared/domain/conversation.ts'

export const TOPICS = [
  'Lieferung',
  'Verpackung',
  'Preis',
  'Beratung',
  'Veranstaltung',
  'Zubereitung',
  'Sortiment',
  'Bestellung',
  'Rückgabe',
  'Filiale',
  'Kooperation',
  'Lob',
] as const

const BEGINNINGS: readonly [string, ...string[]] = [
  'Hallo zusammen,',
  'Moin!',
  'Guten Tag,',
  'Kurze Frage:',
  'Sagt mal,',
  'Hi,',
]
const WORDS: Readonly<Record<Sentiment, readonly [string, ...string[]]>> = {
  positive: [
    'das ist großartig geworden',
    'vielen Dank für die schnelle Hilfe',
    'mein neuer Lieblingskaffee',
    'gerne wieder',
  ],
  neutral: [
    'wann habt ihr wieder geöffnet',
    'welche Mahlung passt zur French Press',
    'gibt es das auch in Dosen',
    'wo finde ich das',
  ],
  negative: [
    'das hat leider nicht geklappt',
    'ich warte seit zwei Wochen',
    'das hatte ich anders erwartet',
    'das war früher besser',
  ],
  angry: ['das ist eine Frechheit', 'nie wieder', 'ich bin wirklich sauer', 'keiner reagiert auf meine Mails'],
}
const ENDINGS: readonly [string, ...string[]] = [
  'Liebe Grüße aus Bremen.',
  'Könnt ihr mir da weiterhelfen?',
  'Danke schon mal.',
  'Ich bin gespannt auf eure Antwort.',
  '☕🙂',
]

/** Three to six sentences; the numbers in them are ones that hardly any other message has. */
export function makeMessage(topic: number, sentiment: Sentiment | null, random: SampleRandom): string {
  const stock = WORDS[sentiment ?? 'neutral']
  const sentences = Array.from(
    { length: random.between(1, 4) },
    () => `${TOPICS[topic] ?? TOPICS[0]}: ${random.pick(stock)}, Bestellung ${random.between(1_000, 99_999)}.`,
  )
  return [random.pick(BEGINNINGS), ...sentences, random.pick(ENDINGS)].join(' ')
}
