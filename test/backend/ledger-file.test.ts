// The ledger file: what is refused and left as it is, what survives, and that hot queries use their indexes.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { APPLICATION_ID } from '../../electron/backend/database/open.ts'
import { FILE_VERSION } from '../../electron/backend/database/migrate.ts'
import {
  importBytes,
  makeBackend,
  newCommandId,
  openDirectHost,
  openFixtureLedger,
  readFixture,
  type DirectHost,
} from '../support/direct-host.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'gegenwert-file-'))))
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

async function openBroken(path: string) {
  const backend = makeBackend(folder, path)
  try {
    return await backend.openLedger(path).then(
      () => null,
      (error: unknown) => error,
    )
  } finally {
    backend.close()
  }
}

describe('a file that cannot be a ledger is named and left as it is', () => {
  const cases: Record<string, { make: (path: string) => void; reason: string }> = {
    'nothing there': { make: () => undefined, reason: 'missing' },
    'a text': { make: (path) => writeFileSync(path, 'Dies ist kein Hauptbuch.\n'.repeat(400)), reason: 'not_a_ledger' },
    'an empty file': { make: (path) => writeFileSync(path, ''), reason: 'not_a_ledger' },
    'a database of another program': {
      make: (path) => {
        const db = new SqliteDatabase(path)
        db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)')
        db.close()
      },
      reason: 'not_a_ledger',
    },
    'a ledger of a newer version': {
      make: (path) => {
        const db = new SqliteDatabase(path)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.exec('CREATE TABLE future (id INTEGER PRIMARY KEY)')
        db.pragma(`user_version = ${FILE_VERSION + 1}`)
        db.close()
      },
      reason: 'newer_file',
    },
  }

  test.each(Object.entries(cases))('%s', async (_, { make, reason }) => {
    const path = join(folder, 'x.gegenwert')
    make(path)
    const before = existsSync(path) ? readFileSync(path) : null
    expect(await openBroken(path)).toMatchObject({ code: 'ledger_unreadable', data: { reason, path } })
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before)
  })

  test('a damaged ledger', async () => {
    const host = await openFixtureLedger()
    host.backend.close()
    const bytes = readFileSync(host.path)
    bytes.fill(0x5a, 4096 * 20, 4096 * 60)
    const path = join(folder, 'damaged.gegenwert')
    writeFileSync(path, bytes)
    rmSync(host.folder, { recursive: true })
    expect(await openBroken(path)).toMatchObject({ code: 'ledger_unreadable', data: { reason: 'damaged' } })
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('a large ledger that was closed cleanly opens at once, and is closed when its check finds damage', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const host = await openDirectHost()
    await host.backend.ledger.withWriter((db) => {
      db.database.exec('CREATE TABLE ballast (content BLOB)')
      const insert = db.database.prepare('INSERT INTO ballast VALUES (randomblob(1000000))')
      for (let count = 0; count < 20; count++) insert.run()
    })
    host.backend.close()
    const bytes = readFileSync(host.path)
    // In the middle of the ballast, where opening reads nothing.
    const middle = 4096 * Math.floor(bytes.length / 8192)
    bytes.fill(0x5a, middle, middle + 4096 * 8)
    const path = join(folder, 'large.gegenwert')
    writeFileSync(path, bytes)
    rmSync(host.folder, { recursive: true })
    const backend = makeBackend(folder, path)
    await backend.openLedger(path)
    expect(backend.problem).toBeNull()
    vi.runAllTimers()
    expect(backend.openLedgerOrNull).toBeNull()
    expect(backend.problem).toMatchObject({ code: 'ledger_unreadable', data: { reason: 'damaged', path } })
    backend.close()
  })

  test('a folder that cannot be written to', async () => {
    const backend = makeBackend('/sys/gegenwert', undefined)
    await backend.openOwnLedger()
    expect(backend.problem).toMatchObject({ code: 'ledger_unreadable', data: { reason: 'read_only_folder' } })
    backend.close()
  })

  test('an existing file is never made anew', async () => {
    const path = join(folder, 'mine.gegenwert')
    writeFileSync(path, 'wichtig')
    const backend = makeBackend(folder, path)
    await expect(backend.createLedger(path, {})).rejects.toMatchObject({ data: { reason: 'exists' } })
    backend.close()
    expect(readFileSync(path, 'utf8')).toBe('wichtig')
  })

  test('the ledger that is open stays open when another cannot be opened', async () => {
    const host = await openDirectHost({ name: 'Meins' })
    await expect(host.backend.openLedger(join(folder, 'none.gegenwert'))).rejects.toThrow()
    expect((await host.client.app.status()).ledger?.name).toBe('Meins')
    host.close()
  })
})

