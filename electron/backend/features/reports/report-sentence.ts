/** The result as a sentence, with the same words as on the screen. */
import type { MonthReport, Run } from '../../../../shared/contract/reports.ts'
import { daysBetween } from '../../../../shared/domain/day.ts'
import * as sentence from '../../../../shared/report/sentence.ts'
import { fill, fillCount, sayFrom } from '../../../../shared/i18n/fill.ts'
import type { ReportWords } from './report-words.ts'

export function resultSentence(figures: MonthReport, words: ReportWords): Run[] {
  const { format, result } = words
  const { totals } = figures
  const text = fill(result.sentence[sentence.sentenceKind(figures)], {
    period: sentence.periodPhrase(figures.period, format, (key, values) => fill(words.period.within[key], values)),
    amount: format.moneyRounded(Math.abs(totals.resultCents ?? 0)),
    channels: channelSentence(figures, words),
    cost: format.moneyRounded(totals.labourCents + totals.adsCents + totals.otherCostCents),
    revenue: format.moneyRounded(totals.netCents),
    contribution: format.moneyRounded(totals.contributionCents ?? 0),
    hours: format.hours(totals.unpricedSeconds),
    allHours: format.hours(totals.seconds),
  })
  return toRuns(text, (totals.resultCents ?? 0) < 0 ? 'cost' : 'return')
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

/** Verdicts of another time than the report's say so. */
function channelSentence(figures: MonthReport, words: ReportWords): string {
  const { judged, period, certainty } = figures
  const clauses = channelClauses(figures, words)
  if (clauses === '' || judged.from === period.from) return clauses
  // The weeks the verdict rests on, as it says itself further down.
  const count = certainty?.verdict.weeks ?? Math.round((daysBetween(judged.from, judged.to) + 1) / 7)
  return fillCount(words.texts.paper, 'judged', count, { clauses })
}

function channelClauses({ channels }: MonthReport, { result: { clauses }, format }: ReportWords): string {
  const judged = channels.flatMap(({ key, verdict, range }) =>
    key !== null && range ? [{ name: key, kind: verdict?.kind ?? null, bestCents: range.highestCents }] : [],
  )
  return sentence.channelClauses(judged, format, (key, values = {}) => sayFrom(clauses, key, values))
}
