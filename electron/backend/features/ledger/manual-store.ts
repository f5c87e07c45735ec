/** Costs entered by hand. */
import type { Expense } from '../../../../shared/contract/ledger.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

export type ExpenseDraft = Omit<Expense, 'id'>

const EXPENSE_COLUMNS = `id, kind, name, cents, starts_on AS startsOn, ends_on AS endsOn, repetition, channel_id AS channelId,
  campaign_id AS campaignId, scope, note`

/** Costs entered by hand, latest first. A ledger holds at most this many. */
const MAX_EXPENSES = 5_000

export function readExpenses(db: Connection): Expense[] {
  return db
    .prepare<[], Expense>(
      `SELECT ${EXPENSE_COLUMNS} FROM expense ORDER BY starts_on DESC, id DESC LIMIT ${MAX_EXPENSES}`,
    )
    .all()
}

export function addExpense(db: Connection, draft: ExpenseDraft): number {
  assertOrder(draft)
  assertChannel(db, draft.channelId)
  return Number(
    db
      .prepare<[ExpenseDraft]>(
        `INSERT INTO expense (kind, name, cents, starts_on, ends_on, repetition, channel_id, campaign_id, scope, note)
         VALUES (@kind, @name, @cents, @startsOn, @endsOn, @repetition, @channelId, @campaignId, @scope, @note)`,
      )
      .run(draft).lastInsertRowid,
  )
}

export function updateExpense(db: Connection, id: number, draft: ExpenseDraft): void {
  assertOrder(draft)
  assertChannel(db, draft.channelId)
  const { changes } = db
    .prepare<[ExpenseDraft & { id: number }]>(
      `UPDATE expense SET kind = @kind, name = @name, cents = @cents, starts_on = @startsOn, ends_on = @endsOn, repetition = @repetition,
         channel_id = @channelId, campaign_id = @campaignId, scope = @scope, note = @note WHERE id = @id`,
    )
    .run({ ...draft, id })
  if (changes !== 1) throw expected('not_found', { what: 'expense', id })
}

export function removeExpense(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM expense WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'expense', id })
}

function assertChannel(db: Connection, id: number | null): void {
  if (id === null || db.prepare<[number]>('SELECT 1 FROM channel WHERE id = ?').get(id)) return
  throw expected('not_found', { what: 'channel', id })
}

/** A cost that is spread over more days than this was mistyped. */
const MAX_SPREAD_YEARS = 25

function assertOrder({ startsOn, endsOn }: ExpenseDraft): void {
  if (endsOn === null) return
  if (endsOn < startsOn)
    throw expected('invalid_value', { field: 'endsOn', reason: 'ends_before_start', value: endsOn })
  if (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) > MAX_SPREAD_YEARS) {
    throw expected('invalid_value', { field: 'endsOn', reason: 'too_long', value: endsOn })
  }
}
