// Erasing a person: what goes, what stays, and that no byte of it is left on the disk.
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newCommandId, openDirectHost, importBytes, type DirectHost } from '../support/direct-host.ts'
import { capture, erased, erasePerson, expectNothingLeft, filesOf, foundOnDisk } from '../support/erasing.ts'
import { addRow } from '../support/ledger-sources.ts'

let host: DirectHost
let now: number
let channelId: number

const START = Date.parse('2026-10-28T09:00:00Z')
const HANDLE = 'Käthe.M_1987'
const SECRET = 'Mein Fahrrad quietscht seit Zwickau'

beforeEach(async () => {
  now = START
  host = await openDirectHost({}, () => now)
  const { recordId } = await host.client.settings.addChannel({ ...id(), network: 'instagram', name: 'Instagram' })
  channelId = recordId ?? 0
})
afterEach(() => host.close())

const id = () => ({ commandId: newCommandId() })
const ofPerson = (text = SECRET) =>
  capture(host, { channelId, handle: `@${HANDLE}`, text, url: 'https://example.org/p/1' })
const find = (name = HANDLE) => host.client.moderation.findPerson({ name })

async function addNote(note: string): Promise<number> {
  const { recordId: personId } = await host.client.settings.addPerson({ ...id(), name: `Mira ${note.length}` })
  const added = await addRow(host, 'time_entry', {
    person_id: personId,
    started_at: START,
    ended_at: START + 1_200_000,
    day: '2026-10-28',
    note,
  })
  return added.id
}

describe('what the ledger holds about a person', () => {
  test('conversations of the contact, and other texts in which the name stands', async () => {
    const first = await ofPerson()
    await host.client.moderation.addNote({ ...id(), id: first, text: 'Rückruf versprochen' })
    await host.client.moderation.saveDraft({ id: first, text: 'Liebe Käthe' })
    await capture(host, { channelId, handle: 'jemand', text: `Grüße an @${HANDLE.toLowerCase()}!` })
    await addNote(`Telefonat mit ${HANDLE}`)
    const found = await find(`@${HANDLE.toUpperCase()}`)
    expect(found.contacts).toMatchObject([
      { conversationCount: 1, handles: [{ network: 'instagram', handle: HANDLE }] },
    ])
    expect(found.own).toEqual({ conversations: 1, texts: 1, answers: 1, drafts: 1, files: 0, leads: 0 })
    expect(found.mentions.map(({ place, count }) => [place, count])).toEqual([
      ['texts', 1],
      ['time', 1],
    ])
    expect(found.mentions[1]?.samples).toEqual([`Telefonat mit ${HANDLE}`])
  })

  test('under the pseudonym as well', async () => {
    await ofPerson()
    const [contact] = (await find()).contacts
    expect((await find(contact?.pseudonym.toLowerCase().replace('-', ''))).contacts).toHaveLength(1)
  })

  test('nothing about somebody unknown', async () => {
    expect(await find('niemand')).toEqual({
      contacts: [],
      own: { conversations: 0, texts: 0, answers: 0, drafts: 0, files: 0, leads: 0 },
      mentions: [],
      crises: [],
      held: [],
    })
  })
})

