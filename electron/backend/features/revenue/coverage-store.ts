/** How much of a period's revenue has a known origin. */
import type { Coverage } from '../../../../shared/contract/coverage.ts'
import { splitAtMonths, type Period } from '../../../../shared/domain/day.ts'
import type { Connection } from '../../database/connection.ts'

const COLUMNS = {
  orders: 'orders',
  touchedOrders: 'touched_orders',
  singleTouchOrders: 'single_touch_orders',
  netCents: 'net_cents',
  touchedNetCents: 'touched_net_cents',
  socialNetCents: 'social_net_cents',
} as const
const FIELDS = Object.keys(COLUMNS) as (keyof Coverage)[]

/** Whole months from the one rollup, the edges from the other. */
export function readCoverage(db: Connection, period: Period): Coverage {
  const sums = Object.entries(COLUMNS).map(([name, column]) => `coalesce(sum(${column}), 0) AS ${name}`)
  const read = (unit: 'day' | 'month', from: string, to: string) =>
    db
      .prepare<[string, string], Coverage>(
        `SELECT ${sums.join(', ')} FROM coverage_${unit} WHERE ${unit} BETWEEN ? AND ?`,
      )
      .get(from, to)
  const { months, days } = splitAtMonths(period)
  const parts = [
    ...(months ? [read('month', months.from, months.to)] : []),
    ...days.map(({ from, to }) => read('day', from, to)),
  ]
  const add = (field: keyof Coverage) => parts.reduce((sum, part) => sum + (part?.[field] ?? 0), 0)
  return Object.fromEntries(FIELDS.map((field) => [field, add(field)])) as Coverage
}
