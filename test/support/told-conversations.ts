/** Conversations in the states one of them can be in, told over the hours of two days with a clock of their own. */
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import { toDay } from '../../shared/domain/day.ts'
import { conversationDraft } from './conversation-draft.ts'
import { newCommandId, openDirectHost, type DirectHost } from './direct-host.ts'

const at = (clock: string) => Date.parse(`2026-10-28T${clock}:00+01:00`)
const command = () => ({ commandId: newCommandId() })

/** By what is to be seen of each; numbers are those of the conversations. */
export const TOLD = { answered: 1, handedOver: 2, erased: 3, batch: 4, long: 5, script: 6 } as const

export async function openToldConversations(): Promise<DirectHost> {
  let now = at('06:18')
  const host = await openDirectHost({ isFirstStartDone: true }, () => now)
  const { settings, records, moderation, revenue } = host.client
  const made = async (receipt: Promise<{ recordId: number | null }>) => (await receipt).recordId ?? 0
  const channelId = await made(settings.addChannel({ ...command(), network: 'instagram', name: 'Instagram' }))
  const postId = await made(
    records.addPost({
      ...command(),
      post: {
        title: 'Karussell: Sorten',
        channelId,
        pillarId: null,
        campaignId: null,
        format: 'carousel',
        publishedOn: toDay('2026-10-27'),
      },
    }),
  )
  const versand = await made(records.addNamed({ ...command(), list: 'department', name: 'Versand' }))
  await settings.addPerson({ ...command(), name: 'Robin', isSelf: true })
  await settings.setRate({ ...command(), personId: null, validFrom: '2026-01-01', centsPerHour: 4_330, basis: null })
  const topic = await made(moderation.addTopics({ ...command(), names: ['Lieferung'] }))
  await moderation.addTopics({ ...command(), names: ['Beratung'] })
  const texts = [
    { language: 'de' as const, tone: 'informal' as const, text: 'Das ist ärgerlich, entschuldige bitte, {name}.' },
  ]
  await moderation.addSnippet({ ...command(), snippet: { name: 'Lieferung, entschuldigen', topicId: topic, texts } })
  const capture = (changes: Partial<ConversationDraft>) =>
    made(moderation.capture({ ...command(), conversation: conversationDraft(now, { channelId, postId, ...changes }) }))

  const angry =
    'Meine Bestellung #2107 ist immer noch nicht da und auf Mails reagiert bei euch auch keiner. So langsam bin ich echt sauer.'
  const answered = await capture({
    label: 'Bestellung 2107',
    text: angry,
    handle: 'eine.kundin',
    url: 'https://example.org/p/1',
  })
  const handed = await capture({ text: angry, handle: 'eine.kundin', kind: 'review', stars: 1 })
  const erased = await capture({ text: 'Bitte löscht das.', handle: 'wer.anders' })
  now = at('08:05')
  for (const id of [answered, handed]) await moderation.changeTopics({ ...command(), id, add: [topic] })
  await moderation.setSentiment({ ...command(), id: answered, sentiment: 'angry' })
  now = at('08:07')
  const note = 'Wo ist das Paket?'
  await moderation.handOver({
    ...command(),
    id: handed,
    personId: null,
    departmentId: versand,
    dueAt: at('10:00'),
    note,
  })
  await moderation.answer({ ...command(), id: erased, text: 'Machen wir.', next: 'done' })
  // It reports how far it is; it is erased at the end of that.
  for await (const _step of await moderation.eraseConversation({ ...command(), id: erased }));
  now = at('15:30')
  await moderation.addWork({ ...command(), id: answered, day: toDay('2026-10-28'), seconds: 560 })
  await moderation.answer({ ...command(), id: answered, text: 'Das ist ärgerlich, entschuldige bitte.', next: 'wait' })
  now = at('16:10')
  await moderation.noteReply({ ...command(), id: answered, text: 'Danke, aber wann kommt es denn nun?' })
  const lead = { name: 'Bürokaffee', valueCents: 120_000, probabilityBasisPoints: 4_000, expectedOn: null, note: '' }
  const from = {
    day: toDay('2026-10-28'),
    channelId,
    campaignId: null,
    postId,
    conversationId: answered,
    clientId: null,
  }
  await revenue.addLead({ ...command(), lead: { ...lead, ...from } })
  const batch = {
    count: 20,
    kind: 'comment' as const,
    label: 'Lob zum Karussell',
    topicIds: [],
    sentiment: 'positive' as const,
  }
  const place = { channelId, postId, clientId: null, departmentId: null, day: toDay('2026-10-28'), seconds: 900 }
  await moderation.captureBatch({ ...command(), batch: { ...batch, ...place } })
  await capture({ text: 'مرحبا، متى يصل طلبي؟ 🙂\n'.repeat(30), kind: 'message' })
  await capture({ text: '<script>alert(1)</script><img src=x onerror=alert(2)>', kind: 'mention' })
  return host
}
