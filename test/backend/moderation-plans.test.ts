// What the queue reads, with the plans of the statements it really runs: by index, never every conversation.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueFilter, QueueList } from '../../shared/contract/moderation-fields.ts'
import { RARE_TOPIC } from '../../electron/backend/features/moderation/queue-store.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { planSteps } from '../support/query-plans.ts'

let host: DirectHost
let id: number
/** The first two are of many conversations, the third of one. */
let topicIds: number[]
beforeAll(async () => {
  host = await openDirectHost()
  const receipt = await host.client.moderation.capture({
    commandId: newCommandId(),
    conversation: {
      kind: 'comment',
      label: '',
      text: 'Wo bleibt das Paket?',
      url: null,
      handle: 'wanda',
      channelId: null,
      postId: null,
      clientId: null,
      departmentId: null,
      stars: null,
      receivedAt: Date.parse('2026-10-28T09:00:00Z'),
    },
  })
  id = receipt.recordId ?? 0
  const names = ['Lieferung', 'Lob', 'Röstgrad'] as const
  await host.client.moderation.addTopics({ commandId: newCommandId(), names: [...names] })
  topicIds = (await host.client.moderation.topics()).map((topic) => topic.id)
  await host.backend.ledger.run('test.topics', newCommandId(), (db) => {
    const add = db.prepare("INSERT INTO conversation (received_at, label, day) VALUES (?, '', '2026-10-01')")
    const link = db.prepare('INSERT INTO conversation_topic (conversation_id, topic_id) VALUES (?, ?)')
    for (let index = 0; index <= RARE_TOPIC; index++) {
      const { lastInsertRowid } = add.run(index)
      for (const topicId of topicIds.slice(0, 2)) link.run(lastInsertRowid, topicId)
    }
    link.run(id, topicIds[2])
    return null
  })
})
afterAll(() => host.close())

const cursor = { isUrgent: false, at: Date.parse('2026-03-01T00:00:00Z'), id: 1 }
const stepsOf = (list: QueueList, filter: QueueFilter, isFirst = false) =>
  planSteps(host, () => host.client.moderation.list({ list, filter, ...(!isFirst && { cursor }) }))

/** Steps that look at conversations otherwise than by number. */
const lookups = (steps: readonly string[]) =>
  steps.filter((step) => /^(SCAN|SEARCH) conversation(_search)? /.test(step) && !step.includes('INTEGER PRIMARY KEY'))
/** Sorting the topics of one row is no sorting of rows. */
const sorts = (steps: readonly string[]) =>
  steps
    .slice(
      0,
      steps.findIndex((step) => step.includes('wanted')),
    )
    .filter((step) => step.includes('TEMP B-TREE'))

const MANY_SHARE: readonly [string, QueueFilter][] = [
  ['nothing', {}],
  ['a channel', { channelId: 1 }],
  ['a kind', { kind: 'review' }],
  ['stars', { stars: 1 }],
  ['a mood', { sentiment: 'angry' }],
  ['a priority', { priority: 'high' }],
  ['topics of many', { topicIds: [1, 2] }],
  ['having no client', { clientId: null }],
]