describe('a full disk', () => {
  let host: DirectHost
  beforeEach(async () => void (host = await openFixtureLedger()))
  afterEach(() => host.close())

  test('stops an import with one sentence, nothing half-written, nothing lost', async () => {
    const before = (
      await host.client.result.summary({
        period: { from: '2026-01-01', to: '2026-12-31' },
        model: 'last',
        by: 'channel',
      })
    ).totals
    const pages = await host.backend.ledger.withWriter((db) => {
      const count = Number(db.database.pragma('page_count', { simple: true }))
      db.database.pragma(`max_page_count = ${count}`)
      return count
    })
    const more = Buffer.from(
      readFixture('shopify-orders.csv').bytes.toString('utf8').replaceAll('50000000', '60000000'),
    )
    await expect(importBytes(host.client, [{ name: 'mehr.csv', bytes: more }])).rejects.toMatchObject({
      code: 'disk_full',
    })
    await host.backend.ledger.withWriter((db) => void db.database.pragma(`max_page_count = ${pages * 1000}`))
    const after = (
      await host.client.result.summary({
        period: { from: '2026-01-01', to: '2026-12-31' },
        model: 'last',
        by: 'channel',
      })
    ).totals
    expect(after).toEqual(before)
    expect((await host.client.ledger.verify()).isSound).toBe(true)
    expect((await importBytes(host.client, [{ name: 'mehr.csv', bytes: more }])).batchIds).toHaveLength(1)
  })
})

describe('safekeeping', () => {
  test('a backup holds what the ledger holds and is checked', async () => {
    const host = await openFixtureLedger()
    const { path, bytes } = await host.client.safekeeping.backUp()
    expect(statSync(path).size).toBe(bytes)
    const copy = makeBackend(folder, path)
    await copy.openLedger(path)
    expect(copy.ledger.reader.prepare('SELECT count(*) AS n FROM ledger_line').get()).toEqual(
      host.backend.ledger.reader.prepare('SELECT count(*) AS n FROM ledger_line').get(),
    )
    copy.close()
    expect((await host.client.safekeeping.where()).lastBackupAt).not.toBeNull()
    host.close()
  })

  test('two windows hear of each other’s changes', async () => {
    const host = await openDirectHost()
    const stop = new AbortController()
    const notices = await host.client.app.changes(undefined, { signal: stop.signal })
    const next = notices.next()
    await host.client.settings.addChannel({ commandId: newCommandId(), network: 'x', name: 'X' })
    expect((await next).value).toMatchObject({ features: expect.arrayContaining(['settings']) })
    stop.abort()
    host.close()
  })
})

describe('hot queries', () => {
  test('search their indexes instead of reading tables', async () => {
    const host = await openFixtureLedger()
    const { database } = host.backend.ledger.reader
    const plans: string[] = []
    const statements = [
      "SELECT sum(cents) FROM line_month WHERE month BETWEEN '2026-01' AND '2026-09'",
      "SELECT sum(cents) FROM line_day WHERE day BETWEEN '2026-01-01' AND '2026-01-20'",
      "SELECT sum(net_cents) FROM share_month WHERE month BETWEEN '2026-01' AND '2026-09' AND model IN (0, 3)",
      "SELECT * FROM ledger_line WHERE day BETWEEN '2026-01-01' AND '2026-02-01' ORDER BY day DESC, id DESC LIMIT 100",
      "SELECT * FROM import_row WHERE format = 'shopify' AND identity = '5000000001001'",
      "SELECT * FROM ledger_line WHERE source_kind = 'time' AND source_id = 5 ORDER BY part",
      'SELECT * FROM touchpoint WHERE event_id = 7',
    ]
    for (const sql of statements) {
      for (const row of database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        plans.push(row.detail)
    }
    expect(plans.filter((detail) => detail.startsWith('SCAN') || detail.includes('TEMP B-TREE'))).toEqual([])
    expect(plans.every((detail) => detail.startsWith('SEARCH'))).toBe(true)
    host.close()
  })
})
