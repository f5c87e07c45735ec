import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { makeWaterfall } from '../../ui/waterfall.ts'
import styles from './report.module.css'
import { waterfallSteps } from './waterfall-steps.ts'

const WIDTH = 688
const HEIGHT = 200
const TOP = 16
/** Room below for the figures of the lowest bars and two lines of names. */
const BOTTOM = 46
const LINE = 12

/** The steps as a drawing: sharp at any resolution of a printer. */
export function ReportWaterfall({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const steps = waterfallSteps(summary, format, t)
  // A single cost beside its own sum shows nothing.
  if (steps.length < 3) return null
  const { series } = makeWaterfall(t('waterfall.amount'), steps)
  const [{ spans = [], styles: bars = [] }] = series
  const ends = spans.flat()
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const y = (cents: number) => TOP + ((high - cents) / Math.max(1, high - low)) * (HEIGHT - TOP - BOTTOM)
  const column = WIDTH / Math.max(1, steps.length)
  return (
    <svg className={styles.waterfall} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('waterfall.title')}>
      {steps.map((step, index) => {
        const [from, to] = spans[index] ?? [0, 0]
        const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))]
        const style = bars[index]
        const x = index * column
        const tone = style?.tone === 'return' ? styles.return : styles.cost
        // A figure under its bar must not lie on the zero line.
        const crossesZero = bottom <= y(0) + 1 && bottom + LINE + 3 > y(0)
        const isBelow = step.value < 0 && (to < 0 || !crossesZero)
        return (
          <g key={step.label} className={tone}>
            <rect
              x={x + column * 0.06}
              width={column * 0.88}
              y={top}
              height={Math.max(1, bottom - top)}
              rx={2}
              opacity={style?.strength ?? 1}
            />
            <text x={x + column / 2} y={isBelow ? bottom + LINE : top - 5} className={styles.amount}>
              {format.moneyRounded(step.value, 'always')}
            </text>
            <text x={x + column / 2} y={HEIGHT - 16} className={styles.step}>
              {linesOf(step.label).map((line, row) => (
                <tspan key={line} x={x + column / 2} dy={row === 0 ? 0 : LINE}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        )
      })}
      <line x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} className={styles.zero} />
    </svg>
  )
}

/** At most two lines under a bar. */
function linesOf(label: string): string[] {
  const space = label.length > 14 ? label.indexOf(' ', 6) : -1
  return space < 0 ? [label] : [label.slice(0, space), label.slice(space + 1)]
}
