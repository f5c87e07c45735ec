/** What the address asks of the ledger: which purchases count for whom, who carries which costs, against which other period. */
import type { Costing, Grouping } from '../../../shared/contract/result.ts'
import type { AttributionModel } from '../../../shared/domain/attribution.ts'
import { readModel } from '../../lib/ledger-address.ts'
import { type Comparison, comparisonParameters, readComparison } from './comparison.ts'

export const MAX_WINDOW_DAYS = 365
// Not the contract's own lists: a page takes types from it only.
export const COSTINGS: readonly Costing[] = ['direct', 'hours', 'cost', 'posts']
/** At hand; the others wait in a list, because ten of them fit no window of 1024. */
export const NEAR_GROUPINGS: readonly Grouping[] = ['channel', 'campaign', 'post', 'activity', 'month']
export const FAR_GROUPINGS: readonly Grouping[] = ['pillar', 'format', 'person', 'client', 'department']

export interface Question {
  readonly model: AttributionModel
  /** Undefined: the ledger's own window. */
  readonly windowDays: number | undefined
  readonly costing: Costing
  readonly by: Grouping
  readonly comparison: Comparison
}

export type QuestionParameters = Readonly<Record<string, string | undefined>>

export function readQuestion(get: (name: string) => string | null): Question {
  return {
    model: readModel(get('model')),
    windowDays: readWindow(get('window')),
    costing: COSTINGS.find((costing) => costing === get('costing')) ?? 'direct',
    by: [...NEAR_GROUPINGS, ...FAR_GROUPINGS].find((grouping) => grouping === get('by')) ?? 'channel',
    comparison: readComparison(get),
  }
}

function readWindow(text: string | null): number | undefined {
  const days = Number(text)
  return text !== null && Number.isInteger(days) && days >= 1 && days <= MAX_WINDOW_DAYS ? days : undefined
}

/** As they stand in the address; what goes without saying does not stand there. */
export function questionParameters(change: Partial<Question>): QuestionParameters {
  return {
    ...(change.model !== undefined && { model: change.model === 'last' ? undefined : change.model }),
    ...('windowDays' in change && { window: change.windowDays === undefined ? undefined : String(change.windowDays) }),
    ...(change.costing !== undefined && { costing: change.costing === 'direct' ? undefined : change.costing }),
    ...(change.by !== undefined && { by: change.by === 'channel' ? undefined : change.by }),
    ...(change.comparison !== undefined && comparisonParameters(change.comparison)),
  }
}

/** Everything but the period and the breakdown as it is when one comes here first. */
export const USUAL: Partial<Question> = {
  model: 'last',
  windowDays: undefined,
  costing: 'direct',
  comparison: { kind: 'off' },
}

export function isUsual(question: Question): boolean {
  const { model, windowDays, costing, comparison } = question
  return model === 'last' && windowDays === undefined && costing === 'direct' && comparison.kind === 'off'
}

/** Groupings whose rows can earn; the others only carry time and costs. */
const EARNING: readonly Grouping[] = ['channel', 'campaign', 'post', 'pillar', 'format', 'client', 'month']

export function canEarn(by: Grouping): boolean {
  return EARNING.includes(by)
}

/** Groupings whose rows are judged one by one. */
export function isJudged(by: Grouping): boolean {
  return canEarn(by) && by !== 'month'
}
