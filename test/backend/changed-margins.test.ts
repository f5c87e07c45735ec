/** A changed margin writes contributions only: to the cent what deriving everything anew comes to. */
import { expect, test } from 'vitest'
import type { Connection } from '../../electron/backend/database/connection.ts'
import { deriveAll } from '../../electron/backend/database/derivation.ts'
import { newCommandId, openFixtureLedger, type DirectHost } from '../support/direct-host.ts'

const command = () => ({ commandId: newCommandId() })

/** Everything that follows from purchases, without the numbers rows got when they were written, and without empty sums. */
function derived(db: Connection) {
  const all = (sql: string) => db.database.prepare(sql).all()
  return {
    figures: all('SELECT * FROM revenue_figure ORDER BY event_id, part'),
    shares: all(
      `SELECT event_id, part, model, touch_id, day, weight, gross_cents, net_cents, contribution_cents FROM attribution_share
       ORDER BY event_id, part, model, touch_id`,
    ),
    ...Object.fromEntries(
      ['share_day', 'share_month', 'share_year', 'share_week', 'coverage_day', 'line_day'].map((table) => {
        const count = table.startsWith('share')
          ? 'share_count'
          : table.startsWith('line')
            ? 'line_count'
            : 'figure_count'
        return [
          table,
          all(`SELECT * FROM ${table} WHERE ${count} <> 0`)
            .map((row) => JSON.stringify(row))
            .sort(),
        ]
      }),
    ),
  }
}

async function expectSameAsAnew({ backend }: DirectHost) {
  await backend.ledger.withWriter((db, { today, settings }) => {
    const before = derived(db)
    deriveAll(db, { today, settings })
    expect(derived(db)).toEqual(before)
  })
}

test('margins of a source, of a product and of the ledger, and their undo', async () => {
  const host = await openFixtureLedger()
  try {
    const { client, backend } = host
    await client.ledger.closeMonth({ ...command(), month: '2026-01', withEarlier: true })
    const start = derived(backend.ledger.reader)
    const { products, sources } = await client.revenue.margins()
    const product = products[0]?.name ?? ''
    const source = sources[0]?.name ?? ''
    const steps = [
      () => client.revenue.setMargin({ ...command(), of: { source }, basisPoints: 3333 }),
      () => client.revenue.setMargin({ ...command(), of: { product }, basisPoints: 1717 }),
      () => client.settings.update({ ...command(), patch: { marginBasisPoints: null } }),
      () => client.revenue.setMargin({ ...command(), of: { source }, basisPoints: null }),
    ]
    const receipts = []
    for (const step of steps) {
      receipts.push(await step())
      await expectSameAsAnew(host)
    }
    for (const { commandId } of receipts.toReversed()) await client.history.undo({ ...command(), undoes: commandId })
    expect(derived(backend.ledger.reader)).toEqual(start)
    expect((await client.ledger.verify()).isSound).toBe(true)
  } finally {
    host.close()
  }
}, 120_000)
