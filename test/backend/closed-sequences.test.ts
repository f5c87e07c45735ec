// Months are closed in the middle of any sequence of edits and undos: what is sealed never changes, everything still adds up,
// and each source comes to what it says – wherever its lines had to be booked.
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Backend } from '../../electron/backend/backend.ts'
import { deriveAll, deriveRunningCosts } from '../../electron/backend/database/derivation.ts'
import { directClient } from '../../electron/backend/direct-client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import type { Receipt } from '../../shared/contract/fields.ts'
import { newCommandId } from '../support/direct-host.ts'
import {
  addRow,
  changeRow,
  expenseFrom,
  linesOf,
  purchaseOn,
  removeRow,
  touchOf,
  workOn,
} from '../support/ledger-sources.ts'

interface World {
  readonly backend: Backend
  readonly client: Client
  readonly person: number
  readonly channel: number
  readonly clock: { now: number }
}
type Step = (world: World, n: number) => Promise<Receipt | null>

/** Days of the first months of 2026; the clock moves on through the year. */
const dayOf = (n: number) => `2026-0${(n % 4) + 1}-${String((n % 27) + 1).padStart(2, '0')}`

function pick({ backend }: World, table: string, n: number): number | null {
  const ids = backend.ledger.reader.prepare<[], { id: number }>(`SELECT id FROM ${table} ORDER BY id`).all()
  return ids.length === 0 ? null : ids[n % ids.length]!.id
}

const onRow =
  (table: string, act: (world: World, id: number, n: number) => Promise<Receipt>): Step =>
  async (world, n) => {
    const id = pick(world, table, n)
    return id === null ? null : act(world, id, n)
  }

const steps: Record<string, Step> = {
  work: async (world, n) => (await addRow(hostOf(world), 'time_entry', workOn(dayOf(n), world.person))).receipt,
  expense: async (world, n) => (await addRow(hostOf(world), 'expense', expenseFrom(dayOf(n), n + 1))).receipt,
  spread: async (world, n) =>
    (
      await addRow(
        hostOf(world),
        'expense',
        expenseFrom(dayOf(n), 1000 + n, { repetition: 'monthly', ends_on: n % 2 ? '2026-06-15' : null }),
      )
    ).receipt,
  purchase: async (world, n) =>
    (await addRow(hostOf(world), 'revenue_event', purchaseOn(dayOf(n), n + 100, { tax_cents: n % 100 }))).receipt,
  touch: onRow(
    'revenue_event',
    async (world, id, n) => (await addRow(hostOf(world), 'touchpoint', touchOf(id, dayOf(n), world.channel))).receipt,
  ),
  rate: async (world, n) =>
    world.client.settings.setRate({
      commandId: newCommandId(),
      personId: null,
      validFrom: `2026-0${(n % 6) + 1}-01`,
      centsPerHour: 1000 + (n % 9000),
      basis: null,
    }),
  margin: ({ client }, n) =>
    client.settings.update({ commandId: newCommandId(), patch: { marginBasisPoints: n % 10_001 } }),
  moveWork: onRow('time_entry', (world, id, n) => changeRow(hostOf(world), 'time_entry', id, { day: dayOf(n) })),
  mapWork: onRow('time_entry', (world, id, n) =>
    changeRow(hostOf(world), 'time_entry', id, { activity: n % 2 ? 'ads' : 'dialogue' }),
  ),
  changeExpense: onRow('expense', (world, id, n) => changeRow(hostOf(world), 'expense', id, { cents: n + 1 })),
  refund: onRow('revenue_event', (world, id, n) =>
    changeRow(hostOf(world), 'revenue_event', id, { refunded_cents: n % 100 }),
  ),
  removeWork: onRow('time_entry', (world, id) => removeRow(hostOf(world), 'time_entry', id)),
  removeExpense: onRow('expense', (world, id) => removeRow(hostOf(world), 'expense', id)),
  removePurchase: onRow('revenue_event', (world, id) => removeRow(hostOf(world), 'revenue_event', id)),
  reverse: onRow('ledger_line', (world, lineId) =>
    world.client.ledger
      .reverseLine({ commandId: newCommandId(), lineId, text: 'Storno' })
      .catch(() => null as unknown as Receipt),
  ),
  closeNext: async (world) => {
    const { backend, client, clock } = world
    // As the app does when a day begins.
    const nextMonth = async () => {
      await backend.ledger.catchUp((db, { today }) => deriveRunningCosts(db, today))
      return (await client.ledger.months()).nextMonth
    }
    const first = await nextMonth()
    if (first === null || first > '2026-09') return null
    // Some days into the month after, or later: corrections are booked at different times, and sealed with their months.
    clock.now = Math.max(clock.now, Date.parse(`${first}-28T12:00:00Z`) + 9 * 86_400_000)
    const month = await nextMonth()
    await client.ledger.closeMonth({ commandId: newCommandId(), month: month ?? first })
    return null
  },
}

