import { BookOpenText } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { NONE, readLineFilter } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { type LineSums, useLines } from '../../lib/use-rows.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Table } from '../../ui/table.tsx'
import {
  ActivityFilter,
  CampaignFilter,
  ChannelFilter,
  CorrectionsFilter,
  hasFilters,
  KindFilter,
  NamedFilter,
  PersonFilter,
  PostFilter,
  ResetFilters,
  ScopeFilter,
} from '../../ui/filter-selects.tsx'
import { type ChipName, FilterChips } from '../../ui/filter-chips.tsx'
import { ImportLink } from '../../ui/import-link.tsx'
import list from '../../ui/list-view.module.css'
import styles from './ledger.module.css'
import { lineColumns } from './line-columns.tsx'
import { LineSheet } from './line-sheet.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'

/** All lines of a period, latest first. */
export function LinesView() {
  const { t } = useTranslation('ledger')
  const filters = useSearchFilters()
  const describe = useErrorTexts()
  const { chosen, error } = usePeriod({ reachesToday: true })
  return (
    <>
      <div className={cx(list.filters, styles.filters)} role="group" aria-label={t('filter.label')}>
        {chosen && <PeriodPicker chosen={chosen} />}
        <KindFilter filters={filters} />
        <ScopeFilter filters={filters} />
        <ChannelFilter filters={filters} />
        <ActivityFilter filters={filters} />
        <PersonFilter filters={filters} />
        <CampaignFilter filters={filters} />
        <NamedFilter filters={filters} list="client" />
        <NamedFilter filters={filters} list="department" />
        <PostFilter filters={filters} />
        <CorrectionsFilter filters={filters} />
        <TextFilter filters={filters} label={t('filter.text')} placeholder={t('filter.textPlaceholder')} />
        <FilterChips filters={filters} names={chipsOf(filters)} />
        <ResetFilters filters={filters} />
      </div>
      {error && <ErrorPanel error={describe(error)} />}
      {chosen?.period && <LinesList filters={filters} period={chosen.period} />}
    </>
  )
}

/** The field for a post finds one; that there is none is said apart. */
function chipsOf(filters: SearchFilters): readonly ChipName[] {
  const names: readonly ChipName[] = ['pillar', 'format', 'conversation']
  return filters.get('post') === NONE ? [...names, 'post'] : names
}

function LinesList({ filters, period }: { readonly filters: SearchFilters; readonly period: Period }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  const describe = useErrorTexts()
  const filter = useMemo(() => readLineFilter(filters.get, period), [filters, period])
  const { rows, sums, isLoading, error, readMore } = useLines(filter)
  const columns = useMemo(() => lineColumns(format, t), [format, t])
  const [opened, setOpened] = useState<LedgerLine | null>(null)
  if (error) return <ErrorPanel error={describe(error)} />
  return (
    <Card isFlush className={list.list}>
      <div className={list.listInside}>
        <LineSumsBar sums={sums} />
        <div className={list.tableArea}>
          <Table
            label={t('list')}
            columns={columns}
            rows={rows}
            rowKey={(line) => String(line.id)}
            onRowAction={(line) => setOpened(line)}
            selectedKey={opened && String(opened.id)}
            isLoading={isLoading}
            height="fill"
            onNearEnd={readMore}
            empty={<NoLines isFiltered={hasFilters(filters)} />}
          />
        </div>
      </div>
      <LineSheet line={opened} onClose={() => setOpened(null)} />
    </Card>
  )
}

function LineSumsBar({ sums }: { readonly sums: LineSums | null }) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  if (!sums) return <SumsBar items={[]} />
  return (
    <SumsBar
      lead={t('sums.lines', { count: sums.count, formatted: format.number(sums.count) })}
      items={[
        { label: t('sums.cost'), value: format.money(sums.costCents) },
        { label: t('sums.revenue'), value: format.money(sums.revenueCents) },
        { label: t('sums.hours'), value: format.hours(sums.seconds) },
      ]}
    />
  )
}

function NoLines({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('ledger')
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return (
    <EmptyState
      icon={BookOpenText}
      title={t('empty.linesTitle')}
      primary={<ImportLink>{t('empty.import')}</ImportLink>}
    >
      {t('empty.lines')}
    </EmptyState>
  )
}
