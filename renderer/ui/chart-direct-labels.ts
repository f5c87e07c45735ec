/** Figures at the marks themselves: nobody has to look from a bar to an axis and back. */
import type { Chart, Plugin } from 'chart.js'
import type { ChartColours } from './chart-colours.ts'
import type { ChartData, ChartTone } from './chart-types.ts'

const gapPx = 5

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

function drawBarLabels(chart: Chart<'bar' | 'line'>, data: ChartData, colours: ChartColours) {
  const isHorizontal = data.direction === 'horizontal'
  const format = data.formatLabel ?? data.formatValue
  data.series.forEach((series, datasetIndex) => {
    if (series.kind === 'line') return
    chart.getDatasetMeta(datasetIndex).data.forEach((element, index) => {
      const value = series.values[index]
      if (value === null || value === undefined) return
      const bar = element.getProps(['x', 'y', 'base'], true) as { x: number; y: number; base: number }
      const tone: ChartTone = series.styles?.[index]?.tone ?? series.tone ?? 'series-1'
      chart.ctx.fillStyle = colours.text(tone)
      if (isHorizontal) {
        const isLeft = value < 0
        chart.ctx.textAlign = isLeft ? 'right' : 'left'
        chart.ctx.textBaseline = 'middle'
        chart.ctx.fillText(
          format(value),
          isLeft ? Math.min(bar.x, bar.base) - gapPx : Math.max(bar.x, bar.base) + gapPx,
          bar.y,
        )
      } else {
        chart.ctx.textAlign = 'center'
        chart.ctx.textBaseline = value < 0 ? 'top' : 'bottom'
        chart.ctx.fillText(
          format(value),
          bar.x,
          value < 0 ? Math.max(bar.y, bar.base) + gapPx : Math.min(bar.y, bar.base) - gapPx,
        )
      }
    })
  })
}

function drawLineEnds(chart: Chart<'bar' | 'line'>, data: ChartData, colours: ChartColours) {
  const taken: number[] = []
  data.series.forEach((series, datasetIndex) => {
    const last = series.values.findLastIndex((value) => value !== null)
    const element = chart.getDatasetMeta(datasetIndex).data[last]
    const value = series.values[last]
    if (!element || value === null || value === undefined) return
    const { x, y } = element.getProps(['x', 'y'], true) as { x: number; y: number }
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
