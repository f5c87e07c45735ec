// A ledger of format 4, before the calendar: its posts have their variants afterwards, and are found as before.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { directClient } from '../../electron/backend/direct-client.ts'
import { addFunctions } from '../../electron/backend/database/functions.ts'
import { migrations } from '../../electron/backend/database/migrate.ts'
import { APPLICATION_ID } from '../../electron/backend/database/open.ts'
import { makeBackend } from '../support/direct-host.ts'

const BEFORE = 4

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-format-'))
  path = join(folder, 'alt.gegenwert')
  const db = new SqliteDatabase(path)
  addFunctions(db)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  for (const { version, up } of migrations) if (version <= BEFORE) up(db)
  fill(db)
  db.pragma(`user_version = ${BEFORE}`)
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PERMALINK = 'https://www.instagram.com/reel/C1aB2c3D4e5/'

function fill(db: Database): void {
  db.exec(`
    INSERT INTO setting (key, value) VALUES ('name', '"Rösterei"'), ('isFirstStartDone', 'true');
    INSERT INTO channel (id, network, name) VALUES (1, 'instagram', 'Instagram'), (2, 'linkedin', 'LinkedIn');
    INSERT INTO post (id, title, channel_id, published_on, format, permalink, permalink_key)
      VALUES (1, 'Reel über Wasser', 1, '2026-09-10', 'reel', '${PERMALINK}', 'instagram:C1aB2c3D4e5'), (2, 'Teamfoto', 2, NULL, 'image', NULL, NULL),
        (3, 'Nur eine Idee', NULL, NULL, NULL, NULL, NULL);`)
}

test('what was published stands on its day, the rest waits as an idea, and words and addresses find them', async () => {
  const backend = makeBackend(folder, path)
  try {
    await backend.openLedger(path)
    const { calendar, records, ledger } = directClient(backend)
    const { rows } = await calendar.list({ list: 'all' })
    expect(rows.map(({ title, channel, status, day }) => [title, channel, status, day])).toEqual([
      ['Reel über Wasser', 'Instagram', 'published', '2026-09-10'],
      ['Nur eine Idee', null, 'idea', null],
      ['Teamfoto', 'LinkedIn', 'idea', null],
    ])
    expect((await calendar.list({ list: 'all', filter: { text: 'wasser' } })).count).toBe(1)
    expect((await records.posts({ filter: { channelId: 1 } })).rows).toMatchObject([
      { id: 1, publishedOn: '2026-09-10', permalink: PERMALINK },
    ])
    expect((await ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
  } finally {
    backend.close()
  }
})
