import type { ChartSeries, PointStyle } from './chart-types.ts'

export interface WaterfallStep {
  readonly label: string
  /** What this step adds or takes away; for a total, where the sum stands. */
  readonly value: number
  readonly isTotal?: boolean
}

export interface Waterfall {
  readonly categories: readonly string[]
  readonly series: readonly [ChartSeries]
}

/** From steps to floating bars: each starts where the one before ended, totals start at zero. Costs fade in the order they are given. */
export function makeWaterfall(seriesLabel: string, steps: readonly WaterfallStep[]): Waterfall {
  const spans: [number, number][] = []
  let level = 0
  for (const step of steps) {
    const start = step.isTotal ? 0 : level
    level = step.isTotal ? step.value : level + step.value
    spans.push([start, level])
  }
  const costs = steps.filter((step) => !step.isTotal && step.value < 0)
  const styles = steps.map((step): PointStyle => {
    const tone = step.value < 0 ? 'cost' : 'return'
    if (step.isTotal) return { tone, isHatched: true }
    const rank = costs.indexOf(step)
    return { tone, strength: rank < 0 ? 1 : 1 - (0.56 * rank) / Math.max(4, costs.length - 1) }
  })
  const values = steps.map((step) => step.value)
  return { categories: steps.map((step) => step.label), series: [{ label: seriesLabel, values, spans, styles }] }
}
