// Texts are kept for a time: what is due goes by itself, after it was announced; what is held or unfinished stays.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { followRetention } from '../../electron/backend/features/moderation/privacy/retention-run.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { capture, erased, expectNothingLeft } from '../support/erasing.ts'

let host: DirectHost
let now: number
const START = Date.parse('2026-03-02T09:00:00Z')
const DAY = 86_400_000

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
})
afterEach(() => host.close())

const id = () => ({ commandId: newCommandId() })
const mod = () => host.client.moderation
const follow = () => followRetention(host.backend.ledger)

async function done(text: string, handle = 'zora.9'): Promise<number> {
  const conversation = await capture(host, { text, handle, receivedAt: now })
  await mod().answer({ ...id(), id: conversation, text: `Antwort: ${text}`, at: null, next: 'done' })
  return conversation
}

describe('retention', () => {
  test('is announced two weeks ahead, then follows by itself; figures stay', async () => {
    const conversation = await done('Frage aus Gera')
    const { firstResponseSeconds } = await mod().detail({ id: conversation })
    expect((await mod().detail({ id: conversation })).erasedOn).toBe('2026-09-02')
    now = Date.parse('2026-08-15T09:00:00Z')
    expect(await follow()).toEqual({ announced: false, erased: 0 })
    now = Date.parse('2026-08-20T09:00:00Z')
    expect(await follow()).toEqual({ announced: true, erased: 0 })
    expect(await mod().erasureNotice()).toEqual({ startsOn: '2026-09-03', count: 1 })
    expect((await mod().retention()).upcoming).toEqual([{ day: '2026-09-03', count: 1 }])
    now = Date.parse('2026-09-02T09:00:00Z')
    expect(await follow()).toEqual({ announced: false, erased: 0 })
    now = Date.parse('2026-09-03T09:00:00Z')
    expect(await follow()).toEqual({ announced: false, erased: 1 })
    await host.backend.retention.follow()
    expectNothingLeft(host, ['Frage aus Gera', 'zora.9'])
    expect(await mod().detail({ id: conversation })).toMatchObject({
      isErased: true,
      firstResponseSeconds,
      handle: null,
    })
    expect((await mod().retention()).history).toMatchObject([{ reason: 'retention', conversations: 1 }])
    expect(await follow()).toEqual({ announced: false, erased: 0 })
  })

  test('says beforehand what a shorter time makes due, and from when on it goes', async () => {
    await done('Bald abgelaufen')
    const held = await done('Streit um Geld')
    await mod().hold({ ...id(), id: held, reason: 'Anwalt' })
    await capture(host, { text: 'Offen geblieben', receivedAt: now })
    now = START + 70 * DAY
    const { kind } = await mod().detail({ id: held })
    const asked = (months: number | null) => mod().dueWithRetention({ kind, months })
    expect(await asked(2)).toEqual({ count: 1, erasedFrom: '2026-05-25' })
    expect((await asked(3)).count).toBe(0)
    now = START + 250 * DAY
    await follow()
    // Due already: not because of the shorter time.
    expect((await asked(2)).count).toBe(0)
  })

  test('leaves what is unfinished, held, or of a kind that is kept', async () => {
    const open = await capture(host, { text: 'Offen geblieben', receivedAt: now })
    const held = await done('Streit um Geld')
    await mod().hold({ ...id(), id: held, reason: 'Anwalt' })
    const review = await capture(host, { text: 'Fünf Sterne', kind: 'review', receivedAt: now })
    await mod().resolve({ ...id(), id: review, at: null })
    await mod().setRetention({ ...id(), kind: 'review', months: null })
    const due = await done('Läuft ab')
    now = START + 400 * DAY
    const before = await mod().retention()
    expect(before).toMatchObject({ dueNow: 1, unfinished: 1, heldCount: 1 })
    expect(before.held).toMatchObject([
      { id: held, title: 'Streit um Geld', cause: 'reason', reason: 'Anwalt', dueOn: '2026-09-02' },
    ])
    expect(await erased(mod().eraseDue(id()))).toMatchObject({ conversations: 1 })
    const isErased = async (one: number) => (await mod().detail({ id: one })).isErased
    expect([await isErased(open), await isErased(held), await isErased(review), await isErased(due)]).toEqual([
      false,
      false,
      false,
      true,
    ])
    await mod().release({ ...id(), id: held })
    expect((await mod().retention()).dueNow).toBe(1)
  })

  test('a changed time holds at once and can be taken back', async () => {
    await done('Zwei Monate alt')
    now = START + 65 * DAY
    const set = await mod().setRetention({ ...id(), kind: 'comment', months: 2 })
    expect((await mod().retention()).dueNow).toBe(1)
    await host.client.history.undo({ ...id(), undoes: set.commandId })
    expect(await mod().retention()).toMatchObject({ dueNow: 0, upcoming: [{ day: '2026-09-02', count: 1 }] })
  })
})

