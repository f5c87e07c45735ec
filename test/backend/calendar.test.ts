// Posts and their variants: noting, moving, copying, how far they are, what they cost; each step taken back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PostContent } from '../../shared/contract/calendar-fields.ts'
import { dayAt } from '../../shared/domain/instant.ts'
import { clockAt, instantAt } from '../../shared/domain/wall-time.ts'
import type { Day } from '../../shared/domain/day.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

const ZONE = 'Europe/Berlin'
const NOW = Date.parse('2026-10-20T08:00:00Z')
const at = (day: string, clock: string) => instantAt(day as Day, clock, ZONE)

let host: DirectHost
let [instagram, linkedIn, x] = [0, 0, 0]
beforeEach(async () => {
  host = await openDirectHost({}, NOW)
  instagram = await addChannel('instagram', 'Instagram')
  linkedIn = await addChannel('linkedin', 'LinkedIn')
  x = await addChannel('x', 'X')
})
afterEach(() => host.close())

const command = () => ({ commandId: newCommandId() })
const calendar = () => host.client.calendar

async function addChannel(network: 'instagram' | 'linkedin' | 'x', name: string): Promise<number> {
  return (await host.client.settings.addChannel({ ...command(), network, name })).recordId!
}

const CONTENT: PostContent = {
  title: 'Langsamer rösten',
  text: 'Mehr Süße, weniger Bitterkeit.',
  brief: '',
  audience: '',
  link: null,
  format: 'reel',
  pillarId: null,
  campaignId: null,
  clientId: null,
  draftDueOn: null,
  plannedMinutes: null,
}

interface Planned {
  readonly channelIds?: number[]
  readonly plannedAt?: number | null
  readonly status?: 'idea' | 'draft'
}

async function add(content: Partial<PostContent> = {}, planned: Planned = {}): Promise<number> {
  return (await calendar().add({ ...command(), post: { ...CONTENT, ...content }, ...planned })).recordId!
}

async function variantsOf(postId: number) {
  return (await calendar().post({ id: postId })).variants
}

const range = async (
  from: string,
  to: string,
  filter: Parameters<DirectHost['client']['calendar']['range']>[0]['filter'] = {},
) => calendar().range({ period: { from, to }, filter })
const undo = (undoes: string) => host.client.history.undo({ ...command(), undoes })
/** Everything the calendar holds, as it is stored. */
function stored() {
  const read = (table: string) => host.backend.ledger.reader.prepare(`SELECT * FROM ${table} ORDER BY id`).all([])
  return { posts: read('post'), variants: read('variant'), checks: read('post_check'), events: read('post_event') }
}

/** Carries out a step, takes it back and carries it out again: the same as before, and as after. */
async function thereAndBack(step: (commandId: string) => Promise<unknown>): Promise<void> {
  const before = stored()
  const commandId = newCommandId()
  await step(commandId)
  const after = stored()
  expect(after).not.toEqual(before)
  const { commandId: undone } = await undo(commandId)
  expect(stored()).toEqual(before)
  await undo(undone)
  expect(stored()).toEqual(after)
}

