import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BudgetYear } from '../../../shared/contract/planning.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { YearStepper } from '../../ui/year-stepper.tsx'
import { BudgetChart } from './budget-chart.tsx'
import { BudgetEmpty } from './budget-empty.tsx'
import { BudgetGrid } from './budget-grid.tsx'
import { type BudgetRow, figuresOf, rowsOf, totalCells } from './budget-model.ts'
import { BudgetSentence } from './budget-sentence.tsx'
import { CampaignSummary } from './campaign-summary.tsx'
import { KindSummary } from './kind-summary.tsx'
import { type BudgetState, useBudgetState, useBudgetYear } from './use-budget.ts'

/** What was to be spent, and what was. */
export function BudgetPage() {
  const { t } = useTranslation('planning')
  const state = useBudgetState()
  return (
    <Page
      title={t('title')}
      {...(state && { titleAside: <Views state={state} />, actions: <Switches state={state} /> })}
    >
      {state ? <Content state={state} /> : <Skeleton lines={6} />}
    </Page>
  )
}

function Views({ state: { byCampaign, filters } }: { readonly state: BudgetState }) {
  const { t } = useTranslation('planning')
  return (
    <Segmented
      label={t('views.label')}
      value={byCampaign ? 'campaigns' : 'kinds'}
      onChange={(view) => filters.set({ view: view === 'campaigns' ? view : undefined, campaign: undefined }, true)}
      options={(['kinds', 'campaigns'] as const).map((value) => ({ value, label: t(`views.${value}`) }))}
    />
  )
}

function Switches({ state }: { readonly state: BudgetState }) {
  const { t } = useTranslation('planning')
  return (
    <>
      <Segmented
        label={t('scope.label')}
        value={state.view.isAllCosts ? 'all' : 'social'}
        onChange={(scope) => state.filters.set({ scope: scope === 'all' ? scope : undefined })}
        options={(['social', 'all'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <YearStepper year={state.year} onChange={(year) => state.filters.set({ year: String(year) })} />
    </>
  )
}

function Content({ state }: { readonly state: BudgetState }) {
  const describe = useErrorTexts()
  const { data, error } = useBudgetYear(state.year)
  if (!data) return error ? <ErrorPanel error={describe(error)} /> : <Skeleton lines={8} />
  return state.byCampaign ? <ByCampaign state={state} data={data} /> : <ByKind state={state} data={data} />
}

interface ContentProps {
  readonly state: BudgetState
  readonly data: BudgetYear
}

function useRows({ view, currentMonth }: BudgetState, data: BudgetYear): readonly BudgetRow[] {
  return useMemo(() => rowsOf(data, view, currentMonth), [data, view, currentMonth])
}

function ByKind({ state, data }: ContentProps) {
  const rows = useRows(state, data)
  const cells = useMemo(() => totalCells(rows), [rows])
  const hasBudget = cells.some(({ budgetCents }) => budgetCents !== null)
  return (
    <Stack gap="l">
      {hasBudget ? (
        <>
          <BudgetSentence
            year={data.year}
            figures={figuresOf(cells, state.currentMonth)}
            currentMonth={state.currentMonth}
          />
          <Columns template="minmax(0, 1.5fr) minmax(0, 1fr)">
            <KindSummary rows={rows} state={state} />
            <BudgetChart cells={cells} />
          </Columns>
        </>
      ) : (
        <BudgetEmpty state={state} />
      )}
      <BudgetGrid rows={rows} state={state} title={null} />
    </Stack>
  )
}

function ByCampaign({ state, data }: ContentProps) {
  const rows = useRows(state, data)
  const cells = useMemo(() => totalCells(rows), [rows])
  const { campaignId } = state.view
  const name = data.campaigns.find(({ id }) => id === campaignId)?.name
  return (
    <Stack gap="l">
      <CampaignSummary data={data} state={state} />
      {campaignId !== null && (
        <>
          <BudgetGrid rows={rows} state={state} title={name ?? null} />
          {cells.some(({ actualCents, budgetCents }) => actualCents !== 0 || budgetCents !== null) && (
            <BudgetChart cells={cells} />
          )}
        </>
      )}
    </Stack>
  )
}
