import { MoreHorizontal, Plus, Trash2 } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { api, client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useNetworkName } from '../../../lib/network-name.ts'
import { ChannelName } from '../../../ui/dot.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
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
          <AddChannel onAdded={onOpen} />
          {variant !== null && <ChannelMenu variant={variant} onRemoved={() => onOpen(null)} />}
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

interface AddChannelProps {
  onAdded(variantId: number): void
}

/** Offers the channels it is not for yet. */
function AddChannel({ onAdded }: AddChannelProps) {
  const { t } = useTranslation('post')
  const networkName = useNetworkName()
  const { detail, typing } = useThisPost()
  const change = useChange('toast')
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  const taken = new Set(detail.variants.map(({ channelId }) => channelId))
  const free = channels.filter(({ id, isArchived }) => !isArchived && !taken.has(id))

  async function add(channelId: number, name: string) {
    await typing.keep()
    const { id } = detail
    const call = (commandId: string) => client.calendar.addVariant({ commandId, id, channelId })
    if (!(await change.run(call, t('done.channelAdded', { name })))) return
    const { variants } = await client.calendar.post({ id })
    const added = variants.find((variant) => variant.channelId === channelId)
    if (added) onAdded(added.id)
  }

  return (
    <Menu
      label={t('tabs.add')}
      trigger={<IconButton size="s" variant="quiet" icon={Plus} label={t('tabs.add')} isDisabled={change.isRunning} />}
      groups={[
        {
          entries:
            free.length > 0
              ? free.map(({ id, name, network }) => ({
                  id: String(id),
                  label: name,
                  ...(networkName(network) !== name && { description: networkName(network) }),
                  onAction: () => void add(id, name),
                }))
              : [{ id: 'settings', label: t('tabs.noMore'), href: '/settings?tab=channels' }],
        },
      ]}
    />
  )
}

interface ChannelMenuProps {
  readonly variant: VariantDetail
  onRemoved(): void
}

function ChannelMenu({ variant, onRemoved }: ChannelMenuProps) {
  const { t } = useTranslation('post')
  const change = useChange('toast')
  const { id, status } = variant
  const name = variant.channel ?? ''
  const isOut = status === 'published' || status === 'archived'

  async function remove() {
    const call = (commandId: string) => client.calendar.removeVariant({ commandId, id })
    if (await change.run(call, t('done.channelRemoved', { name }))) onRemoved()
  }

  return (
    <Menu
      label={t('tabs.menu', { name })}
      trigger={<IconButton size="s" variant="quiet" icon={MoreHorizontal} label={t('tabs.menu', { name })} />}
      groups={[
        {
          entries: [
            {
              id: 'remove',
              label: t('tabs.remove', { name }),
              icon: Trash2,
              isDangerous: true,
              isDisabled: isOut,
              ...(isOut && { description: t('tabs.isOut') }),
              onAction: () => void remove(),
            },
          ],
        },
      ]}
    />
  )
}