describe('noting', () => {
  test('a post for two channels stands in the range of its day, once for each', async () => {
    await add({}, { channelIds: [instagram, linkedIn], plannedAt: at('2026-10-28', '11:30'), status: 'draft' })
    const { rows, isCut } = await range('2026-10-28', '2026-10-28')
    expect(isCut).toBe(false)
    expect(
      rows.map(({ title, channel, status, day, hasOwnText }) => ({ title, channel, status, day, hasOwnText })),
    ).toEqual([
      { title: 'Langsamer rösten', channel: 'Instagram', status: 'draft', day: '2026-10-28', hasOwnText: false },
      { title: 'Langsamer rösten', channel: 'LinkedIn', status: 'draft', day: '2026-10-28', hasOwnText: false },
    ])
    expect((await range('2026-10-27', '2026-10-27')).rows).toEqual([])
  })

  test('an idea has no channel; the first it gets is its, the second is one more', async () => {
    const id = await add()
    expect((await variantsOf(id)).map(({ channelId, status }) => [channelId, status])).toEqual([[null, 'idea']])
    await calendar().addVariant({ ...command(), id, channelId: instagram })
    await calendar().addVariant({ ...command(), id, channelId: linkedIn })
    expect((await variantsOf(id)).map(({ channelId }) => channelId)).toEqual([instagram, linkedIn])
    await expect(calendar().addVariant({ ...command(), id, channelId: linkedIn })).rejects.toMatchObject({
      code: 'name_taken',
      data: { field: 'channelId', name: 'LinkedIn' },
    })
  })

  test('a link that is no web address is refused, and nothing is noted', async () => {
    await expect(add({ link: 'javascript:alert(1)' })).rejects.toMatchObject({
      code: 'invalid_value',
      data: { field: 'link' },
    })
    expect(stored().posts).toEqual([])
  })

  test('each step is taken back and done again exactly', async () => {
    const id = await add({}, { channelIds: [instagram, x], plannedAt: at('2026-10-28', '11:30') })
    const [first, second] = await variantsOf(id)
    const steps: ((commandId: string) => Promise<unknown>)[] = [
      (commandId) => calendar().add({ commandId, post: CONTENT, channelIds: [linkedIn] }),
      (commandId) =>
        calendar().edit({ commandId, id, patch: { title: 'Anders', text: 'Neu', link: 'https://nordlicht.example/' } }),
      (commandId) =>
        calendar().setChecks({
          commandId,
          id,
          checks: [
            { text: 'Bild', isDone: true },
            { text: 'Ton', isDone: false },
          ],
        }),
      (commandId) => calendar().addVariant({ commandId, id, channelId: linkedIn }),
      (commandId) => calendar().editVariant({ commandId, id: first!.id, patch: { text: 'Nur hier', format: 'story' } }),
      (commandId) => calendar().editVariant({ commandId, id: first!.id, patch: { text: null } }),
      (commandId) =>
        calendar().move({
          commandId,
          moves: [
            { id: first!.id, plannedAt: null },
            { id: second!.id, plannedAt: at('2026-11-02', '09:00') },
          ],
        }),
      (commandId) => calendar().shift({ commandId, ids: [first!.id, second!.id], days: 7 }),
      (commandId) => calendar().copy({ commandId, id: second!.id, plannedAt: at('2026-12-01', '10:00') }),
      (commandId) => calendar().setStatus({ commandId, ids: [first!.id, second!.id], status: 'ready' }),
      (commandId) =>
        calendar().publish({ commandId, id: first!.id, at: null, permalink: 'https://www.instagram.com/reel/Ab1/' }),
      (commandId) => calendar().setStatus({ commandId, ids: [first!.id], status: 'draft' }),
      (commandId) => calendar().removeVariant({ commandId, id: first!.id }),
      (commandId) => calendar().remove({ commandId, id }),
    ]
    for (const step of steps) await thereAndBack(step)
    expect(stored().posts).toHaveLength(2)
  })
})

describe('texts', () => {
  test('a variant follows the master text until it has one of its own, and again after that', async () => {
    const id = await add({}, { channelIds: [instagram, linkedIn], plannedAt: at('2026-10-28', '11:30') })
    const [, second] = await variantsOf(id)
    await calendar().editVariant({ ...command(), id: second!.id, patch: { text: 'Für Kollegen' } })
    const marks = async () => (await range('2026-10-28', '2026-10-28')).rows.map(({ hasOwnText }) => hasOwnText)
    expect(await marks()).toEqual([false, true])
    await calendar().edit({ ...command(), id, patch: { text: 'Ein anderer Text' } })
    expect((await variantsOf(id)).map(({ text }) => text)).toEqual([null, 'Für Kollegen'])
    await calendar().editVariant({ ...command(), id: second!.id, patch: { text: null } })
    expect(await marks()).toEqual([false, false])
  })

  test('words are found in title, master text, brief and own texts, and no longer once they are gone', async () => {
    const id = await add({ brief: 'Nachfassen bei der Röstmeisterin' }, { channelIds: [instagram] })
    const [variant] = await variantsOf(id)
    const found = async (text: string) => (await calendar().list({ list: 'all', filter: { text } })).count
    await calendar().editVariant({ ...command(), id: variant!.id, patch: { text: 'Probierpaket sichern' } })
    expect(await Promise.all(['langsamer', 'süße', 'röstmeist', 'probierp', 'gibtesnicht', '☕'].map(found))).toEqual([
      1, 1, 1, 1, 0, 0,
    ])
    await calendar().editVariant({ ...command(), id: variant!.id, patch: { text: null } })
    await calendar().edit({ ...command(), id, patch: { text: '' } })
    expect(await Promise.all(['süße', 'probierp', 'langsamer'].map(found))).toEqual([0, 0, 1])
    await calendar().remove({ ...command(), id })
    expect(await found('langsamer')).toBe(0)
  })

  test('the history says who changed what, and keeps the text that was', async () => {
    const person = (await host.client.settings.addPerson({ ...command(), name: 'Jo' })).recordId
    await host.client.settings.update({ ...command(), patch: { selfPersonId: person } })
    const id = await add({}, { channelIds: [instagram] })
    await calendar().edit({ ...command(), id, patch: { text: 'Neu', title: CONTENT.title } })
    const { events } = await calendar().post({ id })
    expect(events.map(({ kind, person: who, detail }) => [kind, who, detail])).toEqual([
      ['text', 'Jo', { text: CONTENT.text }],
      ['created', 'Jo', {}],
    ])
  })
})

