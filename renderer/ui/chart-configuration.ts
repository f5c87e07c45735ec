/** From our description of a chart to Chart.js: no parsing, a visible zero line, labels on the marks instead of a legend. */
import type { ChartConfiguration, ChartDataset, ScaleOptionsByType, ScriptableContext } from 'chart.js'
import { type ChartColours, hatch } from './chart-colours.ts'
import { directLabelsPlugin } from './chart-direct-labels.ts'
import type { ChartData, ChartSeries, PointStyle } from './chart-types.ts'

type Kind = 'bar' | 'line'
type Dataset = ChartDataset<Kind>
type Scale = ScaleOptionsByType<'linear'> & ScaleOptionsByType<'category'>
type DeepPartial<T> = T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T

const usualNamePaddingPx = 6

export interface ChartBehaviour {
  readonly isStill: boolean
  readonly onSelect: ((categoryIndex: number) => void) | null
}

export function makeConfiguration(
  data: ChartData,
  colours: ChartColours,
  { isStill, onSelect }: ChartBehaviour,
): ChartConfiguration<Kind> {
  const isHorizontal = data.direction === 'horizontal'
  const valueAxis = isHorizontal ? 'x' : 'y'
  return {
    type: 'bar',
    data: {
      labels: data.categories.map((category) =>
        isHorizontal ? category.replaceAll('\u00ad', '') : wrapLabel(category, data.categories.length),
      ),
      datasets: data.series.map((series) => makeDataset(series, isHorizontal, colours)),
    },
    options: {
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isHorizontal ? 'y' : 'x',
      animation: isStill ? false : { duration: 260 },
      layout: { padding: paddingFor(data) },
      interaction: { mode: 'index', intersect: false, axis: isHorizontal ? 'y' : 'x' },
      font: { family: colours.font },
      scales: {
        [valueAxis]: valueScale(data, colours),
        [isHorizontal ? 'y' : 'x']: categoryScale(data, colours),
      },
      plugins: { tooltip: tooltipOptions(data, colours), decimation: { enabled: true, algorithm: 'lttb' } },
      onClick: (_event, elements) => {
        const index = elements[0]?.index
        if (onSelect && index !== undefined) onSelect(index)
      },
      onHover: (event, elements) => {
        const target = event.native?.target
        if (target instanceof HTMLElement) target.style.cursor = onSelect && elements.length > 0 ? 'pointer' : 'default'
      },
    },
    plugins: [directLabelsPlugin(data, colours)],
  } as ChartConfiguration<Kind>
}

function paddingFor(data: ChartData) {
  const widest = widestLabelPx(data)
  if (data.directLabels === 'all') {
    return data.direction === 'horizontal' ? { left: 0, right: widest, top: 0, bottom: 0 } : { top: 20 }
  }
  return { left: 0, right: data.directLabels === 'last' ? widest : 8, top: 22, bottom: 0 }
}

/** Figures of losses stand between the marks and the names of the categories; the names make room for them. */
function lossRoomPx(data: ChartData): number {
  if (data.directLabels !== 'all' || !hasLosses(data)) return 0
  return data.direction === 'horizontal' ? widestLabelPx(data) : 18
}

function hasLosses(data: ChartData): boolean {
  return data.series.some((series) => series.values.some((value) => (value ?? 0) < 0))
}

/** Close enough without measuring: our figures are about 6.7 px wide at 11.5 px. */
function widestLabelPx(data: ChartData): number {
  const format = data.formatLabel ?? data.formatValue
  const names =
    data.directLabels === 'last' && data.series.length > 1 ? data.series.map((series) => series.label.length + 1) : [0]
  const figures = data.series.flatMap((series) =>
    series.values.map((value) => (value === null ? 0 : format(value).length)),
  )
  return 12 + 6.7 * (Math.max(...names) + Math.max(0, ...figures))
}

/** Two or three short lines read better under a bar than one turned line. Long words break at their soft hyphen. */
export function wrapLabel(label: string, count: number): string | string[] {
  if (count > 9 || label.length <= 11) return label.replaceAll('\u00ad', '')
  const lines = label.split(/(?<=[-\u00ad])|\s+(?=\S{4,})/).map((line) => line.replace('\u00ad', '-'))
  return lines.length === 1 ? label : lines
}

function valueScale(data: ChartData, colours: ChartColours): DeepPartial<Scale> {
  const isLabelled = data.directLabels === 'all'
  return {
    type: 'linear',
    stacked: data.isStacked === true,
    beginAtZero: true,
    // Without an axis to read, rounding its ends up would only make the bars shorter.
    ...(isLabelled && extremesOf(data)),
    border: { display: false },
    grid: {
      color: (context: { tick: { value: number } }) => {
        if (context.tick.value === 0) return colours.ink
        return isLabelled ? 'transparent' : colours.line
      },
      drawTicks: false,
      // Above the bars only where they may cross zero; elsewhere lines would cut them into stripes.
      z: isLabelled ? 1 : -1,
    },
    ticks: {
      display: !isLabelled,
      maxTicksLimit: 5,
      padding: isLabelled ? 0 : 8,
      color: colours.quiet,
      font: { family: colours.font, size: 11 },
      callback: (value: number | string) => (data.formatLabel ?? data.formatValue)(Number(value)),
    },
  } as DeepPartial<Scale>
}

