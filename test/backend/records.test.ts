// Posts, conversations and the short lists; merging, removing, and assigning work to them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JOURNALLED_TABLES } from '../../electron/backend/database/journal.ts'
import { REFERENCES } from '../../electron/backend/database/references.ts'
import type { PostDraft, WorkFilter, WorkPatch } from '../../shared/contract/records.ts'
import {
  importBytes,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  type DirectHost,
} from '../support/direct-host.ts'

let host: DirectHost
afterEach(() => host.close())

const empty: PostDraft = {
  title: 'Beitrag',
  channelId: null,
  format: null,
  pillarId: null,
  campaignId: null,
  publishedOn: null,
  plannedMinutes: null,
  permalink: null,
}

async function addPost(
  post: Partial<Omit<PostDraft, 'publishedOn'>> & { publishedOn?: string | null },
): Promise<number> {
  const receipt = await host.client.records.addPost({ commandId: newCommandId(), post: { ...empty, ...post } })
  return receipt.recordId!
}

async function addNamed(list: 'campaign' | 'pillar' | 'client' | 'department', name: string): Promise<number> {
  return (await host.client.records.addNamed({ commandId: newCommandId(), list, name })).recordId!
}

const count = (sql: string, ...values: (string | number)[]) =>
  Number(
    host.backend.ledger.reader
      .prepare(sql)
      .pluck()
      .get(...values),
  )

const undo = (commandId: string) => host.client.history.undo({ commandId: newCommandId(), undoes: commandId })

async function assign(filter: WorkFilter, patch: WorkPatch, pick: (text: string) => boolean = () => true) {
  const { groups } = await host.client.records.work({ filter })
  return host.client.records.assign({
    commandId: newCommandId(),
    filter,
    groups: groups
      .filter((group) => pick(group.text))
      .map(({ source, text, activity, channelId, personId, scope }) => ({
        source,
        text,
        activity,
        channelId,
        personId,
        scope,
      })),
    patch,
  })
}

test('every source column that points at a record is known, so that none is forgotten when records merge', async () => {
  host = await openDirectHost()
  const { reader } = host.backend.ledger
  // What belongs to the record goes with it.
  const owned = ['campaign_alias', 'cost_rate', 'opportunity_rate', 'billing_rate', 'billing_terms', 'retainer'].concat(
    ['service_hours', 'response_target', 'channel_reach'],
  )
  const notPointing: Readonly<Record<string, readonly string[]>> = {
    // Moved with a conversation that is merged.
    conversation: ['conversation_event', 'next_response', 'handover', 'conversation_topic', 'attachment'],
    // A post's channel is that of its variants; a history that names it goes on without it.
    channel: ['post', 'post_event'],
    // Moved with a post that is merged.
    post: ['variant', 'post_check', 'post_event'],
  }
  for (const kind of Object.keys(REFERENCES) as (keyof typeof REFERENCES)[]) {
    const pointing = Object.keys(JOURNALLED_TABLES).filter((table) =>
      (reader.database.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[]).some(
        (key) => key.table === kind && key.from === `${kind}_id`,
      ),
    )
    const known: readonly string[] = REFERENCES[kind]
    const going = [...owned, ...(notPointing[kind] ?? [])]
    expect(pointing.filter((table) => !going.includes(table)).sort(), kind).toEqual([...known].sort())
  }
})

