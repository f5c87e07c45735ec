import { Plus, Trash2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { api, client } from '../../../lib/api.ts'
import { type Change, useChange } from '../../../lib/use-change.ts'
import { useNetworkName } from '../../../lib/network-name.ts'
import { ChannelName } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import styles from './post.module.css'
import { useVariantDraft } from './post-saving.ts'
import { TextPanel } from './text-panel.tsx'
import { useThisPost } from './this-post.ts'

export const MASTER = 'master'

interface VariantTabsProps {
  /** Null: the master text. */
  onOpen(variantId: number | null): void
}

/** The master text, and a form for each channel. */
export function VariantTabs({ onOpen }: VariantTabsProps) {
  const { t } = useTranslation('post')
  const { detail, variant } = useThisPost()
  const placed = detail.variants.filter(({ channelId }) => channelId !== null)
  const panel = <TextPanel onMaster={() => onOpen(null)} />
  const hasMaster = placed.length !== 1 || placed[0]?.text !== null
  return (
    <Tabs
      label={t('tabs.label')}
      selected={variant === null ? MASTER : String(variant.id)}
      onSelect={(key) => onOpen(key === MASTER ? null : Number(key))}
      tabs={[
        ...(hasMaster ? [{ id: MASTER, label: t('tabs.master'), content: panel }] : []),
        ...placed.map((one) => ({ id: String(one.id), label: <TabName variant={one} />, content: panel })),
      ]}
      aside={
        <span className={styles.tabTools}>
          <ChannelsMenu onAdded={onOpen} onRemoved={() => onOpen(null)} />
        </span>
      }
    />
  )
}

function TabName({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation('post')
  const { text } = useVariantDraft(variant)
  return (
    <>
      <ChannelName network={variant.network}>{variant.channel}</ChannelName>
      {text !== null && (
        <span role="img" aria-label={t('tabs.differs')} title={t('tabs.differs')} className={styles.differs}>
          ≠
        </span>
      )}
    </>
  )
}

interface ChannelsMenuProps {
  onAdded(variantId: number): void
  onRemoved(): void
}

/** Offers the channels it is not for yet, and to take the open one off. */
function ChannelsMenu({ onAdded, onRemoved }: ChannelsMenuProps) {
  const { t } = useTranslation('post')
  const { variant } = useThisPost()
  const change = useChange('toast')
  const added = useAddedChannels(change, onAdded)
  const none = { id: 'settings', label: t('tabs.noMore'), href: '/settings?tab=channels' }
  return (
    <Menu
      label={t('tabs.menu')}
      trigger={<IconButton size="s" variant="quiet" icon={Plus} label={t('tabs.menu')} isDisabled={change.isRunning} />}
      groups={[
        { title: t('tabs.add'), entries: added.length > 0 ? added : [none] },
        ...(variant === null ? [] : [{ entries: [removal(variant)] }]),
      ]}
    />
  )

  function removal({ id, status, channel }: VariantDetail): MenuEntry {
    const name = channel ?? ''
    const isOut = status === 'published' || status === 'archived'
    const call = (commandId: string) => client.calendar.removeVariant({ commandId, id })
    const remove = async () => (await change.run(call, t('done.channelRemoved', { name }))) && onRemoved()
    const about = { icon: Trash2, isDangerous: true, isDisabled: isOut, ...(isOut && { description: t('tabs.isOut') }) }
    return { id: 'remove', label: t('tabs.remove', { name }), ...about, onAction: () => void remove() }
  }
}

function useAddedChannels(change: Change, onAdded: (variantId: number) => void): MenuEntry[] {
  const { t } = useTranslation('post')
  const networkName = useNetworkName()
  const { detail, typing } = useThisPost()
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  const taken = new Set(detail.variants.map(({ channelId }) => channelId))

  async function add(channelId: number, name: string) {
    await typing.keep()
    const { id } = detail
    const call = (commandId: string) => client.calendar.addVariant({ commandId, id, channelId })
    if (!(await change.run(call, t('done.channelAdded', { name })))) return
    const { variants } = await client.calendar.post({ id })
    const added = variants.find((variant) => variant.channelId === channelId)
    if (added) onAdded(added.id)
  }

  return channels
    .filter(({ id, isArchived }) => !isArchived && !taken.has(id))
    .map(({ id, name, network }) => ({
      id: String(id),
      label: name,
      ...(networkName(network) !== name && { description: networkName(network) }),
      onAction: () => void add(id, name),
    }))
}
