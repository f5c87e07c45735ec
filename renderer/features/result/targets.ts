/** Which part of the ledger a row of the table stands for. */
import type { ResultRow, ResultSummary } from '../../../shared/contract/result.ts'
import { isDay, type Month } from '../../../shared/domain/day.ts'
import { monthWithin } from '../../lib/period.ts'
import type { Target } from './drill.ts'

export function totalTarget(summary: ResultSummary, name: string): Target {
  return { name, period: summary.period, model: summary.model, scope: 'social' }
}

export function rowTarget(summary: ResultSummary, row: ResultRow, name: string): Target {
  const target = totalTarget(summary, name)
  switch (summary.by) {
    case 'channel':
      return { ...target, channelId: row.id }
    case 'campaign':
      return { ...target, campaignId: row.id }
    case 'person':
      return { ...target, personId: row.id }
    case 'activity':
      return { ...target, activity: row.activity }
    case 'month':
      return isMonth(row.key) ? { ...target, period: monthWithin(row.key, summary.period) } : target
  }
}

function isMonth(key: string | null): key is Month {
  return key !== null && isDay(`${key}-01`)
}
