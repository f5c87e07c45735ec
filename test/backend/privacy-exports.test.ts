// What leaves the ledger by default, and what is logged, carries neither handles nor texts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { FilePiece } from '../../shared/contract/file-pieces.ts'
import { newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'
import { capture, erasePerson } from '../support/erasing.ts'
import { addRow } from '../support/ledger-sources.ts'
import { inConversation, NO_WORK } from '../support/time-ledger.ts'

const HANDLE = 'qwixa_77'
const TEXT = 'Unverwechselbares aus Zwickau'
const NOBODY = /qwixa|Zwickau/i
const HOUR = 3_600_000
const period = { from: '2026-10-01', to: '2026-10-31' } as const

async function textOf(pieces: Promise<AsyncIterable<FilePiece>>): Promise<string> {
  let text = ''
  for await (const piece of await pieces) if (piece.kind === 'piece') text += piece.text
  return text
}

describe('files and reports', () => {
  let host: DirectHost
  let clientId: number
  beforeAll(async () => {
    host = await openDirectHost()
    clientId = (await addRow(host, 'client', { name: 'Ahoi' })).id
    const departmentId = (await addRow(host, 'department', { name: 'Vertrieb' })).id
    const personId = (await addRow(host, 'person', { name: 'Lena' })).id
    const said = { handle: HANDLE, text: TEXT, url: `https://example.org/${HANDLE}`, clientId, departmentId }
    const conversationId = await capture(host, said)
    await host.client.moderation.answer({
      commandId: newCommandId(),
      id: conversationId,
      text: `Hallo ${HANDLE}: ${TEXT}`,
      at: null,
      next: 'done',
    })
    // Hours of that conversation, for a client and for a department, and a purchase of the client's that came of it.
    const startedAt = Date.parse('2026-10-28T10:00:00Z')
    const work = { ...NO_WORK, personId, activity: 'dialogue' as const, targets: [inConversation(conversationId)] }
    const entries = [
      { ...work, clientId, isBillable: true, startedAt, endedAt: startedAt + HOUR },
      { ...work, departmentId, startedAt: startedAt + HOUR, endedAt: startedAt + 2 * HOUR },
    ]
    await host.client.time.add({ commandId: newCommandId(), entries })
  })
  afterAll(() => host.close())

  test.each(['html', 'csv', 'json', 'journal', 'lines-csv', 'purchases-csv'] as const)(
    'the report and the data of the ledger as %s',
    async (kind) => {
      const asked = { kind, period, model: 'linear', language: 'de', numbers: 'comma' } as const
      const text = await textOf(host.client.reports.exportFile(asked))
      expect(text).not.toBe('')
      expect(text).not.toMatch(NOBODY)
    },
  )

  test.each(['csv', 'json', 'ics'] as const)('tracked hours as %s', async (as) => {
    const text = await textOf(host.client.time.exportFile({ as, filter: {}, language: 'de' }))
    expect(text).toContain('Ahoi')
    expect(text).not.toMatch(NOBODY)
  })

  test('the timesheet of a client, on screen and as files', async () => {
    const asked = { clientId, period, language: 'de' } as const
    const { billing } = host.client
    const sheet = JSON.stringify(await billing.timesheet(asked))
    for (const text of [
      sheet,
      await textOf(billing.timesheetFile({ ...asked, kind: 'html' })),
      await textOf(billing.timesheetFile({ ...asked, kind: 'csv' })),
    ]) {
      expect(text).toContain('Lena')
      expect(text).not.toMatch(NOBODY)
    }
  })

  test('the report for a client, and the one of the month', async () => {
    const asked = { period, model: 'linear', language: 'de' } as const
    const ofClient = JSON.stringify(await host.client.billing.clientReport({ ...asked, clientId }))
    expect(ofClient).toContain('Ahoi')
    expect(ofClient).not.toMatch(NOBODY)
    expect(JSON.stringify(await host.client.reports.monthReport(asked))).not.toMatch(NOBODY)
  })

  test('the moderation log as a table, unless texts are asked for', async () => {
    const { moderation } = host.client
    const text = await textOf(moderation.exportConversations({ filter: {}, language: 'de' }))
    expect(text).toContain('Ahoi')
    expect(text).not.toMatch(NOBODY)
    expect(await textOf(moderation.exportConversations({ filter: {}, language: 'de', hasTexts: true }))).toContain(TEXT)
  })

  test('the one export that is about a person says everything', async () => {
    for (const as of ['html', 'csv', 'json'] as const) {
      const file = await textOf(host.client.moderation.exportPerson({ name: HANDLE, as, language: 'de' }))
      expect(file).toContain(HANDLE)
      expect(file).toContain(TEXT)
    }
  })
})

test('the log names nobody, not even when something goes wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gegenwert-log-'))
  const lines: string[] = []
  const backend = new Backend({
    host: 'direct',
    dataFolder: folder,
    appVersion: 'test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
    log: (line) => lines.push(line),
    now: () => Date.parse('2026-11-02T11:00:00Z'),
  })
  try {
    await backend.createLedger(join(folder, 'l.gegenwert'), {})
    const client = directClient(backend)
    const conversation = await capture({ client }, { handle: HANDLE, text: TEXT })
    await client.moderation
      .capture({ commandId: newCommandId(), conversation: { text: TEXT } as never })
      .catch(() => undefined)
    // A fault while it is erased: the list beside the ledger cannot be read as one.
    await backend.ledger.withWriter((db) => db.database.exec('DROP TABLE event_text'))
    await erasePerson({ client }, HANDLE).catch(() => undefined)
    await client.moderation.detail({ id: conversation }).catch(() => undefined)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('\n')).not.toMatch(/qwixa|Zwickau/i)
  } finally {
    backend.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
