/** The report for a client as it reads. */
import type { ReportDocument } from '../../../../shared/contract/reports.ts'
import type { AttributionModel } from '../../../../shared/domain/attribution.ts'
import type { Day, Period } from '../../../../shared/domain/day.ts'
import { fill, fillCount } from '../../../../shared/i18n/fill.ts'
import { formatOrders } from '../../../../shared/report/sentence.ts'
import type { StoredSettings } from '../../database/settings-row.ts'
import type { ClientReport, RevenueRow } from './client-report.ts'
import { pageTexts, row, small, type PaperWords, type Section } from './paper-words.ts'

export interface ClientReportContext {
  readonly period: Period
  readonly model: AttributionModel
  readonly words: PaperWords
  readonly settings: StoredSettings
  readonly today: Day
}

export function composeClientReport(report: ClientReport, context: ClientReportContext): ReportDocument {
  const { words, period, settings, today } = context
  const { texts, format, language } = words
  const paper = texts.clientReport
  const values = { client: report.client, period: format.dayRange(period.from, period.to) }
  return {
    language,
    fileName: fill(paper.fileName, values),
    title: fill(paper.title, values),
    subtitle: paper.subtitle,
    state: null,
    sentence: [{ text: sentenceOf(report, words) }],
    facts: factsOf(report, words),
    sections: [channelSection(report, words), methodSection(context)].filter((section) => section !== null),
    ...pageTexts(words, settings, period, today),
  }
}

function sentenceOf(report: ClientReport, { texts, format }: PaperWords): string {
  const paper = texts.clientReport
  const { client, orders, socialNetCents, resultCents, paidCents, seconds } = report
  if (orders === 0) {
    const isNothing = seconds === 0 && paidCents === 0
    const values = { client, hours: format.duration(seconds), paid: format.money(paidCents) }
    return fill(isNothing ? paper.nothing : paper.withoutRevenue, values)
  }
  const net = format.money(socialNetCents)
  if (resultCents === null) return fill(paper.withoutMargin, { net })
  return fill(resultCents < 0 ? paper.loss : paper.gain, { net, result: format.money(Math.abs(resultCents)) })
}

function factsOf(report: ClientReport, { texts, format }: PaperWords): ReportDocument['facts'] {
  const { facts } = texts.clientReport
  const money = (cents: number | null) => (cents === null ? '–' : format.money(cents))
  const { resultCents, seconds } = report
  const isKnown = report.orders > 0
  const tone =
    resultCents === null || resultCents === 0 ? null : resultCents < 0 ? ('cost' as const) : ('return' as const)
  return [
    {
      label: facts.net,
      value: money(isKnown ? report.socialNetCents : null),
      remark: isKnown ? fill(facts.netOf, { net: money(report.netCents) }) : facts.unknown,
      tone: null,
    },
    {
      label: facts.contribution,
      value: money(isKnown ? report.socialContributionCents : null),
      remark: isKnown
        ? fillCount(facts, 'orders', report.orders, { social: formatOrders(report.socialOrders, format) })
        : '',
      tone: null,
    },
    {
      label: facts.paid,
      value: money(report.paidCents),
      remark: seconds > 0 ? fill(facts.forHours, { hours: format.duration(seconds) }) : '',
      tone: null,
    },
    { label: facts.result, value: money(resultCents), remark: '', tone },
  ]
}

function channelSection(report: ClientReport, words: PaperWords): Section | null {
  if (report.rows.length === 0) return null
  const { texts, format } = words
  const { columns, sections, total } = texts.clientReport
  const share = (cents: number) => (report.netCents === 0 ? '–' : format.percent(cents / report.netCents))
  const money = (cents: number | null) => (cents === null ? '–' : format.money(cents))
  const contribution = report.rows.reduce<number | null>(
    (sum, { contributionCents: cents }) => (sum === null || cents === null ? null : sum + cents),
    0,
  )
  return {
    id: 'channels',
    title: sections.channels,
    isHalf: false,
    blocks: [
      {
        kind: 'table',
        label: sections.channels,
        columns: [
          { header: columns.channel, isNumber: false },
          ...(['orders', 'net', 'share', 'contribution'] as const).map((name) => ({
            header: columns[name],
            isNumber: true,
          })),
        ],
        rows: [
          ...report.rows.map((each) =>
            row([
              nameOf(each, words),
              formatOrders(each.orders, format),
              format.money(each.netCents),
              share(each.netCents),
              money(each.contributionCents),
            ]),
          ),
          row(
            [
              total,
              formatOrders(report.orders, format),
              format.money(report.netCents),
              share(report.netCents),
              money(contribution),
            ],
            true,
          ),
        ],
      },
    ],
  }
}

function nameOf({ kind, channel }: RevenueRow, { texts }: PaperWords): string {
  const { withoutChannel, other, untouched } = texts.clientReport
  switch (kind) {
    case 'channel':
      return channel ?? withoutChannel
    case 'social':
      return withoutChannel
    case 'other':
      return other
    case 'untouched':
      return untouched
  }
}

function methodSection({ words, model, settings }: ClientReportContext): Section {
  const { texts, models } = words
  const { method, sections } = texts.clientReport
  return {
    id: 'method',
    title: sections.method,
    isHalf: false,
    blocks: [small(fill(method, { model: models[model], days: settings.attributionWindowDays }))],
  }
}
