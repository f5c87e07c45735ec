/** What can be done with a topic beside moving it. */
import { Archive, ArchiveRestore, Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../../shared/contract/moderation-setup.ts'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'

export type TopicDialogKind = 'rename' | 'merge'

interface TopicActionsProps {
  readonly topic: Topic
  readonly isOnly: boolean
  onOpen(dialog: TopicDialogKind): void
}

export function TopicActions({ topic, isOnly, onOpen }: TopicActionsProps) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  const { id, name, isArchived } = topic
  const label = t('actionsOf', { name })
  const isUsed = topic.conversations + topic.setupUses > 0
  const archive: MenuEntry = {
    id: 'archive',
    label: t(isArchived ? 'topics.restore' : 'topics.archive'),
    icon: isArchived ? ArchiveRestore : Archive,
    ...(!isArchived && { description: t('topics.archiveHelp') }),
    onAction: () =>
      void change.run(
        (commandId) => client.moderation.updateTopic({ commandId, id, patch: { isArchived: !isArchived } }),
        t(isArchived ? 'topics.restoredDone' : 'topics.archivedDone', { name }),
      ),
  }
  const remove: MenuEntry = {
    id: 'remove',
    label: t('remove'),
    icon: Trash2,
    isDangerous: true,
    isDisabled: isUsed,
    ...(isUsed && { description: t('topics.removeUsed') }),
    onAction: () =>
      void change.run((commandId) => client.moderation.removeTopic({ commandId, id }), t('removed', { name })),
  }
  const entries: MenuEntry[] = [
    { id: 'rename', label: t('topics.rename'), icon: Pencil, onAction: () => onOpen('rename') },
    {
      id: 'merge',
      label: t('topics.merge'),
      icon: Merge,
      isDisabled: isOnly,
      onAction: () => onOpen('merge'),
    },
    archive,
    remove,
  ]
  return (
    <Menu
      label={label}
      trigger={<IconButton size="s" variant="quiet" icon={Ellipsis} label={label} isPending={change.isRunning} />}
      groups={[{ entries }]}
    />
  )
}
