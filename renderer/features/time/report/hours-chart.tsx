import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { EntryFilter, ReportKey } from '../../../../shared/contract/time-entries.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { Chart } from '../../../ui/chart.tsx'
import type { ChartSeries } from '../../../ui/chart-types.ts'
import type { HoursReport } from './hours-report.ts'
import { filterOfRow, shortName } from './report-rows.ts'

export interface HoursChartProps {
  readonly report: HoursReport
  readonly filter: EntryFilter & { readonly period: Period }
  readonly by: ReportKey
}

/** Bars that can still be told apart. */
const MOST_NAMES = 12
const MOST_DAYS = 60

/** The hours of each row; days and weeks as they follow each other. */
export function HoursChart({ report, filter, by }: HoursChartProps) {
  const { t } = useTranslation('timeReport')
  const format = useFormat()
  const [, navigate] = useLocation()
  const isInOrder = by === 'day' || by === 'week'
  // What belongs to no post or project is most of the hours and would leave the others no room.
  const named = useMemo(
    () => (by === 'post' || by === 'project' ? report.rows.filter(({ key }) => key !== null) : report.rows),
    [report, by],
  )
  const rows = useMemo(() => (isInOrder ? named.slice(-MOST_DAYS) : named.slice(0, MOST_NAMES)), [named, isInOrder])
  const categories = useMemo(() => rows.map((row) => shortName(by, row, format, t)), [rows, by, format, t])
  const series = useMemo((): ChartSeries[] => {
    const plans = rows.map(({ plannedSeconds }) => (plannedSeconds === null ? null : plannedSeconds / 3_600))
    const hasPlans = plans.some((hours) => hours !== null)
    return [
      {
        label: t(hasPlans ? 'columns.actual' : 'chart.hours'),
        values: rows.map(({ seconds, actualSeconds }) => (hasPlans ? (actualSeconds ?? seconds) : seconds) / 3_600),
        tone: 'series-1',
      },
      ...(hasPlans ? [{ label: t('chart.planned'), values: plans, tone: 'neutral' as const }] : []),
    ]
  }, [rows, t])
  const cut = rows.length < named.length
  const title = t('chart.title', { by: t(`keys.${by}`) })
  const part = cut ? ` (${t(isInOrder ? 'chart.latest' : 'chart.dearest', { count: rows.length })})` : ''
  if (rows.length === 0) return null
  return (
    <Card>
      <Chart
        title={`${title}${part}`}
        description={t('chart.description')}
        categoryHeader={t(`keys.${by}`)}
        categories={categories}
        series={series}
        direction={isInOrder ? 'vertical' : 'horizontal'}
        directLabels={isInOrder ? 'none' : 'all'}
        formatValue={(hours) => format.number(hours, 1)}
        height={isInOrder ? 220 : 60 + rows.length * (series.length > 1 ? 40 : 28)}
        onSelect={(index) => {
          const row = rows[index]
          if (row) navigate(entriesAddress(filterOfRow(filter, by, row.key)))
        }}
      />
    </Card>
  )
}
