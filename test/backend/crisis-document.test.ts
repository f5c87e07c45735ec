// What a crisis comes to: its figures, its document, and how long its conversations are held.
import { describe, expect, test } from 'vitest'
import { isHeldByCrisis } from '../../electron/backend/features/moderation/crises/holds.ts'
import type { ReportDocument } from '../../shared/contract/reports.ts'
import { crisisDesk, id, contact, hashOf, START, MINUTE, HOUR, DAY } from '../support/crisis-desk.ts'
import { pngPicture } from '../support/picture.ts'
import { NO_WORK } from '../support/time-ledger.ts'

const desk = crisisDesk()
const { mod, capture, open, detail, addContact, stage } = desk

describe('figures', () => {
  test('count what came in, how soon it was answered, and what it took', async () => {
    await desk.host.client.settings.setRate({
      ...id(),
      personId: null,
      validFrom: '2026-01-01',
      centsPerHour: 6000,
      basis: null,
    })
    const { recordId: personId } = await desk.host.client.settings.addPerson({ ...id(), name: 'Ich' })
    const conversation = await capture('Schimmel! Frechheit!', { receivedAt: START - 2 * HOUR })
    const second = await capture('Gut geregelt, danke', { receivedAt: START - HOUR })
    await mod().setSentiment({ ...id(), id: conversation, sentiment: 'angry' })
    await mod().setSentiment({ ...id(), id: second, sentiment: 'positive' })
    const crisis = await open({ conversationIds: [conversation, second] })
    await mod().answer({ ...id(), id: conversation, text: 'Wir prüfen das.', next: 'stay' })
    const targets = [{ postId: null, conversationId: conversation, weight: 1 }]
    const work = { ...NO_WORK, activity: 'dialogue' as const, targets, personId: personId ?? 0 }
    const entries = [{ ...work, startedAt: START - 2 * HOUR, endedAt: START - HOUR }]
    await desk.host.client.time.add({ ...id(), entries })
    desk.now = START + 3 * HOUR
    const figures = await mod().crisisFigures({ id: crisis })
    expect(figures).toMatchObject({
      durationSeconds: 5 * 3600,
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

  test('count all it took from one start: the first conversation, or the opening where that was earlier', async () => {
    const conversation = await capture('Schimmel!', { receivedAt: START - 18 * MINUTE })
    const crisis = await open()
    const statement = { title: 'Rückruf', text: 'Wir rufen zurück.', channelId: null }
    const { recordId } = await mod().crisisAddStatement({ ...id(), id: crisis, statement })
    desk.now = START + 2 * MINUTE
    await mod().crisisDecide({ ...id(), id: recordId ?? 0, isApproved: true, by: 'Frau Sommer' })
    await mod().crisisPublish({ ...id(), id: recordId ?? 0 })
    await mod().crisisClose({ ...id(), id: crisis, text: '' })
    const spans = async () => {
      const { durationSeconds, firstStatementSeconds } = await mod().crisisFigures({ id: crisis })
      return { durationSeconds, firstStatementSeconds }
    }
    const durationFact = async () => (await mod().crisisDocument({ id: crisis, language: 'de' })).facts[0]?.remark
    expect(await detail(crisis)).toMatchObject({ openedAt: START, startedAt: START })
    expect(await spans()).toEqual({ durationSeconds: 120, firstStatementSeconds: 120 })
    expect(await durationFact()).toBe('ab 28.10.2026, 10:00')

    await mod().crisisAddConversations({ ...id(), id: crisis, conversationIds: [conversation] })
    expect(await detail(crisis)).toMatchObject({ openedAt: START, startedAt: START - 18 * MINUTE })
    expect((await mod().crisisList())[0]?.startedAt).toBe(START - 18 * MINUTE)
    expect(await spans()).toEqual({ durationSeconds: 1200, firstStatementSeconds: 1200 })
    expect(await durationFact()).toBe('ab dem ersten Gespräch, 28.10.2026, 09:42')
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
    desk.now = START + HOUR
    await mod().crisisInform({ ...id(), id: person, isInformed: true })
    const text = 'Wir rufen die Charge zurück.'
    const statement = await mod().crisisAddStatement({
      ...id(),
      id: crisis,
      statement: { title: 'Rückruf', text, channelId: desk.channelId },
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

test('conversations are held while a crisis is open, and half a year after', async () => {
  const held = await capture('a')
  await capture('b')
  const crisis = await open({ conversationIds: [held] })
  const heldAt = (at: number) =>
    desk.host.backend.ledger.reader
      .prepare<[object]>(`SELECT id FROM conversation WHERE ${isHeldByCrisis()}`)
      .pluck()
      .all({ now: at })
  expect(heldAt(START + 10_000 * DAY)).toEqual([held])
  desk.now += DAY
  await mod().crisisClose({ ...id(), id: crisis })
  expect(heldAt(desk.now + 184 * DAY - 1)).toEqual([held])
  expect(heldAt(desk.now + 184 * DAY)).toEqual([])
})
