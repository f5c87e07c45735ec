/** Sources written as a command would, without the screens and procedures that belong to them. */
import type { Receipt } from '../../shared/contract/fields.ts'
import { newCommandId, type DirectHost } from './direct-host.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** Adds a row in a command of its own and answers its id with the receipt. */
export async function addRow(
  { backend }: DirectHost,
  table: string,
  row: Row,
): Promise<{ id: number; receipt: Receipt }> {
  const columns = Object.keys(row)
  const receipt = await backend.ledger.run('test.add', newCommandId(), (db) =>
    Number(
      db
        .prepare<[Row]>(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
        )
        .run(row).lastInsertRowid,
    ),
  )
  return { id: receipt.recordId ?? 0, receipt }
}

export function changeRow({ backend }: DirectHost, table: string, id: number, row: Row): Promise<Receipt> {
  const values = Object.keys(row).map((name) => `${name} = @${name}`)
  return backend.ledger.run('test.change', newCommandId(), (db) => {
    db.prepare<[Row]>(`UPDATE ${table} SET ${values.join(', ')} WHERE id = @id`).run({ ...row, id })
    return id
  })
}

export function removeRow({ backend }: DirectHost, table: string, id: number): Promise<Receipt> {
  return backend.ledger.run('test.remove', newCommandId(), (db) => {
    db.prepare<[number]>(`DELETE FROM ${table} WHERE id = ?`).run(id)
    return id
  })
}

const HOUR_MS = 3_600_000
const noonOf = (day: string) => Date.parse(`${day}T11:00:00Z`)

/** Ten hours of work on a day. */
export function workOn(day: string, personId: number, more: Row = {}): Row {
  return {
    person_id: personId,
    activity: 'content',
    started_at: noonOf(day),
    ended_at: noonOf(day) + 10 * HOUR_MS,
    day,
    ...more,
  }
}

export function purchaseOn(day: string, paidCents: number, more: Row = {}): Row {
  return {
    kind: 'manual',
    name: 'Verkauf',
    at: noonOf(day),
    day,
    status: 'paid',
    is_counted: 1,
    paid_cents: paidCents,
    refunded_cents: 0,
    tax_cents: 0,
    ...more,
  }
}

export function touchOf(eventId: number, day: string, channelId: number): Row {
  return { event_id: eventId, at: noonOf(day), kind: 'manual', scope: 'social', channel_id: channelId }
}

export function expenseFrom(day: string, cents: number, more: Row = {}): Row {
  return {
    kind: 'tool',
    name: 'Planer',
    cents,
    starts_on: day,
    ends_on: null,
    repetition: 'once',
    scope: 'social',
    ...more,
  }
}

export interface StoredLine {
  readonly id: number
  readonly day: string
  readonly kind: string
  readonly cents: number
  readonly seconds: number
  readonly source_kind: string
  readonly source_id: number
  readonly for_day: string | null
  readonly reverses_line_id: number | null
  readonly corrects_line_id: number | null
}

/** Lines of a source, or all, in the order of their ids. */
export function linesOf({ backend }: DirectHost, kind?: string, id?: number): StoredLine[] {
  return backend.ledger.reader
    .prepare<[], StoredLine>('SELECT * FROM ledger_line ORDER BY id')
    .all()
    .filter((line) => (kind === undefined || line.source_kind === kind) && (id === undefined || line.source_id === id))
}