/** What the helpers need of a host. */
function hostOf({ backend, client }: World) {
  return {
    backend,
    client,
    folder: '',
    path: '',
    reopen: () => Promise.reject(new Error('not here')),
    close: () => undefined,
  }
}

interface Sealed {
  readonly [month: string]: string
}

function sealedLines(world: World): Sealed {
  const months = world.backend.ledger.reader.prepare<[], { month: string }>('SELECT month FROM seal').all()
  const lines = linesOf(hostOf(world))
  return Object.fromEntries(
    months.map(({ month }) => [month, JSON.stringify(lines.filter((line) => line.day.startsWith(month)))]),
  )
}

/** Each source against the sum of its lines; those a person settled by hand are theirs. */
function expectSourcesBooked(world: World): void {
  const { reader } = world.backend.ledger
  const differing = reader
    .prepare<[], object>(
      `WITH settled AS (SELECT line.source_kind, line.source_id FROM manual_line JOIN ledger_line AS line ON line.id = manual_line.reverses_line_id),
         booked AS (SELECT source_kind, source_id, sum(cents) AS cents, sum(seconds) AS seconds FROM ledger_line GROUP BY 1, 2)
       SELECT 'expense' AS kind, id FROM expense LEFT JOIN booked ON source_kind = 'expense' AND source_id = id
         WHERE repetition = 'once' AND booked.cents IS NOT expense.cents AND id NOT IN (SELECT source_id FROM settled WHERE source_kind = 'expense')
       UNION ALL SELECT 'time', id FROM time_entry LEFT JOIN booked ON source_kind = 'time' AND source_id = id
         WHERE seconds IS NOT 36000 AND id NOT IN (SELECT source_id FROM settled WHERE source_kind = 'time')
       UNION ALL SELECT 'revenue', id FROM revenue_event LEFT JOIN booked ON source_kind = 'revenue' AND source_id = id
         WHERE coalesce(cents, 0) <> is_counted * (paid_cents - refunded_cents - CASE WHEN paid_cents = 0 THEN 0 ELSE
           CAST(round(1.0 * tax_cents * (paid_cents - refunded_cents) / paid_cents) AS INTEGER) END)`,
    )
    .all()
  expect(differing).toEqual([])
}

async function makeWorld(folder: string): Promise<World> {
  const clock = { now: Date.parse('2026-02-02T12:00:00Z') }
  const backend = new Backend({
    host: 'direct',
    dataFolder: folder,
    appVersion: '0.0.0-test',
    capabilities: { savePdf: false, openFileDialog: false, noticeAbsence: false },
    language: 'de',
    now: () => clock.now,
  })
  await backend.createLedger(join(folder, 'a.gegenwert'), { isFirstStartDone: true, marginBasisPoints: 5000 })
  const world = { backend, client: directClient(backend), person: 0, channel: 0, clock }
  const person = (await addRow(hostOf(world), 'person', { name: 'Lena' })).id
  const channel = (await addRow(hostOf(world), 'channel', { network: 'instagram', name: 'Instagram' })).id
  return { ...world, person, channel }
}

const weighted = [...Object.keys(steps), 'closeNext', 'closeNext', 'undo', 'undo']
const sequence = fc.array(fc.tuple(fc.constantFrom(...weighted), fc.nat({ max: 5_000 })), {
  minLength: 4,
  maxLength: 30,
})

async function play(world: World, script: readonly (readonly [string, number])[]): Promise<void> {
  const receipts: Receipt[] = []
  let sealed: Sealed = {}
  for (const [name, n] of script) {
    if (name === 'undo') {
      const receipt = receipts[n % Math.max(1, receipts.length)]
      if (receipt) {
        const undo = { commandId: newCommandId(), undoes: receipt.commandId }
        const undone = await world.client.history.undo(undo).catch((error: { code: string }) => {
          expect(error.code).toBe('undo_conflict')
        })
        if (undone?.isUndoable) receipts.push(undone)
      }
    } else {
      const receipt = await steps[name]!(world, n)
      if (receipt?.isUndoable) receipts.push(receipt)
    }
    const now = sealedLines(world)
    expect(now).toMatchObject(sealed)
    sealed = now
  }
}

test('sealed lines never change and everything adds up', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (script) => {
      const folder = mkdtempSync(join(tmpdir(), 'gegenwert-closed-'))
      const world = await makeWorld(folder)
      try {
        await play(world, script)
        expect((await world.client.ledger.verify()).checks.filter((check) => !check.isPassed)).toEqual([])
        expectSourcesBooked(world)
        // Deriving everything once more books nothing new.
        const before = linesOf(hostOf(world))
        await world.backend.ledger.withWriter((db, context) => deriveAll(db, context))
        expect(linesOf(hostOf(world))).toEqual(before)
      } finally {
        world.backend.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 25 },
  )
})
