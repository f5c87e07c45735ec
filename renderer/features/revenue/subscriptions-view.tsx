import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { Plus, Repeat } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subscription } from '../../../shared/contract/revenue.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { NEW_SUBSCRIPTION, useRevenueForms } from '../../lib/revenue-forms.ts'

/** Payments that come back. */
export function SubscriptionsView() {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const describe = useErrorTexts()
  const show = useRevenueForms((state) => state.show)
  const query = useQuery(api.revenue.subscriptions.queryOptions())
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const columns = useMemo(() => subscriptionColumns(format, t, channels ?? []), [format, t, channels])
  if (query.error && !query.data) return <ErrorPanel error={describe(query.error)} />
  if (query.data?.length === 0)
    return (
      <EmptyState
        icon={Repeat}
        title={t('subscription.emptyTitle')}
        primary={
          <Button variant="primary" icon={Plus} onPress={() => show(NEW_SUBSCRIPTION)}>
            {t('subscription.add')}
          </Button>
        }
      >
        {t('subscription.empty')}
      </EmptyState>
    )
  return (
    <Card isFlush className={styles.list}>
      <Table
        label={t('views.subscriptions')}
        columns={columns}
        rows={query.data ?? []}
        rowKey={(row) => String(row.id)}
        onRowAction={(subscription) => show({ kind: 'subscription', subscription })}
        isLoading={query.isPending}
        height="fill"
      />
    </Card>
  )
}

function subscriptionColumns(
  format: Format,
  t: TFunction<'revenue'>,
  channels: readonly Channel[],
): Column<Subscription>[] {
  const channelOf = ({ origin }: Subscription) =>
    origin?.kind === 'channel' ? channels.find(({ id }) => id === origin.channelId) : undefined
  const originText = (row: Subscription) => {
    if (row.origin === null) return t('sale.originUnknown')
    return row.origin.kind === 'social' ? t('touch.social') : (channelOf(row)?.name ?? t('sale.originOther'))
  }
  return [
    {
      id: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      width: '99%',
      cell: (row) => <span className={styles.name}>{row.name}</span>,
      sortValue: (row) => row.name,
    },
    {
      id: 'origin',
      header: t('columns.origin'),
      cell: (row) => <ChannelName network={channelOf(row)?.network ?? null}>{originText(row)}</ChannelName>,
      sortValue: originText,
    },
    {
      id: 'repetition',
      header: t('columns.repetition'),
      cell: (row) => t(`subscription.repetitions.${row.repetition}`),
    },
    {
      id: 'period',
      header: t('columns.period'),
      cell: (row) =>
        row.endsOn === null
          ? t('subscription.since', { from: format.day(row.startsOn) })
          : t('subscription.until', { from: format.day(row.startsOn), to: format.day(row.endsOn) }),
      sortValue: (row) => row.startsOn,
    },
    {
      id: 'next',
      header: t('columns.next'),
      cell: (row) =>
        row.nextDay === null ? <span className={styles.dash}>{t('subscription.ended')}</span> : format.day(row.nextDay),
    },
    { id: 'paid', header: t('columns.paid'), align: 'end', cell: (row) => <Money cents={row.paidCents} /> },
    { id: 'payments', header: t('columns.payments'), align: 'end', cell: (row) => format.number(row.payments) },
    { id: 'net', header: t('columns.net'), align: 'end', cell: (row) => <Money cents={row.netCents} /> },
  ]
}
