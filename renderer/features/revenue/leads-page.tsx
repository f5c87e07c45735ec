import { useQuery } from '@tanstack/react-query'
import { Plus, Target } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lead } from '../../../shared/contract/leads.ts'
import { LEAD_STATUSES } from '../../../shared/domain/revenue-kinds.ts'
import { api } from '../../lib/api.ts'
import { readId } from '../../lib/ledger-address.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ChannelFilter, ResetFilters } from '../../ui/filter-selects.tsx'
import styles from '../../ui/list-view.module.css'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { Table } from '../../ui/table.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { NEW_LEAD, useRevenueForms } from '../../lib/revenue-forms.ts'
import { leadColumns } from './lead-columns.tsx'
import { LeadSheet } from './lead-sheet.tsx'

const ALL = 'all'

/** What may still become revenue: a pipeline beside the result. */
export function LeadsPage() {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  return (
    <Page
      title={t('leads.title')}
      isFilling
      titleAside={<LedgerTabs />}
      actions={
        <Button variant="primary" icon={Plus} onPress={() => show(NEW_LEAD)}>
          {t('leads.add')}
        </Button>
      }
    >
      <Leads />
    </Page>
  )
}

function Leads() {
  const { t } = useTranslation('revenue')
  const filters = useSearchFilters()
  const describe = useErrorTexts()
  const status = LEAD_STATUSES.find((known) => known === filters.get('status'))
  const channel = filters.get('channel')
  const text = filters.get('text')
  const input = {
    ...(status && { status }),
    ...(channel !== null && { channelId: channel === 'none' ? null : Number(channel) }),
    ...(text !== null && { text: text.slice(0, 200) }),
  }
  const query = useQuery(api.revenue.leads.queryOptions({ input }))
  const openId = readId(filters.get('lead'))
  const setOpenId = (id: number | null) => filters.set({ lead: id === null ? undefined : String(id) })
  const data = query.data
  const isEmpty =
    data && data.counts.open + data.counts.won + data.counts.lost === 0 && channel === null && text === null
  const open = data?.leads.find(({ id }) => id === openId)
  if (!data && query.isError) return <ErrorPanel error={describe(query.error)} />
  if (isEmpty) return <NoLeads />
  return (
    <div className={styles.view}>
      <p>{t('leads.intro')}</p>
      <div className={styles.filters} role="group" aria-label={t('filter.label')}>
        <Segmented
          label={t('filter.status')}
          value={status ?? ALL}
          options={[
            { value: ALL, label: t('leads.all') },
            ...LEAD_STATUSES.map((value) => ({
              value,
              label: t(`leads.statuses.${value}`),
              ...(data && { count: data.counts[value] }),
            })),
          ]}
          onChange={(value) => filters.set({ status: value === ALL ? undefined : value })}
        />
        <ChannelFilter filters={filters} />
        <TextFilter filters={filters} label={t('filter.text')} placeholder={t('columns.name')} />
        <ResetFilters filters={filters} />
      </div>
      <LeadList
        leads={data?.leads}
        sums={data?.sums}
        isLoading={query.isPending}
        onOpen={(lead) => setOpenId(lead.id)}
      />
      {open && <LeadSheet lead={open} onClose={() => setOpenId(null)} />}
    </div>
  )
}

interface LeadListProps {
  readonly leads: readonly Lead[] | undefined
  readonly sums: { readonly count: number; readonly valueCents: number; readonly weightedCents: number } | undefined
  readonly isLoading: boolean
  onOpen(lead: Lead): void
}

function LeadList({ leads, sums, isLoading, onOpen }: LeadListProps) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const today = useQuery(api.app.status.queryOptions()).data?.today ?? null
  const columns = useMemo(() => leadColumns(format, t, today), [format, t, today])
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside}>
        <SumsBar
          {...(sums && { lead: t('leads.sumCount', { count: sums.count }) })}
          items={
            sums
              ? [
                  { label: t('leads.sumValue'), value: format.money(sums.valueCents) },
                  { label: t('leads.sumWeighted'), value: format.money(sums.weightedCents) },
                ]
              : []
          }
        />
        <div className={styles.tableArea}>
          <Table
            label={t('leads.title')}
            columns={columns}
            rows={leads ?? []}
            rowKey={(lead) => String(lead.id)}
            onRowAction={onOpen}
            isLoading={isLoading}
            height="fill"
            rowTone={(lead) => (lead.status === 'lost' ? 'muted' : undefined)}
            empty={<EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>}
          />
        </div>
      </div>
    </Card>
  )
}

function NoLeads() {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  return (
    <EmptyState
      icon={Target}
      title={t('leads.emptyTitle')}
      primary={
        <Button variant="primary" icon={Plus} onPress={() => show(NEW_LEAD)}>
          {t('leads.add')}
        </Button>
      }
    >
      {t('leads.empty')}
    </EmptyState>
  )
}
