import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Clock3 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type EntryFilter, type ReportKey } from '../../../../shared/contract/time-entries.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { ENTRY_FILTER_NAMES, readEntryFilter } from '../../../lib/time-address.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { usePeriod } from '../../../lib/use-period.ts'
import { type SearchFilters, useSearchFilters } from '../../../lib/use-search-filters.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { ImportLink } from '../../../ui/import-link.tsx'
import { Select } from '../../../ui/select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { EntryFilters } from '../list/entry-filters.tsx'
import { ExportMenu } from '../list/export-menu.tsx'
import { useRememberedFilters } from '../list/remembered-filters.ts'
import { HoursChart } from './hours-chart.tsx'
import { HoursSentence } from './hours-sentence.tsx'
import { HoursTable } from './hours-table.tsx'
import styles from './time-report.module.css'
import { UnlovedHours } from './unloved-hours.tsx'

const KEYS: readonly ReportKey[] = [
  'activity',
  'channel',
  'post',
  'campaign',
  'client',
  'project',
  'department',
  'person',
  'week',
  'day',
]

/** Hours and cost by what they were for. */
export function TimeReport() {
  const { t } = useTranslation('timeReport')
  const describe = useErrorTexts()
  const filters = useSearchFilters()
  useRememberedFilters('report', filters)
  const { chosen, error } = usePeriod()
  const period = chosen?.period ?? null
  const filter = useMemo(
    () => (period === null ? null : { ...readEntryFilter(filters.get, period), period }),
    [filters, period],
  )
  const by = KEYS.find((key) => key === filters.get('by')) ?? 'activity'
  const isFiltered = ENTRY_FILTER_NAMES.some((name) => filters.get(name) !== null && filters.get(name) !== 'all')
  return (
    <div className={styles.view}>
      <EntryFilters filters={filters} chosen={chosen} label={t('controls')}>
        <KeySelect by={by} filters={filters} />
      </EntryFilters>
      {error && <ErrorPanel error={describe(error)} />}
      {chosen && filter === null && <NoHours isFiltered={false} />}
      {filter && <Report filter={filter} by={by} isFiltered={isFiltered} isAll={chosen?.preset === 'all'} />}
    </div>
  )
}

function KeySelect({ by, filters }: { readonly by: ReportKey; readonly filters: SearchFilters }) {
  const { t } = useTranslation('timeReport')
  return (
    <Select
      label={t('by')}
      isLabelHidden
      width="auto"
      value={by}
      options={KEYS.map((value) => ({ value, label: t(`byKey.${value}`) }))}
      onChange={(value) => filters.set({ by: value === 'activity' ? undefined : value }, true)}
    />
  )
}

interface ReportProps {
  readonly filter: EntryFilter & { readonly period: Period }
  readonly by: ReportKey
  readonly isFiltered: boolean
  /** Nothing lies outside of the period. */
  readonly isAll: boolean
}

function Report({ filter, by, isFiltered, isAll }: ReportProps) {
  const describe = useErrorTexts()
  const query = useQuery(api.time.report.queryOptions({ input: { filter, by }, placeholderData: keepPreviousData }))
  const report = query.data
  // What the answer before was grouped by must not be read as what is asked now.
  const shown = query.isPlaceholderData ? undefined : report
  if (query.error && !report) return <ErrorPanel error={describe(query.error)} />
  if (report?.sums.count === 0) return <NoHours isFiltered={isFiltered || !isAll} />
  return (
    <>
      <div className={styles.head}>
        {report ? <HoursSentence report={report} period={filter.period} /> : <Skeleton height={60} />}
        <ExportMenu filter={filter} />
      </div>
      <div className={styles.columns}>
        {shown ? <HoursTable report={shown} filter={filter} by={by} isAll={isAll} /> : <Skeleton height={320} />}
        <div className={styles.beside}>
          {shown && <HoursChart report={shown} filter={filter} by={by} />}
          <UnlovedHours period={filter.period} isFiltered={isFiltered} />
        </div>
      </div>
    </>
  )
}

function NoHours({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('timeReport')
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return (
    <EmptyState icon={Clock3} title={t('empty.title')} primary={<ImportLink>{t('empty.import')}</ImportLink>}>
      {t('empty.text')}
    </EmptyState>
  )
}