function extremesOf(data: ChartData): { min: number; max: number } | null {
  if (data.isStacked) return null
  const ends = data.series.flatMap((series) => series.spans?.flat() ?? series.values.filter((value) => value !== null))
  const [min, max] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  return min === max ? null : { min, max }
}

function categoryScale(data: ChartData, colours: ChartColours): DeepPartial<Scale> {
  const isHorizontal = data.direction === 'horizontal'
  const room = lossRoomPx(data)
  return {
    type: 'category',
    stacked: data.isStacked === true,
    border: { display: false },
    grid: { display: false },
    ticks: {
      color: colours.quiet,
      font: { family: colours.font, size: 11.5 },
      padding: isHorizontal ? usualNamePaddingPx : usualNamePaddingPx + room,
      crossAlign: isHorizontal ? 'far' : 'near',
      maxRotation: 0,
      // A name under a bar is needed; along a line the neighbours say enough.
      autoSkip: data.categories.length > 9 || data.series.every(({ kind }) => kind === 'line'),
    },
    afterFit: (scale: FittedScale) => {
      if (isHorizontal) scale.width += room
      else takeBackPadding(scale, room)
    },
  } as DeepPartial<Scale>
}

interface FittedScale {
  width: number
  height: number
  paddingLeft: number
  paddingRight: number
}

/** Chart.js reserves the padding on all sides of the names; only the side of the marks needs it. */
function takeBackPadding(scale: FittedScale, surplus: number): void {
  scale.height -= surplus
  scale.paddingLeft = Math.max(0, scale.paddingLeft - surplus)
  scale.paddingRight = Math.max(0, scale.paddingRight - surplus)
}

function makeDataset(series: ChartSeries, isHorizontal: boolean, colours: ChartColours): Dataset {
  const points = series.values.map((value, index) => makePoint(index, value, series.spans?.[index], isHorizontal))
  const tone = series.tone ?? 'series-1'
  if (series.kind === 'line') {
    return {
      type: 'line',
      label: series.label,
      data: points,
      borderColor: colours.tone(tone),
      backgroundColor: colours.tone(tone, 0.16),
      borderWidth: 1.75,
      borderDash: series.isDashed ? [4, 4] : [],
      pointRadius: 0,
      pointHitRadius: 12,
      tension: 0,
      fill: series.isFilledToZero
        ? { target: 'origin', above: colours.tone('return', 0.18), below: colours.tone('cost', 0.18) }
        : false,
    } as Dataset
  }
  const styleAt = (index: number): PointStyle => series.styles?.[index] ?? { tone }
  return {
    type: 'bar',
    label: series.label,
    data: points,
    borderRadius: 3,
    borderSkipped: false,
    categoryPercentage: 0.94,
    barPercentage: isHorizontal ? 0.7 : 0.92,
    maxBarThickness: isHorizontal ? 24 : 120,
    backgroundColor: (context: ScriptableContext<'bar'>) => {
      const style = styleAt(context.dataIndex)
      const fill = colours.tone(style.tone, style.strength)
      return style.isHatched ? hatch(fill, 'rgba(255, 255, 255, 0.24)') : fill
    },
  } as Dataset
}

/** The parsed form Chart.js makes for itself; handing it over saves the parsing. */
function makePoint(
  index: number,
  value: number | null,
  span: readonly [number, number] | undefined,
  isHorizontal: boolean,
) {
  const end = span ? span[1] : (value ?? Number.NaN)
  const point = isHorizontal ? { x: end, y: index } : { x: index, y: end }
  if (!span) return point
  const [start] = span
  const [min, max] = [Math.min(start, end), Math.max(start, end)]
  const [barStart, barEnd] = Math.abs(start) > Math.abs(end) ? [max, min] : [min, max]
  return { ...point, _custom: { barStart, barEnd, start, end, min, max } }
}

function tooltipOptions(data: ChartData, colours: ChartColours) {
  return {
    backgroundColor: colours.ink,
    titleColor: colours.surface,
    bodyColor: colours.surface,
    titleFont: { family: colours.font, size: 12, weight: 600 },
    bodyFont: { family: colours.font, size: 12 },
    displayColors: false,
    cornerRadius: 5,
    padding: 8,
    callbacks: {
      title: (items: { dataIndex: number }[]) => data.categories[items[0]?.dataIndex ?? -1] ?? '',
      label: (item: { datasetIndex: number; dataIndex: number }) => {
        const series = data.series[item.datasetIndex]
        const value = series?.values[item.dataIndex]
        if (!series || value === null || value === undefined) return ''
        return data.series.length > 1 ? `${series.label}: ${data.formatValue(value)}` : data.formatValue(value)
      },
    },
  }
}
