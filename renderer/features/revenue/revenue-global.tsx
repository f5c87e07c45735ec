import { HandCoins, Repeat, Target } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../lib/api.ts'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useFinder } from '../../lib/finders.ts'
import { NEW_LEAD, NEW_SALE, NEW_SUBSCRIPTION, type OpenForm, useRevenueForms } from '../../lib/revenue-forms.ts'

// Forms with calendars are heavy; no first screen waits for them.
const SaleForm = lazy(async () => ({ default: (await import('./sale-form.tsx')).SaleForm }))
const SubscriptionForm = lazy(async () => ({ default: (await import('./subscription-form.tsx')).SubscriptionForm }))
const LeadForm = lazy(async () => ({ default: (await import('./lead-form.tsx')).LeadForm }))

/** Adding a sale, a subscription or a lead from anywhere. */
export function RevenueGlobal() {
  const { form, close } = useRevenueForms()
  useRevenueCommands()
  useLeadFinder()
  return <Suspense fallback={null}>{form && <Form form={form} onClose={close} />}</Suspense>
}

function Form({ form, onClose }: { readonly form: OpenForm; onClose(): void }) {
  switch (form.kind) {
    case 'sale':
      return <SaleForm key={form.id ?? 'new'} id={form.id} sale={form.sale} onClose={onClose} />
    case 'subscription':
      return (
        <SubscriptionForm key={form.subscription?.id ?? 'new'} subscription={form.subscription} onClose={onClose} />
      )
    case 'lead':
      return <LeadForm key={form.lead?.id ?? 'new'} lead={form.lead} start={form.start ?? {}} onClose={onClose} />
  }
}

/** Enough to choose from; more words find the others. */
const MOST_LEADS = 5

function useLeadFinder() {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  useFinder(
    useMemo(
      () => ({
        id: 'leads',
        find: async (text) =>
          (await client.revenue.leads({ text })).leads.slice(0, MOST_LEADS).map((lead) => ({
            id: `revenue.found.lead.${lead.id}`,
            title: lead.name,
            group: t('leads.lead'),
            icon: Target,
            run: () => show({ kind: 'lead', lead }),
          })),
      }),
      [t, show],
    ),
  )
}

function useRevenueCommands() {
  const { t } = useTranslation('revenue')
  const show = useRevenueForms((state) => state.show)
  useAppCommands(
    useMemo(
      (): AppCommand[] => [
        {
          id: 'revenue.addSale',
          title: t('sale.add'),
          group: t('title'),
          icon: HandCoins,
          shortcut: 'v',
          opensField: true,
          keywords: ['umsatz', 'auftrag', 'revenue', 'order', 'sale', 'deal'],
          quickActionText: t('sale.quick'),
          run: () => show(NEW_SALE),
        },
        {
          id: 'revenue.addSubscription',
          title: t('subscription.add'),
          group: t('title'),
          icon: Repeat,
          keywords: ['wiederkehrend', 'mitgliedschaft', 'recurring', 'membership'],
          run: () => show(NEW_SUBSCRIPTION),
        },
        {
          id: 'revenue.addLead',
          title: t('leads.add'),
          group: t('title'),
          icon: Target,
          keywords: ['anfrage', 'angebot', 'enquiry', 'pipeline'],
          run: () => show(NEW_LEAD),
        },
      ],
      [t, show],
    ),
  )
}