describe('times', () => {
  test('shifting by days keeps the clock through its change', async () => {
    const id = await add({}, { channelIds: [instagram], plannedAt: at('2026-10-24', '09:00') })
    const [variant] = await variantsOf(id)
    await calendar().shift({ ...command(), ids: [variant!.id], days: 2 })
    const [moved] = await variantsOf(id)
    expect(clockAt(moved!.plannedAt!, ZONE)).toBe('09:00')
    expect(moved!.plannedAt! - variant!.plannedAt!).toBe(49 * 3_600_000)
  })

  test('what is published stays where it was', async () => {
    const id = await add({}, { channelIds: [instagram, linkedIn], plannedAt: at('2026-10-19', '09:00') })
    const [first, second] = await variantsOf(id)
    await calendar().publish({ ...command(), id: first!.id, at: at('2026-10-19', '09:04'), permalink: null })
    await expect(
      calendar().move({ ...command(), moves: [{ id: first!.id, plannedAt: at('2026-10-21', '09:00') }] }),
    ).rejects.toMatchObject({ code: 'invalid_value', data: { reason: 'published' } })
    await calendar().shift({ ...command(), ids: [first!.id, second!.id], days: 1 })
    expect((await variantsOf(id)).map(({ plannedAt }) => dayAt(plannedAt!, ZONE))).toEqual(['2026-10-19', '2026-10-20'])
  })

  test('in another zone of the ledger the days are those of there', async () => {
    await add({}, { channelIds: [instagram], plannedAt: at('2026-10-28', '23:30') })
    await host.client.settings.update({ ...command(), patch: { timeZone: 'Asia/Tokyo' } })
    expect((await range('2026-10-01', '2026-10-31')).rows.map(({ day }) => day)).toEqual(['2026-10-29'])
  })

  test('a range beyond a year is refused; holidays of the Land stand in it', async () => {
    await expect(range('2026-01-01', '2027-12-31')).rejects.toMatchObject({
      data: { field: 'period', reason: 'too_long' },
    })
    expect((await range('2026-10-01', '2026-10-31')).holidays.map(({ day }) => day)).toEqual(['2026-10-03'])
  })
})

