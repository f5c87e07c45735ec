/** Lines of ad spend and of costs entered by hand, spread over the days they are for. */
import type { Day } from '../../../shared/domain/day.ts'
import {
  recurringCostByDay,
  spreadOverDays,
  type DayAmount,
  type Repetition,
} from '../../../shared/domain/spreading.ts'
import type { Connection } from './connection.ts'
import { NO_DIMENSIONS, removeLines, writeLines, type LineDraft, type SourceKind } from './ledger-line.ts'

interface AdSpendRow {
  scope: string
  channel_id: number | null
  campaign_id: number | null
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
  client_id: number | null
  department_id: number | null
}

export function deriveCampaignCosts(db: Connection, ids: readonly number[]): void {
  const find = db.prepare<[number], AdSpendRow>('SELECT * FROM ad_spend WHERE id = ?')
  for (const id of ids) {
    const spend = find.get(id)
    if (!spend) removeLines(db, 'ad-spend', id)
    else {
      const common = { scope: spend.scope, kind: 'ads', channelId: spend.channel_id, campaignId: spend.campaign_id }
      writeDays(db, 'ad-spend', id, common, spreadOverDays(spend.cents, { from: spend.day_from, to: spend.day_to }))
    }
  }
}

export function deriveExpenses(db: Connection, ids: readonly number[], today: Day): void {
  const find = db.prepare<[number], ExpenseRow>('SELECT * FROM expense WHERE id = ?')
  for (const id of ids) {
    const expense = find.get(id)
    if (!expense) removeLines(db, 'expense', id)
    else {
      const common = {
        scope: expense.scope,
        kind: expense.kind,
        channelId: expense.channel_id,
        campaignId: expense.campaign_id,
        clientId: expense.client_id,
        departmentId: expense.department_id,
      }
      const { cents, starts_on: startsOn, ends_on: endsOn, repetition } = expense
      writeDays(db, 'expense', id, common, recurringCostByDay({ cents, startsOn, endsOn, repetition }, today))
    }
  }
}

type Dimensions = Pick<LineDraft, 'scope' | 'kind' | 'channelId' | 'campaignId'> & Partial<LineDraft>

function writeDays(
  db: Connection,
  source: SourceKind,
  id: number,
  dimensions: Dimensions,
  days: readonly DayAmount[],
): void {
  const drafts = days.map(({ day, cents }) => ({ ...NO_DIMENSIONS, ...dimensions, day, cents }))
  writeLines(db, source, id, drafts)
}
