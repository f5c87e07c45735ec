/** The report as it reads: from figures to words, once for the page, paper and the HTML file. */
import type { MonthReport, ReportDocument } from '../../../../shared/contract/reports.ts'
import { DEFAULT_SETTINGS } from '../../database/settings-row.ts'
import { onlyMonth } from './month-report.ts'
import { costPerHour } from './next-steps.ts'
import { budgetSection, cameSection, doneSection, resultSections, shortPeriod } from './report-sections.ts'
import { methodSection, nextSection, sureSection } from './report-judgement.ts'
import { resultSentence } from './report-sentence.ts'
import { fill } from '../../../../shared/i18n/fill.ts'
import type { ReportWords } from './report-words.ts'

/** As much of a hash as one compares by eye. */
const SHORT_HASH = 12

export function composeReport(figures: MonthReport, words: ReportWords): ReportDocument {
  const { paper } = words.texts
  const { from, to } = figures.period
  const period = words.format.dayRange(from, to)
  const title = onlyMonth(figures.period)
    ? fill(paper.monthTitle, { month: period })
    : fill(paper.periodTitle, { period })
  const sections = [
    ...resultSections(figures, words),
    doneSection(figures, words),
    cameSection(figures, words),
    sureSection(figures, words),
    nextSection(figures, words),
    budgetSection(figures, words),
    methodSection(figures, words),
  ]
  return {
    language: words.language,
    fileName: fill(paper.fileName, { ledger: figures.ledger.name, period }),
    title,
    subtitle: paper.subtitle,
    state: stateOf(figures, words),
    sentence: resultSentence(figures, words),
    facts: factsOf(figures, words),
    sections: sections.filter((section) => section !== null),
    pageHead: figures.ledger.name === DEFAULT_SETTINGS.name ? period : `${figures.ledger.name} · ${period}`,
    pageFoot: fill(paper.pageFoot, { day: words.format.day(figures.madeOn) }),
    pageNumber: { before: paper.pageBefore, between: paper.pageBetween },
  }
}

/** Closed, and whether what was reported then still holds; or what keeps the report provisional. */
function stateOf({ closing, lacks }: MonthReport, { texts, format }: ReportWords): ReportDocument['state'] {
  const { paper } = texts
  if (closing?.kind === 'closed') {
    const { differs, resultCents } = closing
    const values = {
      day: format.day(closing.day),
      hash: closing.hash.slice(0, SHORT_HASH),
      amount: resultCents === null ? '–' : format.moneyRounded(resultCents, 'always'),
    }
    return { text: fill(differs ? paper.closedDiffers : paper.closed, values), isFinal: !differs }
  }
  if (lacks.length > 0) {
    return { text: fill(paper.lacking, { lacks: format.list(lacks.map((lack) => paper.lacks[lack])) }), isFinal: false }
  }
  return closing ? { text: closing.isRunning ? paper.running : paper.open, isFinal: false } : null
}

type Fact = ReportDocument['facts'][number]

function factsOf(figures: MonthReport, words: ReportWords): Fact[] {
  const { totals, before } = figures
  const { format, texts } = words
  const { facts } = texts.paper
  const remark = (value: (totals: MonthReport['totals']) => string) =>
    before
      ? fill(facts.before, { period: shortPeriod(before.period, words), value: value(before.totals) })
      : facts.noComparison
  const money = (cents: number | null) => (cents === null ? '–' : format.moneyRounded(cents))
  const result = ({ resultCents }: MonthReport['totals']) =>
    resultCents === null ? '–' : format.moneyRounded(resultCents, 'always')
  const contribution = ({ contributionCents }: MonthReport['totals']) => money(contributionCents)
  const costs = (each: MonthReport['totals']) => money(each.labourCents + each.adsCents + each.otherCostCents)
  const hours = ({ seconds }: MonthReport['totals']) => format.hours(seconds)
  const rate = costPerHour(totals)
  const { resultCents, returnPerHourCents } = totals
  return [
    {
      label: facts.result,
      value: result(totals),
      remark: remark(result),
      tone: resultCents === null || resultCents === 0 ? null : resultCents < 0 ? 'cost' : 'return',
    },
    { label: facts.contribution, value: contribution(totals), remark: remark(contribution), tone: null },
    { label: facts.costs, value: costs(totals), remark: remark(costs), tone: null },
    { label: facts.hours, value: hours(totals), remark: remark(hours), tone: null },
    {
      label: facts.perHour,
      value: returnPerHourCents === null ? '–' : format.money(returnPerHourCents),
      remark: rate === null ? '' : fill(facts.atRate, { rate: format.money(rate) }),
      tone: null,
    },
  ]
}
