/** What was done and what came of it: the sections of the report that are tables of facts. */
import type { Block, Cell, MonthReport, ReportDocument } from '../../../../shared/contract/reports.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { formatOrders } from '../../../../shared/report/sentence.ts'
import { onlyMonth } from './month-report.ts'
import { fill, fillCount } from '../../../../shared/i18n/fill.ts'
import type { ReportWords } from './report-words.ts'
import { waterfallBlock } from './report-waterfall.ts'

type Section = ReportDocument['sections'][number]
type Totals = MonthReport['totals']
type Channel = MonthReport['channels'][number]

/** More rows would not fit the page; the rest is added up. */
const MAX_CHANNELS = 8

const TONES = { earns: 'return', costs: 'cost', open: 'warn', 'too-little-data': 'aside' } as const

/** The drawing is by activity, the table by channel: each under its own heading. */
export function resultSections(figures: MonthReport, words: ReportWords): Section[] {
  const { sections, table, waterfall: drawing } = words.texts.paper
  const waterfall = waterfallBlock(figures, words)
  const channels = figures.channels.filter(({ key }) => key !== null)
  const without = figures.channels.filter(({ key }) => key === null)
  const isTooLong = channels.length > MAX_CHANNELS
  const shown = isTooLong ? channels.slice(0, MAX_CHANNELS - 1) : channels
  const rest = channels.slice(shown.length)
  const verdict = (channel: Channel): Cell =>
    channel.verdict === null ? { text: '' } : verdictCell(channel.verdict, words)
  const rows = [
    ...shown.map((channel) => row([nameCell(channel), ...figureCells(channel, words), verdict(channel)])),
    ...(rest.length === 0
      ? []
      : [
          row([
            { text: fillCount(table, 'moreChannels', rest.length) },
            ...figureCells(addUp(rest), words),
            { text: '' },
          ]),
        ]),
    ...without.map((channel) =>
      row([{ text: table.without }, ...figureCells(channel, words), { text: table.notAllocated, tone: 'aside' }]),
    ),
    row([{ text: table.total }, ...figureCells(figures.totals, words), { text: '' }], true),
  ]
  const names = ['hours', 'labour', 'nonLabour', 'orders', 'net', 'contribution', 'result'] as const
  const block: Block = {
    kind: 'table',
    label: sections.result,
    columns: [
      { header: table.channel, isNumber: false },
      ...names.map((name) => ({ header: table[name], isNumber: true })),
      { header: table.verdict, isNumber: false },
    ],
    rows,
  }
  const result = section('result', sections.result, false, [block])
  return waterfall ? [section('waterfall', drawing.label, false, [waterfall]), result] : [result]
}

function nameCell({ key, network }: Channel): Cell {
  return { text: key ?? '', network: network ?? 'other' }
}

function verdictCell({ kind, probability }: NonNullable<Channel['verdict']>, { texts, format }: ReportWords): Cell {
  const word = texts.paper.verdicts[kind]
  const isCertain = probability === null || kind === 'too-little-data'
  return { text: isCertain ? word : `${word} · ${probabilityText(probability, texts, format)}`, tone: TONES[kind] }
}

/** Nobody is ever certain. */
export function probabilityText(
  probability: number,
  { paper: { sure } }: ReportWords['texts'],
  format: ReportWords['format'],
): string {
  if (probability < 0.01) return sure.below
  return probability > 0.99 ? sure.above : format.percent(probability)
}

function figureCells(figures: Omit<Totals, 'grossCents' | 'returnPerHourCents'>, words: ReportWords): Cell[] {
  const { format, texts } = words
  const { seconds, unpricedSeconds, labourCents, adsCents, otherCostCents, netCents } = figures
  const { contributionCents, resultCents, orders } = figures
  const money = (cents: number) => (cents === 0 ? '–' : format.moneyRounded(cents))
  return [
    { text: seconds === 0 ? '–' : format.hours(seconds) },
    { text: labourCents === 0 && unpricedSeconds > 0 ? texts.paper.table.noRate : money(labourCents) },
    { text: money(adsCents + otherCostCents) },
    { text: orders === 0 ? '–' : ordersText(orders, words) },
    { text: money(netCents) },
    { text: contributionCents === null ? '–' : money(contributionCents) },
    resultCents === null
      ? { text: '–' }
      : { text: format.moneyRounded(resultCents, 'always'), ...(resultCents !== 0 && { tone: toneOf(resultCents) }) },
  ]
}

export function ordersText(orders: number, { format }: ReportWords): string {
  return formatOrders(orders, format)
}

function toneOf(cents: number): 'cost' | 'return' {
  return cents < 0 ? 'cost' : 'return'
}

function addUp(channels: readonly Channel[]): Omit<Totals, 'grossCents' | 'returnPerHourCents'> {
  const sum = (valueOf: (channel: Channel) => number) => channels.reduce((total, each) => total + valueOf(each), 0)
  const sumOrNull = (valueOf: (channel: Channel) => number | null) =>
    channels.some((each) => valueOf(each) === null) ? null : sum((each) => valueOf(each) ?? 0)
  return {
    seconds: sum((each) => each.seconds),
    unpricedSeconds: sum((each) => each.unpricedSeconds),
    labourCents: sum((each) => each.labourCents),
    adsCents: sum((each) => each.adsCents),
    otherCostCents: sum((each) => each.otherCostCents),
    orders: sum((each) => each.orders),
    netCents: sum((each) => each.netCents),
    contributionCents: sumOrNull((each) => each.contributionCents),
    resultCents: sumOrNull((each) => each.resultCents),
  }
}

