// Crises through the contract: what they take in, who must know and until when, what is said, and what is logged.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { crisisDesk, id, contact, START, MINUTE, HOUR, DAY } from '../support/crisis-desk.ts'
import { pngPicture } from '../support/picture.ts'

const desk = crisisDesk()
const { mod, undo, capture, open, detail, log, kinds, addContact, stage } = desk

describe('opening', () => {
  test('takes conversations in, notes it in both, and is taken back as a whole', async () => {
    const conversations = [await capture('Da ist Schimmel drin!'), await capture('Bei mir auch')]
    const receipt = await mod().crisisOpen({ ...id(), title: 'Schimmel', level: 2, conversationIds: conversations })
    const crisis = receipt.recordId ?? 0
    expect(await detail(crisis)).toMatchObject({ title: 'Schimmel', level: 2, conversations: 2, openedAt: START })
    expect(await log(crisis)).toMatchObject([{ kind: 'opened', detail: { level: 2, count: 2 } }])
    const conversation = await mod().detail({ id: conversations[0]! })
    expect(conversation).toMatchObject({ crisisId: crisis, crisis: 'Schimmel' })
    expect(conversation.timeline.at(-1)).toMatchObject({ kind: 'crisis', detail: { crisisId: crisis, isIn: true } })

    await undo(receipt.commandId)
    expect(await mod().crisisList()).toEqual([])
    expect(await mod().detail({ id: conversations[0]! })).toMatchObject({ crisisId: null })
    expect((await mod().detail({ id: conversations[0]! })).timeline.map(({ kind }) => kind)).toEqual(['received'])
  })

  test('copies the standing lists, which then live on their own', async () => {
    await addContact(null, contact('Frau Sommer', { withinMinutes: 30 }))
    await mod().crisisAddChecks({ ...id(), crisisId: null, list: 'task', texts: ['Geplante Beiträge anhalten'] })
    await mod().crisisAddChecks({ ...id(), crisisId: null, list: 'calm', texts: ['Zwei Tage ohne neue Beschwerde'] })
    const crisis = await open()
    const { contacts, checks } = await detail(crisis)
    expect(contacts).toMatchObject([{ name: 'Frau Sommer', informBy: START + 30 * MINUTE, informedAt: null }])
    expect(checks.map(({ list, text }) => [list, text])).toEqual([
      ['task', 'Geplante Beiträge anhalten'],
      ['calm', 'Zwei Tage ohne neue Beschwerde'],
    ])
    await mod().crisisRemoveContact({ ...id(), id: contacts[0]!.id })
    expect((await mod().crisisStanding()).contacts).toHaveLength(1)
    await mod().crisisTakeStanding({ ...id(), id: crisis, list: 'contact' })
    await mod().crisisTakeStanding({ ...id(), id: crisis, list: 'contact' })
    expect((await detail(crisis)).contacts).toHaveLength(1)
  })

  test('may have begun earlier, not later', async () => {
    const crisis = await open({ at: START - HOUR })
    expect(await detail(crisis)).toMatchObject({ openedAt: START - HOUR })
    expect((await log(crisis))[0]).toMatchObject({ at: START - HOUR, notedAt: START })
    await expect(open({ at: START + 1 })).rejects.toMatchObject({ data: { field: 'at', reason: 'in_future' } })
  })

  test('a conversation has one crisis: it leaves the one before', async () => {
    const conversation = await capture('Schimmel!', { label: 'Schimmel in der Tüte' })
    const first = await open({ conversationIds: [conversation] })
    const second = await open({ title: 'Lieferung', conversationIds: [conversation, conversation] })
    expect((await detail(first)).conversations).toBe(0)
    expect((await detail(second)).conversations).toBe(1)
    expect(await log(first)).toMatchObject([
      { kind: 'opened' },
      { kind: 'removed', detail: { count: 1, item: 'Schimmel in der Tüte' } },
    ])
    await expect(open({ conversationIds: [999] })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('what the other side wrote never gets into the log', async () => {
    const conversation = await capture('Ich, Erika Mustermann, bin sauer', { handle: '@erika' })
    const crisis = await open({ conversationIds: [conversation] })
    await mod().crisisRemoveConversations({ ...id(), id: crisis, conversationIds: [conversation] })
    await mod().crisisAddConversations({ ...id(), id: crisis, conversationIds: [conversation] })
    expect(await kinds(crisis)).toEqual(['opened', 'removed', 'added'])
    expect(JSON.stringify(await log(crisis))).not.toMatch(/erika/i)
  })
})

describe('who must know', () => {
  test('is needed from a level on, and the deadline runs from then', async () => {
    const crisis = await open({ level: 1 })
    await addContact(crisis, contact('Team', { withinMinutes: 15 }))
    await addContact(crisis, contact('Leitung', { fromLevel: 3, withinMinutes: 60 }))
    const read = async () => (await detail(crisis)).contacts.map(({ isNeeded, informBy }) => [isNeeded, informBy])
    expect(await read()).toEqual([
      [true, START + 15 * MINUTE],
      [false, null],
    ])
    desk.now = START + 5 * HOUR
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 3 } })
    expect(await read()).toEqual([
      [true, START + 15 * MINUTE],
      [true, START + 6 * HOUR],
    ])
    const [row] = await mod().crisisList()
    expect(row).toMatchObject({ uninformed: 2, informBy: [START + 15 * MINUTE, START + 6 * HOUR] })
    // A level reached again starts anew.
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 2 } })
    desk.now = START + 10 * HOUR
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 3 } })
    expect((await read())[1]).toEqual([true, START + 11 * HOUR])
  })

  test('is ticked off with its time, in the log too', async () => {
    const crisis = await open()
    const person = await addContact(crisis, contact('Frau Sommer', { role: 'Geschäftsführung', withinMinutes: 30 }))
    desk.now = START + 20 * MINUTE
    const receipt = await mod().crisisInform({ ...id(), id: person, isInformed: true, at: START + 10 * MINUTE })
    expect((await detail(crisis)).contacts[0]).toMatchObject({ informedAt: START + 10 * MINUTE })
    expect((await log(crisis)).at(-1)).toMatchObject({
      kind: 'informed',
      at: START + 10 * MINUTE,
      notedAt: desk.now,
      detail: { name: 'Frau Sommer', role: 'Geschäftsführung' },
    })
    expect((await mod().crisisFigures({ id: crisis })).informed).toEqual({
      needed: 1,
      informed: 1,
      inTime: 1,
      withDeadline: 1,
    })
    await undo(receipt.commandId)
    expect(await kinds(crisis)).toEqual(['opened'])
    await mod().crisisInform({ ...id(), id: person, isInformed: true })
    await mod().crisisInform({ ...id(), id: person, isInformed: false })
    await mod().crisisInform({ ...id(), id: person, isInformed: false })
    expect(await kinds(crisis)).toEqual(['opened', 'informed', 'uninformed'])
  })

  test('keeps its order', async () => {
    const crisis = await open()
    for (const name of ['A', 'B', 'C', 'D']) await addContact(crisis, contact(name))
    const names = async () => (await detail(crisis)).contacts.map(({ name }) => name).join('')
    const idOf = async (name: string) => (await detail(crisis)).contacts.find((each) => each.name === name)!.id
    await mod().crisisMoveContact({ ...id(), id: await idOf('D'), to: 0 })
    expect(await names()).toBe('DABC')
    const receipt = await mod().crisisMoveContact({ ...id(), id: await idOf('D'), to: 50 })
    expect(await names()).toBe('ABCD')
    await mod().crisisRemoveContact({ ...id(), id: await idOf('B') })
    expect(await names()).toBe('ACD')
    await expect(undo(receipt.commandId)).rejects.toMatchObject({ code: 'undo_conflict' })
  })
})

