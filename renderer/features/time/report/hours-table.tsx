import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { EntryFilter, ReportKey } from '../../../../shared/contract/time-entries.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import type { Format } from '../../../lib/format.ts'
import { entriesAddress } from '../../../lib/time-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Column } from '../../../ui/table-sort.ts'
import type { HoursReport } from './hours-report.ts'
import { perHour } from './per-hour.ts'
import { filterOfRow, type HoursRow, rowName } from './report-rows.ts'
import styles from './time-report.module.css'

export interface HoursTableProps {
  readonly report: HoursReport
  readonly filter: EntryFilter & { readonly period: Period }
  readonly by: ReportKey
  readonly isAll: boolean
}

/** What was left out of the answer stands in a row of its own. */
const REST = 'rest'

export function HoursTable({ report, filter, by, isAll }: HoursTableProps) {
  const { t } = useTranslation('timeReport')
  const format = useFormat()
  const [, navigate] = useLocation()
  const rows = useMemo(() => withRest(report), [report])
  const hasPlans = rows.some(({ plannedSeconds }) => plannedSeconds !== null)
  const columns = useMemo(() => columnsOf({ by, report, format, t, hasPlans }), [by, report, format, t, hasPlans])
  return (
    <Card isFlush>
      <Table
        label={t('rows', { by: t(`keys.${by}`) })}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => String(key)}
        onRowAction={({ key }) => {
          if (key !== REST) navigate(entriesAddress(filterOfRow(filter, by, key)))
        }}
        rowTone={({ key }) => (key === null || key === REST ? 'muted' : undefined)}
      />
      <p className={styles.note}>
        {t('open')} {hasPlans && !isAll && t('plan.note')}
      </p>
    </Card>
  )
}

function withRest({ rows, sums }: HoursReport): readonly HoursRow[] {
  const left = (of: 'seconds' | 'cents' | 'unpricedSeconds') => sums[of] - rows.reduce((sum, row) => sum + row[of], 0)
  const rest = { seconds: left('seconds'), cents: left('cents'), unpricedSeconds: left('unpricedSeconds') }
  if (rest.seconds === 0 && rest.cents === 0) return rows
  return [...rows, { key: REST, name: null, ...rest, plannedSeconds: null, actualSeconds: null }]
}

interface ColumnsOptions {
  readonly by: ReportKey
  readonly report: HoursReport
  readonly format: Format
  readonly t: TFunction<'timeReport'>
  readonly hasPlans: boolean
}

function columnsOf({ by, report: { sums }, format, t, hasPlans }: ColumnsOptions): readonly Column<HoursRow>[] {
  const isInOrder = by === 'day' || by === 'week'
  const nameOf = (row: HoursRow) => (row.key === REST ? t('rest') : rowName(by, row, format, t))
  return [
    {
      id: 'name',
      header: t(`keys.${by}`),
      isRowHeader: true,
      width: '60%',
      sortValue: (row) => (isInOrder ? String(row.key) : nameOf(row)),
      cell: (row) => (
        <span className={styles.name} title={nameOf(row)}>
          {nameOf(row)}
        </span>
      ),
      footer: t('total'),
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      align: 'end',
      sortValue: ({ seconds }) => seconds,
      cell: ({ seconds }) => format.hours(seconds),
      footer: format.hours(sums.seconds),
    },
    {
      id: 'cost',
      header: t('columns.cost'),
      align: 'end',
      sortValue: ({ cents }) => cents,
      cell: (row) => (perHour(row) === null && row.cents === 0 ? '–' : format.money(row.cents)),
      footer: perHour(sums) === null ? '–' : format.money(sums.cents),
    },
    ...(hasPlans ? planColumns(format, t) : shareColumns(sums, format, t)),
  ]
}

type Sums = HoursReport['sums']

function shareColumns(sums: Sums, format: Format, t: TFunction<'timeReport'>): readonly Column<HoursRow>[] {
  return [
    {
      id: 'share',
      header: t('columns.share'),
      align: 'end',
      cell: ({ seconds }) => (sums.seconds > 0 ? format.percent(seconds / sums.seconds) : '–'),
      footer: '',
    },
    {
      id: 'perHour',
      header: t('columns.perHour'),
      align: 'end',
      cell: (row) => moneyOf(perHour(row), format),
      footer: moneyOf(perHour(sums), format),
    },
  ]
}

function moneyOf(cents: number | null, format: Format): string {
  return cents === null ? '–' : format.money(cents)
}

/** Planned against actual; more than planned costs more than was meant. */
function planColumns(format: Format, t: TFunction<'timeReport'>): readonly Column<HoursRow>[] {
  const duration = (seconds: number | null) => (seconds === null ? '–' : format.duration(seconds))
  return [
    {
      id: 'planned',
      header: t('columns.planned'),
      align: 'end',
      cell: ({ plannedSeconds }) => duration(plannedSeconds),
      footer: '',
    },
    {
      id: 'actual',
      header: t('columns.actual'),
      align: 'end',
      cell: ({ actualSeconds }) => duration(actualSeconds),
      footer: '',
    },
    {
      id: 'deviation',
      header: t('columns.deviation'),
      align: 'end',
      sortValue: ({ plannedSeconds, actualSeconds }) =>
        plannedSeconds === null || actualSeconds === null ? null : actualSeconds - plannedSeconds,
      cell: (row) => <Deviation row={row} />,
      footer: '',
    },
  ]
}

function Deviation({ row: { plannedSeconds, actualSeconds } }: { readonly row: HoursRow }) {
  const { t } = useTranslation('timeReport')
  const format = useFormat()
  if (plannedSeconds === null || actualSeconds === null) return '–'
  const more = actualSeconds - plannedSeconds
  const text = `${more > 0 ? '+' : ''}${format.duration(more)}`
  const duration = format.duration(Math.abs(more))
  return (
    <span className={more > 0 ? styles.over : undefined} title={t(more > 0 ? 'plan.over' : 'plan.under', { duration })}>
      {text}
    </span>
  )
}