describe('erasing a person', () => {
  test('takes text, handle, answers, drafts, files; counts, minutes, costs, topics and mood stay', async () => {
    const conversation = await ofPerson()
    const { id: topicId } = await addRow(host, 'topic', { name: 'Werkstatt' })
    await host.client.moderation.changeTopics({ ...id(), id: conversation, add: [topicId] })
    await host.client.moderation.setSentiment({ ...id(), id: conversation, sentiment: 'angry' })
    await host.client.moderation.answer({
      ...id(),
      id: conversation,
      text: 'Bringen Sie es vorbei, Käthe',
      at: null,
      next: 'done',
    })
    const before = await host.client.moderation.detail({ id: conversation })
    const result = await erasePerson(host, HANDLE)
    expect(result).toMatchObject({ conversations: 1, held: 0, isWiped: true, receipt: { isUndoable: false } })
    const after = await host.client.moderation.detail({ id: conversation })
    expect(after).toMatchObject({ text: '', url: null, handle: null, draft: '', isErased: true, erasedAt: now })
    for (const kept of [
      'sentiment',
      'topics',
      'receivedAt',
      'firstAnsweredAt',
      'firstResponseSeconds',
      'contact',
      'channelId',
    ] as const)
      expect(after[kept]).toEqual(before[kept])
    expect(after.timeline.map(({ kind, text }) => [kind, text])).toEqual([
      ...before.timeline.map(({ kind }) => [kind, null]),
      ['erased', null],
    ])
    expectNothingLeft(host, [HANDLE, SECRET, 'Bringen Sie es vorbei', 'example.org/p/1'])
    expect((await find()).contacts).toEqual([])
    expect((await host.client.ledger.verify()).isSound).toBe(true)
  })

  test('a pseudonym takes the place of the name in every other text', async () => {
    await ofPerson()
    const pseudonym = (await find()).contacts[0]?.pseudonym ?? ''
    const entryId = await addNote(`Telefonat mit ${HANDLE}, dann Post`)
    const lead = await addRow(host, 'lead', {
      name: `Anfrage ${HANDLE}`,
      at: START,
      day: '2026-10-28',
      value_cents: 100,
      probability_basis_points: 5_000,
      note: `@${HANDLE} will 3 Räder`,
    })
    const other = await capture(host, {
      channelId,
      handle: 'jemand',
      text: `@${HANDLE} stimmt`,
      url: `https://example.org/${HANDLE}/1`,
    })
    const { mentions } = await erasePerson(host, HANDLE)
    expect(mentions).toBe(5)
    const db = host.backend.ledger.reader
    expect(db.prepare('SELECT note FROM time_entry WHERE id = ?').pluck().get(entryId)).toBe(
      `Telefonat mit ${pseudonym}, dann Post`,
    )
    expect(db.prepare('SELECT name, note FROM lead WHERE id = ?').get(lead.id)).toEqual({
      name: `Anfrage ${pseudonym}`,
      note: `${pseudonym} will 3 Räder`,
    })
    expect(await host.client.moderation.detail({ id: other })).toMatchObject({
      text: `${pseudonym} stimmt`,
      url: null,
      isErased: false,
    })
    expectNothingLeft(host, [HANDLE, HANDLE.toLowerCase()])
  })

  test('an open lead from the conversation loses its name, a deal that was made keeps it', async () => {
    const conversation = await ofPerson()
    const lead = {
      at: START,
      day: '2026-10-28',
      value_cents: 100,
      probability_basis_points: 5_000,
      conversation_id: conversation,
    }
    const open = await addRow(host, 'lead', { ...lead, name: 'Käthe Müller', note: 'ruft Montag an' })
    const won = await addRow(host, 'lead', { ...lead, name: 'Räder Müller GmbH', note: '', status: 'won' })
    await erasePerson(host, HANDLE)
    const nameOf = (leadId: number) =>
      host.backend.ledger.reader.prepare('SELECT name FROM lead WHERE id = ?').pluck().get(leadId)
    expect(nameOf(open.id)).toMatch(/^K-/)
    expect(nameOf(won.id)).toBe('Räder Müller GmbH')
    expectNothingLeft(host, ['Käthe Müller', 'ruft Montag an'])
  })

  test('only behind @ where the name is a word like others', async () => {
    await capture(host, { channelId, handle: 'sommer', text: 'Hallo' })
    const entryId = await addNote('Sommeraktion: @sommer angerufen, Sommer geplant')
    await erasePerson(host, 'sommer', { reach: 'mention' })
    expect(host.backend.ledger.reader.prepare('SELECT note FROM time_entry WHERE id = ?').pluck().get(entryId)).toMatch(
      /^Sommeraktion: K-\w+ angerufen, Sommer geplant$/,
    )
  })

  test('nothing that was done before can be taken back, so that nothing comes back', async () => {
    const conversation = await ofPerson()
    const edit = await host.client.moderation.edit({ ...id(), id: conversation, patch: { text: 'anders' } })
    const { receipt } = await erasePerson(host, HANDLE)
    for (const undoes of [edit.commandId, receipt.commandId])
      await expect(host.client.history.undo({ ...id(), undoes })).rejects.toMatchObject({ code: 'undo_conflict' })
    expect(
      host.backend.ledger.reader
        .prepare('SELECT receipt, name FROM command')
        .all()
        .filter((row) => JSON.stringify(row).includes('Käthe')),
    ).toEqual([])
    expectNothingLeft(host, [HANDLE, SECRET])
  })

  test('is done once, however often it is sent', async () => {
    await ofPerson()
    const commandId = newCommandId()
    const send = () => erased(host.client.moderation.erasePerson({ commandId, name: HANDLE }))
    expect((await send()).conversations).toBe(1)
    await ofPerson('Wieder da')
    expect((await send()).conversations).toBe(0)
    expect((await find()).own.texts).toBe(1)
  })

  test('another person of the same name on another network is left, when only one is meant', async () => {
    await ofPerson()
    const { recordId: facebook } = await host.client.settings.addChannel({
      ...id(),
      network: 'facebook',
      name: 'Facebook',
    })
    const other = await capture(host, { channelId: facebook, handle: HANDLE, text: 'Ich bin jemand anders' })
    const [first] = (await find()).contacts
    await erasePerson(host, HANDLE, { contactIds: [first?.id ?? 0] })
    expect(await host.client.moderation.detail({ id: other })).toMatchObject({
      text: 'Ich bin jemand anders',
      handle: HANDLE,
    })
    expect((await find()).contacts).toHaveLength(1)
  })

  test('whoever writes again afterwards is someone new, and is not erased at the next opening', async () => {
    await ofPerson()
    await erasePerson(host, HANDLE)
    now += 60_000
    const again = await ofPerson('Ich bin wieder da')
    host = await host.reopen()
    expect(await host.client.moderation.detail({ id: again })).toMatchObject({
      text: 'Ich bin wieder da',
      handle: HANDLE,
    })
  })
})