describe('statements', () => {
  const draft = {
    title: 'Erste Stellungnahme',
    text: 'Wir prüfen das.\nBitte schickt uns die Nummer.',
    channelId: null,
  }
  const add = async (crisis: number, statement: object = {}) =>
    (await mod().crisisAddStatement({ ...id(), id: crisis, statement: { ...draft, ...statement } })).recordId ?? 0
  const first = async (crisis: number) => (await detail(crisis)).statements[0]!

  test('go out only when someone approved them', async () => {
    const crisis = await open()
    const statement = await add(crisis, { channelId: desk.channelId })
    await expect(mod().crisisPublish({ ...id(), id: statement })).rejects.toMatchObject({
      data: { reason: 'statement_not_approved' },
    })
    await mod().crisisDecide({ ...id(), id: statement, isApproved: false, by: 'Frau Sommer' })
    expect(await first(crisis)).toMatchObject({ status: 'rejected', decidedBy: 'Frau Sommer', decidedAt: desk.now })
    await mod().crisisDecide({ ...id(), id: statement, isApproved: true, by: 'Frau Sommer' })
    desk.now += HOUR
    const receipt = await mod().crisisPublish({ ...id(), id: statement })
    expect(await first(crisis)).toMatchObject({ status: 'published', publishedAt: desk.now, channel: 'Instagram' })
    expect((await log(crisis)).at(-1)).toMatchObject({ kind: 'published', detail: { channel: 'Instagram' } })
    const refusals = [
      mod().crisisUpdateStatement({ ...id(), id: statement, statement: draft }),
      mod().crisisDecide({ ...id(), id: statement, isApproved: false, by: 'X' }),
      mod().crisisRemoveStatement({ ...id(), id: statement }),
      mod().crisisPublish({ ...id(), id: statement }),
    ]
    for (const refused of refusals)
      await expect(refused).rejects.toMatchObject({ data: { reason: 'statement_published' } })
    await undo(receipt.commandId)
    expect(await first(crisis)).toMatchObject({ status: 'approved', publishedAt: null })
  })

  test('one that was approved is a draft again when its words change, and the approved words are kept', async () => {
    const crisis = await open()
    const statement = await add(crisis)
    await mod().crisisDecide({ ...id(), id: statement, isApproved: true, by: 'Frau Sommer' })
    await mod().crisisUpdateStatement({ ...id(), id: statement, statement: draft })
    expect(await first(crisis)).toMatchObject({ status: 'approved' })
    await mod().crisisUpdateStatement({ ...id(), id: statement, statement: { ...draft, text: 'Wir rufen zurück.' } })
    expect(await first(crisis)).toMatchObject({ status: 'draft', decidedBy: null, decidedAt: null })
    expect((await log(crisis)).at(-1)).toMatchObject({ kind: 'changed', text: draft.text })
  })
})

