import { HandCoins, Plus } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import { ATTRIBUTION_MODELS } from '../../../shared/domain/attribution.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { EVENT_KINDS } from '../../../shared/domain/revenue-kinds.ts'
import { readModel, readRevenueFilter } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { type PurchaseSums, usePurchases } from '../../lib/use-rows.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import {
  CampaignFilter,
  ChannelFilter,
  FilterSelect,
  hasFilters,
  PurchaseGroupFilter,
  ResetFilters,
  ScopeFilter,
} from '../../ui/filter-selects.tsx'
import { type ChipName, FilterChips } from '../../ui/filter-chips.tsx'
import { ImportLink } from '../../ui/import-link.tsx'
import styles from '../../ui/list-view.module.css'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { Table } from '../../ui/table.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { useCoverageItems } from './coverage-line.tsx'
import { NEW_SALE, useRevenueForms } from '../../lib/revenue-forms.ts'
import { purchaseColumns } from './purchase-columns.tsx'

/** What only links ask for. */
const CHIPS: readonly ChipName[] = ['window', 'post', 'pillar', 'format', 'conversation', 'client']

/** Purchases with their touches and the credit a model gives to what is filtered for. */
export function PurchasesView() {
  const { t } = useTranslation('revenue')
  const filters = useSearchFilters()
  const describe = useErrorTexts()
  const { chosen, error } = usePeriod({ reachesToday: true })
  const model = readModel(filters.get('model'))
  return (
    <>
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        {chosen && <PeriodPicker chosen={chosen} />}
        <Select
          label={t('filter.model')}
          isLabelHidden
          width="auto"
          value={model}
          options={ATTRIBUTION_MODELS.map((value) => ({ value, label: t(`models.${value}`) }))}
          onChange={(value) => filters.set({ model: value === 'last' ? undefined : value })}
        />
        <PurchaseGroupFilter filters={filters} />
        <FilterSelect
          filters={filters}
          name="kind"
          label={t('filter.kind')}
          anyLabel={t('filter.allKinds')}
          options={EVENT_KINDS.map((value) => ({ value, label: t(`kindsMany.${value}`) }))}
        />
        <ScopeFilter filters={filters} />
        <ChannelFilter filters={filters} />
        <CampaignFilter filters={filters} />
        <TextFilter filters={filters} label={t('filter.text')} placeholder={t('filter.textPlaceholder')} />
        <FilterChips filters={filters} names={CHIPS} />
        <ResetFilters filters={filters} />
      </div>
      {error && <ErrorPanel error={describe(error)} />}
      {chosen?.period && <PurchasesList filters={filters} period={chosen.period} />}
    </>
  )
}

function PurchasesList({ filters, period }: { readonly filters: SearchFilters; readonly period: Period }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const describe = useErrorTexts()
  const filter = useMemo(() => readRevenueFilter(filters.get, period), [filters, period])
  const { rows, sums, isLoading, error, readMore } = usePurchases(filter)
  const columns = useMemo(() => purchaseColumns(format, t), [format, t])
  const open = useCallback(
    (row: { eventId: number }) => filters.set({ purchase: String(row.eventId) }, true),
    [filters],
  )
  const opened = rows.find((row) => String(row.eventId) === filters.get('purchase'))
  if (error) return <ErrorPanel error={describe(error)} />
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside}>
        <PurchaseSumsBar sums={sums} period={period} />
        <div className={styles.tableArea}>
          <Table
            label={t('views.purchases')}
            columns={columns}
            rows={rows}
            rowKey={keyOf}
            onRowAction={open}
            selectedKey={opened ? keyOf(opened) : null}
            isLoading={isLoading}
            height="fill"
            onNearEnd={readMore}
            empty={<NoPurchases isFiltered={hasFilters(filters) || filters.get('from') !== null} />}
          />
        </div>
      </div>
    </Card>
  )
}

/** A purchase of a closed month that was corrected stands on two days. */
function keyOf({ eventId, day }: RevenueRow): string {
  return `${eventId} ${day}`
}

function NoPurchases({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return (
    <EmptyState
      icon={HandCoins}
      title={t('empty.purchasesTitle')}
      primary={<ImportLink>{t('empty.import')}</ImportLink>}
      secondary={
        <Button icon={Plus} shortcut="v" onPress={() => show(NEW_SALE)}>
          {t('sale.add')}
        </Button>
      }
    >
      {t('empty.purchases')}
    </EmptyState>
  )
}

function PurchaseSumsBar({ sums, period }: { readonly sums: PurchaseSums | null; readonly period: Period }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const coverage = useCoverageItems(period)
  if (!sums) return <SumsBar items={[]} />
  const { orders, contributionCents } = sums
  const isWhole = Math.abs(orders - Math.round(orders)) < 1e-6
  return (
    <SumsBar
      lead={t('sums.purchases', { count: sums.count, formatted: format.number(sums.count) })}
      items={[
        { label: t('sums.orders'), value: format.number(orders, isWhole ? 0 : 1) },
        { label: t('sums.net'), value: format.money(sums.netCents) },
        ...(contributionCents === null
          ? []
          : [{ label: t('sums.contribution'), value: format.money(contributionCents) }]),
        ...coverage,
      ]}
    />
  )
}
