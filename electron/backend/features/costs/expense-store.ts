/** Costs entered by hand: what they are, what is booked of them, and what lies beside them. */
import type { Attachment, Expense, ExpenseInput } from '../../../../shared/contract/costs.ts'
import { convertForeign, isCurrency } from '../../../../shared/domain/exchange.ts'
import type { Day } from '../../../../shared/domain/day.ts'
import { describeAttachment, readAttachments } from '../../attachments/attachment-store.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { assertRecord } from '../../database/references.ts'
import { assertOpen } from '../../database/seals.ts'
import { rememberRate } from './rate-store.ts'

/** A ledger shows at most this many. */
const MAX_EXPENSES = 5_000
/** A cost that is spread over more years than this was mistyped. */
const MAX_SPREAD_YEARS = 25

interface ExpenseRow extends Omit<Expense, 'foreign' | 'isCreative' | 'levyId' | 'receipts' | 'years'> {
  readonly foreignCents: number | null
  readonly foreignCurrency: string | null
  readonly rateMillionths: number | null
  readonly rateDay: Day | null
  readonly isCreative: 0 | 1
}

const COLUMNS = `id, kind, name, cents, foreign_cents AS foreignCents, foreign_currency AS foreignCurrency,
  rate_millionths AS rateMillionths, rate_day AS rateDay, starts_on AS startsOn, ends_on AS endsOn, repetition,
  channel_id AS channelId, campaign_id AS campaignId, client_id AS clientId, department_id AS departmentId, post_id AS postId,
  scope, is_creative AS isCreative, note, levy_of_expense_id AS levyOfId`

export function readExpenses(db: Connection, ledgerPath: string): Expense[] {
  const rows = db
    .prepare<[], ExpenseRow>(`SELECT ${COLUMNS} FROM expense ORDER BY starts_on DESC, id DESC LIMIT ${MAX_EXPENSES}`)
    .all()
  const receipts = Map.groupBy(readAttachments(db), (row) => row.expenseId)
  const years = Map.groupBy(bookedByYear(db), (row) => row.id)
  const levies = new Map(rows.flatMap((row) => (row.levyOfId === null ? [] : [[row.levyOfId, row.id]])))
  return rows.map((row) => ({
    ...asExpense(row),
    levyId: levies.get(row.id) ?? null,
    receipts: (receipts.get(row.id) ?? []).map((file): Attachment => describeAttachment(ledgerPath, file)),
    years: (years.get(row.id) ?? []).map(({ year, cents }) => ({ year, cents })),
  }))
}

function asExpense(row: ExpenseRow): Omit<Expense, 'levyId' | 'receipts' | 'years'> {
  const { foreignCents, foreignCurrency, rateMillionths, rateDay, isCreative, ...plain } = row
  const foreign =
    foreignCents === null || foreignCurrency === null || rateMillionths === null
      ? null
      : { cents: foreignCents, currency: foreignCurrency, rateMillionths, rateDay: rateDay ?? row.startsOn }
  return { ...plain, foreign, isCreative: isCreative === 1 }
}

/** From the lines: corrections of closed months count in the year they are booked in. */
function bookedByYear(db: Connection): { id: number; year: number; cents: number }[] {
  return db
    .prepare<[], { id: number; year: number; cents: number }>(
      `SELECT source_id AS id, CAST(substr(day, 1, 4) AS INTEGER) AS year, sum(cents) AS cents FROM ledger_line
       WHERE source_kind = 'expense' GROUP BY source_id, year ORDER BY year`,
    )
    .all()
}

interface StoredExpense {
  readonly id: number
  readonly startsOn: Day
  readonly isLevyOf: number | null
}

export function findExpense(db: Connection, id: number): StoredExpense {
  const row = db
    .prepare<[number], StoredExpense>(
      'SELECT id, starts_on AS startsOn, levy_of_expense_id AS isLevyOf FROM expense WHERE id = ?',
    )
    .get(id)
  if (!row) throw expected('not_found', { what: 'expense', id })
  return row
}

