import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import { ATTRIBUTION_MODELS } from '../../../shared/domain/attribution.ts'
import type { Period } from '../../../shared/domain/day.ts'
import type { Format } from '../../lib/format.ts'
import { readModel, readRevenueFilter } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { usePeriod } from '../../lib/use-period.ts'
import { type PurchaseSums, usePurchases } from '../../lib/use-rows.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Money } from '../../ui/money.tsx'
import { PeriodPicker } from '../../ui/period-picker.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import {
  CampaignFilter,
  ChannelFilter,
  PurchaseGroupFilter,
  ResetFilters,
  ScopeFilter,
} from '../../ui/filter-selects.tsx'
import styles from '../../ui/list-view.module.css'
import { Shortened } from '../../ui/shortened.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'

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
        <ScopeFilter filters={filters} />
        <ChannelFilter filters={filters} />
        <CampaignFilter filters={filters} />
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
  if (error) return <ErrorPanel error={describe(error)} />
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside}>
        <PurchaseSumsBar sums={sums} />
        <div className={styles.tableArea}>
          <Table
            label={t('views.purchases')}
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.eventId)}
            isLoading={isLoading}
            height="fill"
            onNearEnd={readMore}
            empty={<EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>}
          />
        </div>
      </div>
    </Card>
  )
}

function PurchaseSumsBar({ sums }: { readonly sums: PurchaseSums | null }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
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
      ]}
    />
  )
}

function purchaseColumns(format: Format, t: TFunction<'revenue'>): Column<RevenueRow>[] {
  return [
    { id: 'day', header: t('columns.day'), cell: (row) => format.day(row.day) },
    { id: 'purchase', header: t('columns.purchase'), isRowHeader: true, cell: (row) => <Shortened text={row.name} /> },
    {
      id: 'touches',
      header: t('columns.touches'),
      width: '99%',
      cell: (row) =>
        row.touches.length === 0 ? (
          <span className={styles.dash}>{t('touches.none')}</span>
        ) : (
          <Shortened text={row.touches.map((touch) => touch.channel ?? touch.campaign ?? touch.label).join(' → ')} />
        ),
    },
    { id: 'paid', header: t('columns.paid'), align: 'end', cell: (row) => <Money cents={row.paidCents} /> },
    {
      id: 'refunded',
      header: t('columns.refunded'),
      align: 'end',
      cell: (row) =>
        row.refundedCents === 0 ? (
          <span className={styles.dash}>–</span>
        ) : (
          <Money cents={row.refundedCents} tone="cost" />
        ),
    },
    { id: 'credit', header: t('columns.credit'), align: 'end', cell: (row) => format.percent(row.credit) },
    { id: 'net', header: t('columns.net'), align: 'end', cell: (row) => <Money cents={row.creditedNetCents} /> },
    {
      id: 'contribution',
      header: t('columns.contribution'),
      align: 'end',
      cell: (row) => <Money cents={row.creditedContributionCents} />,
    },
  ]
}
