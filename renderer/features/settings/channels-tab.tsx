/** The profiles that posts go to. */
import { useQuery } from '@tanstack/react-query'
import { Archive, ArchiveRestore, Ellipsis, Pencil, Plus, Share2, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/contract/settings.ts'
import { api, client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { QueryFrame } from '../../ui/query-frame.tsx'
import styles from './settings.module.css'
import { useChange } from '../../lib/use-change.ts'
import { useNetworkName } from '../../lib/network-name.ts'

export function ChannelsTab() {
  const { t } = useTranslation('settings')
  const channels = useQuery(api.settings.channels.queryOptions())
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const add = (
    <Button icon={Plus} onPress={() => setEdited('new')}>
      {t('channels.add')}
    </Button>
  )
  return (
    <QueryFrame query={channels}>
      {(rows) => (
        <div className={styles.wideColumn}>
          <div className={styles.intro}>
            <p className={styles.lead}>{t('channels.intro')}</p>
            {rows.length > 0 && add}
          </div>
          <Card isFlush>
            {rows.length === 0 ? (
              <EmptyState icon={Share2} title={t('channels.empty')} primary={add}>
                {t('channels.emptyHelp')}
              </EmptyState>
            ) : (
              <ChannelTable channels={rows} onEdit={setEdited} />
            )}
          </Card>
          <ModerationCard />
          {edited !== null && (
            <ChannelDialog channel={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
          )}
        </div>
      )}
    </QueryFrame>
  )
}

/** What else is set by channel has screens of its own. */
function ModerationCard() {
  const { t } = useTranslation('settings')
  return (
    <Card title={t('channels.moderation')}>
      <div className={styles.intro}>
        <p className={styles.lead}>{t('channels.moderationHelp')}</p>
        <LinkButton href="/moderation/setup" icon={SlidersHorizontal}>
          {t('channels.moderationLink')}
        </LinkButton>
      </div>
    </Card>
  )
}

interface ChannelTableProps {
  readonly channels: readonly Channel[]
  onEdit(channel: Channel): void
}

function ChannelTable({ channels, onEdit }: ChannelTableProps) {
  const { t } = useTranslation('settings')
  const networkName = useNetworkName()
  const columns = useMemo(
    (): Column<Channel>[] => [
      {
        id: 'name',
        header: t('channels.columns.name'),
        isRowHeader: true,
        sortValue: (channel) => channel.name,
        cell: (channel) => <ChannelName network={channel.network}>{channel.name}</ChannelName>,
      },
      {
        id: 'network',
        header: t('channels.columns.network'),
        sortValue: (channel) => networkName(channel.network),
        cell: (channel) => <span className={styles.quiet}>{networkName(channel.network)}</span>,
      },
      {
        id: 'uses',
        header: t('channels.columns.uses'),
        align: 'end',
        sortValue: (channel) => channel.useCount,
        cell: (channel) => <UseCount count={channel.useCount} />,
      },
      {
        id: 'state',
        header: t('channels.columns.state'),
        sortValue: (channel) => Number(channel.isArchived),
        cell: (channel) => (
          <Chip tone={channel.isArchived ? 'neutral' : 'return'}>
            {t(channel.isArchived ? 'channels.archived' : 'channels.active')}
          </Chip>
        ),
      },
      {
        id: 'actions',
        header: '',
        headerDescription: t('channels.columns.actions'),
        align: 'end',
        width: '84px',
        cell: (channel) => <ChannelActions channel={channel} onEdit={onEdit} />,
      },
    ],
    [t, networkName, onEdit],
  )
  return (
    <Table
      label={t('channels.table')}
      columns={columns}
      rows={channels}
      rowKey={({ id }) => String(id)}
      rowTone={({ isArchived }) => (isArchived ? 'muted' : undefined)}
    />
  )
}

function UseCount({ count }: { readonly count: number }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  if (count === 0) return <span className={styles.quiet}>{t('channels.unused')}</span>
  return <span>{t('channels.uses', { count, formatted: format.number(count) })}</span>
}

interface ChannelActionsProps {
  readonly channel: Channel
  onEdit(channel: Channel): void
}

function ChannelActions({ channel, onEdit }: ChannelActionsProps) {
  const { t } = useTranslation('settings')
  const change = useChange('toast')
  const label = t('channels.actions', { name: channel.name })
  return (
    <span className={styles.rowActions}>
      <Menu
        label={label}
        trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} isDisabled={change.isRunning} />}
        groups={[{ entries: [editEntry(), archiveEntry(), removeEntry()] }]}
      />
    </span>
  )

  function editEntry(): MenuEntry {
    return { id: 'edit', label: t('channels.edit'), icon: Pencil, onAction: () => onEdit(channel) }
  }

  function archiveEntry(): MenuEntry {
    const { id, name, isArchived } = channel
    const done = t(isArchived ? 'channels.restoredDone' : 'channels.archivedDone', { name })
    return {
      id: 'archive',
      label: t(isArchived ? 'channels.restore' : 'channels.archive'),
      icon: isArchived ? ArchiveRestore : Archive,
      ...(!isArchived && { description: t('channels.archiveHelp') }),
      onAction: () =>
        void change.run(
          (commandId) => client.settings.updateChannel({ commandId, id, patch: { isArchived: !isArchived } }),
          done,
        ),
    }
  }

  function removeEntry(): MenuEntry {
    const { id, name, useCount } = channel
    return {
      id: 'remove',
      label: t('channels.remove'),
      icon: Trash2,
      isDangerous: true,
      isDisabled: useCount > 0,
      ...(useCount > 0 && { description: t('channels.removeInUse', { count: useCount }) }),
      onAction: () =>
        void change.run(
          (commandId) => client.settings.removeChannel({ commandId, id }),
          t('channels.removed', { name }),
        ),
    }
  }
}
