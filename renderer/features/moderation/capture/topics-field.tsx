import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_TOPICS_OF_ONE } from '../../../../shared/domain/conversation.ts'
import { api } from '../../../lib/api.ts'
import { Chip } from '../../../ui/chip.tsx'
import { ChipButton } from '../../../ui/chip-button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import styles from './capture.module.css'
import { type ChosenTopics, isSameName } from './new-topics.ts'

const MAX_NAME_LENGTH = 200

export interface TopicsFieldProps extends ChosenTopics {
  readonly label: string
  onChange(chosen: Partial<ChosenTopics>): void
  /** Told what is typed and not taken yet; null: nothing. */
  onTyping?(text: string | null): void
}

/** Several topics: found by typing, or new by their name. */
export function TopicsField({ label, topicIds, newTopics, onChange, onTyping }: TopicsFieldProps) {
  const { t } = useTranslation('capture')
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  // The field is made anew for every topic: it is empty again then.
  const [turn, setTurn] = useState(0)
  const left = topics.filter(({ id, isArchived }) => !isArchived && !topicIds.includes(id))
  const isFull = topicIds.length + newTopics.length >= MAX_TOPICS_OF_ONE

  function add(chosen: Partial<ChosenTopics>) {
    setTurn((before) => before + 1)
    onTyping?.(null)
    onChange(chosen)
  }

  function addByName(name: string) {
    const known = topics.find((topic) => isSameName(topic.name, name))
    const isThere = known ? topicIds.includes(known.id) : newTopics.some((other) => isSameName(other, name))
    if (isThere) add({})
    else if (known) add({ topicIds: [...topicIds, known.id] })
    else add({ newTopics: [...newTopics, name.slice(0, MAX_NAME_LENGTH)] })
  }

  return (
    <div className={styles.topics}>
      <ComboBox
        key={turn}
        autoFocus={turn > 0}
        label={label}
        placeholder={t('topicPlaceholder')}
        options={left.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={null}
        isDisabled={isFull}
        onChange={(chosen) => {
          if (chosen !== null) add({ topicIds: [...topicIds, Number(chosen)] })
        }}
        onCreate={addByName}
        {...(onTyping && { onTyping })}
      />
      <ul className={styles.chips}>
        {topicIds.map((id) => (
          <TopicChip
            key={id}
            name={topics.find((topic) => topic.id === id)?.name ?? ''}
            onRemove={() => onChange({ topicIds: topicIds.filter((other) => other !== id) })}
          />
        ))}
        {newTopics.map((name) => (
          <TopicChip
            key={name}
            name={t('isNewTopic', { name })}
            onRemove={() => onChange({ newTopics: newTopics.filter((other) => other !== name) })}
          />
        ))}
      </ul>
    </div>
  )
}

function TopicChip({ name, onRemove }: { readonly name: string; onRemove(): void }) {
  const { t } = useTranslation('capture')
  return (
    <li>
      <Chip tone="accent" title={name}>
        <span className={styles.chipText}>{name}</span>
        <ChipButton label={t('removeTopic', { name })} onPress={onRemove} />
      </Chip>
    </li>
  )
}