describe('what is held', () => {
  test('a conversation with a reason, and the handle with it, stay unless they are meant', async () => {
    const held = await ofPerson()
    const free = await ofPerson('Noch eine Frage aus Zwickau')
    await host.client.moderation.hold({ ...id(), id: held, reason: 'Streit um die Rechnung' })
    expect((await find()).held).toEqual([
      { id: held, title: SECRET, cause: 'reason', reason: 'Streit um die Rechnung' },
    ])
    expect(await erasePerson(host, HANDLE)).toMatchObject({ conversations: 1, held: 1 })
    expect(await host.client.moderation.detail({ id: held })).toMatchObject({ text: SECRET, handle: HANDLE })
    expect(await host.client.moderation.detail({ id: free })).toMatchObject({ text: '', isErased: true })
    expectNothingLeft(host, ['Noch eine Frage'])
    expect(await erasePerson(host, HANDLE, { includeHeld: true })).toMatchObject({ conversations: 1, held: 0 })
    expectNothingLeft(host, [HANDLE, SECRET, 'Streit um die Rechnung'])
  })

  test('holding and releasing are noted with their reason and can be taken back', async () => {
    const conversation = await ofPerson()
    const held = await host.client.moderation.hold({ ...id(), id: conversation, reason: 'Streit' })
    expect(await host.client.moderation.detail({ id: conversation })).toMatchObject({ heldBy: 'reason' })
    await host.client.moderation.release({ ...id(), id: conversation })
    const { timeline, holdReason } = await host.client.moderation.detail({ id: conversation })
    expect(timeline.map(({ kind, text }) => [kind, text]).slice(1)).toEqual([
      ['held', 'Streit'],
      ['released', null],
    ])
    expect(holdReason).toBeNull()
    await expect(host.client.moderation.release({ ...id(), id: conversation })).rejects.toMatchObject({
      data: { reason: 'not_held' },
    })
    expect(held.isUndoable).toBe(true)
  })

  test('the text of a single conversation goes, its contact stays; a held one is refused', async () => {
    const first = await ofPerson()
    const second = await ofPerson('Zweite Nachricht')
    await host.client.moderation.hold({ ...id(), id: second, reason: 'Streit' })
    await erased(host.client.moderation.eraseConversation({ ...id(), id: first }))
    expectNothingLeft(host, [SECRET])
    expect((await find()).contacts).toMatchObject([{ conversationCount: 2 }])
    await expect(erased(host.client.moderation.eraseConversation({ ...id(), id: second }))).rejects.toMatchObject({
      data: { reason: 'is_held' },
    })
  })
})

