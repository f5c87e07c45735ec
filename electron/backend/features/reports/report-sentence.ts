/** The result as a sentence, with the same words as on the screen. */
import type { MonthReport, Run } from '../../../../shared/contract/reports.ts'
import { daysBetween, lastDayOf, monthOf, type Day, type Period } from '../../../../shared/domain/day.ts'
import { fill, fillCount, type ReportWords } from './report-words.ts'

type SentenceKind = keyof ReportWords['result']['sentence']

export function resultSentence(figures: MonthReport, words: ReportWords): Run[] {
  const { format, result } = words
  const { totals } = figures
  const text = fill(result.sentence[sentenceKind(figures)], {
    period: periodPhrase(figures.period, words),
    amount: format.moneyRounded(Math.abs(totals.resultCents ?? 0)),
    channels: channelSentence(figures, words),
    cost: format.moneyRounded(totals.labourCents + totals.adsCents + totals.otherCostCents),
    revenue: format.moneyRounded(totals.netCents),
    contribution: format.moneyRounded(totals.contributionCents ?? 0),
    hours: format.hours(totals.unpricedSeconds > 0 ? totals.unpricedSeconds : totals.seconds),
  })
  return toRuns(text, (totals.resultCents ?? 0) < 0 ? 'cost' : 'return')
}

function sentenceKind({ totals, lacks }: MonthReport): SentenceKind {
  const lacksRate = totals.unpricedSeconds > 0
  if (lacks.includes('hours')) {
    if (lacks.includes('revenue')) return 'withoutHoursAndRevenue'
    return totals.contributionCents === null ? 'withoutHoursAndMargin' : 'withoutHours'
  }
  if (lacks.includes('revenue')) return lacksRate ? 'withoutRevenueAndRate' : 'withoutRevenue'
  if (totals.resultCents !== null) return totals.resultCents < 0 ? 'loss' : totals.resultCents > 0 ? 'gain' : 'even'
  if (!lacksRate) return 'withoutMargin'
  return totals.contributionCents === null ? 'withoutBoth' : 'withoutRate'
}

/** "Text <figure>with marks</figure>" as runs; the figure takes the tone of the result. */
function toRuns(text: string, figureTone: 'cost' | 'return'): Run[] {
  const tones = { figure: figureTone, cost: 'cost', return: 'return', aside: 'aside' } as const
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(/<(figure|cost|return|aside)>(.*?)<\/\1>/gs)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) })
    const marked = match[2] ?? ''
    if (marked !== '') runs.push({ text: marked, tone: tones[match[1] as keyof typeof tones] })
    end = match.index + match[0].length
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}

/** "von Januar bis Oktober 2026", "im Oktober 2026", "vom 5. März bis 28. Oktober 2026". */
export function periodPhrase({ from, to }: Period, { format, period }: ReportWords): string {
  const { within } = period
  const day = (one: Day, hasYear: boolean) =>
    new Intl.DateTimeFormat(format.locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      ...(hasYear && { year: 'numeric' }),
    }).format(new Date(`${one}T12:00:00Z`))
  const isSameYear = from.slice(0, 4) === to.slice(0, 4)
  if (from === to) return fill(within.day, { day: day(from, true) })
  if (!from.endsWith('-01') || to !== lastDayOf(monthOf(to)))
    return fill(within.days, { from: day(from, !isSameYear), to: day(to, true) })
  if (monthOf(from) === monthOf(to)) return fill(within.month, { month: format.month(to) })
  if (isSameYear && from.slice(5, 7) === '01' && to.slice(5, 7) === '12')
    return fill(within.year, { year: from.slice(0, 4) })
  const month = new Intl.DateTimeFormat(format.locale, { timeZone: 'UTC', month: 'long' })
  const start = isSameYear ? month.format(new Date(`${from}T12:00:00Z`)) : format.month(from)
  return fill(within.months, { from: start, to: format.month(to) })
}

/** Verdicts of another time than the report's say so. */
function channelSentence(figures: MonthReport, words: ReportWords): string {
  const { judged, period } = figures
  const clauses = channelClauses(figures, words)
  if (clauses === '' || judged.from === period.from) return clauses
  const count = Math.round((daysBetween(judged.from, judged.to) + 1) / 7)
  return fillCount(words.texts.paper, 'judged', count, { clauses })
}

const MAX_NAMES = 3
const CLAUSES = { earns: 'earns', open: 'open', costs: 'costs', 'too-little-data': 'tooLittle' } as const

/** "Instagram verdient Geld, LinkedIn ist noch offen." Best news first; empty without channels. */
function channelClauses({ channels }: MonthReport, { result: { clauses }, format }: ReportWords): string {
  const judged = channels.flatMap(({ key, verdict, range }) =>
    key !== null && verdict && range ? [{ name: key, kind: verdict.kind, best: range.highestCents }] : [],
  )
  const sorted = judged.toSorted((a, b) => b.best - a.best)
  const [only, ...others] = sorted
  if (!only) return ''
  if (others.length === 0) return fill(clauses.single[CLAUSES[only.kind]], { name: only.name })
  if (sorted.every(({ kind }) => kind === 'too-little-data')) return clauses.none
  const parts = (['earns', 'open', 'costs', 'too-little-data'] as const).flatMap((kind) => {
    const names = sorted.filter((channel) => channel.kind === kind).map(({ name }) => name)
    if (names.length === 0) return []
    const rest = names.length - MAX_NAMES
    const shown = rest > 1 ? [...names.slice(0, MAX_NAMES), fillCount(clauses, 'more', rest)] : names
    return [fillCount(clauses, CLAUSES[kind], names.length, { names: format.list(shown) })]
  })
  const text = `${parts.join(', ')}${clauses.end}`
  return text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1)
}
