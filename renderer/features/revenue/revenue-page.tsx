import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Button } from '../../ui/button.tsx'
import styles from '../../ui/list-view.module.css'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { NEW_SALE, NEW_SUBSCRIPTION, useRevenueForms } from '../../lib/revenue-forms.ts'
import { MarginsView } from './margins-view.tsx'
import { OriginsView } from './origins-view.tsx'
import { PurchaseSheet } from './purchase-sheet.tsx'
import { PurchasesView } from './purchases-view.tsx'
import { RulesView } from './rules-view.tsx'
import { SubscriptionsView } from './subscriptions-view.tsx'

const CONTENT = {
  purchases: PurchasesView,
  origins: OriginsView,
  subscriptions: SubscriptionsView,
  margins: MarginsView,
  rules: RulesView,
}
const VIEWS = ['purchases', 'origins', 'subscriptions', 'margins', 'rules'] as const
type View = (typeof VIEWS)[number]

/** What comes in, where it came from, and what is left of it. */
export function RevenuePage() {
  const { t } = useTranslation('revenue')
  const filters = useSearchFilters()
  const view: View = VIEWS.find((name) => name === filters.get('view')) ?? 'purchases'
  const Content = CONTENT[view]
  const purchase = Number(filters.get('purchase'))
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
      {Number.isSafeInteger(purchase) && purchase > 0 && (
        <PurchaseSheet key={purchase} id={purchase} onClose={() => filters.set({ purchase: undefined })} />
      )}
    </Page>
  )
}

function Actions({ view }: { readonly view: View }) {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  if (view === 'purchases')
    return (
      <Button variant="primary" icon={Plus} onPress={() => show(NEW_SALE)}>
        {t('sale.add')}
      </Button>
    )
  if (view !== 'subscriptions') return null
  return (
    <Button variant="primary" icon={Plus} onPress={() => show(NEW_SUBSCRIPTION)}>
      {t('subscription.add')}
    </Button>
  )
}
