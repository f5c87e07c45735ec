/** The report as one HTML file: no scripts, no links, nothing loaded from anywhere. */
import type { Block, Cell, ReportDocument, Run } from '../../../shared/contract/reports.ts'
import { networkColours, pageStyle, reportStyle } from '../../../shared/report/report-style.ts'

/** Opened from disk it has no server to say this; nothing but its own styles may do anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

const GROUND = `
html { background: #f6f3ec; }
body { margin: 0; }
.report { max-width: 210mm; margin: 24px auto; padding: 15mm; border: 1px solid #e2dccf; }
@media print { html { background: #fff; } .report { max-width: none; margin: 0; padding: 0; border: 0; } .report footer { display: none; } }
@media (max-width: 640px) {
  .report { margin: 0; padding: 16px; border: 0; overflow-x: auto; }
  .report .report-facts { grid-template-columns: 1fr 1fr; }
  .report-section.is-half { flex-basis: 100%; max-width: none; }
}`

export function htmlFile(report: ReportDocument): string {
  const { language, title, subtitle, state, sentence, facts, sections, pageHead, pageFoot } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Gegenwert">
<title>${escape(`${title} · ${pageHead}`)}</title>
<style>${reportStyle}${GROUND}${pageStyle(report)}</style>
</head>
<body>
<article class="report">
<header class="report-head">
<p class="report-ledger">${escape(pageHead)}</p>
<h2>${escape(title)}</h2>
<p>${escape(subtitle)}</p>
</header>
${state ? `<p class="report-state${state.isFinal ? ' is-final' : ''}">${escape(state.text)}</p>` : ''}
<p class="report-sentence">${runs(sentence)}</p>
<dl class="report-facts">
${facts.map(factText).join('\n')}
</dl>
<div class="report-sections">
${sections.map(sectionText).join('\n')}
</div>
<footer class="small" style="margin-top: 20px">${escape(pageFoot)}</footer>
</article>
</body>
</html>
`
}

/** Text as text, wherever it stands. */
export function escape(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.toWellFormed().replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

function runs(all: readonly Run[]): string {
  return all
    .map(({ text, tone }) => {
      if (tone === undefined) return escape(text)
      return tone === 'aside' ? `<span class="aside">${escape(text)}</span>` : `<b class="${tone}">${escape(text)}</b>`
    })
    .join('')
}

function factText({ label, value, remark, tone }: ReportDocument['facts'][number]): string {
  return `<div class="report-fact"><dt>${escape(label)}</dt><dd class="value ${tone ?? ''}">${escape(value)}</dd><dd class="remark">${escape(remark)}</dd></div>`
}

function sectionText({ id, title, isHalf, isLong, blocks }: ReportDocument['sections'][number]): string {
  return `<section id="${escape(id)}" class="report-section${isHalf ? ' is-half' : ''}${isLong === true ? ' is-long' : ''}">
<h3>${escape(title)}</h3>
${blocks.map(blockText).join('\n')}
</section>`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p${block.isSmall ? ' class="small"' : ''}>${runs(block.runs)}</p>`
    case 'list':
      return `<ul${block.hasMarks ? ' class="has-marks"' : ''}>${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</ul>`
    case 'quote':
      return `<p class="quote">${escape(block.text)}</p>`
    case 'picture':
      return `<p class="small">${escape(block.caption)}</p>`
    case 'table':
      return tableText(block)
    case 'signatures':
      return `<div class="signatures">${block.labels.map((label) => `<span>${escape(label)}</span>`).join('')}</div>`
    case 'waterfall':
      return drawingText(block)
  }
}

function tableText({ label, isText = false, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const classes = (index: number, tone?: string) => {
    const names = [columns[index]?.isNumber ? 'number' : '', tone ?? ''].filter(Boolean).join(' ')
    return names === '' ? '' : ` class="${names}"`
  }
  const head = columns.map(({ header }, index) => `<th scope="col"${classes(index)}>${escape(header)}</th>`).join('')
  const body = rows.map(({ isTotal, cells: [first, ...cells] }) => {
    const name = first ? cellText(first) : ''
    const rest = cells.map((cell, index) => `<td${classes(index + 1, cell.tone)}>${cellText(cell)}</td>`).join('')
    return `<tr${isTotal ? ' class="is-total"' : ''}><th scope="row">${name}</th>${rest}</tr>`
  })
  return `<table aria-label="${escape(label)}"${isText ? ' class="is-text"' : ''}><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

function cellText({ text, network }: Cell): string {
  const colour = network === undefined || network === null ? undefined : (networkColours[network] ?? '#6b6f76')
  return colour === undefined ? escape(text) : `<span class="dot" style="--dot: ${colour}"></span>${escape(text)}`
}

const LINE = 12

function drawingText({ label, width, height, zero, bars }: Extract<Block, { kind: 'waterfall' }>): string {
  const shapes = bars.map((bar) => {
    const middle = bar.x + bar.width / 2
    const names = bar.label
      .split('\n')
      .map((line, row) => `<tspan x="${middle}" dy="${row === 0 ? 0 : LINE}">${escape(line)}</tspan>`)
    return `<rect class="bar-${bar.tone}" x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}" rx="2"/>
<text class="amount ${bar.tone}" x="${middle}" y="${bar.valueY}">${escape(bar.value)}</text>
<text x="${middle}" y="${height - LINE - 4}">${names.join('')}</text>`
  })
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(label)}">
${shapes.join('\n')}
<line x1="0" x2="${width}" y1="${zero}" y2="${zero}"/>
</svg>`
}
