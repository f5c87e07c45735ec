import styles from './figures.module.css'

export interface SparklineProps {
  readonly values: readonly number[]
  /** What it shows, for those who do not see it. */
  readonly text: string
}

const WIDTH = 120
const HEIGHT = 24

/** A course without axes, from zero: only its shape is meant to be read. */
export function Sparkline({ values, text }: SparklineProps) {
  const most = Math.max(1, ...values)
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0
  const points = values.map(
    (value, index) => `${(index * step).toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`,
  )
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text}>
      <title>{text}</title>
      <line x1={0} x2={WIDTH} y1={HEIGHT - 2} y2={HEIGHT - 2} />
      <polyline points={points.join(' ')} />
    </svg>
  )
}
