/** What conversations are about: in the order in which topics are offered. */
import { useQuery } from '@tanstack/react-query'
import { Plus, ListPlus, Tags } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic } from '../../../../shared/contract/moderation-setup.ts'
import { api, client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { SortableList } from '../../../ui/sortable-list.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { MoveHelp } from './move-help.tsx'
import styles from './setup.module.css'
import { TopicActions, type TopicDialogKind } from './topic-actions.tsx'
import { MergeDialog, RenameDialog } from './topic-dialogs.tsx'

const SUGGESTIONS = [
  'delivery',
  'price',
  'quality',
  'advice',
  'service',
  'website',
  'praise',
  'event',
  'partnership',
  'application',
] as const

export function TopicsTab() {
  const { t } = useTranslation('moderationSetup')
  const topics = useQuery(api.moderation.topics.queryOptions())
  return (
    <QueryFrame query={topics}>
      {(rows) => (
        <div className={styles.column}>
          <p className={styles.lead}>{t('topics.intro')}</p>
          <Card isFlush>
            {rows.length === 0 ? <NoTopics /> : <TopicList topics={rows} />}
            <NewTopic />
          </Card>
          {rows.length > 1 && <MoveHelp />}
        </div>
      )}
    </QueryFrame>
  )
}

function NoTopics() {
  const { t } = useTranslation('moderationSetup')
  const suggest = useCommand(client.moderation.addTopics, { done: t('topics.suggested') })
  const names = SUGGESTIONS.map((key) => t(`topics.suggestions.${key}`))
  return (
    <EmptyState
      icon={Tags}
      title={t('topics.empty')}
      primary={
        <Button icon={ListPlus} onPress={() => void suggest.run({ names })} isPending={suggest.isRunning}>
          {t('topics.suggest')}
        </Button>
      }
    >
      <p>{t('topics.emptyHelp')}</p>
      <p className={styles.suggestions}>
        {names.map((name) => (
          <Chip key={name}>{name}</Chip>
        ))}
      </p>
    </EmptyState>
  )
}

function TopicList({ topics }: { readonly topics: readonly Topic[] }) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange('toast')
  // Beside the list, not in it: what is typed in a dialog is no key of the list.
  const [opened, setOpened] = useState<{ topic: Topic; dialog: TopicDialogKind } | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <SortableList
        label={t('topics.list')}
        rows={topics}
        isMuted={({ isArchived }) => isArchived}
        onAction={(topic) => setOpened({ topic, dialog: 'rename' })}
        onMove={async (id, beforeId) => {
          const name = topics.find((topic) => topic.id === id)?.name ?? ''
          await change.run(
            (commandId) => client.moderation.moveTopic({ commandId, id, beforeId }),
            t('moved', { name }),
          )
        }}
      >
        {(topic) => (
          <TopicRow topic={topic} isOnly={topics.length < 2} onOpen={(dialog) => setOpened({ topic, dialog })} />
        )}
      </SortableList>
      {opened?.dialog === 'rename' && <RenameDialog topic={opened.topic} onClose={close} />}
      {opened?.dialog === 'merge' && <MergeDialog topic={opened.topic} topics={topics} onClose={close} />}
    </>
  )
}

interface TopicRowProps {
  readonly topic: Topic
  readonly isOnly: boolean
  onOpen(dialog: TopicDialogKind): void
}

function TopicRow({ topic, isOnly, onOpen }: TopicRowProps) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const { name, conversations, setupUses, isArchived } = topic
  return (
    <div className={styles.row}>
      <span className={styles.rowName}>{name}</span>
      {isArchived && <Chip>{t('topics.archived')}</Chip>}
      <span className={styles.rowFacts}>
        {setupUses > 0 && <span>{t('topics.inSetup', { count: setupUses })}</span>}
        <span>
          {conversations === 0
            ? t('topics.unused')
            : t('topics.count', { count: conversations, formatted: format.number(conversations) })}
        </span>
      </span>
      <TopicActions topic={topic} isOnly={isOnly} onOpen={onOpen} />
    </div>
  )
}

function NewTopic() {
  const { t } = useTranslation('moderationSetup')
  const [name, setName] = useState('')
  const change = useChange()
  const typed = name.trim()

  async function add() {
    if (typed === '') return
    // The field is free for the next one; what is refused comes back.
    setName('')
    const done = await change.run(
      (commandId) => client.moderation.addTopics({ commandId, names: [typed] }),
      t('topics.added', { name: typed }),
    )
    if (!done) setName((next) => `${typed} ${next}`.trimEnd())
  }
  return (
    <form
      className={styles.newTopic}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label={t('topics.name')}
        isLabelHidden
        width="wide"
        placeholder={t('topics.placeholder')}
        maxLength={200}
        value={name}
        onChange={(text) => {
          setName(text)
          change.clearError()
        }}
        errorMessage={change.error?.title}
      />
      <Button type="submit" icon={Plus} isDisabled={typed === ''}>
        {t('topics.add')}
      </Button>
    </form>
  )
}
