// How the moderation log is set up, through the contract: service hours, targets, topics, snippets.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import type { SnippetInput } from '../../shared/contract/moderation-setup.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { type DirectHost, newCommandId, openDirectHost } from '../support/direct-host.ts'
import { ruleInput } from '../support/moderation-rule.ts'

let host: DirectHost
let channelId: number

// A Wednesday, 10:00 in Berlin.
const NOW = Date.parse('2026-10-28T09:00:00Z')
const HOUR = 3_600_000

beforeEach(async () => {
  host = await openDirectHost({ name: 'Rösterei Nordlicht' }, NOW)
  channelId = await made(host.client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' }))
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const id = () => ({ commandId: newCommandId() })
const undo = (undoes: string) => host.client.history.undo({ ...id(), undoes })

async function made(receipt: Promise<{ recordId: number | null }>): Promise<number> {
  return (await receipt).recordId ?? 0
}
const capture = (changes: Partial<ConversationDraft> = {}, topicIds: number[] = []) =>
  made(mod().capture({ ...id(), conversation: conversationDraft(NOW, { channelId, ...changes }), topicIds }))
const dueAt = async (conversation: number) => (await mod().detail({ id: conversation })).dueAt

describe('service hours', () => {
  const nights = {
    weekly: Array.from({ length: 7 }, () => [{ from: '18:00', to: '22:00' }]),
    observesHolidays: false,
  }

  test('are the usual ones until somebody says otherwise', async () => {
    const [general, ...others] = await mod().serviceHours()
    expect(others).toEqual([])
    expect(general).toMatchObject({ channelId: null, isSet: false, observesHolidays: true })
    expect(general?.weekly.map((day) => day.map(({ from, to }) => `${from}-${to}`).join())).toEqual([
      ...Array.from({ length: 5 }, () => '08:00-18:00'),
      '',
      '',
    ])
  })

  test('of a channel set the deadlines of what is unfinished anew, and undo brings them back', async () => {
    const mine = await capture()
    const other = await capture({ channelId: null })
    expect(await dueAt(mine)).toBe(NOW + 4 * HOUR)
    const step = await mod().setServiceHours({ ...id(), channelId, hours: nights })
    expect(await dueAt(mine)).toBe(Date.parse('2026-10-28T21:00:00Z'))
    expect(await dueAt(other)).toBe(NOW + 4 * HOUR)
    expect(await mod().serviceHours()).toMatchObject([
      { channelId: null, isSet: false },
      { channelId, isSet: true, ...nights },
    ])
    await undo(step.commandId)
    expect(await dueAt(mine)).toBe(NOW + 4 * HOUR)
    expect(await mod().serviceHours()).toHaveLength(1)
  })

  test('of all channels hold where a channel has none of its own, and can be taken back', async () => {
    const mine = await capture()
    await mod().setServiceHours({ ...id(), channelId: null, hours: nights })
    expect(await dueAt(mine)).toBe(Date.parse('2026-10-28T21:00:00Z'))
    await mod().removeServiceHours({ ...id(), channelId: null })
    expect(await dueAt(mine)).toBe(NOW + 4 * HOUR)
  })

  test('that are empty leave nothing due', async () => {
    const mine = await capture()
    const never = { weekly: Array.from({ length: 7 }, () => []), observesHolidays: true }
    await mod().setServiceHours({ ...id(), channelId, hours: never })
    expect(await dueAt(mine)).toBeNull()
  })

  test('go with their channel, and come back with it', async () => {
    await mod().setServiceHours({ ...id(), channelId, hours: nights })
    await mod().setResponseTarget({ ...id(), target: { channelId, kind: 'review', minutes: 60 } })
    const step = await host.client.settings.removeChannel({ ...id(), id: channelId })
    expect(await mod().serviceHours()).toHaveLength(1)
    expect(await mod().responseTargets()).toEqual([])
    await undo(step.commandId)
    expect(await mod().serviceHours()).toMatchObject([{}, { channelId, ...nights }])
    expect(await mod().responseTargets()).toEqual([{ channelId, kind: 'review', minutes: 60 }])
  })

  test.each([
    ['end before they begin', [{ from: '12:00', to: '08:00' }]],
    ['are no times', [{ from: '8', to: '25:00' }]],
  ])('that %s do not pass the contract', async (_what, monday) => {
    const weekly = [monday, ...Array.from({ length: 6 }, () => [])]
    const hours = { weekly, observesHolidays: true }
    await expect(mod().setServiceHours({ ...id(), channelId: null, hours })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('set as they are change nothing', async () => {
    await mod().setServiceHours({ ...id(), channelId, hours: nights })
    expect((await mod().setServiceHours({ ...id(), channelId, hours: nights })).isUndoable).toBe(false)
  })
})

describe('targets', () => {
  test('hold from the most exact one, at once, and fall back when they go', async () => {
    const comment = await capture()
    const review = await capture({ kind: 'review' })
    const set = (target: { channelId: number | null; kind: 'review' | null; minutes: number | null }) =>
      mod().setResponseTarget({ ...id(), target })
    await set({ channelId: null, kind: null, minutes: 60 })
    await set({ channelId: null, kind: 'review', minutes: 120 })
    await set({ channelId, kind: null, minutes: null })
    expect([await dueAt(comment), await dueAt(review)]).toEqual([null, null])
    await set({ channelId, kind: 'review', minutes: 30 })
    expect(await dueAt(review)).toBe(NOW + HOUR / 2)
    await mod().removeResponseTarget({ ...id(), channelId, kind: 'review' })
    await mod().removeResponseTarget({ ...id(), channelId, kind: null })
    expect([await dueAt(comment), await dueAt(review)]).toEqual([NOW + HOUR, NOW + 2 * HOUR])
  })

  test('of a channel that is gone are refused', async () => {
    const target = { channelId: 99, kind: null, minutes: 60 }
    await expect(mod().setResponseTarget({ ...id(), target })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('topics', () => {
  const names = async () => (await mod().topics()).map(({ name }) => name)
  const add = (name: string) => made(mod().addTopics({ ...id(), names: [name] }))

  test('are added one by one, each name once; of several those that are there are left alone', async () => {
    await add('Lieferung')
    await expect(add('lieferung')).rejects.toMatchObject({ code: 'name_taken', data: { name: 'lieferung' } })
    const step = await mod().addTopics({ ...id(), names: ['Preis', 'Lieferung', 'Lob', 'preis'] })
    expect(await names()).toEqual(['Lieferung', 'Preis', 'Lob'])
    await undo(step.commandId)
    expect(await names()).toEqual(['Lieferung'])
  })

  test('are put in another order, and archived ones come last', async () => {
    const [a, b, c] = [await add('A'), await add('B'), await add('C')]
    await mod().moveTopic({ ...id(), id: c, beforeId: a })
    expect(await names()).toEqual(['C', 'A', 'B'])
    const step = await mod().moveTopic({ ...id(), id: c, beforeId: null })
    expect(await names()).toEqual(['A', 'B', 'C'])
    await undo(step.commandId)
    expect(await names()).toEqual(['C', 'A', 'B'])
    await mod().updateTopic({ ...id(), id: c, patch: { isArchived: true } })
    expect(await names()).toEqual(['A', 'B', 'C'])
    await expect(mod().moveTopic({ ...id(), id: b, beforeId: 99 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('are counted by conversation, and go only when nothing names them', async () => {
    const [used, ruled, free] = [await add('Lieferung'), await add('Preis'), await add('Lob')]
    await capture({}, [used])
    await mod().addRule({ ...id(), rule: ruleInput({ actions: { topicIds: [ruled] } }) })
    await capture({}, [used])
    expect((await mod().topics()).map(({ conversations, setupUses }) => [conversations, setupUses])).toEqual([
      [2, 0],
      [1, 1],
      [0, 0],
    ])
    for (const topic of [used, ruled])
      await expect(mod().removeTopic({ ...id(), id: topic })).rejects.toMatchObject({ code: 'in_use' })
    await mod().removeTopic({ ...id(), id: free })
    expect(await names()).toEqual(['Lieferung', 'Preis'])
  })

  test('are renamed without leaving a conversation, not to a name that is taken', async () => {
    const [topic] = [await add('Versand'), await add('Preis')]
    const conversation = await capture({}, [topic])
    await mod().updateTopic({ ...id(), id: topic, patch: { name: 'versand' } })
    expect((await mod().detail({ id: conversation })).topics).toEqual(['versand'])
    await expect(mod().updateTopic({ ...id(), id: topic, patch: { name: 'Preis' } })).rejects.toMatchObject({
      code: 'name_taken',
    })
  })

  test('that are merged take conversations, rules and snippets along, each once, and undo parts them again', async () => {
    const [from, into] = [await add('Versand'), await add('Lieferung')]
    const both = await capture({}, [from, into])
    const one = await capture({}, [from])
    const rule = await made(mod().addRule({ ...id(), rule: ruleInput({ actions: { topicIds: [from, into] } }) }))
    const snippet = {
      name: 'S',
      topicId: from,
      texts: [{ language: 'de' as const, tone: 'formal' as const, text: 'x' }],
    }
    await mod().addSnippet({ ...id(), snippet })
    const step = await mod().mergeTopic({ ...id(), id: from, intoId: into })
    expect(await names()).toEqual(['Lieferung'])
    for (const conversation of [both, one])
      expect((await mod().detail({ id: conversation })).topics).toEqual(['Lieferung'])
    expect((await mod().rules()).find((each) => each.id === rule)?.actions.topicIds).toEqual([into])
    expect((await mod().snippets())[0]?.topic).toBe('Lieferung')
    await undo(step.commandId)
    expect(await names()).toEqual(['Versand', 'Lieferung'])
    expect((await mod().detail({ id: both })).topics.toSorted()).toEqual(['Lieferung', 'Versand'])
    expect((await mod().detail({ id: one })).topics).toEqual(['Versand'])
    await expect(mod().mergeTopic({ ...id(), id: from, intoId: from })).rejects.toMatchObject({ code: 'invalid_value' })
  })
})

describe('snippets', () => {
  const text = (language: 'de' | 'en', tone: 'formal' | 'informal', words: string) => ({ language, tone, text: words })
  const snippet = (name: string, ...texts: SnippetInput['texts']): SnippetInput => ({ name, topicId: null, texts })
  const add = (input: SnippetInput) => made(mod().addSnippet({ ...id(), snippet: input }))

  test('have a text for each language and tone, blank ones left out', async () => {
    const made = await add(
      snippet('Dank', text('en', 'formal', 'Thanks'), text('de', 'formal', ' Danke '), text('de', 'informal', '  ')),
    )
    expect(await mod().snippets()).toMatchObject([
      { id: made, texts: [text('de', 'formal', 'Danke'), text('en', 'formal', 'Thanks')] },
    ])
    const step = await mod().updateSnippet({
      ...id(),
      id: made,
      snippet: snippet('Dank', text('de', 'formal', 'Vielen Dank')),
    })
    expect((await mod().snippets())[0]?.texts).toEqual([text('de', 'formal', 'Vielen Dank')])
    await undo(step.commandId)
    expect((await mod().snippets())[0]?.texts).toHaveLength(2)
  })

  test.each([
    ['without any text', snippet('Leer', text('de', 'formal', '\n')), 'invalid_value'],
    [
      'with two texts for one tone',
      snippet('Doppelt', text('de', 'formal', 'a'), text('de', 'formal', 'b')),
      'invalid_value',
    ],
    ['whose name is taken', snippet('DANK', text('de', 'formal', 'a')), 'name_taken'],
    ['of a topic that is gone', { ...snippet('Neu', text('de', 'formal', 'a')), topicId: 99 }, 'not_found'],
  ])('%s are refused', async (_what, input, code) => {
    await add(snippet('Dank', text('de', 'formal', 'Danke')))
    await expect(add(input)).rejects.toMatchObject({ code })
  })

  test('are filled in from the conversation, in the language and tone asked for, what fits best first', async () => {
    await host.client.settings.addPerson({ ...id(), name: 'Robin', isSelf: true })
    const topic = await made(mod().addTopics({ ...id(), names: ['Lieferung'] }))
    const proposed = await add(snippet('Z zuletzt', text('de', 'formal', 'Zu {bestellung}: {link}')))
    await add({
      ...snippet('M mittig', text('de', 'formal', 'x'), text('de', 'informal', '{thema}, {name}! {ich}')),
      topicId: topic,
    })
    await add(snippet('A anfangs', text('en', 'informal', 'Hi from {company} on {channel}')))
    await mod().addRule({ ...id(), rule: ruleInput({ actions: { snippetId: proposed } }) })
    const conversation = await capture({ handle: 'kim.mag.kaffee', text: 'Bestellung #2107 fehlt' }, [topic])
    const filled = await mod().filledSnippets({ conversationId: conversation, language: 'de', tone: 'informal' })
    expect(filled.map((row) => [row.name, row.text, row.missing, row.language])).toEqual([
      ['Z zuletzt', 'Zu 2107: [Link?]', ['link'], 'de'],
      ['M mittig', 'Lieferung, kim.mag.kaffee! Robin', [], 'de'],
      ['A anfangs', 'Hi from Rösterei Nordlicht on Instagram', [], 'en'],
    ])
    await expect(mod().filledSnippets({ conversationId: 99, language: 'de', tone: 'formal' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('take the link of the post the conversation belongs to, where it has one', async () => {
    await add(snippet('Mehr', text('de', 'formal', 'Mehr unter {link}.')))
    const post = { channelId, format: null, pillarId: null, campaignId: null, publishedOn: null }
    const posted = (title: string, permalink: string | null) =>
      made(host.client.records.addPost({ ...id(), post: { ...post, title, permalink } }))
    const filled = async (postId: number) => {
      const conversationId = await capture({ postId })
      return (await mod().filledSnippets({ conversationId, language: 'de', tone: 'formal' }))[0]
    }
    const link = 'https://www.instagram.com/p/Cx12345abcd/'
    expect(await filled(await posted('Sorten', link))).toMatchObject({ text: `Mehr unter ${link}.`, missing: [] })
    expect(await filled(await posted('Ohne', null))).toMatchObject({ text: 'Mehr unter [Link?].', missing: ['link'] })
  })

  test('without a conversation show their gaps', async () => {
    await add(snippet('Dank', text('de', 'formal', 'Danke {name}')))
    const filled = await mod().filledSnippets({ conversationId: null, language: 'de', tone: 'formal' })
    expect(filled).toMatchObject([{ text: 'Danke [Name?]', missing: ['name'], isProposed: false }])
  })

  test('that go leave rules and conversations without one, and undo brings all of it back', async () => {
    const made = await add(snippet('Dank', text('de', 'formal', 'Danke')))
    await mod().addRule({ ...id(), rule: ruleInput({ actions: { snippetId: made, priority: 'high' } }) })
    const conversation = await capture()
    const step = await mod().removeSnippet({ ...id(), id: made })
    expect((await mod().rules())[0]?.actions.snippetId).toBeNull()
    expect((await mod().detail({ id: conversation })).snippetId).toBeNull()
    await undo(step.commandId)
    expect((await mod().rules())[0]?.actions.snippetId).toBe(made)
    expect((await mod().detail({ id: conversation })).snippetId).toBe(made)
    expect((await mod().snippets())[0]).toMatchObject({ ruleCount: 1, texts: [{ text: 'Danke' }] })
  })

  test('are added several at once with their topics, those that are there left alone', async () => {
    await add(snippet('Dank', text('de', 'formal', 'Mein Dank')))
    const step = await mod().addSnippets({
      ...id(),
      snippets: [
        { name: 'Dank', topic: 'Lob', texts: [text('de', 'formal', 'Danke')] },
        { name: 'Bedauern', topic: 'Lieferung', texts: [text('de', 'formal', 'Entschuldigung')] },
      ],
    })
    expect((await mod().snippets()).map(({ name, topic, texts }) => [name, topic, texts[0]?.text])).toEqual([
      ['Bedauern', 'Lieferung', 'Entschuldigung'],
      ['Dank', null, 'Mein Dank'],
    ])
    await undo(step.commandId)
    expect(await mod().topics()).toEqual([])
  })
})
