import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetYear } from '../../../shared/contract/planning.ts'
import { type BudgetFigures, sumFigures } from '../../../shared/domain/budget.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Stack } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { ActualLink } from './actual-link.tsx'
import { BUDGET_KINDS, type CampaignRow, campaignRows } from './budget-model.ts'
import { figureColumns } from './figure-columns.tsx'
import styles from './planning.module.css'
import type { BudgetState } from './use-budget.ts'

export interface CampaignSummaryProps {
  readonly data: BudgetYear
  readonly state: BudgetState
}

/** Campaigns with what they may cost and what they did; choosing one opens its budget. */
export function CampaignSummary({ data, state }: CampaignSummaryProps) {
  const { t } = useTranslation('planning')
  const { view, currentMonth, filters } = state
  const rows = useMemo(() => campaignRows(data, view.isAllCosts, currentMonth), [data, view.isAllCosts, currentMonth])
  const columns = useColumns(rows, state)
  const choose = (id: string | number | null) => filters.set({ campaign: id === null ? undefined : String(id) })
  return (
    <Card
      isFlush
      title={t('summary.campaigns', { year: state.year })}
      aside={<CampaignChooser state={state} onChoose={choose} />}
    >
      {rows.length === 0 ? (
        <p className={styles.note}>{t('summary.noCampaigns')}</p>
      ) : (
        <Stack gap="s">
          <Table
            label={t('summary.campaigns', { year: state.year })}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => String(id)}
            onRowAction={({ id }) => choose(id)}
            selectedKey={view.campaignId === null ? null : String(view.campaignId)}
          />
          <p className={styles.note}>{t('summary.campaignsHelp')}</p>
        </Stack>
      )}
    </Card>
  )
}

interface CampaignChooserProps {
  readonly state: BudgetState
  onChoose(id: string | null): void
}

function CampaignChooser({ state, onChoose }: CampaignChooserProps) {
  const { t } = useTranslation('planning')
  const campaigns = useQuery(api.settings.campaigns.queryOptions()).data ?? []
  return (
    <ComboBox
      label={t('grid.chooseCampaign')}
      isLabelHidden
      width="medium"
      placeholder={t('grid.chooseCampaign')}
      value={state.view.campaignId === null ? null : String(state.view.campaignId)}
      options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={onChoose}
    />
  )
}

function useColumns(rows: readonly CampaignRow[], state: BudgetState): Column<CampaignRow>[] {
  const { t } = useTranslation('planning')
  const format = useFormat()
  return useMemo(() => {
    const nameOf = ({ id, name }: CampaignRow) => (id === null ? t('summary.noCampaign') : name)
    return [
      {
        id: 'campaign',
        header: t('summary.campaign'),
        isRowHeader: true,
        width: '99%',
        cell: (row) => nameOf(row),
        sortValue: nameOf,
        footer: t('summary.total'),
      },
      ...figureColumns<CampaignRow>({
        total: totalOf(rows),
        isPartial: true,
        format,
        t,
        figuresOf: (row) => row.figures,
        actual: (row) => (
          <ActualLink
            state={state}
            kinds={BUDGET_KINDS}
            campaignId={row.id}
            name={nameOf(row)}
            cents={row.figures.actualCents}
          />
        ),
      }),
    ]
  }, [rows, state, format, t])
}

function totalOf(rows: readonly CampaignRow[]): BudgetFigures {
  const sum = (pick: (figures: BudgetFigures) => number) =>
    rows.reduce((total, { figures }) => total + pick(figures), 0)
  const totals = sumFigures(
    [{ month: '', budgetCents: sum((f) => f.budgetCents), actualCents: sum((f) => f.actualCents) }],
    '',
  )
  return { ...totals, forecastCents: sum((f) => f.forecastCents) }
}
