/** How sure, what follows, how it was calculated: the sections of the report that are sentences. */
import type { Block, MonthReport, NextStep, ReportDocument, Run } from '../../../../shared/contract/reports.ts'
import { ordersText, probabilityText, section } from './report-sections.ts'
import { fill, fillCount } from '../../../../shared/i18n/fill.ts'
import type { ReportWords } from './report-words.ts'

type Section = ReportDocument['sections'][number]

export function sureSection(figures: MonthReport, words: ReportWords): Section {
  const { sections } = words.texts.paper
  const blocks: Block[] = [
    ...certaintySentences(figures, words).map((runs): Block => ({ kind: 'text', runs })),
    {
      kind: 'text',
      isSmall: true,
      runs: [{ text: [...judgedSentence(figures, words), ...coverageSentences(figures, words)].join(' ') }],
    },
  ]
  return section('sure', sections.sure, true, blocks)
}

function certaintySentences({ certainty, lacks, coverage }: MonthReport, words: ReportWords): Run[][] {
  const { format, texts } = words
  const { sure, lacks: lackNames } = texts.paper
  if (!certainty) {
    if (lacks.length === 0) return []
    return [[{ text: fill(sure.preliminary, { lacks: format.list(lacks.map((lack) => lackNames[lack])) }) }]]
  }
  const { verdict, range } = certainty
  const { kind, probability, weeks } = verdict
  const tone = kind === 'earns' ? 'return' : kind === 'costs' ? 'cost' : undefined
  const first: Run[] = [{ text: sure.verdicts[kind], ...(tone !== undefined && { tone }) }]
  if (probability !== null && kind !== 'too-little-data') {
    const share = probabilityText(probability, texts, format)
    first.push({ text: ` ${fillCount(sure, 'probability', weeks, { share })}` })
  } else if (kind === 'costs') first.push({ text: ` ${sure.costsAnyway}` })
  if (coverage.orders === 0) return [first]
  const isSame = range.lowestCents === range.highestCents
  const values = {
    lowest: format.moneyRounded(range.lowestCents, 'always'),
    highest: format.moneyRounded(range.highestCents, 'always'),
  }
  return [first, [{ text: isSame ? sure.rangeSame : fill(sure.range, values) }]]
}

function judgedSentence({ judged, period, certainty }: MonthReport, { texts, format }: ReportWords): string[] {
  if (certainty === null || judged.from === period.from) return []
  return [fill(texts.paper.sure.judged, { from: format.day(judged.from), to: format.day(judged.to) })]
}

function coverageSentences({ coverage }: MonthReport, { texts, format }: ReportWords): string[] {
  const { sure } = texts.paper
  const { netCents, touchedNetCents, socialNetCents, singleTouchOrders, touchedOrders } = coverage
  if (netCents === 0) return [sure.noRevenue]
  const share = (cents: number) => format.percent(cents / netCents)
  const single =
    singleTouchOrders === touchedOrders
      ? sure.single
      : fill(sure.singleShare, { share: format.percent(singleTouchOrders / touchedOrders) })
  return [
    fill(sure.coverage, { touched: share(touchedNetCents), social: share(socialNetCents) }),
    ...(touchedOrders === 0 ? [] : [single]),
  ]
}

export function nextSection(figures: MonthReport, words: ReportWords): Section {
  const { sections, next } = words.texts.paper
  const items = [...new Set(figures.next.map((step) => stepText(step, words, figures.next)))].map((text): Run[] => [
    { text },
  ])
  if (figures.certainty !== null && figures.purchasesMissing === 0) items.push([{ text: next.nothingMissing }])
  const block: Block =
    items.length === 0 ? { kind: 'text', runs: [{ text: next.nothing, tone: 'aside' }] } : { kind: 'list', items }
  return section('next', sections.next, true, [block])
}

/** Channels that cost share a sentence: each of them says the same one. */
function stepText(step: NextStep, { texts, format, activities }: ReportWords, all: readonly NextStep[]): string {
  const { next, kinds } = texts.paper
  switch (step.kind) {
    case 'enter':
      return next.enter[step.lack]
    case 'purchases-missing':
      return fillCount(next, step.per === 'week' ? 'purchasesMissing' : 'purchasesMissingInAll', step.count)
    case 'best-hours': {
      const amount = format.money(step.returnPerHourCents)
      return fill(next.bestHours, { channel: step.channel, activity: activities[step.activity], amount })
    }
    case 'channel-costs':
      return fillCount(next, 'channelCosts', all.filter(({ kind }) => kind === step.kind).length, {
        channels: format.list(
          all.flatMap((each) =>
            each.kind === 'channel-costs'
              ? [`${each.channel} (${format.moneyRounded(each.resultCents, 'always')})`]
              : [],
          ),
        ),
      })
    case 'untouched-purchases':
      return fillCount(next, 'untouched', step.count, { net: format.moneyRounded(step.netCents) })
    case 'unloved':
      return fill(next.unloved, { hours: format.hours(step.seconds), share: format.percent(step.share) })
    case 'budget-exceeded':
      return fill(next.budget, {
        kind: kinds[step.cost],
        amount: format.moneyRounded(step.cents),
        planned: format.moneyRounded(step.plannedCents),
      })
  }
}

/** What the figures hold and what they do not. */
export function methodSection(figures: MonthReport, words: ReportWords): Section {
  const { format, texts, result } = words
  const { sections, method } = texts.paper
  const { other, marginBasisPoints, uncountedOrders, model, windowDays } = figures
  const otherCosts = other.adsCents + other.otherCostCents + other.labourCents
  const notes = [
    method.labour,
    fill(method.attribution, { model: result.models[model], days: windowDays }),
    ...(marginBasisPoints === null ? [] : [fill(method.margin, { margin: format.basisPoints(marginBasisPoints) })]),
    ...(other.orders === 0 && otherCosts === 0
      ? []
      : [
          fill(method.beside, {
            orders: ordersText(other.orders, words),
            net: format.moneyRounded(other.netCents),
            costs: format.moneyRounded(otherCosts),
          }),
        ]),
    ...(uncountedOrders === 0 ? [] : [fillCount(method, 'uncounted', uncountedOrders)]),
  ]
  return section('method', sections.method, false, [{ kind: 'text', isSmall: true, runs: [{ text: notes.join(' ') }] }])
}
