/** The way from contribution to result, step by step; the same on screen and on paper. */
import type { TFunction } from 'i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import type { Activity } from '../../../shared/domain/activity.ts'
import { activityNames } from '../../../shared/i18n/activity-names.ts'
import type { Format } from '../../lib/format.ts'
import type { WaterfallStep } from '../../ui/waterfall.ts'
import { type Drill, linesDrill, purchasesDrill, restOfLabourDrill, resultDrill } from './drill.ts'
import { totalTarget } from './targets.ts'

export interface DrillStep extends WaterfallStep {
  readonly drill: Drill
}

/** Activities shown by name; the others share a step. */
const NAMED_ACTIVITIES = 3

export function waterfallSteps(summary: ResultSummary, format: Format, t: TFunction<'result'>): DrillStep[] {
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const steps: DrillStep[] = []
  const { contributionCents } = totals
  const lacksRevenue = summary.lacks.includes('revenue')
  if (contributionCents !== null && !lacksRevenue) {
    const drill = purchasesDrill('contribution', all)
    steps.push({ label: t('waterfall.contribution'), value: contributionCents, drill })
  }
  steps.push(...labourSteps(summary, format, t))
  if (totals.adsCents !== 0) {
    steps.push({ label: t('waterfall.ads'), value: -totals.adsCents, drill: linesDrill('ads', all) })
  }
  if (totals.otherCostCents !== 0) {
    steps.push({ label: t('waterfall.other'), value: -totals.otherCostCents, drill: linesDrill('other', all) })
  }
  const costCents = totals.labourCents + totals.adsCents + totals.otherCostCents
  if (contributionCents === null || lacksRevenue) {
    steps.push({ label: t('waterfall.costs'), value: -costCents, isTotal: true, drill: linesDrill('cost', all) })
  } else {
    const value = contributionCents - costCents
    const drill = resultDrill(all, { ...totals, resultCents: value })
    const isPreliminary = totals.resultCents === null || summary.lacks.length > 0
    const label = t(isPreliminary ? 'waterfall.preliminary' : 'waterfall.result')
    steps.push({ label, value, isTotal: true, drill })
  }
  return steps
}

function labourSteps(summary: ResultSummary, format: Format, t: TFunction<'result'>): DrillStep[] {
  const all = totalTarget(summary, t('drill.all'))
  const names = activityNames(format.language)
  const nameOf = (activity: Activity | null) => (activity === null ? t('labour.none') : names[activity])
  const worked = summary.labourByActivity.filter(({ cents }) => cents !== 0)
  const named = worked.length <= NAMED_ACTIVITIES + 1 ? worked : worked.slice(0, NAMED_ACTIVITIES)
  const rest = worked.slice(named.length)
  const steps = named.map(({ activity, cents }): DrillStep => {
    const target = { ...all, name: nameOf(activity), activity }
    return { label: nameOf(activity), value: -cents, drill: linesDrill('labour', target) }
  })
  if (rest.length === 0) return steps
  const drill = restOfLabourDrill(all, rest, nameOf)
  const cents = drill.kind === 'parts' ? (drill.value ?? 0) : 0
  return [...steps, { label: t('waterfall.restOfLabour'), value: -cents, drill }]
}