export function doneSection({ activities, posts }: MonthReport, words: ReportWords): Section {
  const { format, texts, activities: names } = words
  const { sections, table, done } = texts.paper
  const blocks: Block[] = []
  if (activities.length === 0) blocks.push({ kind: 'text', runs: [{ text: done.nothing, tone: 'aside' }] })
  else {
    const rows = activities.map(({ activity, seconds, cents, unpricedSeconds }) =>
      row([
        { text: activity === null ? table.noActivity : names[activity] },
        { text: format.hours(seconds) },
        { text: cents === 0 && unpricedSeconds > 0 ? table.noRate : format.moneyRounded(cents) },
      ]),
    )
    const columns = [
      { header: table.activity, isNumber: false },
      { header: table.hours, isNumber: true },
      { header: table.costs, isNumber: true },
    ]
    blocks.push({ kind: 'table', label: sections.done, columns, rows })
  }
  if (posts.length > 0) blocks.push({ kind: 'text', runs: [{ text: postsText(posts, words) }] })
  return section('done', sections.done, true, blocks)
}

function postsText(posts: MonthReport['posts'], { texts, format, language }: ReportWords): string {
  const { done } = texts.paper
  const names = postFormatNames(language)
  const formats = posts.map((post) =>
    fill(done.format, { count: post.count, format: post.format === null ? done.noFormat : names[post.format] }),
  )
  const count = posts.reduce((sum, post) => sum + post.count, 0)
  return fillCount(done, 'posts', count, { formats: format.list(formats) })
}

export function cameSection({ period, totals, before, coverage, leads }: MonthReport, words: ReportWords): Section {
  const { format, texts } = words
  const { sections, came, table } = texts.paper
  const money = (cents: number, sign?: 'always') => format.moneyRounded(cents, sign)
  const orders = (count: number) => ordersText(count, words)
  const compared = before?.totals
  const rows = [
    comparedRow(came.orders, totals.orders, compared?.orders ?? null, orders),
    comparedRow(came.net, totals.netCents, compared?.netCents ?? null, money),
    comparedRow(came.contribution, totals.contributionCents, compared?.contributionCents ?? null, money),
    ...(coverage.netCents === 0 ? [] : [[came.share, format.percent(totals.netCents / coverage.netCents), '', '']]),
    ...(leads.came === 0 ? [] : [[came.leads, format.number(leads.came), '', '']]),
    ...(leads.won === 0 ? [] : [[came.won, format.number(leads.won), '', '']]),
    ...(leads.open === 0 ? [] : [[came.pipeline, money(leads.openWeightedCents), '', '']]),
  ]
  const headers = before
    ? [table.measure, shortPeriod(period, words), shortPeriod(before.period, words), table.change]
    : [table.measure, table.amount]
  const block: Block = {
    kind: 'table',
    label: sections.came,
    columns: headers.map((header, index) => ({ header, isNumber: index > 0 })),
    rows: rows.map((texts) => row(texts.slice(0, headers.length).map((text) => ({ text })))),
  }
  const remark = leads.open === 0 ? [] : [`${fillCount(came, 'pipelineRemark', leads.open)}.`]
  const remarks = remark.map((text): Block => ({ kind: 'text', isSmall: true, runs: [{ text }] }))
  return section('came', sections.came, true, [block, ...remarks])
}

function comparedRow(
  name: string,
  now: number | null,
  then: number | null,
  show: (value: number, sign?: 'always') => string,
): string[] {
  const change = now === null || then === null ? null : now - then
  const signed = change === null ? '–' : show(change, 'always')
  const isMarked = change === null || change <= 0 || signed.startsWith('+')
  return [name, now === null ? '–' : show(now), then === null ? '–' : show(then), isMarked ? signed : `+${signed}`]
}

/** "Sep" where a month is compared with another, so that it stays on its line. */
export function shortPeriod(period: Period, { format }: ReportWords): string {
  return onlyMonth(period) === null ? format.dayRange(period.from, period.to) : format.monthShort(period.from)
}

export function budgetSection({ budget }: MonthReport, words: ReportWords): Section | null {
  if (budget.length === 0) return null
  const { format, texts } = words
  const { sections, table, kinds } = texts.paper
  const sum = (valueOf: (cell: MonthReport['budget'][number]) => number) =>
    budget.reduce((total, cell) => total + valueOf(cell), 0)
  const cells = (planned: number, actual: number): Cell[] => [
    { text: format.moneyRounded(planned) },
    { text: format.moneyRounded(actual) },
    {
      text: format.moneyRounded(planned - actual, 'always'),
      ...(actual > planned && { tone: 'cost' as const }),
    },
  ]
  const rows = [
    ...budget.map(({ kind, plannedCents, cents }) => row([{ text: kinds[kind] }, ...cells(plannedCents, cents)])),
    row(
      [
        { text: table.total },
        ...cells(
          sum(({ plannedCents }) => plannedCents),
          sum(({ cents }) => cents),
        ),
      ],
      true,
    ),
  ]
  const columns = [
    { header: table.kind, isNumber: false },
    { header: table.planned, isNumber: true },
    { header: table.actual, isNumber: true },
    { header: table.left, isNumber: true },
  ]
  return section('budget', sections.budget, true, [{ kind: 'table', label: sections.budget, columns, rows }])
}

export function section(id: string, title: string, isHalf: boolean, blocks: Block[]): Section {
  return { id, title, isHalf, blocks }
}

function row(cells: Cell[], isTotal = false): { isTotal: boolean; cells: Cell[] } {
  return { isTotal, cells }
}
