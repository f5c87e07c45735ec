/** The drawing from contribution to result: geometry here, ink in the page and in the file. */
import type { Block, MonthReport } from '../../../../shared/contract/reports.ts'
import type { ReportWords } from './report-words.ts'

const WIDTH = 688
const HEIGHT = 162
const TOP = 16
/** Room below for the figures of the lowest bars and two lines of names. */
const BOTTOM = 47
const LINE = 12
/** More bars are too narrow for their names. */
const MAX_BARS = 8

interface Step {
  readonly label: string
  readonly value: number
  readonly isTotal?: boolean
}

/** Null where a single cost beside its own sum would show nothing. */
export function waterfallBlock(figures: MonthReport, words: ReportWords): Block | null {
  const steps = waterfallSteps(figures, words)
  if (steps.length < 3) return null
  const spans = spansOf(steps)
  const ends = spans.flat()
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const y = (cents: number) => TOP + ((high - cents) / Math.max(1, high - low)) * (HEIGHT - TOP - BOTTOM)
  const column = WIDTH / steps.length
  const zero = y(0)
  const bars = steps.map((step, index) => {
    const [from, to] = spans[index] ?? [0, 0]
    const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))]
    // A figure under its bar must not lie on the zero line.
    const crossesZero = bottom <= zero + 1 && bottom + LINE + 3 > zero
    const isBelow = step.value < 0 && (to < 0 || !crossesZero)
    return {
      label: inTwoLines(step.label),
      value: words.format.moneyRounded(step.value, 'always'),
      tone: step.value < 0 ? ('cost' as const) : ('return' as const),
      x: rounded(index * column + column * 0.06),
      y: rounded(top),
      width: rounded(column * 0.88),
      height: rounded(Math.max(1, bottom - top)),
      valueY: rounded(isBelow ? bottom + LINE : top - 5),
    }
  })
  const { label } = words.texts.paper.waterfall
  return { kind: 'waterfall', label, width: WIDTH, height: HEIGHT, zero: rounded(zero), bars }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** Each starts where the one before ended; totals start at zero. */
function spansOf(steps: readonly Step[]): [number, number][] {
  let level = 0
  return steps.map((step): [number, number] => {
    const start = step.isTotal ? 0 : level
    level = step.isTotal ? step.value : level + step.value
    return [start, level]
  })
}

function waterfallSteps({ totals, activities }: MonthReport, words: ReportWords): Step[] {
  const { waterfall } = words.texts.paper
  const { contributionCents, adsCents, otherCostCents, resultCents, labourCents } = totals
  const nonLabour = [
    { label: waterfall.ads, value: -adsCents },
    { label: waterfall.other, value: -otherCostCents },
  ].filter((step) => step.value !== 0)
  const room = MAX_BARS - nonLabour.length - (contributionCents === null ? 1 : 2)
  const costs: Step[] = [...labourSteps(activities, room, words), ...nonLabour].filter((step) => step.value !== 0)
  const costCents = labourCents + adsCents + otherCostCents
  if (contributionCents === null) return [...costs, { label: waterfall.costs, value: -costCents, isTotal: true }]
  return [
    { label: waterfall.contribution, value: contributionCents },
    ...costs,
    {
      label: resultCents === null ? waterfall.preliminary : waterfall.result,
      value: resultCents ?? contributionCents - costCents,
      isTotal: true,
    },
  ]
}

/** Activities one by one as far as there is room; the rest is one bar. */
function labourSteps(
  activities: MonthReport['activities'],
  room: number,
  { texts, activities: names }: ReportWords,
): Step[] {
  const { noActivity, restOfLabour } = texts.paper.waterfall
  const shown = activities.length > room ? activities.slice(0, room - 1) : activities
  const rest = activities.slice(shown.length).reduce((sum, { cents }) => sum + cents, 0)
  return [
    ...shown.map(({ activity, cents }) => ({ label: activity === null ? noActivity : names[activity], value: -cents })),
    { label: restOfLabour, value: -rest },
  ]
}

/** At most two lines under a bar. */
function inTwoLines(label: string): string {
  const space = label.length > 14 ? label.indexOf(' ', 6) : -1
  return space < 0 ? label : `${label.slice(0, space)}\n${label.slice(space + 1)}`
}
