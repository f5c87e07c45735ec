import { useQuery } from '@tanstack/react-query'
import { Handshake, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-aria-components'
import type { BilledClient } from '../../../shared/contract/billing-records.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { BillingAddress } from './billing-view.ts'
import styles from './billing.module.css'
import { ClientForm } from './client-form.tsx'
import { ClientPanel } from './client-panel.tsx'
import { MonthStepper } from './month-stepper.tsx'
import { RatesCard } from './rates-card.tsx'
import { RetainerBar } from './retainer-bar.tsx'

export interface ClientsViewProps {
  readonly address: BillingAddress
  readonly tabs: ReactNode
}

/** All clients on the left, one of them beside it. */
export function ClientsView({ address, tabs }: ClientsViewProps) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const [isAdding, setIsAdding] = useState(false)
  const query = useQuery(api.billing.clients.queryOptions({ input: { month: address.month } }))
  const clients = query.data?.clients ?? []
  // Without a choice the one with most to bill is shown.
  const chosen = clients.find(({ id }) => id === address.clientId) ?? mostUsed(clients)
  const add = (
    <Button variant="primary" icon={Plus} onPress={() => setIsAdding(true)}>
      {clients.length === 0 ? t('empty.add') : t('clients.add')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      titleAside={
        <>
          {tabs}
          <MonthStepper address={address} />
        </>
      }
      actions={clients.length > 0 && add}
    >
      {query.error && !query.data ? (
        <ErrorPanel error={describe(query.error)} />
      ) : !query.data ? (
        <Skeleton lines={4} height={320} />
      ) : chosen === undefined ? (
        <EmptyState icon={Handshake} title={t('empty.title')} primary={add}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Columns template="320px minmax(0, 1fr)">
          <div className={styles.stack}>
            <ClientList clients={clients} chosenId={chosen.id} month={address.month} />
            <RatesCard clientId={null} name={t('rates.general')} rates={query.data.rates} today={address.today} />
          </div>
          <ClientPanel key={chosen.id} id={chosen.id} address={address} />
        </Columns>
      )}
      {isAdding && (
        <ClientForm
          onClose={() => setIsAdding(false)}
          onAdded={(id) => address.filters.set({ client: String(id) }, true)}
        />
      )}
    </Page>
  )
}

function mostUsed(clients: readonly BilledClient[]): BilledClient | undefined {
  return clients.toSorted((a, b) => b.month.rawSeconds - a.month.rawSeconds || Number(b.isUsed) - Number(a.isUsed))[0]
}

interface ClientListProps {
  readonly clients: readonly BilledClient[]
  readonly chosenId: number
  readonly month: string
}

function ClientList({ clients, chosenId, month }: ClientListProps) {
  const { t } = useTranslation('billing')
  const used = clients.filter(({ isUsed }) => isUsed)
  const rest = clients.filter(({ isUsed }) => !isUsed)
  const entries = (some: readonly BilledClient[]) => (
    <ul className={styles.list}>
      {some.map((client) => (
        <li key={client.id}>
          <ClientEntry client={client} isChosen={client.id === chosenId} month={month} />
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={t('clients.list')} isFlush>
      {entries(used)}
      {rest.length > 0 && used.length > 0 && <p className={styles.group}>{t('clients.rest')}</p>}
      {entries(rest)}
    </Card>
  )
}

interface ClientEntryProps {
  readonly client: BilledClient
  readonly isChosen: boolean
  readonly month: string
}

function ClientEntry({ client, isChosen, month }: ClientEntryProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const openCents = client.open.cents + client.open.feeCents
  const search = new URLSearchParams({ client: String(client.id), month })
  return (
    <Link
      href={`/time/billing?${search.toString()}`}
      className={styles.entry ?? ''}
      {...(isChosen && { 'aria-current': 'true' as const })}
    >
      <span className={styles.name}>{client.name}</span>
      <span className={styles.figure}>{client.amountCents > 0 && format.money(client.amountCents)}</span>
      <small>{client.month.rawSeconds > 0 ? format.duration(client.month.billedSeconds) : t('clients.idle')}</small>
      <small className={styles.figure}>{openCents > 0 && t('clients.open', { amount: format.money(openCents) })}</small>
      {client.retainer && <RetainerBar state={client.retainer} isSmall />}
    </Link>
  )
}
