/** A month of the moderation log as one could write it on a sheet of paper: 30 rows of October 2026. */
import type { TimeLedger } from './time-ledger.ts'
import { addRow } from './ledger-sources.ts'
import { newCommandId, type DirectHost } from './direct-host.ts'

/** Day, hour, channel, kind, seconds to the first answer (or how many a batch has), standing, seconds until done, mood, topics. */
const MONTH = `
1 11 G review 6540 in 7140 positive -
2 7 I review 14280 in 14280 - Preis
3 9 I comment 12420 in 13020 positive -
4 8 I comment 23520 late 27120 positive -
5 8 G comment 20 batch - neutral Lob
6 8 G review 9600 in 10200 negative Lieferung+Preis
7 11 G review 9780 in 9780 positive Preis
8 7 I message 14580 late 15180 positive -
9 20 G review 720 in 720 neutral -
10 20 I message 27540 late 27540 negative Lieferung+Preis
11 9 I message 14760 late 15360 negative Preis
12 17 G review 11760 in 15360 angry Lieferung+Preis
13 11 G review 16020 late 16020 - Lob
14 9 I message - none 10560 positive Preis
15 7 G review 22380 late 29580 angry Lieferung+Preis
16 7 G review 18360 late 21960 negative Lieferung
17 14 I review 28320 late 31920 angry Preis
18 8 G review 17820 late 21420 neutral Lieferung
19 7 I review 9060 in 9660 positive Lob
20 7 I comment 12 batch - positive Lob
21 20 G review 23520 late 27120 positive Lieferung+Preis
22 9 I comment 6060 in 6060 neutral Lob
23 20 G review 5400 in 5400 positive Lieferung
24 14 I comment 9420 in 9420 - Lieferung+Preis
25 14 I comment 4320 in 4320 positive -
26 20 I comment 5160 in 5760 neutral -
27 17 I message - missed - positive Lob
28 7 I message - missed - - Lieferung
29 8 I review - missed - angry Lieferung
30 8 I comment - pending - angry Lieferung`

const TARGET_MS = 4 * 3_600_000

export interface LoggedMonth {
  readonly instagram: number
  readonly google: number
  readonly topics: Readonly<Record<string, number>>
  /** By their day. */
  readonly conversations: ReadonlyMap<number, number>
}

/** Answers and deadlines stand in the rows as captured ones have them, so that service hours play no part. */
export async function logMonth({ host, channel }: Pick<TimeLedger, 'host' | 'channel'>): Promise<LoggedMonth> {
  const { client } = host
  const google = await client.settings.addChannel({ commandId: newCommandId(), network: 'other', name: 'Google' })
  const topics: Record<string, number> = {}
  for (const name of ['Lieferung', 'Preis', 'Lob']) topics[name] = (await addRow(host, 'topic', { name })).id
  const channels = { I: channel, G: google.recordId! }
  const conversations = new Map<number, number>()
  for (const line of MONTH.trim().split('\n')) {
    const row = rowOf(line, channels)
    const { id } = await addRow(host, 'conversation', row.conversation)
    conversations.set(row.day, id)
    for (const name of row.topics)
      await addRow(host, 'conversation_topic', { conversation_id: id, topic_id: topics[name] ?? 0 })
  }
  return { instagram: channel, google: channels.G, topics, conversations }
}

function rowOf(line: string, channels: Readonly<Record<string, number>>) {
  const [dayText, hourText, channel, kind, first, standing, done, mood, topics] = line.split(' ')
  const [day, hour] = [Number(dayText), Number(hourText)]
  const isBatch = standing === 'batch'
  // Summer time until the 25th.
  const received = Date.UTC(2026, 9, day, hour - (day < 25 ? 2 : 1), 30)
  const after = (seconds: string | undefined) => (seconds === '-' || isBatch ? null : received + Number(seconds) * 1000)
  const dueAt =
    isBatch || standing === 'none' ? null : standing === 'pending' ? Date.UTC(2026, 10, 9) : received + TARGET_MS
  const number = (text: string | undefined) => (text === '-' || isBatch ? null : Number(text))
  return {
    day,
    topics: topics === '-' ? [] : topics!.split('+'),
    conversation: {
      received_at: received,
      day: `2026-10-${String(day).padStart(2, '0')}`,
      hour: isBatch ? null : hour,
      channel_id: channels[channel!] ?? null,
      kind: kind!,
      label: `Oktober ${day}`,
      status: isBatch || done !== '-' ? 'done' : 'open',
      batch_count: isBatch ? Number(first) : null,
      sentiment: mood === '-' ? null : mood!,
      first_due_at: dueAt,
      first_answered_at: after(first),
      first_response_seconds: number(first),
      resolved_at: isBatch ? received : after(done),
      resolution_seconds: number(done),
    },
  }
}

/** A further message, and when it was answered, seconds of service time after it. */
export async function askAgain(
  host: DirectHost,
  conversation: number,
  seconds: number | null,
  due = 14_400,
): Promise<void> {
  const asked = Date.UTC(2026, 9, 31)
  await addRow(host, 'next_response', {
    conversation_id: conversation,
    asked_at: asked,
    due_at: asked + due * 1000,
    answered_at: seconds === null ? null : asked + seconds * 1000,
    response_seconds: seconds,
  })
}
