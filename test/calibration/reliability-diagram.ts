/** The reliability diagram: P against the truth per tenth, as an SVG that is readable on light and on dark pages. */
import type { Score } from './scores.ts'
import { MAX_MISS } from './scores.ts'

const SIZE = 420
const LEFT = 64
const TOP = 24
const PLOT = 320

const x = (share: number) => (LEFT + share * PLOT).toFixed(1)
const y = (share: number) => (TOP + (1 - share) * PLOT).toFixed(1)

export function reliabilityDiagram({ byTenth }: Score, caption: string): string {
  const filled = byTenth.filter(({ companies }) => companies > 0)
  const marks = filled.map(({ companies, probability, above }) => ({
    p: probability / companies,
    truth: above / companies,
  }))
  const most = Math.max(...byTenth.map(({ companies }) => companies))
  const all = byTenth.reduce((sum, { companies }) => sum + companies, 0)
  const bars = byTenth.map(({ companies }, index) => {
    const height = (companies / most) * PLOT * 0.16
    const from = LEFT + (index / 10) * PLOT
    const title = `<title>${((100 * companies) / all).toFixed(1)} % of companies</title>`
    return `<rect class="bar" x="${(from + 2).toFixed(1)}" y="${(TOP + PLOT - height).toFixed(1)}" width="${(PLOT / 10 - 4).toFixed(1)}" height="${height.toFixed(1)}">${title}</rect>`
  })
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img" aria-labelledby="title description">
<title id="title">How often a typical week truly lies above zero, by the confidence shown</title>
<desc id="description">${caption}. ${marks.map(({ p, truth }) => `${(100 * p).toFixed(0)} %: ${(100 * truth).toFixed(0)} %`).join(', ')}</desc>
<style>
.page { fill: #fbfaf7 } text { fill: #3d3a35; font: 12px system-ui, sans-serif } .small { font-size: 11px }
.grid { stroke: #d9d5cc } .frame { fill: none; stroke: #8a857b } .band { fill: #3a7d5c; opacity: .14 } .bar { fill: #8a857b; opacity: .35 }
.ideal { stroke: #8a857b; stroke-dasharray: 4 4 } .line { fill: none; stroke: #2f6f50; stroke-width: 2 } .mark { fill: #2f6f50 }
@media (prefers-color-scheme: dark) {
.page { fill: #1d1c1a } text { fill: #d8d4cb } .grid { stroke: #3a3834 } .frame { stroke: #8f8a80 } .band { fill: #7cc7a0; opacity: .16 }
.line { stroke: #7cc7a0 } .mark { fill: #7cc7a0 }
}
</style>
<rect class="page" width="${SIZE}" height="${SIZE}" rx="6"/>
${steps.map((step) => `<path class="grid" d="M${x(step)} ${y(0)}V${y(1)}M${x(0)} ${y(step)}H${x(1)}"/>`).join('\n')}
<polygon class="band" points="${bandPoints()}"/>
${bars.join('\n')}
<path class="ideal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
<polyline class="line" points="${marks.map(({ p, truth }) => `${x(p)},${y(truth)}`).join(' ')}"/>
${marks.map(({ p, truth }) => `<circle class="mark" cx="${x(p)}" cy="${y(truth)}" r="4"/>`).join('\n')}
<rect class="frame" x="${LEFT}" y="${TOP}" width="${PLOT}" height="${PLOT}"/>
${steps.map((step) => `<text class="small" x="${x(step)}" y="${TOP + PLOT + 16}" text-anchor="middle">${step * 100} %</text><text class="small" x="${LEFT - 8}" y="${(Number(y(step)) + 4).toFixed(1)}" text-anchor="end">${step * 100} %</text>`).join('\n')}
<text x="${LEFT + PLOT / 2}" y="${TOP + PLOT + 36}" text-anchor="middle">Confidence shown</text>
<text transform="translate(16 ${TOP + PLOT / 2}) rotate(-90)" text-anchor="middle">Companies truly above zero</text>
<text class="small" x="${LEFT + PLOT / 2}" y="${SIZE - 14}" text-anchor="middle">Band: ±5 points. Bars: how many companies.</text>
</svg>
`
}

/** Five points to either side of the ideal line, cut off at the frame. */
function bandPoints(): string {
  const corners = [
    [0, 0],
    [0, MAX_MISS],
    [1 - MAX_MISS, 1],
    [1, 1],
    [1, 1 - MAX_MISS],
    [MAX_MISS, 0],
  ] as const
  return corners.map(([p, truth]) => `${x(p)},${y(truth)}`).join(' ')
}
