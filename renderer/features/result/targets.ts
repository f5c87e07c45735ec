/** Which part of the ledger a row of the table stands for. */
import type { ResultRow, ResultSummary } from '../../../shared/contract/result.ts'
import { isDay, type Month } from '../../../shared/domain/day.ts'
import { NO_FIGURES } from '../../../shared/domain/no-result.ts'
import { monthWithin } from '../../lib/period.ts'
import type { Target } from './drill.ts'

export function totalTarget(summary: ResultSummary, name: string): Target {
  return { name, period: summary.period, model: summary.model, windowDays: summary.windowDays, scope: 'social' }
}

export function rowTarget(summary: ResultSummary, row: ResultRow, name: string): Target {
  const target = totalTarget(summary, name)
  switch (summary.by) {
    case 'channel':
      return { ...target, channelId: row.id }
    case 'campaign':
      return { ...target, campaignId: row.id }
    case 'post':
      return { ...target, postId: row.id }
    case 'pillar':
      return { ...target, pillarId: row.id }
    case 'format':
      return { ...target, format: row.format }
    case 'client':
      return { ...target, clientId: row.id }
    case 'department':
      return { ...target, departmentId: row.id }
    case 'person':
      return { ...target, personId: row.id }
    case 'activity':
      return { ...target, activity: row.activity }
    case 'month':
      return isMonth(row.key) ? { ...target, period: monthWithin(row.key, summary.period) } : target
  }
}

/** Full costing: a channel's figures are its own and its part of what serves several; `direct` has both. */
export function spreadTarget(target: Target, row: ResultRow, direct: ResultSummary | null, potName: string): Target {
  const pot = direct?.rows.find(({ key }) => key === null)
  if (!direct || !pot || row.id === null) return target
  const own = direct.rows.find(({ id }) => id === row.id) ?? NO_FIGURES
  return { ...target, spread: { full: row, own, pot: { ...totalTarget(direct, potName), channelId: null } } }
}

function isMonth(key: string | null): key is Month {
  return key !== null && isDay(`${key}-01`)
}
