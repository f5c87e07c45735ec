// Rules at work: on what is captured, on what is open, and in the preview – always as the pure rules say.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'
import type { RuleInput } from '../../shared/contract/moderation-setup.ts'
import { CONVERSATION_KINDS, PRIORITIES } from '../../shared/domain/conversation.ts'
import { applyRules } from '../../shared/domain/moderation-rule.ts'
import { conversationDraft } from '../support/conversation-draft.ts'
import { type DirectHost, newCommandId, openDirectHost } from '../support/direct-host.ts'
import { ruleInput } from '../support/moderation-rule.ts'
import { planSteps } from '../support/query-plans.ts'

let host: DirectHost
let channelId: number
let topics: { delivery: number; price: number; praise: number }

// A Wednesday, 10:00 in Berlin.
const NOW = Date.parse('2026-10-28T09:00:00Z')
const HOUR = 3_600_000

beforeEach(async () => {
  host = await openDirectHost({}, NOW)
  channelId = await made(host.client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' }))
  const add = (name: string) => made(mod().addTopics({ ...id(), names: [name] }))
  topics = { delivery: await add('Lieferung'), price: await add('Preis'), praise: await add('Lob') }
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const id = () => ({ commandId: newCommandId() })
const undo = (undoes: string) => host.client.history.undo({ ...id(), undoes })

async function made(receipt: Promise<{ recordId: number | null }>): Promise<number> {
  return (await receipt).recordId ?? 0
}
const capture = (changes: Partial<ConversationDraft> = {}) =>
  made(mod().capture({ ...id(), conversation: conversationDraft(NOW, { channelId, ...changes }) }))
const addRule = (rule: RuleInput) => made(mod().addRule({ ...id(), rule }))
const detail = (conversation: number) => mod().detail({ id: conversation })

describe('a captured conversation', () => {
  test('gets topics of all rules that hold, and the first priority and snippet', async () => {
    const text = [{ language: 'de' as const, tone: 'formal' as const, text: 'x' }]
    const snippet = await made(mod().addSnippet({ ...id(), snippet: { name: 'S', topicId: null, texts: text } }))
    await addRule(
      ruleInput({
        name: 'Worte',
        conditions: { words: ['bestell*'] },
        actions: { topicIds: [topics.delivery], priority: 'high' },
      }),
    )
    await addRule(
      ruleInput({ name: 'Andere', conditions: { kinds: ['review'] }, actions: { topicIds: [topics.praise] } }),
    )
    await addRule(
      ruleInput({ name: 'Alle', actions: { topicIds: [topics.price], priority: 'low', snippetId: snippet } }),
    )
    const conversation = await detail(await capture())
    expect(conversation).toMatchObject({ topics: ['Lieferung', 'Preis'], priority: 'high', snippetId: snippet })
    expect(conversation.timeline.at(-1)).toMatchObject({
      kind: 'rule',
      detail: { rules: ['Worte', 'Alle'], topics: ['Lieferung', 'Preis'], priority: 'high', snippet: 'S', to: null },
    })
  })

  test('is handed over with a deadline in service time, and the clock of the answer goes on', async () => {
    const department = await made(host.client.records.addNamed({ ...id(), list: 'department', name: 'Versand' }))
    const escalate = { escalateTo: { departmentId: department }, escalateWithinMinutes: 9 * 60 }
    await addRule(ruleInput({ actions: escalate }))
    const conversation = await detail(await capture())
    expect(conversation).toMatchObject({ status: 'waiting', handedTo: 'Versand', dueAt: NOW + 4 * HOUR })
    // Eight hours are left today, one is tomorrow's.
    expect(conversation.returnDueAt).toBe(Date.parse('2026-10-29T08:00:00Z'))
    expect(conversation.timeline.map(({ kind }) => kind)).toEqual(['received', 'rule', 'handed_over'])
  })

  test('is sorted by the mood its words propose', async () => {
    await addRule(ruleInput({ conditions: { sentiments: ['positive'] }, actions: { topicIds: [topics.praise] } }))
    expect((await detail(await capture({ text: 'Danke, super!' }))).topics).toEqual(['Lob'])
    expect((await detail(await capture({ text: 'Wo finde ich euch?' }))).topics).toEqual([])
  })

  test('is known by who wrote it', async () => {
    await addRule(ruleInput({ conditions: { contact: 'new' }, actions: { topicIds: [topics.praise] } }))
    await addRule(ruleInput({ conditions: { contact: 'known' }, actions: { topicIds: [topics.price] } }))
    await addRule(ruleInput({ conditions: { contact: 'blocked' }, actions: { topicIds: [topics.delivery] } }))
    const first = await capture({ handle: 'kim', receivedAt: NOW - HOUR })
    const second = await capture({ handle: 'Kim' })
    await mod().takeMeasure({ ...id(), id: second, measure: 'blocked', reason: 'Beleidigung' })
    const third = await capture({ handle: 'kim' })
    const nobody = await capture()
    const found = await Promise.all([first, second, third, nobody].map(detail))
    expect(found.map((each) => each.topics)).toEqual([['Lob'], ['Preis'], ['Lieferung'], []])
  })

  test('is left alone by rules that are off, and by those behind one that stops', async () => {
    await addRule(ruleInput({ isActive: false, actions: { topicIds: [topics.price] } }))
    const stopping = await addRule(
      ruleInput({ name: 'Schluss', conditions: { words: ['danke'] }, actions: { stop: true } }),
    )
    await addRule(ruleInput({ actions: { topicIds: [topics.delivery] } }))
    const thanks = await detail(await capture({ text: 'Danke!' }))
    expect(thanks.topics).toEqual([])
    expect(thanks.timeline.at(-1)?.detail['ruleIds']).toEqual([String(stopping)])
    await mod().moveRule({ ...id(), id: stopping, beforeId: null })
    expect((await detail(await capture({ text: 'Danke!' }))).topics).toEqual(['Lieferung'])
  })

  test('and what rules did to it is one step of undo', async () => {
    await addRule(ruleInput({ actions: { topicIds: [topics.price], priority: 'urgent' } }))
    const step = await mod().capture({ ...id(), conversation: conversationDraft(NOW) })
    await undo(step.commandId)
    expect((await mod().list({ list: 'open' })).rows).toEqual([])
    expect((await mod().topics()).map(({ conversations }) => conversations)).toEqual([0, 0, 0])
  })
})

describe('rules are refused', () => {
  test.each([
    ['that do nothing', ruleInput(), { code: 'invalid_value', data: { reason: 'no_action' } }],
    [
      'whose stars cross',
      ruleInput({ conditions: { minStars: 4, maxStars: 2 }, actions: { stop: true } }),
      { code: 'invalid_value', data: { reason: 'stars_crossed' } },
    ],
    [
      'with a word without letters',
      ruleInput({ conditions: { words: ['!!'] }, actions: { stop: true } }),
      { code: 'invalid_value', data: { reason: 'no_such_word' } },
    ],
    ['that name a topic that is gone', ruleInput({ actions: { topicIds: [99] } }), { code: 'not_found' }],
    ['that hand over to nobody', ruleInput({ actions: { escalateTo: { personId: 99 } } }), { code: 'not_found' }],
  ])('%s', async (_what, rule, error) => {
    await expect(mod().addRule({ ...id(), rule })).rejects.toMatchObject(error)
    expect(await mod().rules()).toEqual([])
  })
})

describe('what is open', () => {
  test('is changed when somebody asks for it, without what people decided, and undo takes all of it back', async () => {
    const plain = await capture()
    const decided = await capture()
    await mod().setPriority({ ...id(), id: decided, priority: 'low' })
    const done = await capture()
    await mod().resolve({ ...id(), id: done })
    await addRule(ruleInput({ actions: { topicIds: [topics.price], priority: 'high' } }))
    const preview = await mod().previewApplying({ id: null })
    const step = await mod().applyRules({ ...id(), id: null })
    expect([preview.changing, step.changed]).toEqual([2, 2])
    const found = await Promise.all([plain, decided, done].map(detail))
    expect(found.map((each) => [each.topics, each.priority])).toEqual([
      [['Preis'], 'high'],
      [['Preis'], 'low'],
      [[], 'normal'],
    ])
    expect((await mod().applyRules({ ...id(), id: null })).receipt.isUndoable).toBe(false)
    await undo(step.receipt.commandId)
    expect((await detail(plain)).topics).toEqual([])
    expect((await detail(plain)).timeline.map(({ kind }) => kind)).toEqual(['received'])
  })

  test('is changed by one rule alone, in its place among the others', async () => {
    const praise = await capture({ text: 'Danke!' })
    const question = await capture()
    await addRule(ruleInput({ conditions: { words: ['danke'] }, actions: { priority: 'low', stop: true } }))
    const rule = await addRule(ruleInput({ actions: { topicIds: [topics.price], priority: 'high' } }))
    await mod().applyRules({ ...id(), id: rule })
    expect(await detail(praise)).toMatchObject({ topics: [], priority: 'normal' })
    expect(await detail(question)).toMatchObject({ topics: ['Preis'], priority: 'high' })
  })

  test('is handed over once only', async () => {
    const person = await made(host.client.settings.addPerson({ ...id(), name: 'Robin' }))
    const conversation = await capture()
    const rule = await addRule(ruleInput({ actions: { escalateTo: { personId: person } } }))
    await mod().applyRules({ ...id(), id: rule })
    expect(await detail(conversation)).toMatchObject({ status: 'waiting', handedTo: 'Robin', returnDueAt: null })
    await mod().returnHandover({ ...id(), id: conversation })
    await mod().applyRules({ ...id(), id: rule })
    expect(await detail(conversation)).toMatchObject({ status: 'open', handedTo: null })
  })

  test('is changed in the step that adds the rule, where that is asked for', async () => {
    const conversation = await capture()
    const rule = ruleInput({ actions: { topicIds: [topics.price] } })
    const step = await mod().addRule({ ...id(), rule, applyToOpen: true })
    expect((await detail(conversation)).topics).toEqual(['Preis'])
    await undo(step.commandId)
    expect((await detail(conversation)).topics).toEqual([])
    expect(await mod().rules()).toEqual([])
  })
})

describe('the preview', () => {
  test('shows what a rule would change, what it would not, and where it is not asked', async () => {
    await addRule(ruleInput({ name: 'Schluss', conditions: { words: ['danke'] }, actions: { stop: true } }))
    const stopped = await capture({ text: 'Danke, wo bleibt die Lieferung?' })
    const done = await capture()
    await mod().resolve({ ...id(), id: done })
    const labelled = await capture({ label: 'Paket fehlt', receivedAt: NOW - HOUR })
    const has = await capture()
    await mod().changeTopics({ ...id(), id: has, add: [topics.delivery] })
    const rule = ruleInput({ name: '–', actions: { topicIds: [topics.delivery] } })
    const preview = await mod().previewRule({ id: null, rule })
    expect(preview).toMatchObject({ asked: 3, count: 3, changing: 1, stopped: 1 })
    expect(preview.rows.map(({ id: row, title, stoppedBy, change }) => [row, title, stoppedBy, change.topics])).toEqual(
      [
        [labelled, 'Paket fehlt', null, ['Lieferung']],
        [stopped, 'Danke, wo bleibt die Lieferung?', 'Schluss', []],
        [has, 'Wo bleibt meine Bestellung?', null, []],
      ],
    )
    expect(await mod().rules()).toHaveLength(1)
  })

  test('takes a rule that is there in its place, as it is being edited, also while it is off', async () => {
    await capture({ text: 'Danke!' })
    const first = await addRule(
      ruleInput({ isActive: false, conditions: { words: ['bitte'] }, actions: { priority: 'high' } }),
    )
    await addRule(ruleInput({ actions: { stop: true } }))
    const edited = ruleInput({ isActive: false, conditions: { words: ['DANKE'] }, actions: { priority: 'high' } })
    expect(await mod().previewRule({ id: first, rule: edited })).toMatchObject({ count: 1, stopped: 0, changing: 1 })
    await expect(mod().previewRule({ id: 99, rule: edited })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('of all rules shows what applying them would do, and how many each holds for', async () => {
    const praise = await capture({ text: 'Danke!' })
    const question = await capture()
    const has = await capture()
    await mod().changeTopics({ ...id(), id: has, add: [topics.price] })
    await addRule(
      ruleInput({ name: 'Lob', conditions: { words: ['danke'] }, actions: { priority: 'low', stop: true } }),
    )
    const price = await addRule(ruleInput({ name: 'Preis', actions: { topicIds: [topics.price] } }))
    const off = await addRule(ruleInput({ name: 'Aus', isActive: false, actions: { priority: 'high' } }))
    const all = await mod().previewApplying({ id: null })
    expect(all).toMatchObject({ asked: 3, count: 3, changing: 2, stopped: 0 })
    expect(all.rules.map(({ name, count }) => [name, count])).toEqual([
      ['Lob', 1],
      ['Preis', 2],
    ])
    expect(all.rows.map(({ id: row, change }) => [row, change.topics, change.priority])).toEqual([
      [praise, [], 'low'],
      [question, ['Preis'], null],
      [has, [], null],
    ])
    expect(await mod().previewApplying({ id: price })).toMatchObject({
      count: 2,
      changing: 1,
      rules: [{ name: 'Preis', count: 2 }],
    })
    expect(await mod().previewApplying({ id: off })).toMatchObject({ count: 0, changing: 0, rules: [] })
    await expect(mod().previewApplying({ id: 99 })).rejects.toMatchObject({ code: 'not_found' })
    expect((await detail(praise)).priority).toBe('normal')
  })

  test('lists fifty, those with changes first, and counts all', async () => {
    await host.backend.ledger.withWriter((db) => {
      const add = db.prepare<[number]>(
        "INSERT INTO conversation (received_at, label, day, hour, status, due_at) VALUES (0, 'Frage', '2026-10-28', 10, 'open', ?)",
      )
      for (let dueAt = 1; dueAt <= 2_500; dueAt += 1) add.run(dueAt)
      db.prepare('UPDATE conversation SET priority = 2 WHERE due_at <= 2480').run()
    })
    const preview = await mod().previewRule({
      id: null,
      rule: ruleInput({ conditions: { words: ['frage'] }, actions: { priority: 'high' } }),
    })
    expect(preview).toMatchObject({ asked: 2_500, count: 2_500, changing: 20 })
    expect(preview.rows.map(({ dueAt }) => dueAt)).toEqual([
      ...Array.from({ length: 20 }, (_, index) => 2_481 + index),
      ...Array.from({ length: 30 }, (_, index) => index + 1),
    ])
  })
})

test('rules of the ledger do what the pure rules say, in any order they are put in', async () => {
  const words = ['liefer*', 'danke', '😡', 'nie wieder']
  const topicIds = Object.values(topics)
  const drawnRule = fc.record({
    words: fc.subarray(words),
    kinds: fc.subarray([...CONVERSATION_KINDS], { maxLength: 2 }),
    topicIds: fc.subarray(topicIds, { minLength: 1 }),
    priority: fc.option(fc.constantFrom(...PRIORITIES)),
    stop: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
    isActive: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn > 0),
  })
  const drawnText = fc.array(fc.constantFrom('Lieferung', 'danke', '😡', 'nie', 'wieder', 'Kaffee'), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawnRule, { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ from: fc.nat(), to: fc.nat() }), { maxLength: 4 }),
      fc.record({ words: drawnText, kind: fc.constantFrom(...CONVERSATION_KINDS) }),
      async (rules, moves, { words: text, kind }) => {
        for (const { id: old } of await mod().rules()) await mod().removeRule({ ...id(), id: old })
        for (const { words: wanted, kinds, isActive, ...actions } of rules)
          await addRule(ruleInput({ isActive, conditions: { words: wanted, kinds }, actions }))
        for (const { from, to } of moves) {
          const order = (await mod().rules()).map((rule) => rule.id)
          const beforeId = order[to % (order.length + 1)] ?? null
          await mod().moveRule({ ...id(), id: order[from % order.length] ?? 0, beforeId })
        }
        const conversation = await capture({ text: text.join(' '), kind })
        const facts = { text: text.join(' '), kind, channelId, stars: null, contact: null, sentiment: null }
        const outcome = applyRules(await mod().rules(), facts)
        const found = await detail(conversation)
        expect(new Set(found.topicIds)).toEqual(new Set(outcome.topicIds))
        expect(found.priority).toBe(outcome.priority ?? 'normal')
        const noted = found.timeline.find((event) => event.kind === 'rule')?.detail['ruleIds'] ?? []
        expect(noted).toEqual(outcome.matched.map(String))
      },
    ),
    { numRuns: 25 },
  )
})

test('what is read for setting up and for previews goes by index', async () => {
  await capture()
  const rule = await addRule(ruleInput({ conditions: { contact: 'known' }, actions: { topicIds: [topics.price] } }))
  const steps = await planSteps(host, async () => {
    await mod().previewRule({ id: rule, rule: ruleInput({ conditions: { words: ['x'] }, actions: { stop: true } }) })
    await mod().previewApplying({ id: null })
    await mod().filledSnippets({ conversationId: 1, language: 'de', tone: 'formal' })
    await mod().topics()
  })
  const big = /^SCAN (conversation|other|conversation_text|conversation_event|handover|contact|contact_handle)\b/
  const scans = steps.filter((step) => big.test(step) && !step.includes('INDEX conversation_unfinished'))
  expect(scans).toEqual([])
  // Topics are counted from an index alone.
  expect(
    steps.filter((step) => step.startsWith('SCAN conversation_topic') && !step.includes('COVERING INDEX')),
  ).toEqual([])
})
