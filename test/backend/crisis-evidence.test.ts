// What proves something in a crisis: kept with its hash, shown only while it is what was attached.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPicture } from '../../electron/backend/attachments/pictures.ts'
import { crisisDesk, id, hashOf, START, HOUR } from '../support/crisis-desk.ts'
import { pngPicture } from '../support/picture.ts'

const desk = crisisDesk()
const { mod, undo, capture, open, detail, log, kinds, stage } = desk

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
    expect((await desk.host.client.costs.checkReceipts()).unused.count).toBe(0)
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
    const shown = readPicture(desk.host.backend, first!.id)
    expect(shown?.mediaType).toBe('image/png')
    expect(picture.equals(Buffer.from(shown?.bytes ?? []))).toBe(true)
    expect(readPicture(desk.host.backend, second!.id)).toBeNull()
    expect(readPicture(desk.host.backend, 999)).toBeNull()

    const path = join(`${desk.host.path}.files`, first!.sha256.slice(0, 2), first!.sha256)
    writeFileSync(path, pngPicture(2).subarray(0, picture.length))
    expect(readPicture(desk.host.backend, first!.id)).toBeNull()
    const states = async () => {
      const { sections } = await mod().crisisDocument({ id: crisis, language: 'de' })
      const table = sections.find(({ id: name }) => name === 'evidence')?.blocks[0]
      return table?.kind === 'table' ? table.rows.map(({ cells }) => cells[2]?.text) : []
    }
    expect((await states())[0]).toBe('Datei wurde verändert')
    rmSync(path)
    expect((await states())[0]).toBe('Datei fehlt')
    expect((await desk.host.client.costs.checkReceipts()).problems).toMatchObject([
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
