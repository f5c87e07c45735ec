// Most backend tests start with a copy of an empty ledger: it must be the ledger the app makes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeBackend, openDirectHost } from '../support/direct-host.ts'

/** Everything a ledger file holds but its salt, which is another one in each. */
function contentOf(path: string) {
  const db = new SqliteDatabase(path, { readonly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
    return {
      schema: db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all(),
      header: ['application_id', 'user_version', 'page_size', 'journal_mode'].map((name) => db.pragma(name)),
      rows: tables.map((table) => [
        table,
        db
          .prepare(`SELECT * FROM "${String(table)}"`)
          .all()
          .filter(isNoSalt),
      ]),
    }
  } finally {
    db.close()
  }
}

const isNoSalt = (row: unknown) => (row as { key?: unknown }).key !== 'salt'

test('a ledger the tests start with is the one the app makes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gegenwert-new-'))
  const host = await openDirectHost({ name: 'Nordlicht' })
  const backend = makeBackend(folder, undefined)
  try {
    const path = join(folder, 'made.gegenwert')
    await backend.createLedger(path, { name: 'Nordlicht', isFirstStartDone: true })
    const made = contentOf(path)
    expect(made.schema.length).toBeGreaterThan(100)
    expect(contentOf(host.path)).toEqual(made)
    const salts = [host.backend, backend].map((each) => each.ledger.settings().salt)
    expect(new Set(salts.map(String)).size).toBe(2)
    expect(salts.every(Boolean)).toBe(true)
  } finally {
    backend.close()
    host.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
