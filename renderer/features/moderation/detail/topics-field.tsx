import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Tag, TagGroup, TagList } from 'react-aria-components'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { MAX_TOPICS_OF_ONE } from '../../../../shared/domain/conversation.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { ChipButton } from '../../../ui/chip-button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { cx } from '../../../ui/class-names.ts'
import { PLACES } from './focus.ts'
import styles from './marks.module.css'

/** What it is about: topics that can be taken off, and a field that finds others or makes new ones. */
export function TopicsField({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const { id, topicIds } = detail
  const known = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const change = useCommand(client.moderation.changeTopics, { done: t('done.topics') })
  const add = useCommand(client.moderation.addTopics, { done: t('done.topics'), isQuiet: true })
  const offered = known.filter((topic) => !topic.isArchived && !topicIds.includes(topic.id))

  async function create(name: string) {
    const same = known.find((topic) => topic.name.toLowerCase() === name.toLowerCase())
    const topicId = same?.id ?? (await add.run({ names: [name.slice(0, 200)] }))?.recordId ?? null
    if (topicId !== null && !topicIds.includes(topicId)) await change.run({ id, add: [topicId] })
  }

  return (
    <div className={styles.topics} id={PLACES.topics}>
      <Chosen detail={detail} onRemove={(gone) => void change.run({ id, remove: [gone] })} />
      <ComboBox
        isLabelHidden
        width="auto"
        label={t('marks.addTopic')}
        placeholder={t('marks.topicPlaceholder')}
        value={null}
        isDisabled={topicIds.length >= MAX_TOPICS_OF_ONE}
        options={offered.map((topic) => ({ value: String(topic.id), label: topic.name }))}
        onChange={(chosen) => chosen !== null && void change.run({ id, add: [Number(chosen)] })}
        onCreate={(name) => void create(name)}
      />
    </div>
  )
}

interface ChosenProps {
  readonly detail: ConversationDetail
  onRemove(id: number): void
}

function Chosen({ detail, onRemove }: ChosenProps) {
  const { t } = useTranslation('conversation')
  const chosen = detail.topicIds.map((id, index) => ({ id, name: detail.topics[index] ?? '' }))
  if (chosen.length === 0) return null
  return (
    <TagGroup
      aria-label={t('marks.topics')}
      onRemove={(keys) => {
        for (const key of keys) onRemove(Number(key))
      }}
    >
      <TagList items={chosen} className={cx(styles.chosen)}>
        {({ id, name }) => (
          <Tag id={id} textValue={name} className={cx(styles.topic)}>
            {name}
            <ChipButton slot="remove" label={t('marks.removeTopic', { name })} />
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
