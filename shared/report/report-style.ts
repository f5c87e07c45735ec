/** How the report looks, on screen, on paper and as a file. Paper is white by day and by night, so its colours are its own. */

export interface PageMargins {
  readonly pageHead: string
  readonly pageFoot: string
  readonly pageNumber: { readonly before: string; readonly between: string }
}

const SERIF = "'Newsreader Variable', Newsreader, Georgia, 'Times New Roman', serif"
const SANS = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"

export const reportStyle = `
.report {
  --ink: #1c2127; --ink-2: #57606a; --ink-3: #646a71; --line: #e2dccf; --sunken: #f6f3ec;
  --cost: #ac4c25; --return: #1b7558; --warn: #8a5b00; --warn-soft: #f7ebcf; --return-soft: #dcefe7;
  box-sizing: border-box; color: var(--ink); background: #fff; color-scheme: light;
  font: 400 11.5px/1.4 ${SANS}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.report *, .report *::before { box-sizing: border-box; }
:where(.report) :where(h2, h3, p, ul, dl, dd) { margin: 0; padding: 0; }
.report-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 2px 16px; }
.report-head h2 { font: 500 24px/1.15 ${SERIF}; letter-spacing: -0.015em; }
.report-head p { color: var(--ink-2); }
.report-ledger { flex: 1 0 100%; }
.report-state { margin-top: 7px; padding: 3px 9px; border-radius: 4px; display: inline-block; font-size: 11px; background: var(--warn-soft); color: #6f4900; }
.report-state.is-final { background: var(--return-soft); color: #145840; }
.report-sentence { margin-top: 11px; font: 400 18px/1.34 ${SERIF}; text-wrap: pretty; }
.report-sentence b { font-weight: 600; }
.report .cost { color: var(--cost); } .report .return { color: var(--return); } .report .warn { color: var(--warn); }
.report .aside { color: var(--ink-2); }
.report .report-facts { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1px; margin-top: 11px; border-block: 1px solid var(--line); }
.report-fact { padding: 6px 10px 7px 0; }
.report-fact + .report-fact { padding-left: 10px; border-left: 1px solid var(--line); }
.report-fact dt { color: var(--ink-2); font-size: 11px; }
.report-fact .value { font-size: 17px; font-weight: 600; letter-spacing: -0.01em; white-space: nowrap; }
.report-fact .remark { color: var(--ink-3); font-size: 10.5px; line-height: 1.3; }
.report-sections { display: flex; flex-wrap: wrap; gap: 12px 28px; margin-top: 12px; }
.report-section { flex: 1 1 100%; min-width: 0; break-inside: avoid; }
.report-section.is-long { break-inside: auto; }
.report-section.is-half { flex: 1 1 calc(50% - 14px); max-width: calc(50% - 14px); }
.report-section h3 { margin-bottom: 4px; font: 600 12px/1.4 ${SANS}; break-after: avoid; }
.report-section > * + * { margin-top: 5px; }
.report-section > h3 + * { margin-top: 0; }
.report .small { color: var(--ink-2); font-size: 10.75px; }
.report ul { list-style: none; }
.report li { position: relative; padding: 1.5px 0 1.5px 13px; }
.report li::before { content: '–'; position: absolute; left: 0; color: var(--ink-3); }
.report ul.has-marks li { padding-left: 0; } .report ul.has-marks li::before { content: none; }
.report table { width: 100%; border-collapse: collapse; font-size: 11.25px; }
.report :is(th, td) { padding: 1.5px 5px; border-bottom: 1px solid var(--line); font-weight: 400; text-align: start; vertical-align: baseline; }
.report :is(th, td):first-child { padding-left: 0; } .report :is(th, td):last-child { padding-right: 0; }
.report thead th { color: var(--ink-2); font-size: 11px; }
.report :is(th, td).number { text-align: right; white-space: nowrap; }
.report tr.is-total :is(th, td) { border-top: 1.5px solid var(--ink); border-bottom: 0; font-weight: 600; }
.report tr { break-inside: avoid; }
.report table.is-text :is(th, td) { white-space: pre-line; overflow-wrap: anywhere; }
.report table.is-text th:first-child { white-space: nowrap; overflow-wrap: normal; }
.report table.is-text :is(th, td):last-child { min-width: 26mm; }
.report .small:has(+ .quote) { break-after: avoid; }
.report .quote { padding: 1px 0 1px 10px; border-left: 2px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
.report figure { margin: 10px 0 0; break-inside: avoid; }
.report figure img { display: block; max-width: 100%; max-height: 225mm; border: 1px solid var(--line); }
.report figcaption { margin-top: 3px; color: var(--ink-2); font-size: 10.5px; overflow-wrap: anywhere; }
.report thead { display: table-header-group; }
.report .dot { display: inline-block; width: 7px; height: 7px; margin-right: 6px; border-radius: 50%; background: var(--dot, #6b6f76); }
.report .signatures { display: flex; gap: 28px; margin-top: 44px; }
.report .signatures span { flex: 1; padding-top: 4px; border-top: 1px solid var(--ink); color: var(--ink-2); font-size: 10.75px; }
.report svg { display: block; width: 100%; height: auto; }
.report svg .bar-cost { fill: #b04e26; } .report svg .bar-return { fill: #1b7558; }
.report svg text { font: 400 10.5px ${SANS}; text-anchor: middle; fill: var(--ink-2); }
.report svg text.amount { font-weight: 600; }
.report svg text.amount.cost { fill: var(--cost); } .report svg text.amount.return { fill: var(--return); }
.report svg line { stroke: var(--ink); stroke-width: 1; }
`

/** Dots of the networks on white. */
export const networkColours: Readonly<Record<string, string>> = {
  instagram: '#b8357a',
  linkedin: '#1d63a8',
  facebook: '#3d5fc0',
  tiktok: '#12807c',
  youtube: '#b3261e',
  pinterest: '#a3294f',
  x: '#3b4046',
  threads: '#5b4a8a',
  xing: '#0d6e6e',
  mastodon: '#4a47b8',
  bluesky: '#0a6cc4',
  snapchat: '#8a7500',
  reddit: '#b8400f',
  whatsapp: '#1b7a45',
  telegram: '#1c77a3',
}

/** Head and foot of every printed page, with its number. */
export function pageStyle({ pageHead, pageFoot, pageNumber }: PageMargins): string {
  const note = `font: 400 8.5px ${SANS}; color: #646a71; white-space: pre;`
  return `
@page {
  size: A4;
  margin: 12mm 15mm 12mm;
  @top-left { content: ${cssString(pageHead)}; ${note} }
  @bottom-left { content: ${cssString(pageFoot)}; ${note} }
  @bottom-right { content: ${cssString(pageNumber.before)} counter(page) ${cssString(pageNumber.between)} counter(pages); ${note} }
}
/* The first page has the report's own head. */
@page :first { @top-left { content: none; } }`
}

/** A text as CSS takes it: whatever could end the string, or the style element around it, is written by its number. */
export function cssString(text: string): string {
  return `"${text.replace(/[\p{Cc}"\\<>&]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`
}
