// Crises through the contract: who must know and until when, what is said, what is logged, what proves it, and what came of it.
import { createHash } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPicture } from '../../electron/backend/attachments/pictures.ts'
import type { CrisisContactInput } from '../../shared/contract/crises.ts'
import type { ReportDocument } from '../../shared/contract/reports.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { pngPicture } from '../support/picture.ts'
import { NO_WORK } from '../support/time-ledger.ts'

let host: DirectHost
let now: number
let channelId: number

// A Wednesday, 10:00 in Berlin.
const START = Date.parse('2026-10-28T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

beforeEach(async () => {
  now = START
  host = await openDirectHost({ name: 'Rösterei Nordlicht' }, () => now)
  const channel = { ...id(), network: 'instagram', name: 'Instagram' } as const
  channelId = (await host.client.settings.addChannel(channel)).recordId ?? 0
})
afterEach(() => host.close())

const mod = () => host.client.moderation
const id = () => ({ commandId: newCommandId() })
const undo = (undoes: string) => host.client.history.undo({ ...id(), undoes })

async function capture(text: string, changes: object = {}): Promise<number> {
  const nothing = { url: null, handle: null, postId: null, clientId: null, departmentId: null, stars: null }
  const conversation = { ...nothing, kind: 'comment' as const, label: '', text, channelId, receivedAt: now, ...changes }
  return (await mod().capture({ ...id(), conversation })).recordId ?? 0
}

async function open(changes: object = {}): Promise<number> {
  const receipt = await mod().crisisOpen({ ...id(), title: 'Schimmel im Kaffee', level: 2, ...changes })
  return receipt.recordId ?? 0
}

const detail = (crisis: number) => mod().crisisDetail({ id: crisis })
/** From the first on. */
const log = async (crisis: number) => (await mod().crisisLog({ id: crisis })).entries.toReversed()
const kinds = async (crisis: number) => (await log(crisis)).map(({ kind }) => kind)

const contact = (name: string, changes: Partial<CrisisContactInput> = {}): CrisisContactInput => ({
  name,
  role: '',
  reachableBy: '',
  fromLevel: 1,
  withinMinutes: null,
  ...changes,
})
const addContact = async (crisisId: number | null, input: CrisisContactInput) =>
  (await mod().crisisAddContact({ ...id(), crisisId, contact: input })).recordId ?? 0

async function stage(name: string, content: Buffer): Promise<string> {
  const { handle } = await host.client.costs.stageReceipt({ name, bytes: content.length })
  await host.client.costs.appendReceipt({ handle, base64: content.toString('base64') })
  return handle
}
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex')

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
    now = START + 5 * HOUR
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 3 } })
    expect(await read()).toEqual([
      [true, START + 15 * MINUTE],
      [true, START + 6 * HOUR],
    ])
    const [row] = await mod().crisisList()
    expect(row).toMatchObject({ uninformed: 2, informBy: [START + 15 * MINUTE, START + 6 * HOUR] })
    // A level reached again starts anew.
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 2 } })
    now = START + 10 * HOUR
    await mod().crisisUpdate({ ...id(), id: crisis, patch: { level: 3 } })
    expect((await read())[1]).toEqual([true, START + 11 * HOUR])
  })

  test('is ticked off with its time, in the log too', async () => {
    const crisis = await open()
    const person = await addContact(crisis, contact('Frau Sommer', { role: 'Geschäftsführung', withinMinutes: 30 }))
    now = START + 20 * MINUTE
    const receipt = await mod().crisisInform({ ...id(), id: person, isInformed: true, at: START + 10 * MINUTE })
    expect((await detail(crisis)).contacts[0]).toMatchObject({ informedAt: START + 10 * MINUTE })
    expect((await log(crisis)).at(-1)).toMatchObject({
      kind: 'informed',
      at: START + 10 * MINUTE,
      notedAt: now,
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
    const statement = await add(crisis, { channelId })
    await expect(mod().crisisPublish({ ...id(), id: statement })).rejects.toMatchObject({
      data: { reason: 'statement_not_approved' },
    })
    await mod().crisisDecide({ ...id(), id: statement, isApproved: false, by: 'Frau Sommer' })
    expect(await first(crisis)).toMatchObject({ status: 'rejected', decidedBy: 'Frau Sommer', decidedAt: now })
    await mod().crisisDecide({ ...id(), id: statement, isApproved: true, by: 'Frau Sommer' })
    now += HOUR
    const receipt = await mod().crisisPublish({ ...id(), id: statement })
    expect(await first(crisis)).toMatchObject({ status: 'published', publishedAt: now, channel: 'Instagram' })
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
    await expect(mod().crisisNote({ ...id(), id: crisis, text: 'Morgen', at: now + 1 })).rejects.toMatchObject({
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
    now += DAY
    await mod().crisisClose({ ...id(), id: crisis, text: 'Es ist still.' })
    const entries = await log(crisis)
    expect(entries.map(({ kind }) => kind)).toEqual(['opened', 'level', 'reach', 'done', 'undone', 'done', 'closed'])
    expect(entries[1]).toMatchObject({ detail: { level: 2, before: 1 } })
    expect(entries[2]).toMatchObject({ detail: { reach: 125_000 } })
    expect(entries.at(-1)).toMatchObject({ detail: { open: ['Antwort gegeben'], openTasks: 1 }, text: 'Es ist still.' })
    expect(await detail(crisis)).toMatchObject({ closedAt: now, heldUntil: now + 184 * DAY, cause: 'Eine Charge' })
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
    const rewrite = (sql: string) => host.backend.ledger.withWriter((db) => db.prepare<[number]>(sql).run(crisis))
    for (const column of ["kind = 'note'", 'at = at - 1', 'noted_at = noted_at - 1'])
      await expect(rewrite(`UPDATE crisis_entry SET ${column} WHERE crisis_id = ?`), column).rejects.toThrow(
        'append-only',
      )
  })
})

describe('evidence', () => {
  const picture = pngPicture(1)
  const pdf = Buffer.from('%PDF-1.7\nSeite\n')

  test('stands with its hash, in the log too, and can be taken off and brought back', async () => {
    const crisis = await open()
    const attach = [await stage('Kommentar.png', picture), await stage('Artikel.pdf', pdf)]
    await mod().crisisNote({ ...id(), id: crisis, text: 'Gesichert', at: START - HOUR, attach })
    const { evidence } = await detail(crisis)
    expect(evidence).toMatchObject([
      { fileName: 'Kommentar.png', sha256: hashOf(picture), addedAt: START, state: 'present', mediaType: 'image/png' },
      { fileName: 'Artikel.pdf', sha256: hashOf(pdf), state: 'present' },
    ])
    expect(await kinds(crisis)).toEqual(['note', 'evidence', 'evidence', 'opened'])
    const receipt = await mod().crisisRemoveEvidence({ ...id(), id: evidence[0]!.id })
    expect((await detail(crisis)).evidence).toHaveLength(1)
    expect((await log(crisis)).at(-1)).toMatchObject({ kind: 'evidenceRemoved', detail: { sha256: hashOf(picture) } })
    expect((await host.client.costs.checkReceipts()).unused.count).toBe(0)
    await undo(receipt.commandId)
    expect((await detail(crisis)).evidence).toHaveLength(2)
    // The same picture once more is nothing new.
    const again = mod().crisisNote({ ...id(), id: crisis, attach: [await stage('Kopie.png', picture)] })
    await expect(again).rejects.toMatchObject({ data: { reason: 'evidence_known' } })
  })

  test.each([
    ['rechnung.xml', Buffer.from('<?xml version="1.0"?>'), 'unknown_file_kind'],
    ['bild.svg', Buffer.from('<svg onload="alert(1)"/>'), 'unknown_file_kind'],
    ['bild.png', pdf, 'not_what_it_says'],
  ])('%s is none', async (name, content, reason) => {
    const crisis = await open()
    const attach = [await stage('gut.png', picture), await stage(name, content)]
    await expect(mod().crisisNote({ ...id(), id: crisis, text: 'x', attach })).rejects.toMatchObject({
      data: { field: 'evidence', reason, value: name },
    })
    expect(await kinds(crisis)).toEqual(['opened'])
  })

  test('is shown only while it is a picture and the one that was attached', async () => {
    const crisis = await open()
    const attach = [await stage('a.png', picture), await stage('b.pdf', pdf)]
    await mod().crisisNote({ ...id(), id: crisis, attach })
    const [first, second] = (await detail(crisis)).evidence
    const shown = readPicture(host.backend, first!.id)
    expect(shown?.mediaType).toBe('image/png')
    expect(picture.equals(Buffer.from(shown?.bytes ?? []))).toBe(true)
    expect(readPicture(host.backend, second!.id)).toBeNull()
    expect(readPicture(host.backend, 999)).toBeNull()

    const path = join(`${host.path}.files`, first!.sha256.slice(0, 2), first!.sha256)
    writeFileSync(path, pngPicture(2).subarray(0, picture.length))
    expect(readPicture(host.backend, first!.id)).toBeNull()
    const states = async () => {
      const { sections } = await mod().crisisDocument({ id: crisis, language: 'de' })
      const table = sections.find(({ id: name }) => name === 'evidence')?.blocks[0]
      return table?.kind === 'table' ? table.rows.map(({ cells }) => cells[2]?.text) : []
    }
    expect((await states())[0]).toBe('Datei wurde verändert')
    rmSync(path)
    expect((await states())[0]).toBe('Datei fehlt')
    expect((await host.client.costs.checkReceipts()).problems).toMatchObject([
      { fileName: 'a.png', of: 'Schimmel im Kaffee', state: 'missing' },
    ])
  })

  test('may belong to a conversation without a crisis', async () => {
    const conversation = await capture('Unverschämt')
    const attach = [await stage('Kommentar.png', picture)]
    await mod().addEvidence({ ...id(), id: conversation, attach })
    const { evidence, timeline } = await mod().detail({ id: conversation })
    expect(evidence).toMatchObject([{ fileName: 'Kommentar.png', sha256: hashOf(picture) }])
    expect(timeline.at(-1)).toMatchObject({ kind: 'evidence', detail: { sha256: hashOf(picture) } })
    await mod().removeEvidence({ ...id(), id: evidence[0]!.id })
    expect((await mod().detail({ id: conversation })).evidence).toEqual([])
    await expect(mod().crisisRemoveEvidence({ ...id(), id: evidence[0]!.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('figures', () => {
  test('count what came in, how soon it was answered, and what it took', async () => {
    await host.client.settings.setRate({
      ...id(),
      personId: null,
      validFrom: '2026-01-01',
      centsPerHour: 6000,
      basis: null,
    })
    const { recordId: personId } = await host.client.settings.addPerson({ ...id(), name: 'Ich' })
    const conversation = await capture('Schimmel! Frechheit!', { receivedAt: START - 2 * HOUR })
    const second = await capture('Gut geregelt, danke', { receivedAt: START - HOUR })
    await mod().setSentiment({ ...id(), id: conversation, sentiment: 'angry' })
    await mod().setSentiment({ ...id(), id: second, sentiment: 'positive' })
    const crisis = await open({ conversationIds: [conversation, second] })
    await mod().answer({ ...id(), id: conversation, text: 'Wir prüfen das.', next: 'stay' })
    const targets = [{ postId: null, conversationId: conversation, weight: 1 }]
    const work = { ...NO_WORK, activity: 'dialogue' as const, targets, personId: personId ?? 0 }
    const entries = [{ ...work, startedAt: START - 2 * HOUR, endedAt: START - HOUR }]
    await host.client.time.add({ ...id(), entries })
    now = START + 3 * HOUR
    const figures = await mod().crisisFigures({ id: crisis })
    expect(figures).toMatchObject({
      durationSeconds: 3 * 3600,
      conversations: 2,
      messages: 2,
      unanswered: 1,
      firstAnswerSeconds: 2 * 3600,
      firstStatementSeconds: null,
      seconds: 3600,
      costCents: 6000,
      isCostOpen: false,
    })
    expect(figures.mood).toEqual([
      { from: '2026-10-28T08', positive: 0, neutral: 0, negative: 0, angry: 1, unknown: 0 },
      { from: '2026-10-28T09', positive: 1, neutral: 0, negative: 0, angry: 0, unknown: 0 },
    ])
  })
})

describe('the document', () => {
  async function fill(): Promise<number> {
    const conversation = await capture('Ich, Erika Mustermann, finde Schimmel', {
      handle: '@erika',
      label: 'Schimmel in der Tüte',
    })
    const unnamed = await capture('Noch ein Geheimnis von @paul', { handle: '@paul', receivedAt: START - 3 * DAY })
    const crisis = await open({ conversationIds: [conversation, unnamed], level: 1 })
    const person = await addContact(crisis, contact('Frau Sommer', { role: 'Leitung', withinMinutes: 30 }))
    await addContact(crisis, contact('Anwalt', { fromLevel: 3 }))
    now = START + HOUR
    await mod().crisisInform({ ...id(), id: person, isInformed: true })
    const text = 'Wir rufen die Charge zurück.'
    const statement = await mod().crisisAddStatement({
      ...id(),
      id: crisis,
      statement: { title: 'Rückruf', text, channelId },
    })
    await mod().crisisDecide({ ...id(), id: statement.recordId ?? 0, isApproved: true, by: 'Frau Sommer' })
    await mod().crisisPublish({ ...id(), id: statement.recordId ?? 0 })
    await mod().crisisNote({
      ...id(),
      id: crisis,
      text: 'Lager gesperrt',
      at: START,
      attach: [await stage('Foto.png', pngPicture(3))],
    })
    const patch = {
      reach: 40_000,
      cause: 'Undichte Tüten',
      whatHelped: 'Schnell sein',
      whatChanges: 'Prüfung je Charge',
    }
    await mod().crisisUpdate({ ...id(), id: crisis, patch })
    await mod().crisisClose({ ...id(), id: crisis, text: 'Ruhe seit zwei Tagen' })
    return crisis
  }

  const words = (document: ReportDocument) => JSON.stringify(document)

  test('says everything, without names unless they are asked for', async () => {
    const crisis = await fill()
    const document = await mod().crisisDocument({ id: crisis, language: 'de' })
    const text = words(document)
    const expected = `
      Krise: Schimmel im Kaffee|Stufe 1 von 3: Beobachten|Rösterei Nordlicht|Geschlossen am 28.10.2026, 11:00
      Frau Sommer|zu spät|nicht nötig|Wir rufen die Charge zurück.|freigegeben von Frau Sommer
      Schimmel in der Tüte|Kommentar vom 25.10.2026|Lager gesperrt|nachgetragen|Undichte Tüten
      Reichweite 40.000|Ruhe seit zwei Tagen|Prüfung je Charge`
    for (const part of expected.split(/[|\n]/)) expect(text).toContain(part.trim())
    expect(text).toContain(hashOf(pngPicture(3)))
    expect(text).not.toMatch(/erika|paul|mustermann|geheimnis/i)
    expect(document.sections.map(({ id: name }) => name)).toEqual([
      'informed',
      'statements',
      'conversations',
      'mood',
      'log',
      'after',
      'evidence',
      'pictures',
      'method',
    ])
    const pictures = document.sections.find(({ id: name }) => name === 'pictures')!.blocks
    expect(pictures).toMatchObject([{ kind: 'picture', attachmentId: (await detail(crisis)).evidence[0]!.id }])

    const named = words(await mod().crisisDocument({ id: crisis, language: 'de', hasNames: true, hasPictures: false }))
    expect(named).toContain('"erika"')
    expect(named).toContain('Noch ein Geheimnis von @paul')
    expect(named).not.toContain('"picture"')
  })

  test('in English', async () => {
    const crisis = await fill()
    const text = words(await mod().crisisDocument({ id: crisis, language: 'en' }))
    expect(text).toContain('Level 1 of 3: Watch')
    expect(text).toContain('Statement “Rückruf” published: Instagram')
    expect(text).not.toMatch(/\{\{|Krise|Stufe|Gespräch/)
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
  expect(existsSync(join(`${host.path}.files`, evidence[0]!.sha256.slice(0, 2), evidence[0]!.sha256))).toBe(true)
  await undo(receipt.commandId)
  expect([await detail(crisis), await log(crisis)]).toEqual(before)
})

test('conversations are held while a crisis is open, and half a year after', async () => {
  const { isHeldByCrisis } = await import('../../electron/backend/features/moderation/crises/holds.ts')
  const held = await capture('a')
  await capture('b')
  const crisis = await open({ conversationIds: [held] })
  const heldAt = (at: number) =>
    host.backend.ledger.reader
      .prepare<[object]>(`SELECT id FROM conversation WHERE ${isHeldByCrisis()}`)
      .pluck()
      .all({ now: at })
  expect(heldAt(START + 10_000 * DAY)).toEqual([held])
  now += DAY
  await mod().crisisClose({ ...id(), id: crisis })
  expect(heldAt(now + 184 * DAY - 1)).toEqual([held])
  expect(heldAt(now + 184 * DAY)).toEqual([])
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
