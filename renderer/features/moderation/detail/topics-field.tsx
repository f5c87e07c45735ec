import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { X } from 'lucide-react'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { cx } from '../../../ui/class-names.ts'
import { PLACES } from './focus.ts'
import styles from './marks.module.css'

/** What it is about: topics that can be taken off, and a field that finds others or makes new ones. */
export function TopicsField({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const { id, topicIds } = detail
  const known = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const set = useCommand(client.moderation.setTopics, { done: t('done.topics') })
  const add = useCommand(client.moderation.addTopics, { done: t('done.topics'), isQuiet: true })
  const offered = known.filter((topic) => !topic.isArchived && !topicIds.includes(topic.id))

  async function create(name: string) {
    const same = known.find((topic) => topic.name.toLowerCase() === name.toLowerCase())
    const topicId = same?.id ?? (await add.run({ names: [name.slice(0, 200)] }))?.recordId ?? null
    if (topicId !== null && !topicIds.includes(topicId)) await set.run({ id, topicIds: [...topicIds, topicId] })
  }

  return (
    <div className={styles.topics} id={PLACES.topics}>
      <Chosen
        detail={detail}
        onRemove={(gone) => void set.run({ id, topicIds: topicIds.filter((one) => one !== gone) })}
      />
      <ComboBox
        isLabelHidden
        width="auto"
        label={t('marks.addTopic')}
        placeholder={t('marks.topicPlaceholder')}
        value={null}
        options={offered.map((topic) => ({ value: String(topic.id), label: topic.name }))}
        onChange={(chosen) => chosen !== null && void set.run({ id, topicIds: [...topicIds, Number(chosen)] })}
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
            <Button slot="remove" className={cx(styles.takeOff)} aria-label={t('marks.removeTopic', { name })}>
              <X size={12} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