describe('the log', () => {
  test('holds what is noted, at the time it happened, and pages through it', async () => {
    const crisis = await open({ at: START - 3 * HOUR })
    for (let index = 0; index < 45; index++)
      await mod().crisisNote({ ...id(), id: crisis, text: `Notiz ${index}`, at: START - index * MINUTE })
    const first = await mod().crisisLog({ id: crisis, limit: 40 })
    const second = await mod().crisisLog({ id: crisis, limit: 40, cursor: first.next })
    expect(first.count).toBe(46)
    expect([...first.entries, ...second.entries].map(({ text }) => text)).toEqual([
      ...Array.from({ length: 45 }, (_, index) => `Notiz ${index}`),
      '',
    ])
    expect(second.next).toBeNull()
    await expect(mod().crisisNote({ ...id(), id: crisis, text: ' ' })).rejects.toMatchObject({
      data: { field: 'text', reason: 'required' },
    })
    await expect(mod().crisisNote({ ...id(), id: crisis, text: 'Morgen', at: desk.now + 1 })).rejects.toMatchObject({
      data: { field: 'at', reason: 'in_future' },
    })
  })

  test('changes of level and reach, ticks, closing with what was open', async () => {
    const crisis = await open({ level: 1 })
    await mod().crisisAddChecks({ ...id(), crisisId: crisis, list: 'calm', texts: ['Ruhe', 'Ruhe', 'Antwort gegeben'] })
    await mod().crisisAddChecks({ ...id(), crisisId: crisis, list: 'task', texts: ['Anhalten'] })
    const [task, calm] = (await detail(crisis)).checks
    expect((await detail(crisis)).checks).toHaveLength(3)
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 2, reach: 125_000, cause: 'Eine Charge' } })
    await mod().crisisTick({ ...id(), id: task!.id, isDone: true })
    await mod().crisisTick({ ...id(), id: task!.id, isDone: true })
    await mod().crisisTick({ ...id(), id: task!.id, isDone: false })
    await mod().crisisTick({ ...id(), id: calm!.id, isDone: true })
    desk.now += DAY
    await mod().crisisClose({ ...id(), id: crisis, text: 'Es ist still.' })
    const entries = await log(crisis)
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'level', 'reach', 'done', 'undone', 'done', 'closed'])
    expect(entries[1]).toMatchObject({ detail: { level: 2, before: 1 } })
    expect(entries[2]).toMatchObject({ detail: { reach: 125_000 } })
    expect(entries.at(-1)).toMatchObject({ detail: { open: ['Antwort gegeben'], openTasks: 1 }, text: 'Es ist still.' })
    expect(await detail(crisis)).toMatchObject({
      closedAt: desk.now,
      heldUntil: desk.now + 184 * DAY,
      cause: 'Eine Charge',
    })
    await expect(mod().crisisClose({ ...id(), id: crisis })).rejects.toMatchObject({
      data: { reason: 'crisis_closed' },
    })
    await mod().crisisReopen({ ...id(), id: crisis, text: 'Doch nicht.' })
    expect(await detail(crisis)).toMatchObject({ closedAt: null, heldUntil: null })
    await expect(mod().crisisReopen({ ...id(), id: crisis })).rejects.toMatchObject({ data: { reason: 'crisis_open' } })
    await expect(mod().crisisClose({ ...id(), id: crisis, at: START - 1 })).rejects.toMatchObject({
      data: { field: 'at', reason: 'before_opening' },
    })
  })

  test('the file itself refuses to have it rewritten', async () => {
    const crisis = await open()
    const rewrite = (sql: string) => desk.host.backend.ledger.withWriter((db) => db.prepare<[number]>(sql).run(crisis))
    for (const column of ["kind = 'note'", 'at = at - 1', 'noted_at = noted_at - 1'])
      await expect(rewrite(`UPDATE crisis_entry SET ${column} WHERE crisis_id = ?`), column).rejects.toThrow(
        'append-only',
      )
  })
})

