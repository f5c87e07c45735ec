import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type BillingAddress, BILLING_VIEWS, useBillingAddress } from './billing-view.ts'
import { ClientReportView } from './client-report-view.tsx'
import { ClientsView } from './clients-view.tsx'
import { InvoicesView } from './invoices-view.tsx'
import { ResultsView } from './results-view.tsx'
import { TimesheetView } from './timesheet-view.tsx'

export function BillingPage() {
  const { t } = useTranslation('billing')
  const address = useBillingAddress()
  if (!address) {
    return (
      <Page title={t('title')}>
        <Skeleton lines={4} height={320} />
      </Page>
    )
  }
  switch (address.view) {
    case 'clients':
      return <ClientsView address={address} tabs={<Views address={address} />} />
    case 'timesheet':
      return <TimesheetView address={address} tabs={<Views address={address} />} />
    case 'invoices':
      return <InvoicesView tabs={<Views address={address} />} />
    case 'results':
      return <ResultsView tabs={<Views address={address} />} />
    case 'report':
      return <ClientReportView address={address} />
  }
}

function Views({ address: { view, filters } }: { readonly address: BillingAddress }) {
  const { t } = useTranslation('billing')
  return (
    <Segmented
      label={t('views.label')}
      value={view === 'report' ? 'clients' : view}
      options={BILLING_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      onChange={(next) => filters.set({ view: next === 'clients' ? undefined : next, invoice: undefined }, true)}
    />
  )
}
