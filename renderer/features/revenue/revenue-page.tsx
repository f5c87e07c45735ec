import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import styles from '../../ui/list-view.module.css'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useRevenueForms } from './form-store.ts'
import { PurchasesView } from './purchases-view.tsx'
import { SalesView } from './sales-view.tsx'

const CONTENT = { purchases: PurchasesView, sales: SalesView }
const VIEWS = ['purchases', 'sales'] as const
type View = (typeof VIEWS)[number]

/** What comes in, and where it came from. */
export function RevenuePage() {
  const { t } = useTranslation('revenue')
  const filters = useSearchFilters()
  const view: View = VIEWS.find((name) => name === filters.get('view')) ?? 'purchases'
  const Content = CONTENT[view]
  return (
    <Page title={t('title')} isFilling titleAside={<LedgerTabs />} actions={<Actions view={view} />}>
      <div className={styles.view}>
        <Segmented
          label={t('views.label')}
          value={view}
          onChange={(next) => filters.set({ view: next === 'purchases' ? undefined : next }, true)}
          options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <Content />
      </div>
    </Page>
  )
}

function Actions({ view }: { readonly view: View }) {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  // An empty list has its own button in the middle.
  const hasSales = (useQuery(api.revenue.sales.queryOptions()).data?.length ?? 0) > 0
  if (view === 'sales' && !hasSales) return null
  return (
    <Button variant="primary" icon={Plus} onPress={() => show('new')}>
      {t('sale.add')}
    </Button>
  )
}
