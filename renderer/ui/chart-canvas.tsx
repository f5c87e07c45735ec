import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Decimation,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useViewSettings } from '../lib/view-settings.ts'
import { readColours } from './chart-colours.ts'
import { makeConfiguration } from './chart-configuration.ts'
import type { ChartData } from './chart-types.ts'

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Decimation,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

interface ChartCanvasProps extends ChartData {
  readonly label: string
  onSelect?(categoryIndex: number): void
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}

export function ChartCanvas(props: ChartCanvasProps) {
  const { label, onSelect, categories, series, direction, directLabels, formatValue, formatLabel, isStacked } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const select = useRef(onSelect)
  const theme = useViewSettings((settings) => settings.theme)
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const isHighContrast = useMedia('(prefers-contrast: more)')
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const isSelectable = onSelect !== undefined

  useEffect(() => {
    select.current = onSelect
  })

  useEffect(() => {
    const element = canvas.current
    if (!element?.parentElement) return
    const data: ChartData = {
      categories,
      series,
      formatValue,
      ...(direction && { direction }),
      ...(directLabels && { directLabels }),
      ...(formatLabel && { formatLabel }),
      ...(isStacked !== undefined && { isStacked }),
    }
    const configuration = makeConfiguration(data, readColours(element.parentElement), {
      isStill,
      onSelect: isSelectable ? (index) => select.current?.(index) : null,
    })
    const chart = new ChartJs(element, configuration)
    // Labels are measured with the bundled font; drawn before it is loaded they would be cut off.
    void document.fonts.ready.then(() => chart.ctx && chart.update('none'))
    return () => chart.destroy()
  }, [
    categories,
    series,
    direction,
    directLabels,
    formatValue,
    formatLabel,
    isStacked,
    theme,
    isDark,
    isHighContrast,
    isStill,
    isSelectable,
  ])

  return <canvas ref={canvas} role="img" aria-label={label} />
}