test('a crisis that is removed leaves its conversations, and comes back as it was', async () => {
  const conversation = await capture('Schimmel')
  const crisis = await open({ conversationIds: [conversation] })
  await addContact(crisis, contact('Frau Sommer'))
  await mod().crisisNote({ ...id(), id: crisis, text: 'x', attach: [await stage('a.png', pngPicture(1))] })
  const before = [await detail(crisis), await log(crisis)]
  const receipt = await mod().crisisRemove({ ...id(), id: crisis })
  await expect(detail(crisis)).rejects.toMatchObject({ code: 'not_found' })
  expect(await mod().detail({ id: conversation })).toMatchObject({ crisisId: null })
  const { evidence } = before[0] as Awaited<ReturnType<typeof detail>>
  expect(existsSync(join(`${desk.host.path}.files`, evidence[0]!.sha256.slice(0, 2), evidence[0]!.sha256))).toBe(true)
  await undo(receipt.commandId)
  expect([await detail(crisis), await log(crisis)]).toEqual(before)
})

describe('a list that is full', () => {
  test('takes nothing more', async () => {
    const crisis = await open()
    const texts = Array.from({ length: 50 }, (_, index) => `Aufgabe ${index}`)
    await mod().crisisAddChecks({ ...id(), crisisId: crisis, list: 'task', texts })
    const more = mod().crisisAddChecks({ ...id(), crisisId: crisis, list: 'task', texts: ['Noch eine'] })
    await expect(more).rejects.toMatchObject({ data: { reason: 'list_full' } })
    await mod().crisisAddChecks({ ...id(), crisisId: crisis, list: 'calm', texts: ['Ruhe'] })
  })
})