describe('how far it is', () => {
  test('ready is refused where the network would refuse it, and nothing of the choice is changed', async () => {
    const long = await add({ text: 'x'.repeat(281), format: 'text' }, { channelIds: [x, linkedIn] })
    const [onX, onLinkedIn] = (await variantsOf(long)).toSorted((a) => (a.channelId === x ? -1 : 1))
    const both = calendar().setStatus({ ...command(), ids: [onLinkedIn!.id, onX!.id], status: 'ready' })
    await expect(both).rejects.toMatchObject({
      code: 'post_not_ready',
      data: { channel: 'X', problems: [{ kind: 'text_too_long', used: 281, limit: 280 }] },
    })
    expect((await variantsOf(long)).map(({ status }) => status)).toEqual(['idea', 'idea'])
    await calendar().setStatus({ ...command(), ids: [onLinkedIn!.id], status: 'ready' })
  })

  test('what is not said where is not ready', async () => {
    const [variant] = await variantsOf(await add())
    await expect(calendar().setStatus({ ...command(), ids: [variant!.id], status: 'ready' })).rejects.toMatchObject({
      data: { problems: [{ kind: 'channel_missing' }] },
    })
  })

  test('published has its true time and address, finds conversations, and is taken back', async () => {
    const id = await add({}, { channelIds: [instagram], plannedAt: at('2026-10-19', '11:30') })
    const [variant] = await variantsOf(id)
    const permalink = 'https://www.instagram.com/reel/C1aB2c3D4e5/'
    await calendar().publish({ ...command(), id: variant!.id, at: at('2026-10-19', '12:05'), permalink })
    const { post } = await host.client.moderation.recognise({ text: `${permalink} Toll`, receivedAt: NOW })
    expect(post?.id).toBe(id)
    expect((await host.client.records.posts({ filter: {} })).rows).toMatchObject([
      { id, channelId: instagram, publishedOn: '2026-10-19', permalink },
    ])
    await calendar().setStatus({ ...command(), ids: [variant!.id], status: 'draft' })
    expect(await variantsOf(id)).toMatchObject([
      { status: 'draft', publishedAt: null, publishedOn: null, permalink: null },
    ])
  })

  test('it cannot be out later than now, nor be cancelled once it is', async () => {
    const [variant] = await variantsOf(await add({}, { channelIds: [instagram] }))
    await expect(
      calendar().publish({ ...command(), id: variant!.id, at: NOW + 60_000, permalink: null }),
    ).rejects.toMatchObject({ data: { field: 'at', reason: 'in_future' } })
    await calendar().publish({ ...command(), id: variant!.id, at: null, permalink: null })
    await expect(calendar().setStatus({ ...command(), ids: [variant!.id], status: 'cancelled' })).rejects.toMatchObject(
      { data: { field: 'status', reason: 'not_allowed', value: 'published' } },
    )
  })

  test('late ones are told apart: not published in time, not drafted in time', async () => {
    await add({ title: 'zu spät' }, { channelIds: [instagram], plannedAt: NOW - 1, status: 'draft' })
    await add({ title: 'jetzt' }, { channelIds: [instagram], plannedAt: NOW, status: 'draft' })
    await add(
      { title: 'Entwurf fehlt', draftDueOn: '2026-10-19' as Day },
      { channelIds: [instagram], plannedAt: at('2026-10-25', '09:00') },
    )
    await add({ title: 'Entwurf heute', draftDueOn: '2026-10-20' as Day })
    const due = await calendar().due()
    expect(due.late.map(({ title }) => title)).toEqual(['zu spät'])
    expect(due.today.map(({ title }) => title)).toEqual(['jetzt'])
    expect(due).toMatchObject({ lateCount: 1, lateDrafts: 1, nextAt: NOW, isEmpty: false })
  })
})