describe('imported hours', () => {
  const file = (note: string) => ({
    name: 'toggl.csv',
    bytes: Buffer.from(
      `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()\r\n` +
        `Mira,mira@example.org,,Dialog,,${note},No,2026-09-01,09:00:00,2026-09-01,09:30:00,00:30:00,dialog,\r\n`,
    ),
  })

  test('lose the name in row and record, and the same file still adds nothing', async () => {
    await importBytes(host.client, [file(`Antwort an ${HANDLE}`)])
    await erasePerson(host, HANDLE)
    expectNothingLeft(host, [HANDLE])
    const { batchIds } = await importBytes(host.client, [file(`Antwort an ${HANDLE}`)])
    expect(batchIds).toEqual([])
    expectNothingLeft(host, [HANDLE])
    expect(host.backend.ledger.reader.prepare('SELECT count(*) FROM time_entry').pluck().get()).toBe(1)
  })
})

describe('an older state of the ledger', () => {
  async function eraseAfterCopy(): Promise<string> {
    await ofPerson()
    await addNote(`Telefonat mit ${HANDLE}`)
    const { path: backup } = await host.client.safekeeping.backUp()
    await erasePerson(host, HANDLE)
    expect(foundOnDisk([backup], [HANDLE])).toHaveLength(1)
    host.backend.close()
    return backup
  }

  test('copied into its place by hand, it is erased again before anything is shown', async () => {
    const backup = await eraseAfterCopy()
    copyFileSync(backup, host.path)
    host = await host.reopen()
    expect((await find()).contacts).toEqual([])
    expectNothingLeft(host, [HANDLE, SECRET])
    expect((await host.client.moderation.list({ list: 'open' })).rows).toMatchObject([{ isErased: true }])
    expect(host.backend.ledger.reader.prepare('SELECT note FROM time_entry').pluck().get()).toMatch(/^Telefonat mit K-/)
  })

  test('the list beside it is made again from the ledger, and found among the backups', async () => {
    const backup = await eraseAfterCopy()
    const list = `${host.path}.erasures`
    expect(existsSync(list)).toBe(true)
    const content = readFileSync(list, 'utf8')
    rmSync(list)
    host = await host.reopen()
    expect(readFileSync(list, 'utf8')).toBe(content)
    host.backend.close()
    rmSync(list)
    copyFileSync(backup, host.path)
    host = await host.reopen()
    expectNothingLeft(host, [HANDLE, SECRET])
  })

  test('a backup that is opened itself is erased as well', async () => {
    const backup = await eraseAfterCopy()
    await host.backend.openLedger(backup)
    expect((await find()).contacts).toEqual([])
    expect(foundOnDisk(filesOf(backup), [HANDLE, SECRET])).toEqual([])
  })

  test('a ledger that is another one is left alone', async () => {
    await eraseAfterCopy()
    const foreign = join(host.folder, 'anderes.gegenwert')
    await host.backend.createLedger(foreign, { isFirstStartDone: true })
    const conversation = await capture(host, { handle: HANDLE, text: SECRET })
    await host.backend.openLedger(foreign)
    expect(await host.client.moderation.detail({ id: conversation })).toMatchObject({ text: SECRET, handle: HANDLE })
  })
})

test('a ledger that is open is found sound, however often it is asked and written to in between', async () => {
  const text = `${'Wort '.repeat(400)} geheim`
  const first = await ofPerson('kurz 1')
  for (let n = 2; n < 16; n++) {
    await ofPerson(`kurz ${n}`)
    await host.client.moderation.edit({ ...id(), id: first, patch: { text: text + n } })
    expect((await host.client.ledger.verify()).isSound, `after ${n}`).toBe(true)
  }
})
