/** What a chart is told. The canvas and the table view are both made from it, so they cannot differ. */
export type ChartTone =
  'cost' | 'return' | 'warn' | 'accent' | 'neutral' | 'series-1' | 'series-2' | 'series-3' | 'series-4'

export interface PointStyle {
  readonly tone: ChartTone
  /** Between 0 and 1; parts of one whole fade instead of taking new colours. */
  readonly strength?: number
  readonly isHatched?: boolean
}

export interface ChartSeries {
  readonly label: string
  /** One per category; null is a gap. */
  readonly values: readonly (number | null)[]
  /** Where a floating bar starts and ends; the table still shows `values`. */
  readonly spans?: readonly (readonly [number, number])[]
  readonly kind?: 'bar' | 'line'
  readonly tone?: ChartTone
  /** Overrides `tone` point by point (bars only). */
  readonly styles?: readonly PointStyle[]
  /** Fills a line towards zero: green above, rust below. */
  readonly isFilledToZero?: boolean
  readonly isDashed?: boolean
}

export interface ChartData {
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  readonly direction?: 'vertical' | 'horizontal'
  /** 'all' labels every bar and hides the value axis, 'last' labels the end of each line. */
  readonly directLabels?: 'all' | 'last' | 'none'
  /** For labels, axis and table. */
  formatValue(value: number): string
  /** Where labels may be shorter than the table. */
  formatLabel?(value: number): string
  readonly isStacked?: boolean
}
