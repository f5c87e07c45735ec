import { useQuery } from '@tanstack/react-query'
import { FileClock, Lock, LockOpen, MoreHorizontal, Receipt, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../shared/contract/billing-records.ts'
import { api, client } from '../../lib/api.ts'
import { purchaseAddress } from '../../lib/ledger-address.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { showToast } from '../../ui/toast-store.ts'
import { clientAddress, timesheetAddress } from './billing-view.ts'
import styles from './billing.module.css'
import { UnlockForm } from './unlock-form.tsx'

/** What was handed over for payment. */
export function InvoicesView({ tabs }: { readonly tabs: ReactNode }) {
  const { t } = useTranslation('billing')
  const describe = useErrorTexts()
  const query = useQuery(api.billing.invoices.queryOptions({ input: { clientId: null } }))
  const [unlocking, setUnlocking] = useState<Invoice | null>(null)
  const columns = useColumns(setUnlocking)
  return (
    <Page title={t('title')} titleAside={tabs}>
      {query.error && !query.data ? (
        <ErrorPanel error={describe(query.error)} />
      ) : !query.data ? (
        <Skeleton lines={4} height={320} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={Lock} title={t('invoices.none')}>
          {t('invoices.noneText')}
        </EmptyState>
      ) : (
        <Card isFlush>
          <Table
            label={t('invoices.list')}
            columns={columns}
            rows={query.data}
            rowKey={({ id }) => String(id)}
            rowTone={({ unlockedAt }) => (unlockedAt === null ? undefined : 'muted')}
          />
        </Card>
      )}
      {unlocking && <UnlockForm invoice={unlocking} onClose={() => setUnlocking(null)} />}
    </Page>
  )
}

function useColumns(onUnlock: (invoice: Invoice) => void): readonly Column<Invoice>[] {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return [
    {
      id: 'number',
      header: t('invoices.columns.number'),
      isRowHeader: true,
      sortValue: ({ number }) => number,
      cell: ({ number }) => number,
    },
    {
      id: 'client',
      header: t('invoices.columns.client'),
      sortValue: (invoice) => invoice.client,
      cell: (invoice) => <TextLink href={clientAddress(invoice.clientId)}>{invoice.client}</TextLink>,
    },
    {
      id: 'period',
      header: t('invoices.columns.period'),
      sortValue: ({ period }) => period.from,
      cell: ({ period }) => format.dayRange(period.from, period.to),
    },
    {
      id: 'billed',
      header: t('invoices.columns.billed'),
      align: 'end',
      sortValue: ({ billedSeconds }) => billedSeconds,
      cell: ({ billedSeconds }) => format.duration(billedSeconds),
    },
    {
      id: 'amount',
      header: t('invoices.columns.amount'),
      align: 'end',
      sortValue: ({ cents }) => cents,
      cell: (invoice) => <Amount invoice={invoice} />,
    },
    {
      id: 'state',
      header: t('invoices.columns.state'),
      isWrapping: true,
      cell: (invoice) => <State invoice={invoice} />,
    },
    {
      id: 'actions',
      header: '',
      headerDescription: t('invoices.columns.state'),
      align: 'end',
      cell: (invoice) => <Actions invoice={invoice} onUnlock={() => onUnlock(invoice)} />,
    },
  ]
}

function Amount({ invoice: { cents, feeCents } }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  return (
    <span title={feeCents > 0 ? t('invoices.withFee', { amount: format.money(feeCents) }) : undefined}>
      {format.money(cents)}
    </span>
  )
}

/** Whether it is locked, and every reason it was unlocked for. */
function State({ invoice: { unlockedAt, entryCount, unlocks } }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const zone = useQuery(api.settings.ledger.queryOptions()).data?.timeZone ?? 'UTC'
  return (
    <>
      {unlockedAt === null ? (
        <Chip tone="return">{t('invoices.locked', { count: entryCount })}</Chip>
      ) : (
        <Chip tone="warn">{t('invoices.unlocked', { day: format.instant(unlockedAt, zone) })}</Chip>
      )}
      {unlocks.map(({ at, reason }, index) => (
        <div key={index} className={styles.note}>
          {t('invoices.unlockEntry', { day: format.instant(at, zone), reason })}
        </div>
      ))}
    </>
  )
}

function Actions({ invoice, onUnlock }: { readonly invoice: Invoice; onUnlock(): void }) {
  const { t } = useTranslation('billing')
  const { id, number, unlockedAt, eventId, clientId, period } = invoice
  const lock = useLocking(number)
  const remove = useCommand(client.billing.removeInvoice, { done: t('invoices.removedDone', { number }) })
  const isLocked = unlockedAt === null
  const entries = [
    {
      id: 'sheet',
      label: t('invoices.sheet'),
      icon: FileClock,
      href: timesheetAddress(clientId, period, isLocked ? id : undefined),
    },
    ...(eventId === null
      ? []
      : [{ id: 'revenue', label: t('invoices.revenue'), icon: Receipt, href: purchaseAddress(eventId) }]),
    ...(isLocked
      ? [{ id: 'unlock', label: t('invoices.unlock'), icon: LockOpen, onAction: onUnlock }]
      : [
          { id: 'lock', label: t('invoices.lock'), icon: Lock, onAction: () => lock(id) },
          {
            id: 'remove',
            label: t('invoices.remove'),
            icon: Trash2,
            isDangerous: true,
            onAction: () => void remove.run({ id }),
          },
        ]),
  ]
  const label = t('invoices.actions', { number })
  return (
    <Menu
      label={label}
      trigger={<IconButton size="s" variant="quiet" icon={MoreHorizontal} label={label} />}
      groups={[{ entries }]}
    />
  )
}

/** Locks again, or says why there is nothing to lock. */
function useLocking(number: string): (id: number) => void {
  const { t } = useTranslation('billing')
  const lock = useCommand(client.billing.lockInvoice, { done: t('invoices.lockedDone', { number }), errors: 'caller' })
  const { error } = lock
  useEffect(() => {
    if (error === null) return
    const { reason } = error.data
    if (reason === 'nothing_to_invoice') showToast({ message: t('invoices.lockNothing', { number }), tone: 'error' })
    else if (reason === 'rate_missing') showToast({ message: t('invoices.lockUnpriced', { number }), tone: 'error' })
    else showToast({ message: error.title, description: error.advice, tone: 'error' })
  }, [error, number, t])
  return (id) => void lock.run({ id })
}