export function addExpense(db: Connection, draft: ExpenseInput, baseCurrency: string, levyOf: number | null): number {
  // A levy has the day of its service: where that month is closed, it is the levy that cannot be added.
  assertOpen(db, draft.startsOn, levyOf === null ? 'startsOn' : 'levy')
  const values = toRow(db, draft, baseCurrency)
  return Number(
    db
      .prepare<[object]>(
        `INSERT INTO expense (kind, name, cents, foreign_cents, foreign_currency, rate_millionths, rate_day, starts_on, ends_on, repetition,
           channel_id, campaign_id, client_id, department_id, post_id, scope, is_creative, note, levy_of_expense_id)
         VALUES (@kind, @name, @cents, @foreignCents, @foreignCurrency, @rateMillionths, @rateDay, @startsOn, @endsOn, @repetition,
           @channelId, @campaignId, @clientId, @departmentId, @postId, @scope, @isCreative, @note, @levyOf)`,
      )
      .run({ ...values, levyOf }).lastInsertRowid,
  )
}

export function updateExpense(db: Connection, id: number, draft: ExpenseInput, baseCurrency: string): void {
  const stored = findExpense(db, id)
  // What already stands in a closed month may be corrected; nothing is moved into one.
  if (stored.startsOn !== draft.startsOn) assertOpen(db, draft.startsOn, 'startsOn')
  db.prepare<[object]>(
    `UPDATE expense SET kind = @kind, name = @name, cents = @cents, foreign_cents = @foreignCents, foreign_currency = @foreignCurrency,
       rate_millionths = @rateMillionths, rate_day = @rateDay, starts_on = @startsOn, ends_on = @endsOn, repetition = @repetition,
       channel_id = @channelId, campaign_id = @campaignId, client_id = @clientId, department_id = @departmentId, post_id = @postId,
       scope = @scope, is_creative = @isCreative, note = @note WHERE id = @id`,
  ).run({ ...toRow(db, draft, baseCurrency), id })
}

export function removeExpense(db: Connection, id: number): void {
  findExpense(db, id)
  db.prepare<[number]>('DELETE FROM expense WHERE levy_of_expense_id = ?').run(id)
  db.prepare<[number]>('DELETE FROM expense WHERE id = ?').run(id)
}

function toRow(db: Connection, draft: ExpenseInput, baseCurrency: string) {
  assertOrder(draft)
  assertKnown(db, draft)
  const { foreign, cents, isCreative, ...plain } = draft
  if (foreign) assertCurrency(foreign.currency, baseCurrency)
  if (foreign) rememberRate(db, foreign)
  return {
    ...plain,
    cents: foreign ? convert(foreign.cents, foreign.rateMillionths) : cents,
    foreignCents: foreign?.cents ?? null,
    foreignCurrency: foreign?.currency ?? null,
    rateMillionths: foreign?.rateMillionths ?? null,
    rateDay: foreign?.rateDay ?? null,
    isCreative: isCreative && draft.kind === 'service' ? 1 : 0,
  }
}

export function assertCurrency(currency: string, baseCurrency: string): void {
  if (!isCurrency(currency))
    throw expected('invalid_value', { field: 'currency', reason: 'unknown_currency', value: currency })
  if (currency === baseCurrency)
    throw expected('invalid_value', { field: 'currency', reason: 'own_currency', value: currency })
}

function convert(foreignCents: number, rateMillionths: number): number {
  let cents: number
  try {
    cents = convertForeign(foreignCents, rateMillionths)
  } catch {
    throw expected('invalid_value', { field: 'foreignCents', reason: 'too_large' })
  }
  if (cents < 1) throw expected('invalid_value', { field: 'foreignCents', reason: 'converts_to_nothing' })
  return cents
}

const REFERENCES = {
  channelId: 'channel',
  campaignId: 'campaign',
  clientId: 'client',
  departmentId: 'department',
  postId: 'post',
} as const

function assertKnown(db: Connection, draft: ExpenseInput): void {
  for (const [field, table] of Object.entries(REFERENCES)) {
    assertRecord(db, table, draft[field as keyof typeof REFERENCES])
  }
}

function assertOrder({ startsOn, endsOn }: ExpenseInput): void {
  if (endsOn === null) return
  if (endsOn < startsOn)
    throw expected('invalid_value', { field: 'endsOn', reason: 'ends_before_start', value: endsOn })
  if (Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) > MAX_SPREAD_YEARS) {
    throw expected('invalid_value', { field: 'endsOn', reason: 'too_long', value: endsOn })
  }
}
