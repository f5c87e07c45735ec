/** The backend called directly on a temporary ledger: for backend tests and benchmarks. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Backend } from '../../electron/backend/backend.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import { createLedgerFile, openLedgerFile } from '../../electron/backend/database/open.ts'
import { DEFAULT_SETTINGS, writeSettings, type StoredSettings } from '../../electron/backend/database/settings-row.ts'
import { newSalt } from '../../electron/backend/salt.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Receipt } from '../../shared/contract/fields.ts'
import type { MappingAnswer } from '../../shared/contract/imports.ts'

export interface DirectHost {
  readonly folder: string
  readonly path: string
  readonly backend: Backend
  readonly client: Client
  /** Closes the ledger and opens it again, as a restart does. */
  reopen(): Promise<DirectHost>
  close(): void
}

/** Noon of a day after the fixtures end. */
export const TEST_NOW = Date.parse('2026-11-02T11:00:00Z')

/** A moment that stays, or a clock. */
type Now = number | (() => number)

export async function openDirectHost(settings: Partial<StoredSettings> = {}, now: Now = TEST_NOW): Promise<DirectHost> {
  const folder = mkdtempSync(join(tmpdir(), 'gegenwert-test-'))
  const path = join(folder, 'test.gegenwert')
  const backend = makeBackend(folder, path, now)
  writeLedger(path, { ...DEFAULT_SETTINGS, language: 'de', salt: newSalt(), isFirstStartDone: true, ...settings })
  await backend.openLedger(path)
  return asHost(folder, path, backend, now)
}

/** A new ledger file as `Backend.createLedger` makes it, from a copy of one whose tables are there: they take longer than most tests. */
function writeLedger(path: string, settings: StoredSettings): void {
  blankLedger ??= makeBlankLedger()
  writeFileSync(path, blankLedger)
  const { reader, writer } = openLedgerFile(path)
  writer.database.transaction(() => writeSettings(writer, settings))()
  reader.close()
  writer.close()
}

let blankLedger: Buffer | undefined

function makeBlankLedger(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'gegenwert-blank-'))
  try {
    const path = join(folder, 'blank.gegenwert')
    createLedgerFile(path, () => undefined)
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function makeBackend(folder: string, ledgerPath: string | undefined, now: Now = TEST_NOW): Backend {
  return new Backend({
    host: 'direct',
    dataFolder: folder,
    ledgerPath,
    appVersion: '0.0.0-test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
    now: typeof now === 'number' ? () => now : now,
  })
}

function asHost(folder: string, path: string, backend: Backend, now: Now): DirectHost {
  return {
    folder,
    path,
    backend,
    client: directClient(backend),
    reopen: async () => {
      backend.close()
      const again = makeBackend(folder, path, now)
      await again.openLedger(path)
      return asHost(folder, path, again, now)
    },
    close: () => {
      backend.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function newCommandId(): string {
  return crypto.randomUUID()
}

const CHUNK_BYTES = 512 * 1024

/** Hands a file over in pieces, as a page does. */
export async function stageFile(client: Client, name: string, bytes: Uint8Array): Promise<string> {
  const { handle } = await client.imports.stage({ name, bytes: bytes.length })
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const piece = Buffer.from(bytes.subarray(start, start + CHUNK_BYTES)).toString('base64')
    await client.imports.append({ handle, base64: piece })
  }
  return handle
}

export interface ImportOptions {
  readonly mappings?: readonly MappingAnswer[]
  readonly applyChanged?: boolean
  readonly removeGone?: boolean
  /** Whose revenue new orders are. */
  readonly clientId?: number
}

/** Imports files in one command, with the guesses unless answers are given. */
export async function importBytes(
  client: Client,
  files: readonly { name: string; bytes: Uint8Array }[],
  options: ImportOptions = {},
): Promise<{ receipt: Receipt; batchIds: number[] }> {
  const handles = await Promise.all(files.map((file) => stageFile(client, file.name, file.bytes)))
  return commitHandles(client, handles, options)
}

export async function commitHandles(client: Client, handles: readonly string[], options: ImportOptions = {}) {
  const stream = await client.imports.commit({
    commandId: newCommandId(),
    files: handles.map((handle) => ({
      handle,
      applyChanged: options.applyChanged ?? true,
      removeGone: options.removeGone ?? false,
      clientId: options.clientId ?? null,
    })),
    mappings: [...(options.mappings ?? [])],
  })
  for await (const event of stream) {
    if (event.kind === 'done') return { receipt: event.receipt, batchIds: event.batchIds }
  }
  throw new Error('the import ended without an answer')
}

export const FIXTURES = ['toggl-detailed.csv', 'meta-ads-de.csv', 'google-ads-de.csv', 'shopify-orders.csv'] as const

export function readFixture(name: string): { name: string; bytes: Buffer } {
  const path = join(import.meta.dirname, '../fixtures', name)
  return { name: basename(path), bytes: readFileSync(path) }
}

/** A ledger with everything the four files and the sample data's README say: rates, margin, imports. */
export async function openFixtureLedger(): Promise<DirectHost> {
  const host = await openDirectHost({ name: 'Rösterei Nordlicht', marginBasisPoints: 5500 })
  const { client } = host
  const boss = await client.settings.addPerson({ commandId: newCommandId(), name: 'Geschäftsführung' })
  const rate = (personId: number | null, validFrom: string, centsPerHour: number) =>
    client.settings.setRate({ commandId: newCommandId(), personId, validFrom, centsPerHour, basis: null })
  await rate(null, '2026-01-01', 4281)
  await rate(null, '2026-07-01', 4450)
  await rate(boss.recordId, '2026-01-01', 9600)
  await importBytes(client, FIXTURES.map(readFixture))
  return host
}