describe('lists', () => {
  test('page by page each stands once, the latest day first, those without one last', async () => {
    const days = ['2026-10-01', '2026-10-03', null, '2026-10-03', null, '2026-10-02']
    for (const [index, day] of days.entries())
      await add(
        { title: String(index) },
        { channelIds: [instagram], plannedAt: day === null ? null : at(day, '09:00') },
      )
    const seen: string[] = []
    let cursor: Awaited<ReturnType<DirectHost['client']['calendar']['list']>>['next'] = null
    do {
      const page = await calendar().list({ list: 'all', cursor, limit: 2 })
      seen.push(...page.rows.map(({ title }) => title))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(['3', '1', '5', '0', '4', '2'])
    expect((await calendar().list({ list: 'undated' })).rows.map(({ title }) => title)).toEqual(['4', '2'])
  })

  test('a column of the board brings what is next first, and what is over last', async () => {
    for (const [index, day] of ['2026-10-12', null, '2026-10-11'].entries())
      await add(
        { title: String(index) },
        { channelIds: [instagram], plannedAt: day === null ? null : at(day, '09:00') },
      )
    const seen: string[] = []
    let cursor: Awaited<ReturnType<DirectHost['client']['calendar']['board']>>['next'] = null
    do {
      const page = await calendar().board({ status: 'idea', cursor, limit: 1 })
      seen.push(...page.rows.map(({ title }) => title))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toEqual(['2', '0', '1'])
  })
})

describe('hints', () => {
  const hintsOf = async (from: string, to: string) =>
    (await calendar().hints({ period: { from: from as Day, to: to as Day } })).hints

  test('a channel that posts is told where it will be silent for a week; one that never did is not', async () => {
    await add({ text: 'Eins' }, { channelIds: [instagram], plannedAt: at('2026-10-18', '09:00') })
    await add({ text: 'Zwei' }, { channelIds: [instagram], plannedAt: at('2026-10-29', '09:00') })
    expect(await hintsOf('2026-10-01', '2026-10-31')).toEqual([
      { kind: 'silent', channel: 'Instagram', from: '2026-10-19', to: '2026-10-28', days: 10 },
    ])
    // What lies behind cannot be helped.
    expect(await hintsOf('2026-09-01', '2026-09-30')).toEqual([])
  })

  test('posts of a channel within the hour, and the same text again, are named by their titles', async () => {
    await add({ title: 'A', text: 'Der Kaffee ist da!' }, { channelIds: [x], plannedAt: at('2026-10-21', '09:00') })
    await add(
      { title: 'B', text: 'der kaffee ist da' },
      { channelIds: [x, linkedIn], plannedAt: at('2026-10-21', '09:59') },
    )
    const hints = await hintsOf('2026-10-20', '2026-10-22')
    expect(
      hints.map((hint) => hint.kind !== 'silent' && [hint.kind, hint.channel, hint.rows.map(({ title }) => title)]),
    ).toEqual([
      ['same_hour', 'X', ['A', 'B']],
      ['same_text', 'X', ['A', 'B']],
    ])
  })
})

describe('elsewhere', () => {
  test('a post of several channels has no channel of its own, and its channels are changed in the calendar only', async () => {
    const id = await add({}, { channelIds: [instagram, linkedIn] })
    const [row] = (await host.client.records.posts({ filter: {} })).rows
    expect(row).toMatchObject({ id, channelId: null })
    const post = {
      title: 'X',
      channelId: instagram,
      format: null,
      pillarId: null,
      campaignId: null,
      publishedOn: null,
      plannedMinutes: null,
      permalink: null,
    }
    await expect(host.client.records.updatePost({ ...command(), id, post })).rejects.toMatchObject({
      data: { field: 'channelId', reason: 'several_channels' },
    })
    await host.client.records.updatePost({ ...command(), id, post: { ...post, channelId: null } })
    expect((await calendar().post({ id })).title).toBe('X')
  })

  test('merged posts have the channels of both', async () => {
    const [from, into] = [await add({}, { channelIds: [instagram, x] }), await add({}, { channelIds: [linkedIn, x] })]
    await thereAndBack((commandId) =>
      host.client.records.merge({ commandId, kind: 'post', fromId: from, intoId: into }),
    )
    expect(new Set((await variantsOf(into)).map(({ channelId }) => channelId))).toEqual(
      new Set([instagram, linkedIn, x]),
    )
  })

  test('a channel a variant is for cannot go', async () => {
    await add({}, { channelIds: [instagram, linkedIn] })
    await expect(host.client.settings.removeChannel({ ...command(), id: instagram })).rejects.toMatchObject({
      code: 'in_use',
    })
  })
})

describe('money', () => {
  test('hours so far, what is still planned, and what it has to bring in', async () => {
    await host.client.settings.update({ ...command(), patch: { marginBasisPoints: 5_000 } })
    const person = (await host.client.settings.addPerson({ ...command(), name: 'Jo' })).recordId!
    const rate = { personId: null, centsPerHour: 4_000, validFrom: '2026-01-01' as Day, basis: null }
    await host.client.settings.setRate({ ...command(), ...rate })
    const id = await add({ plannedMinutes: 90 }, { channelIds: [instagram] })
    const work = {
      activity: 'content' as const,
      channelId: instagram,
      campaignId: null,
      clientId: null,
      projectId: null,
      departmentId: null,
      targets: [{ postId: id, conversationId: null, weight: 1 }],
      note: '',
      scope: 'social' as const,
      isBillable: false,
    }
    const startedAt = NOW - 3 * 3_600_000
    const entry = { ...work, personId: person, startedAt, endedAt: startedAt + 3_600_000 }
    await host.client.time.add({ ...command(), entries: [entry] })
    expect(await calendar().money({ id })).toMatchObject({
      plannedMinutes: 90,
      seconds: 3_600,
      labourCents: 4_000,
      openCents: 2_000,
      breakEvenCents: 12_000,
      breakEvenOrders: null,
      comparables: null,
    })
  })
})