describe('contacts', () => {
  test('are listed by who wrote last, found by handle and pseudonym, merged, split and blocked', async () => {
    await done('a', 'anna')
    now += DAY
    await done('b', 'berta')
    const list = async (text = '') => (await mod().contacts({ text })).rows
    expect((await list()).map((row) => row.handles[0]?.handle)).toEqual(['berta', 'anna'])
    const [berta, anna] = await list()
    expect((await list('ERT')).map((row) => row.id)).toEqual([berta?.id])
    expect((await list(anna?.pseudonym.slice(2))).map((row) => row.id)).toEqual([anna?.id])
    const merged = await mod().mergeContacts({ ...id(), fromId: anna?.id ?? 0, intoId: berta?.id ?? 0 })
    const both = await mod().contact({ id: berta?.id ?? 0 })
    expect(both.handles.map((one) => one.handle)).toEqual(['anna', 'berta'])
    expect(both.conversations).toHaveLength(2)
    const split = await mod().splitContact({ ...id(), id: both.id, handleIds: [both.handles[0]?.id ?? 0] })
    expect((await mod().contact({ id: split.recordId ?? 0 })).handles.map((one) => one.handle)).toEqual(['anna'])
    for (const undoes of [split.commandId, merged.commandId]) await host.client.history.undo({ ...id(), undoes })
    expect(await list()).toEqual([berta, anna])
    await mod().setContactBlocked({ ...id(), id: anna?.id ?? 0, isBlocked: true })
    expect((await list('anna'))[0]?.isBlocked).toBe(true)
  })

  test('wrote first with their earliest conversation, whenever they became known', async () => {
    const early = await capture(host, { text: 'Noch ohne Namen', receivedAt: START - 2 * DAY })
    await done('Später', 'anna')
    const firstOf = async (contactId: number) => (await mod().contact({ id: contactId })).firstAt
    const one = (await mod().contacts({ text: 'anna' })).rows[0]?.id ?? 0
    expect(await firstOf(one)).toBe(START)
    now += DAY
    await mod().edit({ ...id(), id: early, patch: { handle: 'berta' } })
    const other = (await mod().contacts({ text: 'berta' })).rows[0]?.id ?? 0
    expect(await firstOf(other)).toBe(START - 2 * DAY)
    const person = { name: 'berta', alsoNames: [], reach: 'word' as const }
    expect((await mod().findPerson(person)).contacts).toMatchObject([{ firstAt: START - 2 * DAY }])
    await mod().edit({ ...id(), id: early, patch: { receivedAt: START - 3 * DAY } })
    expect(await firstOf(other)).toBe(START - 3 * DAY)
    await mod().mergeContacts({ ...id(), fromId: other, intoId: one })
    expect(await firstOf(one)).toBe(START - 3 * DAY)
    await mod().edit({ ...id(), id: early, patch: { handle: 'clara' } })
    expect(await firstOf(one)).toBe(START)
  })

  test('come exactly once over the pages', async () => {
    for (let n = 0; n < 7; n++) await done('x', `wer${n}`)
    const seen: number[] = []
    let cursor: Awaited<ReturnType<ReturnType<typeof mod>['contacts']>>['next'] = null
    do {
      const page: Awaited<ReturnType<ReturnType<typeof mod>['contacts']>> = await mod().contacts({ cursor, limit: 3 })
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor !== null)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })
})