describe('lists', () => {
  beforeEach(async () => void (host = await openDirectHost()))

  test('what a post is meant to take is kept, changed and forgotten', async () => {
    const id = await addPost({ title: 'Reel', plannedMinutes: 150 })
    const planned = async () => (await host.client.records.posts({ filter: {} })).rows.map((row) => row.plannedMinutes)
    expect(await planned()).toEqual([150])
    const change = { commandId: newCommandId(), id, post: { ...empty, title: 'Reel', plannedMinutes: null } }
    await host.client.records.updatePost(change)
    expect(await planned()).toEqual([null])
    await undo(change.commandId)
    expect(await planned()).toEqual([150])
  })

  test('posts come page by page, latest first, those without a day last, and each exactly once', async () => {
    const days = ['2026-10-01', '2026-10-03', null, '2026-10-03', '2026-09-30', null, '2026-10-02']
    for (const [index, publishedOn] of days.entries()) await addPost({ title: `Beitrag ${index}`, publishedOn })
    const seen: string[] = []
    let cursor: Awaited<ReturnType<typeof host.client.records.posts>>['next'] = null
    let total: number | null = null
    do {
      const page = await host.client.records.posts({ filter: {}, cursor, limit: 2 })
      seen.push(...page.rows.map((row) => `${row.publishedOn ?? '–'} ${row.title}`))
      total ??= page.count
      cursor = page.next
    } while (cursor !== null)
    expect(total).toBe(7)
    expect(seen).toEqual([
      '2026-10-03 Beitrag 3',
      '2026-10-03 Beitrag 1',
      '2026-10-02 Beitrag 6',
      '2026-10-01 Beitrag 0',
      '2026-09-30 Beitrag 4',
      '– Beitrag 5',
      '– Beitrag 2',
    ])
  })

  test('posts are filtered by words, channel, pillar and format, and by having none', async () => {
    const channel = await host.client.settings.addChannel({
      commandId: newCommandId(),
      network: 'instagram',
      name: 'Instagram',
    })
    const pillarId = await addNamed('pillar', 'Wissen')
    await addPost({ title: 'Über Röstgrade', channelId: channel.recordId, pillarId, format: 'reel' })
    await addPost({ title: 'Teamfoto', format: 'image' })
    const titles = async (filter: Parameters<typeof host.client.records.posts>[0]['filter']) =>
      (await host.client.records.posts({ filter })).rows.map((row) => row.title)
    expect(await titles({ text: 'RÖST' })).toEqual(['Über Röstgrade'])
    expect(await titles({ channelId: channel.recordId! })).toEqual(['Über Röstgrade'])
    expect(await titles({ pillarId: null })).toEqual(['Teamfoto'])
    expect(await titles({ format: 'image', text: 'team' })).toEqual(['Teamfoto'])
    expect(await titles({ format: 'live' })).toEqual([])
  })

  test('conversations keep their hour when only the label changes, and are paged by time', async () => {
    const add = (label: string, day: string) =>
      host.client.records.addConversation({
        commandId: newCommandId(),
        conversation: { label, channelId: null, postId: null, day },
      })
    const first = await add('Frage zur Lieferzeit', '2026-10-01')
    await add('Lob', '2026-10-02')
    const [lob] = (await host.client.records.conversations({ filter: {}, limit: 1 })).rows
    expect(lob).toMatchObject({ label: 'Lob', day: '2026-10-02', useCount: 0, seconds: 0, costCents: 0, netCents: 0 })
    const { next } = await host.client.records.conversations({ filter: {}, limit: 1 })
    const second = await host.client.records.conversations({ filter: {}, cursor: next, limit: 1 })
    expect(second.rows.map((row) => row.label)).toEqual(['Frage zur Lieferzeit'])
    expect(second.count).toBeNull()
    const at = () => count('SELECT received_at FROM conversation WHERE id = ?', first.recordId!)
    const before = at()
    const update = (label: string, day: string) =>
      host.client.records.updateConversation({
        commandId: newCommandId(),
        id: first.recordId!,
        conversation: { label, channelId: null, postId: null, day },
      })
    await update('Frage zum Versand', '2026-10-01')
    expect(at()).toBe(before)
    await update('Frage zum Versand', '2026-10-05')
    expect(at() - before).toBe(4 * 86_400_000)
  })

  test('choosers find by words, latest first, and always know what is chosen', async () => {
    const old = await addPost({ title: 'Alter Beitrag', publishedOn: '2025-01-01' })
    await addPost({ title: 'Kaffee im Herbst', publishedOn: '2026-10-01' })
    await addPost({ title: 'Kaffee im Winter', publishedOn: '2026-10-20' })
    const titles = async (input: Parameters<typeof host.client.records.findPosts>[0]) =>
      (await host.client.records.findPosts(input)).map((post) => post.title)
    expect(await titles({ text: 'kaffee' })).toEqual(['Kaffee im Winter', 'Kaffee im Herbst'])
    expect(await titles({ text: 'winter', id: old })).toEqual(['Kaffee im Winter', 'Alter Beitrag'])
    expect(await titles({ limit: 1, id: old })).toEqual(['Alter Beitrag'])
    expect(await titles({ limit: 1 })).toEqual(['Kaffee im Winter'])
  })

  test('a name is taken once, whatever its case; a campaign by its slug', async () => {
    const first = await addNamed('client', 'Rösterei Nord')
    await expect(addNamed('client', 'rösterei nord')).rejects.toMatchObject({ code: 'name_taken' })
    await addNamed('campaign', 'Herbst 2026')
    await expect(addNamed('campaign', 'herbst | 2026')).rejects.toMatchObject({ code: 'name_taken' })
    await expect(addNamed('campaign', '!!!')).rejects.toMatchObject({ code: 'invalid_value' })
    const rename = (id: number, name: string) =>
      host.client.records.updateNamed({ commandId: newCommandId(), list: 'client', id, name, slug: null })
    await rename(first, 'RÖSTEREI Nord')
    await expect(rename(999, 'Niemand')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a channel that a post stands on cannot be removed, and says by how many it is used', async () => {
    const network = 'instagram'
    const added = await host.client.settings.addChannel({ commandId: newCommandId(), network, name: 'Instagram' })
    const channelId = added.recordId!
    await addPost({ channelId })
    await expect(
      host.client.settings.removeChannel({ commandId: newCommandId(), id: channelId }),
    ).rejects.toMatchObject({
      code: 'in_use',
      data: { what: 'channel', count: 1 },
    })
    const channels = await host.client.settings.channels()
    expect(channels.map(({ useCount }) => useCount)).toEqual([1])
  })

  test('a post of a channel that is not there is refused', async () => {
    await expect(addPost({ channelId: 77 })).rejects.toMatchObject({ code: 'not_found', data: { what: 'channel' } })
  })
})

describe('with the four files imported', () => {
  beforeEach(async () => void (host = await openFixtureLedger()))

  const named = (list: 'campaign' | 'client' | 'department' | 'pillar') => host.client.records.named({ list })
  const period = { from: '2026-01-01', to: '2026-12-31' }

  test('campaigns show what they cost and brought, and the sums are the ledger’s', async () => {
    const rows = await named('campaign')
    const ads = count("SELECT sum(cents) FROM ledger_line WHERE kind <> 'revenue' AND campaign_id IS NOT NULL")
    expect(rows.reduce((sum, row) => sum + row.costCents, 0)).toBe(ads)
    const net = count('SELECT sum(net_cents) FROM attribution_share WHERE model IN (0, 1) AND campaign_id IS NOT NULL')
    expect(net).toBeGreaterThan(0)
    expect(rows.reduce((sum, row) => sum + row.netCents!, 0)).toBe(net)
    expect(rows.every((row) => row.useCount > 0)).toBe(true)
  })

  test('two spellings become one campaign; importing again finds it; undo parts them', async () => {
    const [from, into] = await named('campaign')
    const before = await named('campaign')
    const receipt = await host.client.records.merge({
      commandId: newCommandId(),
      kind: 'campaign',
      fromId: from!.id,
      intoId: into!.id,
    })
    const merged = (await named('campaign')).find((row) => row.id === into!.id)!
    expect(merged.aliases).toEqual([from!.slug])
    expect(merged).toMatchObject({
      costCents: from!.costCents + into!.costCents,
      netCents: from!.netCents! + into!.netCents!,
      useCount: from!.useCount + into!.useCount,
    })
    expect((await host.client.ledger.verify()).isSound).toBe(true)
    await importBytes(host.client, ['meta-ads-de.csv', 'google-ads-de.csv'].map(readFixture))
    expect(await named('campaign')).toHaveLength(before.length - 1)
    await expect(addNamed('campaign', from!.name)).rejects.toMatchObject({ code: 'name_taken' })
    await undo(receipt.commandId)
    expect(await named('campaign')).toEqual(before)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })

  test('a changed slug leaves the former one as a spelling', async () => {
    const [first] = await named('campaign')
    await host.client.records.updateNamed({
      commandId: newCommandId(),
      list: 'campaign',
      id: first!.id,
      name: 'Neuer Name',
      slug: 'Neu & kurz',
    })
    const row = (await named('campaign')).find(({ id }) => id === first!.id)
    expect(row).toMatchObject({ name: 'Neuer Name', slug: 'neu-kurz', aliases: [first!.slug] })
    await expect(addNamed('campaign', first!.slug!)).rejects.toMatchObject({ code: 'name_taken' })
  })

  test('merging adds up budgets of the same month and kind', async () => {
    const [from, into] = await named('campaign')
    const db = host.backend.ledger
    await db.withWriter((writer) =>
      writer.database.exec(`INSERT INTO budget (month, campaign_id, kind, cents) VALUES
        ('2026-10', ${from!.id}, 'ads', 100), ('2026-10', ${into!.id}, 'ads', 250), ('2026-11', ${from!.id}, 'ads', 70)`),
    )
    const receipt = await host.client.records.merge({
      commandId: newCommandId(),
      kind: 'campaign',
      fromId: from!.id,
      intoId: into!.id,
    })
    const budgets = () =>
      db.reader.prepare('SELECT month, campaign_id, cents FROM budget ORDER BY month, campaign_id').raw().all()
    expect(budgets()).toEqual([
      ['2026-10', into!.id, 350],
      ['2026-11', into!.id, 70],
    ])
    await undo(receipt.commandId)
    expect(budgets()).toHaveLength(3)
  })

  test('what is used cannot be removed and says by how many; what is not used goes and comes back', async () => {
    const departmentId = await addNamed('department', 'Kundendienst')
    const receipt = await assign({ text: 'kommentare' }, { departmentId })
    const used = count('SELECT count(*) FROM time_entry WHERE department_id IS NOT NULL')
    expect(used).toBeGreaterThan(0)
    const remove = () => host.client.records.remove({ commandId: newCommandId(), kind: 'department', id: departmentId })
    await expect(remove()).rejects.toMatchObject({ code: 'in_use', data: { what: 'department', count: used } })
    await undo(receipt.commandId)
    const removed = await remove()
    expect(await named('department')).toEqual([])
    await undo(removed.commandId)
    expect(await named('department')).toMatchObject([{ name: 'Kundendienst', useCount: 0, netCents: null }])
  })

  test('assigning a group moves its lines: hours, cost and credit stay the same in all, and undo brings all back', async () => {
    const postId = await addPost({ title: 'Röstung' })
    const before = await host.client.ledger.lines({ filter: { period }, limit: 1 })
    const filter: WorkFilter = { missing: 'post', source: 'time' }
    const { groups, sums } = await host.client.records.work({ filter })
    expect(sums.count).toBe(count('SELECT count(*) FROM time_entry'))
    expect(sums.seconds).toBe(count('SELECT sum(seconds) FROM ledger_line'))
    const [dearest, second] = groups
    expect(dearest!.cents).toBeGreaterThanOrEqual(second!.cents)
    const receipt = await assign(filter, { postId }, (text) => text === dearest!.text)
    const post = (await host.client.records.posts({ filter: {} })).rows[0]!
    const sameText = groups.filter((group) => group.text === dearest!.text)
    const total = (pick: (group: (typeof groups)[number]) => number) =>
      sameText.reduce((sum, group) => sum + pick(group), 0)
    expect(post).toMatchObject({
      useCount: total((group) => group.count),
      seconds: total((group) => group.seconds),
      costCents: total((group) => group.cents),
    })
    const after = await host.client.ledger.lines({ filter: { period }, limit: 1 })
    expect(after.sums).toEqual(before.sums)
    const left = await host.client.records.work({ filter })
    expect(left.sums.count).toBe(sums.count - post.useCount)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
    await undo(receipt.commandId)
    expect(await host.client.records.work({ filter })).toEqual({ groups, sums })
  })

  test('ad spend, costs and hours are assigned together; each takes what it has', async () => {
    const clientId = await addNamed('client', 'Nordlicht')
    const conversation = await host.client.records.addConversation({
      commandId: newCommandId(),
      conversation: { label: 'Frage', channelId: null, postId: null, day: '2026-10-01' },
    })
    await assign({}, { clientId, conversationId: conversation.recordId })
    for (const table of ['time_entry', 'ad_spend'])
      expect(count(`SELECT count(*) FROM ${table} WHERE client_id IS NOT ?`, clientId), table).toBe(0)
    expect(count('SELECT count(*) FROM time_entry WHERE conversation_id IS NULL')).toBe(0)
    expect(count("SELECT count(*) FROM ledger_line WHERE kind <> 'revenue' AND client_id IS NULL")).toBe(0)
    const [row] = await named('client')
    expect(row!.costCents).toBe(count("SELECT sum(cents) FROM ledger_line WHERE kind <> 'revenue'"))
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })

  test('what has no such field, or has it already, is nothing to assign', async () => {
    const conversation = await host.client.records.addConversation({
      commandId: newCommandId(),
      conversation: { label: 'Frage', channelId: null, postId: null, day: '2026-10-01' },
    })
    await expect(assign({ source: 'ad-spend' }, { conversationId: conversation.recordId })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { reason: 'nothing_to_assign' },
    })
    await expect(assign({ source: 'time' }, { postId: null })).rejects.toMatchObject({ code: 'invalid_value' })
    await expect(assign({ source: 'time' }, { postId: 4711 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a later import and a changed mapping leave alone what was set by hand, and change the rest', async () => {
    const departmentId = await addNamed('department', 'Kundendienst')
    const facebook = (await host.client.settings.channels()).find((channel) => channel.network === 'facebook')!
    const filter: WorkFilter = { source: 'time', text: 'Kommentare' }
    const isOurs = "note LIKE '%ommentare%'"
    await assign(filter, { departmentId, activity: 'reporting', channelId: facebook.id })
    const ours = count(`SELECT count(*) FROM time_entry WHERE ${isOurs}`)
    expect(ours).toBeGreaterThan(0)
    const { name, bytes } = readFixture('toggl-detailed.csv')
    // The same entries under other tags: their identity stays, their activity differs.
    const changed = Buffer.from(bytes.toString('utf8').replaceAll('Dialog', 'Content'))
    const { batchIds } = await importBytes(host.client, [{ name, bytes: changed }])
    expect(batchIds).toHaveLength(1)
    const kept = `activity = 'reporting' AND channel_id = ${facebook.id} AND department_id = ${departmentId}`
    expect(count(`SELECT count(*) FROM time_entry WHERE ${isOurs} AND ${kept}`)).toBe(ours)
    expect(count(`SELECT count(*) FROM time_entry WHERE activity = 'dialogue'`)).toBe(0)
    await host.client.imports.remap({
      commandId: newCommandId(),
      mapping: { source: 'project', value: 'Instagram', target: { kind: 'other' } },
    })
    expect(count(`SELECT count(*) FROM time_entry WHERE ${isOurs} AND ${kept}`)).toBe(ours)
    expect(count("SELECT count(*) FROM time_entry WHERE scope = 'other'")).toBeGreaterThan(0)
  })
})

describe('closed months', () => {
  beforeEach(async () => {
    host = await openFixtureLedger()
    await host.client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-01' })
  })

  const january = "day BETWEEN '2026-01-01' AND '2026-01-31'"

  test('keep their lines when work is assigned: corrections in the open month move it, and undo takes them back', async () => {
    const departmentId = await addNamed('department', 'Kundendienst')
    const sealed = () => count(`SELECT sum(cents) FROM ledger_line WHERE ${january}`)
    const before = sealed()
    const lines = count('SELECT count(*) FROM ledger_line')
    const { groups } = await host.client.records.work({ filter: { missing: 'department', text: 'kommentare' } })
    expect(groups.reduce((sum, group) => sum + group.closedCount, 0)).toBeGreaterThan(0)
    const receipt = await assign({ missing: 'department', text: 'kommentare' }, { departmentId })
    expect(sealed()).toBe(before)
    expect(count(`SELECT count(*) FROM ledger_line WHERE ${january} AND department_id IS NOT NULL`)).toBe(0)
    const [department] = await host.client.records.named({ list: 'department' })
    expect(department!.costCents).toBe(groups.reduce((sum, group) => sum + group.cents, 0))
    expect((await host.client.ledger.verify()).isSound).toBe(true)
    await undo(receipt.commandId)
    expect(count('SELECT count(*) FROM ledger_line')).toBe(lines)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })

  test('go on naming a campaign that was merged into another', async () => {
    const rows = await host.client.records.named({ list: 'campaign' })
    const from = rows.find((row) =>
      count(`SELECT count(*) FROM ledger_line WHERE ${january} AND campaign_id = ?`, row.id),
    )!
    const into = rows.find((row) => row.id !== from.id)!
    await host.client.records.merge({ commandId: newCommandId(), kind: 'campaign', fromId: from.id, intoId: into.id })
    const after = await host.client.records.named({ list: 'campaign' })
    expect(after.find((row) => row.id === from.id)).toMatchObject({ costCents: 0, useCount: 0 })
    expect(after.find((row) => row.id === into.id)).toMatchObject({ costCents: from.costCents + into.costCents })
    const remove = host.client.records.remove({ commandId: newCommandId(), kind: 'campaign', id: from.id })
    await expect(remove).rejects.toMatchObject({ code: 'in_use' })
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })
})
