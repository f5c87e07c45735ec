/** Lines of ad spend and of costs entered by hand, spread over the days they are for. */
import type { Day } from '../../../shared/domain/day.ts'
import {
  recurringCostByDay,
  spreadOverDays,
  type DayAmount,
  type Repetition,
} from '../../../shared/domain/spreading.ts'
import type { Connection } from './connection.ts'
import { keepingRollups } from './bulk-rollups.ts'
import { LineWriter, NO_DIMENSIONS, type LineDraft } from './ledger-line.ts'

interface AdSpendRow {
  scope: string
  channel_id: number | null
  campaign_id: number | null
  post_id: number | null
  client_id: number | null
  department_id: number | null
  day_from: Day
  day_to: Day
  cents: number
}

interface ExpenseRow {
  kind: string
  cents: number
  starts_on: Day
  ends_on: Day | null
  repetition: Repetition
  scope: string
  channel_id: number | null
  campaign_id: number | null
  post_id: number | null
  client_id: number | null
  department_id: number | null
}

/** Sources derived at a time: what is read of them is held in memory. */
const SOURCES_AT_A_TIME = 5_000

export function deriveCampaignCosts(db: Connection, ids: readonly number[], today: Day): void {
  for (let start = 0; start < ids.length; start += SOURCES_AT_A_TIME) {
    const some = ids.slice(start, start + SOURCES_AT_A_TIME)
    keepingRollups(db, 'ad-spend', some, () => spreadSpend(db, some, today))
  }
}

function spreadSpend(db: Connection, ids: readonly number[], today: Day): void {
  const find = db.prepare<[number], AdSpendRow>('SELECT * FROM ad_spend WHERE id = ?')
  const lines = new LineWriter(db, 'ad-spend', today)
  for (const id of ids) {
    const spend = find.get(id)
    if (!spend) lines.write(id, [])
    else {
      const common = {
        scope: spend.scope,
        kind: 'ads',
        channelId: spend.channel_id,
        campaignId: spend.campaign_id,
        postId: spend.post_id,
        clientId: spend.client_id,
        departmentId: spend.department_id,
      }
      const days = spreadOverDays(spend.cents, { from: spend.day_from, to: spend.day_to })
      lines.write(id, linesOf(common, days))
    }
  }
  lines.flush()
}

export function deriveExpenses(db: Connection, ids: readonly number[], today: Day): void {
  keepingRollups(db, 'expense', ids, () => spreadExpenses(db, ids, today))
}

function spreadExpenses(db: Connection, ids: readonly number[], today: Day): void {
  const find = db.prepare<[number], ExpenseRow>('SELECT * FROM expense WHERE id = ?')
  const lines = new LineWriter(db, 'expense', today)
  for (const id of ids) {
    const expense = find.get(id)
    if (!expense) lines.write(id, [])
    else {
      const common = {
        scope: expense.scope,
        kind: expense.kind,
        channelId: expense.channel_id,
        campaignId: expense.campaign_id,
        postId: expense.post_id,
        clientId: expense.client_id,
        departmentId: expense.department_id,
      }
      const { cents, starts_on: startsOn, ends_on: endsOn, repetition } = expense
      lines.write(id, linesOf(common, recurringCostByDay({ cents, startsOn, endsOn, repetition }, today)))
    }
  }
  lines.flush()
}

type Dimensions = Pick<LineDraft, 'scope' | 'kind' | 'channelId' | 'campaignId'> & Partial<LineDraft>

function linesOf(dimensions: Dimensions, days: readonly DayAmount[]): LineDraft[] {
  return days.map(({ day, cents }) => ({ ...NO_DIMENSIONS, ...dimensions, day, cents }))
}
