/** The month's result: a sentence, what it is made of, and its course. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Confidence, ResultSummary } from '../../../shared/contract/result.ts'
import { type Day, mondayOf, type Period } from '../../../shared/domain/day.ts'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chart } from '../../ui/chart.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { Stack } from '../../ui/page.tsx'
import { Aside, Figure, Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toneOfResult } from '../../ui/tone.ts'
import { shownMonth } from './periods.ts'
import styles from './today.module.css'

const model = 'last'

export function MonthCard({ today, extent }: { readonly today: Day; readonly extent: Period }) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const describe = useErrorTexts()
  const { period, isCurrent } = useMemo(() => shownMonth(today, extent), [today, extent])
  const summary = useQuery(api.result.summary.queryOptions({ input: { period, model, by: 'channel' } }))
  const confidence = useQuery(api.result.confidence.queryOptions({ input: { period, model } }))
  const address = `/result?from=${period.from}&to=${period.to}`
  const error = summary.error ?? confidence.error
  return (
    <Card
      title={t(isCurrent ? 'month.current' : 'month.past', { month: format.month(period.from) })}
      aside={
        <>
          {!isCurrent && <span>{t('month.pastRemark')}</span>}
          <TextLink href={address}>{t('month.open')}</TextLink>
        </>
      }
    >
      {error ? (
        <ErrorPanel error={describe(error)} />
      ) : summary.data === undefined || confidence.data === undefined ? (
        <Skeleton lines={4} />
      ) : (
        <Stack>
          <MonthSentence summary={summary.data} address={address} />
          <MonthChart period={period} summary={summary.data} cumulative={confidence.data.cumulative} />
        </Stack>
      )}
    </Card>
  )
}

interface MonthSentenceProps {
  readonly summary: ResultSummary
  readonly address: string
}

function MonthSentence({ summary, address }: MonthSentenceProps) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const { totals } = summary
  const { resultCents } = totals
  const detail = useDetail(summary)
  // Without a single hour the largest cost is missing; a gain would be none.
  const lacksHours = summary.lacks.includes('hours')
  if (resultCents === null || lacksHours) {
    const missing = [
      ...(lacksHours ? [t('month.missing.hours')] : []),
      ...(totals.unpricedSeconds > 0 ? [t('month.missing.rate')] : []),
      ...(totals.contributionCents === null ? [t('month.missing.margin')] : []),
    ]
    return (
      <Sentence size="m" detail={detail}>
        <Trans
          t={t}
          i18nKey="month.preliminary"
          values={{ missing: format.list(missing) }}
          components={{ aside: <Aside>{''}</Aside> }}
        />
      </Sentence>
    )
  }
  const key = resultCents < 0 ? 'loss' : resultCents > 0 ? 'gain' : 'even'
  return (
    <Sentence size="l" detail={detail}>
      <Trans
        t={t}
        i18nKey={`month.${key}`}
        values={{ amount: format.moneyRounded(resultCents, 'always'), hours: wholeHours(totals.seconds, format) }}
        components={{ figure: <ResultFigure cents={resultCents} address={address} /> }}
      />
    </Sentence>
  )
}

/** In a sentence whole hours will do, unless there are few. */
function wholeHours(seconds: number, format: Format): string {
  return seconds < 36_000 ? format.hours(seconds) : format.number(seconds / 3600)
}

interface ResultFigureProps {
  readonly cents: number
  readonly address: string
  readonly children?: string
}

/** Filled with the amount by <Trans>. */
function ResultFigure({ cents, address, children = '' }: ResultFigureProps) {
  return (
    <Figure tone={toneOfResult(cents)}>
      <TextLink href={address} isFigure>
        {children}
      </TextLink>
    </Figure>
  )
}

/** "Deckungsbeitrag 4.480 € − Arbeit 3.160 € − Anzeigen 908 €"; without what is not known or nothing. */
function useDetail({ totals, lacks }: ResultSummary): string {
  const { t } = useTranslation('today')
  const format = useFormat()
  const amount = (cents: number) => format.moneyRounded(cents)
  const income =
    totals.contributionCents === null
      ? t('month.revenue', { amount: amount(totals.netCents) })
      : t('month.contribution', { amount: amount(totals.contributionCents) })
  const isPriced = totals.unpricedSeconds === 0
  const labour = isPriced
    ? t('month.labour', { amount: amount(totals.labourCents) })
    : t('month.hours', { hours: wholeHours(totals.seconds, format) })
  const costs = [
    ...(totals.seconds > 0 ? [labour] : []),
    ...(totals.adsCents !== 0 ? [t('month.ads', { amount: amount(totals.adsCents) })] : []),
    ...(totals.otherCostCents !== 0 ? [t('month.other', { amount: amount(totals.otherCostCents) })] : []),
  ]
  const isSum = totals.resultCents !== null && !lacks.includes('hours')
  return [income, ...costs].join(isSum ? ' − ' : ' · ')
}

interface MonthChartProps {
  readonly period: Period
  readonly summary: ResultSummary
  readonly cumulative: Confidence['cumulative']
}

/** From zero on the first day to the result on the last. The weeks end where the data does; a cost spread over the month goes on. */
function pointsOf({ period, summary, cumulative }: MonthChartProps): Confidence['cumulative'] {
  const { resultCents } = summary.totals
  const points = [...cumulative]
  const [first, last] = [points[0], points.at(-1)]
  if (first && first.day > period.from) points.unshift({ day: period.from, cents: 0 })
  if (last && last.day < period.to && resultCents !== null) {
    if (mondayOf(last.day) === mondayOf(period.to)) points.pop()
    points.push({ day: period.to, cents: resultCents })
  }
  return points
}

function MonthChart({ period, summary, cumulative }: MonthChartProps) {
  const { t } = useTranslation('today')
  const format = useFormat()
  const points = useMemo(() => pointsOf({ period, summary, cumulative }), [period, summary, cumulative])
  const categories = useMemo(() => points.map(({ day }) => format.dayShort(day)), [points, format])
  const series = useMemo(
    () => [
      {
        label: t('month.series'),
        values: points.map(({ cents }) => cents / 100),
        kind: 'line' as const,
        tone: (points.at(-1)?.cents ?? 0) < 0 ? ('cost' as const) : ('return' as const),
        isFilledToZero: true,
      },
    ],
    [points, t],
  )
  const formatValue = useMemo(() => (value: number) => format.moneyRounded(value * 100), [format])
  // One week has no course.
  if (cumulative.length < 2) return null
  return (
    <div className={styles.chart}>
      <Chart
        title={t('month.chart')}
        isTitleHidden
        description={t('month.chartDescription')}
        categoryHeader={t('month.day')}
        categories={categories}
        series={series}
        directLabels="last"
        formatValue={formatValue}
        height={190}
      />
    </div>
  )
}
