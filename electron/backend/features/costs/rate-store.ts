/** Exchange rates by day. What was booked keeps the rate it was booked at. */
import type { ExchangeRate, ForeignAmount } from '../../../../shared/contract/costs.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'

const MAX_RATES = 5_000

export function readRates(db: Connection): ExchangeRate[] {
  const uses = (table: string) => `(SELECT count(*) FROM ${table} WHERE foreign_currency = rate.currency
    AND rate_millionths = rate.rate_millionths)`
  return db
    .prepare<[], ExchangeRate>(
      `SELECT id, currency, day, rate_millionths AS rateMillionths, ${uses('expense')} + ${uses('revenue_event')} AS uses
       FROM exchange_rate AS rate ORDER BY day DESC, currency LIMIT ${MAX_RATES}`,
    )
    .all()
}

export function setRate(db: Connection, currency: string, day: string, rateMillionths: number): number {
  db.prepare<[string, string, number]>(
    `INSERT INTO exchange_rate (currency, day, rate_millionths) VALUES (?, ?, ?)
     ON CONFLICT (currency, day) DO UPDATE SET rate_millionths = excluded.rate_millionths`,
  ).run(currency, day, rateMillionths)
  return Number(
    db
      .prepare<[string, string]>('SELECT id FROM exchange_rate WHERE currency = ? AND day = ?')
      .pluck()
      .get(currency, day),
  )
}

/** A rate entered with a cost is listed, unless that day has one already: a list that was kept by hand is not overruled. */
export function rememberRate(db: Connection, { currency, rateDay, rateMillionths }: ForeignAmount): void {
  db.prepare<[string, string, number]>(
    'INSERT INTO exchange_rate (currency, day, rate_millionths) VALUES (?, ?, ?) ON CONFLICT (currency, day) DO NOTHING',
  ).run(currency, rateDay, rateMillionths)
}

export function removeRate(db: Connection, id: number): void {
  const { changes } = db.prepare<[number]>('DELETE FROM exchange_rate WHERE id = ?').run(id)
  if (changes !== 1) throw expected('not_found', { what: 'exchange-rate', id })
}
