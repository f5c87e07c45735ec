/** Tokens as colours a canvas understands. */
import type { ChartTone } from './chart-types.ts'

export const chartTokens: Record<ChartTone, string> = {
  cost: '--cost-fill',
  return: '--return-fill',
  warn: '--warn-fill',
  accent: '--accent',
  neutral: '--line-field',
  'series-1': '--series-1',
  'series-2': '--series-2',
  'series-3': '--series-3',
  'series-4': '--series-4',
}

export interface ChartColours {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly surface: string
  readonly font: string
  tone(tone: ChartTone, strength?: number): string
  /** Text in a tone: a little stronger than its fill. */
  text(tone: ChartTone): string
}

/** The browser resolves light-dark() for us: a custom property alone would be returned as it is written. */
export function readColours(host: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  // A transition would still show the colour read before.
  probe.style.transition = 'none'
  host.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const fills = new Map(Object.entries(chartTokens).map(([tone, token]) => [tone, read(token)]))
  const texts = new Map(['cost', 'return', 'warn', 'accent'].map((tone) => [tone, read(`--${tone}`)]))
  const named = { ink: read('--ink'), quiet: read('--ink-2'), line: read('--line'), surface: read('--surface') }
  const font = getComputedStyle(host).fontFamily
  probe.remove()
  return {
    ...named,
    font,
    tone: (tone, strength = 1) => fade(fills.get(tone) ?? named.ink, strength),
    text: (tone) => texts.get(tone) ?? named.quiet,
  }
}

function fade(colour: string, strength: number): string {
  const channels = colour.match(/[\d.]+/g)
  if (strength >= 1 || !channels) return colour
  const [red = '0', green = '0', blue = '0'] = channels
  return `rgba(${red}, ${green}, ${blue}, ${strength})`
}

/** Diagonal stripes: a sum, not a part. */
export function hatch(colour: string, light: string): CanvasPattern | string {
  const size = 10
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const context = tile.getContext('2d')
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, size, size)
  context.strokeStyle = light
  context.lineWidth = 3.4
  context.beginPath()
  for (const offset of [-size, 0, size]) {
    context.moveTo(offset, size)
    context.lineTo(offset + size, 0)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}