describe.each<QueueList>(['open', 'waiting'])('the list "%s"', (list) => {
  test.each(MANY_SHARE)('filtered by %s looks only at what is unfinished', async (_name, filter) => {
    for (const isFirst of [true, false]) {
      const steps = lookups(await stepsOf(list, filter, isFirst))
      expect(steps).not.toEqual([])
      for (const step of steps) expect(step).toMatch(/^SEARCH conversation .*conversation_unfinished \(status=/)
    }
  })
})

test('what is open comes in the order of its index', async () => {
  for (const [, filter] of MANY_SHARE) expect(sorts(await stepsOf('open', filter))).toEqual([])
})

describe('the list "done"', () => {
  test.each(MANY_SHARE)('filtered by %s goes on from where the last page ended', async (_name, filter) => {
    const steps = await stepsOf('done', filter)
    expect(lookups(steps)).toEqual(['SEARCH conversation USING INDEX conversation_done (<expr><?)'])
    expect(sorts(steps)).toEqual([])
  })

  test.each<[QueueFilter, string]>([
    [{ contactId: 1 }, 'conversation_by_contact'],
    [{ postId: 1 }, 'conversation_by_post'],
    [{ crisisId: 1 }, 'conversation_by_crisis'],
    [{ clientId: 1 }, 'conversation_by_client'],
    [{ departmentId: 1 }, 'conversation_by_department'],
  ])('of the few that belong to %j finds those', async (filter, index) => {
    const steps = lookups(await stepsOf('done', filter))
    expect(steps).toHaveLength(1)
    expect(steps[0]).toContain(`INDEX ${index} (`)
  })
})

describe('topics', () => {
  const BY_TOPIC = expect.stringMatching(/^SEARCH bearing USING COVERING INDEX conversation_topic_by_topic \(topic_id=/)

  test.each<QueueList>(['open', 'waiting', 'done'])('of few find those, in the list "%s"', async (list) => {
    expect(topicIds.slice(0, 2)).toEqual([1, 2])
    for (const isFirst of [true, false]) {
      const steps = await stepsOf(list, { topicIds: [1, topicIds[2]!] }, isFirst)
      expect(steps).toContainEqual(BY_TOPIC)
      expect(lookups(steps)).toEqual([])
    }
    const { rows, count } = await host.client.moderation.list({ list, filter: { topicIds: [topicIds[2]!] } })
    expect([rows.map((row) => row.id), count]).toEqual(list === 'open' ? [[id], 1] : [[], 0])
  })

  test('of many are counted by themselves', async () => {
    expect(await stepsOf('done', { topicIds: [1, 2] }, true)).toContainEqual(BY_TOPIC)
    expect((await host.client.moderation.list({ list: 'done', filter: { topicIds: [1, 2] } })).count).toBe(
      RARE_TOPIC + 1,
    )
  })
})

test.each<QueueList>(['open', 'waiting', 'done'])('words are looked up first, in the list "%s"', async (list) => {
  const steps = await stepsOf(list, { text: 'paket', kind: 'comment', contactId: 1 })
  const first = steps.findIndex((step) => step.includes('conversation_search'))
  expect(steps[first]).toMatch(/^SCAN conversation_search VIRTUAL TABLE INDEX/)
  expect(steps[first + 1]).toMatch(/^SEARCH conversation USING INTEGER PRIMARY KEY/)
  expect(steps.filter((step) => step.startsWith('SCAN contact'))).toEqual([])
})

test('counting looks at what is unfinished, at hand-overs that are open, and at one more', async () => {
  const steps = await planSteps(host, () => host.client.moderation.counts())
  expect(steps.filter((step) => /^(SCAN|SEARCH)/.test(step)).toSorted()).toEqual([
    'SCAN conversation USING COVERING INDEX conversation_by_time',
    'SCAN conversation USING INDEX conversation_unfinished',
    expect.stringMatching(/^SEARCH conversation .*(INTEGER PRIMARY KEY|EXISTS)/),
    expect.stringMatching(/^SEARCH handover USING (COVERING )?INDEX handover_open/),
  ])
})

test('the latest batch is looked for among what was done lately', async () => {
  const steps = await planSteps(host, () => host.client.moderation.latestBatch())
  expect(lookups(steps)).toEqual(['SEARCH conversation USING INDEX conversation_done (<expr>>?)'])
  expect(sorts(steps)).toEqual([])
})

test('one conversation is read by number and by indexes, with all that belongs to it', async () => {
  const steps = await planSteps(host, () => host.client.moderation.detail({ id }))
  const grows =
    /^SCAN (conversation\w*|event\w*|handover|lead|attachment|ledger_line|line\w*|contact\w*|next_response)\b/
  expect(steps.filter((step) => grows.test(step))).toEqual([])
})

/** Tables that grow with the log. */
const LARGE =
  /^SCAN (conversation\w*|event_text|next_response|handover|attachment|time_\w+|ledger_line|attribution_share)\b/

test.each(['snippet', 'topic', 'contact', 'crisis', 'conversation'])(
  'removing a %s finds what points at it',
  (table) => {
    const steps = host.backend.ledger.reader.database
      .prepare<[number], { detail: string }>(`EXPLAIN QUERY PLAN DELETE FROM ${table} WHERE id = ?`)
      .all(1)
      .map(({ detail }) => detail)
    expect(steps).toContain(`SEARCH ${table} USING INTEGER PRIMARY KEY (rowid=?)`)
    expect(steps.filter((step) => LARGE.test(step))).toEqual([])
  },
)
