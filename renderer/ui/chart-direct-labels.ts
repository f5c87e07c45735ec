/** Figures at the marks themselves: nobody has to look from a bar to an axis and back. */
import type { Chart, Plugin } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData, ChartTone } from './chart-types.ts'

const gapPx = 5
const linePx = 11

export function directLabelsPlugin(data: ChartData, colours: ChartColours): Plugin<'bar' | 'line'> {
  const mode = data.directLabels ?? 'none'
  return {
    id: 'directLabels',
    afterDatasetsDraw(chart) {
      if (mode === 'none') return
      const { ctx } = chart
      ctx.save()
      ctx.font = `600 11.5px ${colours.font}`
      if (mode === 'all') drawBarLabels(chart, data, colours)
      else drawLineEnds(chart, data, colours)
      ctx.restore()
    },
  }
}

interface Bar {
  readonly x: number
  readonly y: number
  readonly base: number
}

function drawBarLabels(chart: Chart<'bar' | 'line'>, data: ChartData, colours: ChartColours) {
  const isHorizontal = data.direction === 'horizontal'
  const format = data.formatLabel ?? data.formatValue
  const zero = chart.scales[isHorizontal ? 'x' : 'y']?.getPixelForValue(0) ?? 0
  data.series.forEach((series, datasetIndex) => {
    if (series.kind === 'line') return
    chart.getDatasetMeta(datasetIndex).data.forEach((element, index) => {
      const value = series.values[index]
      if (value === null || value === undefined) return
      const bar = element.getProps(['x', 'y', 'base'], true) as unknown as Bar
      const tone: ChartTone = series.styles?.[index]?.tone ?? series.tone ?? 'series-1'
      chart.ctx.fillStyle = colours.text(tone)
      if (isHorizontal) drawBeside(chart.ctx, bar, format(value), value < 0)
      else drawAboveOrBelow(chart.ctx, bar, format(value), value < 0, zero)
    })
  })
}

function drawBeside(ctx: CanvasRenderingContext2D, bar: Bar, text: string, isLeft: boolean) {
  ctx.textAlign = isLeft ? 'right' : 'left'
  ctx.textBaseline = 'middle'
  ctx.fillText(text, isLeft ? Math.min(bar.x, bar.base) - gapPx : Math.max(bar.x, bar.base) + gapPx, bar.y)
}

/** Losses below, gains above; on the other side where the zero line would strike the figure through. */
function drawAboveOrBelow(ctx: CanvasRenderingContext2D, bar: Bar, text: string, isLoss: boolean, zero: number) {
  const [top, bottom] = [Math.min(bar.y, bar.base), Math.max(bar.y, bar.base)]
  const middle = isLoss ? bottom + gapPx + linePx / 2 : top - gapPx - linePx / 2
  const isStruck = Math.abs(middle - zero) < linePx
  const isBelow = isLoss !== isStruck
  ctx.textAlign = 'center'
  ctx.textBaseline = isBelow ? 'top' : 'bottom'
  ctx.fillText(text, bar.x, isBelow ? bottom + gapPx : top - gapPx)
}

function drawLineEnds(chart: Chart<'bar' | 'line'>, data: ChartData, colours: ChartColours) {
  const taken: number[] = []
  data.series.forEach((series, datasetIndex) => {
    const last = series.values.findLastIndex((value) => value !== null)
    const element = chart.getDatasetMeta(datasetIndex).data[last]
    const value = series.values[last]
    if (!element || value === null || value === undefined) return
    const { x, y } = element.getProps(['x', 'y'], true) as unknown as Bar
    // Ends that meet would print over each other: move the later one down by a line.
    let labelY = y
    while (taken.some((other) => Math.abs(other - labelY) < 14)) labelY += 14
    taken.push(labelY)
    chart.ctx.fillStyle = colours.text(series.tone ?? 'series-1')
    chart.ctx.textAlign = 'left'
    chart.ctx.textBaseline = 'middle'
    const text = (data.formatLabel ?? data.formatValue)(value)
    chart.ctx.fillText(data.series.length > 1 ? `${series.label} ${text}` : text, x + 7, labelY)
  })
}
