// What leaves the ledger by default, and what is logged, carries neither handles nor texts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { FilePiece } from '../../shared/contract/file-pieces.ts'
import { newCommandId, openDirectHost } from '../support/direct-host.ts'
import { capture, erasePerson } from '../support/erasing.ts'

const HANDLE = 'qwixa_77'
const TEXT = 'Unverwechselbares aus Zwickau'
const period = { from: '2026-10-01', to: '2026-10-31' } as const

async function textOf(pieces: Promise<AsyncIterable<FilePiece>>): Promise<string> {
  let text = ''
  for await (const piece of await pieces) if (piece.kind === 'piece') text += piece.text
  return text
}

test('reports and data files name nobody', async () => {
  const host = await openDirectHost()
  try {
    await capture(host, { handle: HANDLE, text: TEXT, url: `https://example.org/${HANDLE}` })
    const { reports, moderation } = host.client
    for (const kind of ['html', 'csv', 'json', 'journal', 'lines-csv', 'purchases-csv'] as const)
      expect(
        await textOf(reports.exportFile({ kind, period, model: 'linear', language: 'de', numbers: 'comma' })),
      ).not.toMatch(/qwixa|Zwickau/i)
    // The one export that is about a person says everything.
    for (const as of ['html', 'csv', 'json'] as const) {
      const file = await textOf(moderation.exportPerson({ name: HANDLE, as, language: 'de' }))
      expect(file).toContain(HANDLE)
      expect(file).toContain(TEXT)
    }
  } finally {
    host.close()
  }
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
