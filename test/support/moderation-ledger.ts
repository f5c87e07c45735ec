/** A ledger whose moderation log is set up and has something open: for screens and end-to-end tests. */
import type { Client } from '../../shared/contract/contract.ts'
import { conversationDraft } from './conversation-draft.ts'
import { newCommandId } from './direct-host.ts'
import { ruleInput } from './moderation-rule.ts'

const id = () => ({ commandId: newCommandId() })
const HOUR = 3_600_000

async function made(receipt: Promise<{ recordId: number | null }>): Promise<number> {
  return (await receipt).recordId ?? 0
}

/** Texts nobody wrote, one word for each rule. */
const OPEN = [
  { text: 'Meine Lieferung #2107 ist immer noch nicht da.', kind: 'comment' },
  { text: 'Liefert ihr auch an Büros in Bremen? Und was kostet die Lieferung dorthin?', kind: 'message' },
  { text: 'Paket kam offen an, die Hälfte fehlt.', kind: 'review', stars: 1 },
  { text: 'Welche Mühle empfehlt ihr für die Siebträgermaschine?', kind: 'comment' },
  { text: 'Endlich jemand, der Röstgrade erklärt. Danke!', kind: 'comment' },
  { text: 'Wann kommt die nächste Lieferung vom Yirgacheffe? 😍', kind: 'mention' },
] as const

/** Three rules, the first on reviews; topics, a snippet, hours of its own for Instagram; what is open came in before the rules. */
export async function fillModeration(client: Client, now = Date.now()): Promise<void> {
  const { moderation, settings, records } = client
  const instagram = await made(settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' }))
  const facebook = await made(settings.addChannel({ ...id(), network: 'facebook', name: 'Facebook' }))
  const shipping = await made(records.addNamed({ ...id(), list: 'department', name: 'Versand' }))
  await settings.addPerson({ ...id(), name: 'Robin', isSelf: true })
  for (const [index, { text, kind, ...stars }] of OPEN.entries()) {
    const channelId = index % 3 === 2 ? facebook : instagram
    const receivedAt = now - (index + 1) * HOUR
    await moderation.capture({
      ...id(),
      conversation: conversationDraft(receivedAt, { text, kind, channelId, ...stars }),
    })
  }
  const topics: number[] = []
  for (const name of ['Lieferung', 'Beratung', 'Lob', 'Preis'])
    topics.push(await made(moderation.addTopics({ ...id(), names: [name] })))
  const [delivery = 0, advice = 0, praise = 0] = topics
  const text = { language: 'de', tone: 'informal', text: 'Danke dir, {name}! {ich}' } as const
  const thanks = await made(
    moderation.addSnippet({ ...id(), snippet: { name: 'Lob, bedanken', topicId: praise, texts: [text] } }),
  )
  const rules = [
    ruleInput({
      name: 'Schlechte Bewertung',
      conditions: { kinds: ['review'], maxStars: 2 },
      actions: {
        topicIds: [delivery],
        priority: 'urgent',
        escalateTo: { departmentId: shipping },
        escalateWithinMinutes: 240,
        stop: true,
      },
    }),
    ruleInput({ name: 'Beratung', conditions: { words: ['empfehl*', 'welche'] }, actions: { topicIds: [advice] } }),
    ruleInput({
      name: 'Lob',
      isActive: false,
      conditions: { words: ['danke', '😍'], sentiments: ['positive'] },
      actions: { topicIds: [praise], priority: 'low', snippetId: thanks },
    }),
  ]
  for (const rule of rules) await moderation.addRule({ ...id(), rule })
  const weekly = [...Array.from({ length: 6 }, () => [{ from: '09:00', to: '20:00' }]), []]
  await moderation.setServiceHours({ ...id(), channelId: instagram, hours: { weekly, observesHolidays: false } })
  for (const target of [
    { channelId: null, kind: 'review', minutes: 480 },
    { channelId: null, kind: 'mention', minutes: null },
    { channelId: instagram, kind: 'message', minutes: 90 },
  ] as const)
    await moderation.setResponseTarget({ ...id(), target })
}
