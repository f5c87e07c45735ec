import { expect, it } from 'vitest'
import { JOURNALLED_TABLES } from '../../electron/backend/database/journal.ts'
import { importBytes, newCommandId, openDirectHost, readFixture, type DirectHost } from '../support/direct-host.ts'
import { addRow, changeRow } from '../support/ledger-sources.ts'

/** Every row of every source table but the settings. */
function sourcesOf({ backend }: DirectHost): Record<string, unknown[]> {
  const tables = Object.keys(JOURNALLED_TABLES).filter((table) => table !== 'setting')
  return Object.fromEntries(
    tables.map((table) => [table, backend.ledger.reader.prepare<[]>(`SELECT * FROM ${table} ORDER BY id`).all()]),
  )
}

it('what hangs on imported purchases goes with them and comes back with them', async () => {
  const host = await openDirectHost({ marginBasisPoints: 5500 })
  try {
    const { client } = host
    const { batchIds } = await importBytes(client, [readFixture('shopify-orders.csv')])
    const [batchId = 0] = batchIds
    const event = Number(host.backend.ledger.reader.prepare<[]>('SELECT max(id) FROM revenue_event').pluck().get())
    const at = Date.parse('2026-01-05T10:00:00Z')
    await addRow(host, 'attachment', {
      event_id: event,
      sha256: 'a'.repeat(64),
      file_name: 'beleg.pdf',
      media_type: 'application/pdf',
      byte_count: 1,
      added_at: at,
    })
    const lead = { name: 'Anfrage', at, day: '2026-01-05', value_cents: 100, probability_basis_points: 5000 }
    await addRow(host, 'lead', { ...lead, status: 'won', closed_on: '2026-02-01', event_id: event })
    await addRow(host, 'touchpoint', { event_id: event, at, kind: 'manual', scope: 'social', is_by_hand: 1 })
    const before = sourcesOf(host)

    const receipt = await client.imports.undoBatch({ commandId: newCommandId(), batchId })
    const without = sourcesOf(host)
    for (const table of ['revenue_event', 'revenue_item', 'touchpoint', 'attachment', 'import_row', 'import_batch'])
      expect(without[table], table).toEqual([])
    expect(without['lead']).toMatchObject([{ event_id: null }])
    expect((await client.ledger.verify({})).isSound).toBe(true)

    const back = await client.history.undo({ commandId: newCommandId(), undoes: receipt.commandId })
    expect(sourcesOf(host)).toEqual(before)
    await client.history.undo({ commandId: newCommandId(), undoes: back.commandId })
    expect(sourcesOf(host)).toEqual(without)
    expect((await client.ledger.verify({})).isSound).toBe(true)
  } finally {
    host.close()
  }
})

it('a purchase that a later export no longer has comes back with what was added to it by hand', async () => {
  const host = await openDirectHost({ marginBasisPoints: 5500 })
  try {
    const { client } = host
    const shop = readFixture('shopify-orders.csv')
    await importBytes(client, [shop])
    const find = host.backend.ledger.reader.prepare<[]>("SELECT id, at FROM revenue_event WHERE name = '#1500'")
    const { id, at } = find.get() as { id: number; at: number }
    await changeRow(host, 'revenue_event', id, { margin_basis_points: 4000 })
    await addRow(host, 'touchpoint', { event_id: id, at, kind: 'manual', scope: 'social', is_by_hand: 1 })
    const ownRows = () => {
      const { revenue_event: events = [], touchpoint: touches = [], revenue_item: items = [] } = sourcesOf(host)
      const own = (rows: unknown[]) =>
        rows
          .filter((row) => (row as { event_id: number }).event_id === id)
          .map((row) => ({ ...(row as object), id: 0 }))
      return { events, touches: own(touches), items: own(items) }
    }
    const before = ownRows()
    expect(before.touches.length).toBeGreaterThan(1)

    const shorter = shop.bytes.toString('utf8').replaceAll(/^#1500,.*\n/gm, '')
    const { batchIds } = await importBytes(client, [{ name: 'later.csv', bytes: Buffer.from(shorter) }], {
      removeGone: true,
    })
    expect(find.get()).toBeUndefined()
    await client.imports.undoBatch({ commandId: newCommandId(), batchId: batchIds[0] ?? 0 })
    expect(ownRows()).toEqual(before)
    expect((await client.ledger.verify({})).isSound).toBe(true)
  } finally {
    host.close()
  }
})
