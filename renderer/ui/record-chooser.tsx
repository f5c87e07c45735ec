/** Fields that find a post or a conversation among thousands: what is typed is searched in the ledger. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundConversation, FoundPost } from '../../shared/contract/records.ts'
import { api } from '../lib/api.ts'
import { useFormat } from '../lib/use-format.ts'
import { ComboBox } from './combo-box.tsx'
import { Dot } from './dot.tsx'
import type { FieldTexts } from './field.tsx'

export interface RecordChooserProps extends FieldTexts {
  readonly value: number | null
  onChange(id: number | null): void
  readonly placeholder?: string
  readonly isDisabled?: boolean
}

export interface PostChooserProps extends RecordChooserProps {
  /** Told the whole post, e.g. to take its channel along. */
  onChoose?(post: FoundPost | null): void
}

export interface ConversationChooserProps extends RecordChooserProps {
  onChoose?(conversation: FoundConversation | null): void
}

function useSearch(id: number | null) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = useDeferredValue(typed ?? '').slice(0, 200)
  return { input: { text, id }, setTyped }
}

export function PostChooser({ value, onChange, onChoose, placeholder, ...field }: PostChooserProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { input, setTyped } = useSearch(value)
  const found = useQuery(api.records.findPosts.queryOptions({ input, placeholderData: keepPreviousData })).data ?? []
  return (
    <ComboBox
      {...field}
      value={value === null ? null : String(value)}
      onTyping={setTyped}
      onChange={(chosen) => {
        const post = found.find(({ id }) => String(id) === chosen) ?? null
        onChange(post?.id ?? null)
        onChoose?.(post)
      }}
      placeholder={placeholder ?? t('choose.postPlaceholder')}
      options={found.map((post) => ({
        value: String(post.id),
        label: post.title,
        description: post.publishedOn ? format.day(post.publishedOn) : t('choose.noDay'),
        ...(post.network && { mark: <Dot network={post.network} /> }),
      }))}
    />
  )
}

export function ConversationChooser({ value, onChange, onChoose, placeholder, ...field }: ConversationChooserProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { input, setTyped } = useSearch(value)
  const query = useQuery(api.records.findConversations.queryOptions({ input, placeholderData: keepPreviousData }))
  const found = query.data ?? []
  return (
    <ComboBox
      {...field}
      value={value === null ? null : String(value)}
      onTyping={setTyped}
      onChange={(chosen) => {
        const conversation = found.find(({ id }) => String(id) === chosen) ?? null
        onChange(conversation?.id ?? null)
        onChoose?.(conversation)
      }}
      placeholder={placeholder ?? t('choose.conversationPlaceholder')}
      options={found.map((conversation) => ({
        value: String(conversation.id),
        label: conversation.label || t('choose.unnamed', { day: format.day(conversation.day) }),
        description: format.day(conversation.day),
        ...(conversation.network && { mark: <Dot network={conversation.network} /> }),
      }))}
    />
  )
}
