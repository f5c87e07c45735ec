/** What the bars can show: the value of a group, how it is written, and the rows behind it. */
import type { FigureMeasure, ModerationFigures } from '../../../../shared/contract/moderation-figures.ts'
import type { Format } from '../../../lib/format.ts'

export const SHOWN = [
  'conversations',
  'median',
  'ninetieth',
  'within',
  'nextMedian',
  'resolution',
  'unanswered',
  'positive',
  'perThousand',
  'perAnswer',
  'leads',
  'revenue',
] as const
export type Shown = (typeof SHOWN)[number]

interface ShownFigure {
  valueOf(figures: ModerationFigures): number | null
  readonly format: 'count' | 'hours' | 'share' | 'decimal' | 'money'
  readonly measure: FigureMeasure
}

const hours = (seconds: number | null) => (seconds === null ? null : seconds / 3_600)
const share = (basisPoints: number | null) => (basisPoints === null ? null : basisPoints / 10_000)

export const SHOWN_FIGURES: Readonly<Record<Shown, ShownFigure>> = {
  conversations: { valueOf: (f) => f.conversations, format: 'count', measure: 'all' },
  median: { valueOf: (f) => hours(f.first.medianSeconds), format: 'hours', measure: 'first' },
  ninetieth: { valueOf: (f) => hours(f.first.ninetiethSeconds), format: 'hours', measure: 'first' },
  within: { valueOf: (f) => share(f.firstStanding.withinBasisPoints), format: 'share', measure: 'inTime' },
  nextMedian: { valueOf: (f) => hours(f.next.medianSeconds), format: 'hours', measure: 'next' },
  resolution: { valueOf: (f) => hours(f.resolution.medianSeconds), format: 'hours', measure: 'resolution' },
  unanswered: { valueOf: (f) => f.unanswered, format: 'count', measure: 'unanswered' },
  positive: { valueOf: (f) => share(f.positiveBasisPoints), format: 'share', measure: 'positive' },
  perThousand: { valueOf: (f) => f.negativePerThousand, format: 'decimal', measure: 'reachedNegative' },
  perAnswer: { valueOf: (f) => f.costPerAnswerCents, format: 'money', measure: 'cost' },
  leads: { valueOf: (f) => f.leadCents, format: 'money', measure: 'leads' },
  revenue: { valueOf: (f) => f.netCents, format: 'money', measure: 'revenue' },
}

export function readShown(text: string | null): Shown {
  return SHOWN.find((shown) => shown === text) ?? 'conversations'
}

/** As labels and the table of a chart write it; hours are those of the value. */
export function writeShown(shown: Shown, value: number, format: Format): string {
  switch (SHOWN_FIGURES[shown].format) {
    case 'count':
      return format.number(value)
    case 'hours':
      return format.duration(value * 3_600)
    case 'share':
      return format.percent(value)
    case 'decimal':
      return format.number(value, 2)
    case 'money':
      return shown === 'perAnswer' ? format.money(value) : format.moneyRounded(value)
  }
}
