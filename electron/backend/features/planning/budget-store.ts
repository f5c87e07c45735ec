/** Budgets as they were entered, and the costs beside them from the monthly rollup. */
import type { BudgetChange, BudgetYear } from '../../../../shared/contract/planning.ts'
import type { Connection } from '../../database/connection.ts'
import { assertRecord } from '../../database/references.ts'

export function readBudgetYear(db: Connection, year: number): BudgetYear {
  const months = [`${year}-01`, `${year}-12`] as const
  const budgets = db
    .prepare<[string, string], BudgetYear['budgets'][number]>(
      `SELECT month, campaign_id AS campaignId, kind, cents FROM budget WHERE month BETWEEN ? AND ? ORDER BY month, campaign_id, kind`,
    )
    .all(...months)
  const actuals = db
    .prepare<[string, string], BudgetYear['actuals'][number]>(
      `SELECT month, nullif(campaign_id, 0) AS campaignId, kind, scope, sum(cents) AS cents FROM line_month
       WHERE month BETWEEN ? AND ? AND kind <> 'revenue' GROUP BY month, campaign_id, kind, scope HAVING sum(cents) <> 0`,
    )
    .all(...months)
  return { year, budgets, actuals, campaigns: campaignsOf(db, months), years: yearsOf(db) }
}

function campaignsOf(db: Connection, months: readonly [string, string]): BudgetYear['campaigns'] {
  return db
    .prepare<[string, string, string, string], BudgetYear['campaigns'][number]>(
      `SELECT id, name FROM campaign WHERE id IN (SELECT campaign_id FROM budget WHERE month BETWEEN ? AND ? AND campaign_id IS NOT NULL
         UNION SELECT campaign_id FROM line_month WHERE month BETWEEN ? AND ? AND kind <> 'revenue' AND cents <> 0)
       ORDER BY name COLLATE NOCASE`,
    )
    .all(...months, ...months)
}

function yearsOf(db: Connection): number[] {
  return db
    .prepare<[], { year: number }>(
      `SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) AS year FROM budget
       UNION SELECT DISTINCT CAST(year AS INTEGER) FROM brief_line_year WHERE kind <> 'revenue' ORDER BY year`,
    )
    .all()
    .map((row) => row.year)
}

/** A field set twice in one command holds what was said last. */
export function setBudget(db: Connection, changes: readonly BudgetChange[]): void {
  const remove = db.prepare<[string, number | null, string]>(
    'DELETE FROM budget WHERE month = ? AND campaign_id IS ? AND kind = ?',
  )
  const write = db.prepare<[string, number | null, string, number]>(
    `INSERT INTO budget (month, campaign_id, kind, cents) VALUES (?, ?, ?, ?)
     ON CONFLICT (month, coalesce(campaign_id, 0), kind) DO UPDATE SET cents = excluded.cents WHERE cents <> excluded.cents`,
  )
  for (const id of new Set(changes.map(({ campaignId }) => campaignId))) assertRecord(db, 'campaign', id)
  for (const { month, campaignId, kind, cents } of changes) {
    if (cents === null) remove.run(month, campaignId, kind)
    else write.run(month, campaignId, kind, cents)
  }
}
