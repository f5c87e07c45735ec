import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { Waypoints } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OriginRule } from '../../../shared/contract/origin-rules.ts'
import type { Channel } from '../../../shared/contract/settings.ts'
import { api } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from '../../ui/list-view.module.css'
import { Money } from '../../ui/money.tsx'
import { Shortened } from '../../ui/shortened.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { RuleDialog } from './rule-dialog.tsx'

/** What words of imports are taken for. */
export function RulesView() {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const describe = useErrorTexts()
  const query = useQuery(api.revenue.rules.queryOptions())
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const [editing, setEditing] = useState<OriginRule | null>(null)
  const columns = useMemo(() => ruleColumns(format, t, channels ?? []), [format, t, channels])
  if (query.error && !query.data) return <ErrorPanel error={describe(query.error)} />
  if (query.data?.length === 0)
    return (
      <EmptyState icon={Waypoints} title={t('rules.emptyTitle')}>
        {t('rules.empty')}
      </EmptyState>
    )
  return (
    <>
      <p>
        {t('rules.intro')} {t('rules.campaigns')}{' '}
        <TextLink href="/records?tab=campaign">{t('rules.toCampaigns')}</TextLink>
      </p>
      <Card isFlush className={styles.list}>
        <Table
          label={t('views.rules')}
          columns={columns}
          rows={query.data ?? []}
          rowKey={(rule) => `${rule.source} ${rule.value}`}
          onRowAction={(rule) => setEditing(rule)}
          isLoading={query.isPending}
          height="fill"
        />
      </Card>
      {editing && <RuleDialog rule={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function ruleColumns(format: Format, t: TFunction<'revenue'>, channels: readonly Channel[]): Column<OriginRule>[] {
  const channelOf = ({ target }: OriginRule) =>
    target.kind === 'channel' ? channels.find(({ id }) => id === target.channelId) : undefined
  const targetText = (rule: OriginRule) =>
    rule.target.kind === 'channel' ? (channelOf(rule)?.name ?? '') : t(`rules.${rule.target.kind}`)
  return [
    {
      id: 'word',
      header: t('columns.word'),
      isRowHeader: true,
      width: '99%',
      cell: (rule) => <Shortened text={rule.value} />,
      sortValue: (rule) => rule.value,
    },
    {
      id: 'source',
      header: t('columns.wordKind'),
      cell: (rule) => t(`rules.sources.${rule.source}`),
      sortValue: (rule) => rule.source,
    },
    {
      id: 'target',
      header: t('columns.target'),
      cell: (rule) => <ChannelName network={channelOf(rule)?.network ?? null}>{targetText(rule)}</ChannelName>,
      sortValue: targetText,
    },
    {
      id: 'purchases',
      header: t('columns.purchases'),
      align: 'end',
      cell: (rule) => format.number(rule.purchases),
      sortValue: (rule) => rule.purchases,
    },
    {
      id: 'net',
      header: t('columns.net'),
      align: 'end',
      cell: (rule) => <Money cents={rule.netCents} />,
      sortValue: (rule) => rule.netCents,
    },
  ]
}
