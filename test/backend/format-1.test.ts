// A ledger written by the released version before: opened, it becomes a file of today's format, and nothing of it is lost.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { directClient } from '../../electron/backend/direct-client.ts'
import { FILE_VERSION } from '../../electron/backend/database/migrate.ts'
import { foundation } from '../../electron/backend/database/migrations/0001-foundation.ts'
import { APPLICATION_ID } from '../../electron/backend/database/open.ts'
import { makeBackend, newCommandId } from '../support/direct-host.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-format-'))
  path = join(folder, 'alt.gegenwert')
  const db = new SqliteDatabase(path)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('foreign_keys = ON')
  foundation.up(db)
  db.transaction(() => fill(db))()
  db.pragma(`user_version = ${foundation.version}`)
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NOON = Date.parse('2026-09-10T10:00:00Z')
const DAY_MS = 86_400_000

/** As the released version wrote it: sources, and what it derived from them. */
function fill(db: Database): void {
  const add = (table: string, row: Record<string, string | number | null>) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map((name) => `@${name}`)
          .join(', ')})`,
      )
      .run(row)
  add('setting', { key: 'name', value: '"Rösterei"' })
  add('setting', { key: 'marginBasisPoints', value: '5000' })
  add('setting', { key: 'isFirstStartDone', value: 'true' })
  add('person', { id: 1, name: 'Lena', imported_as: 'lena@example.org' })
  add('cost_rate', { person_id: null, valid_from: '2026-01-01', cents_per_hour: 4000 })
  add('channel', { id: 1, network: 'instagram', name: 'Instagram' })
  add('campaign', { id: 1, slug: 'sommer', name: 'Sommer' })
  const line = { day: '2026-09-10', scope: 'social', part: 0 }
  add('time_entry', {
    id: 1,
    person_id: 1,
    activity: 'content',
    channel_id: 1,
    started_at: NOON,
    ended_at: NOON + 3_600_000,
    day: '2026-09-10',
    note: 'Reel',
  })
  add('ledger_line', {
    ...line,
    kind: 'labour',
    cents: 4000,
    seconds: 3600,
    person_id: 1,
    activity: 'content',
    channel_id: 1,
    source_kind: 'time',
    source_id: 1,
  })
  add('expense', {
    id: 1,
    kind: 'tool',
    name: 'Planer',
    cents: 2990,
    starts_on: '2026-09-10',
    repetition: 'once',
    scope: 'social',
  })
  add('ledger_line', { ...line, kind: 'tool', cents: 2990, source_kind: 'expense', source_id: 1 })
  addPurchase(1, 11_900, 1900, 1)
  addPurchase(2, 5000, 0, 0)
  addPurchase(3, 8000, 0, 2)
  add('revenue_event', { ...purchase(4, 7000, 0), status: 'pending', is_counted: 0 })
  add('import_batch', {
    id: 1,
    imported_at: NOON,
    file_name: 'shop.csv',
    format: 'shopify',
    record_kind: 'order',
    summary: '{}',
  })
  add('value_mapping', { source: 'utm-source', value: 'ig', target: '{"kind":"channel","channelId":1}' })

  function purchase(id: number, paid: number, tax: number) {
    return {
      id,
      kind: 'order',
      name: `#${id}`,
      at: NOON,
      day: '2026-09-10',
      status: 'paid',
      is_counted: 1,
      paid_cents: paid,
      refunded_cents: 0,
      tax_cents: tax,
    }
  }

  function addPurchase(id: number, paid: number, tax: number, touches: number): void {
    const net = paid - tax
    const scope = touches > 0 ? 'social' : 'other'
    add('revenue_event', purchase(id, paid, tax))
    add('ledger_line', { ...line, scope, kind: 'revenue', cents: net, source_kind: 'revenue', source_id: id })
    add('revenue_figure', {
      event_id: id,
      day: '2026-09-10',
      gross_cents: paid,
      net_cents: net,
      contribution_cents: net / 2,
      touch_count: touches,
      is_social: touches > 0 ? 1 : 0,
    })
    const touchIds = Array.from({ length: touches }, (_, index) =>
      Number(
        add('touchpoint', {
          event_id: id,
          at: NOON - (index + 1) * 3 * DAY_MS,
          kind: 'utm',
          scope: 'social',
          channel_id: 1,
          campaign_id: 1,
          source: 'ig',
        }).lastInsertRowid,
      ),
    )
    for (const model of touches > 1 ? [1, 2, 3, 4, 5, 6] : [0])
      add('attribution_share', {
        event_id: id,
        model,
        touch_id: touchIds[0] ?? null,
        day: '2026-09-10',
        scope,
        channel_id: touches > 0 ? 1 : null,
        campaign_id: touches > 0 ? 1 : null,
        weight: 1_000_000_000,
        gross_cents: paid,
        net_cents: net,
        contribution_cents: net / 2,
      })
  }
}

test('it is brought to the present format with a copy of what it was, and everything in it adds up', async () => {
  const backend = makeBackend(folder, path)
  try {
    await backend.openLedger(path)
    const client = directClient(backend)
    expect(backend.ledger.reader.database.pragma('user_version', { simple: true })).toBe(FILE_VERSION)
    expect(readdirSync(folder).some((name) => name !== 'alt.gegenwert' && name.startsWith('alt'))).toBe(true)
    const unsound = async () => (await client.ledger.verify()).checks.filter((check) => !check.isPassed)
    expect(await unsound()).toEqual([])
    const filter = { period: { from: '2026-09-01', to: '2026-09-30' } }
    expect((await client.ledger.lines({ filter })).sums).toEqual({
      count: 5,
      costCents: 6990,
      revenueCents: 23_000,
      seconds: 3600,
    })
    // Everything that was derived is derived anew, and the month can be closed.
    await client.settings.update({ commandId: newCommandId(), patch: { attributionWindowDays: 5 } })
    expect(await unsound()).toEqual([])
    await client.ledger.closeMonth({ commandId: newCommandId(), month: '2026-09' })
    expect(await unsound()).toEqual([])
    expect((await client.ledger.months()).months.at(-1)).toMatchObject({
      month: '2026-09',
      status: 'closed',
      reportedResultCents: 2010,
    })
  } finally {
    backend.close()
  }
})
