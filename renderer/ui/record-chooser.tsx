/** Fields that find a post or a conversation among thousands: what is typed is searched in the ledger. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundConversation, FoundPost, NamedList, NamedOption } from '../../shared/contract/records.ts'
import type { Network } from '../../shared/domain/network.ts'
import { api, client } from '../lib/api.ts'
import { useCommand } from '../lib/use-command.ts'
import { useFormat } from '../lib/use-format.ts'
import { ComboBox } from './combo-box.tsx'
import { Dot } from './dot.tsx'
import type { FieldTexts } from './field.tsx'
import type { Option } from './option-list.tsx'

export interface RecordChooserProps extends FieldTexts {
  readonly value: number | null
  onChange(id: number | null): void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly opensOnFocus?: boolean
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

interface FoundChooserProps<Found extends { readonly id: number }> extends RecordChooserProps {
  readonly found: readonly Found[]
  onTyping(text: string | null): void
  optionOf(found: Found): Pick<Option<string>, 'label' | 'description'> & { readonly network: Network | null }
  onChoose?: ((found: Found | null) => void) | undefined
}

function FoundChooser<Found extends { readonly id: number }>(props: FoundChooserProps<Found>) {
  const { found, optionOf, value, onChange, onChoose, ...field } = props
  return (
    <ComboBox
      {...field}
      value={value === null ? null : String(value)}
      onChange={(chosen) => {
        const record = found.find(({ id }) => String(id) === chosen) ?? null
        onChange(record?.id ?? null)
        onChoose?.(record)
      }}
      options={found.map((record) => {
        const { network, ...texts } = optionOf(record)
        return { value: String(record.id), ...texts, ...(network && { mark: <Dot network={network} /> }) }
      })}
    />
  )
}

export function PostChooser({ placeholder, ...props }: PostChooserProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { input, setTyped } = useSearch(props.value)
  const found = useQuery(api.records.findPosts.queryOptions({ input, placeholderData: keepPreviousData })).data ?? []
  return (
    <FoundChooser
      {...props}
      found={found}
      onTyping={setTyped}
      placeholder={placeholder ?? t('choose.postPlaceholder')}
      optionOf={({ title, publishedOn, network }) => ({
        label: title,
        description: publishedOn ? format.day(publishedOn) : t('choose.noDay'),
        network,
      })}
    />
  )
}

export function ConversationChooser({ placeholder, ...props }: ConversationChooserProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { input, setTyped } = useSearch(props.value)
  const query = useQuery(api.records.findConversations.queryOptions({ input, placeholderData: keepPreviousData }))
  return (
    <FoundChooser
      {...props}
      found={query.data ?? []}
      onTyping={setTyped}
      placeholder={placeholder ?? t('choose.conversationPlaceholder')}
      optionOf={({ title, contact, day, network }) => ({
        label: title || t('choose.unnamed', { day: format.day(day) }),
        description: [...(contact === null ? [] : [contact]), ...(title === '' ? [] : [format.day(day)])].join(' · '),
        network,
      })}
    />
  )
}

export interface NamedChooserProps extends RecordChooserProps {
  readonly list: NamedList
  /** Offers "none" as a choice of its own, told as 'none'; null then means that nothing is chosen. */
  readonly noneLabel?: string
  readonly isNone?: boolean
  onChooseNone?(): void
}

const LISTS = { campaign: 'campaigns', pillar: 'pillars', client: 'clients', department: 'departments' } as const
const NONE = 'none'

/** A campaign, pillar, client or department; a name that is not there yet is added as it is typed. */
export function NamedChooser(props: NamedChooserProps) {
  const { list, value, onChange, placeholder, noneLabel, isNone = false, onChooseNone, ...field } = props
  const { t } = useTranslation('records')
  const options = useQuery(api.records.options.queryOptions())
  const add = useCommand(client.records.addNamed, { done: t('done.addedHere') })
  const rows: readonly NamedOption[] = options.data?.[LISTS[list]] ?? []
  return (
    <ComboBox
      {...field}
      value={isNone ? NONE : value === null ? null : String(value)}
      placeholder={placeholder ?? t('choose.namePlaceholder')}
      options={[
        ...(noneLabel === undefined ? [] : [{ value: NONE, label: noneLabel }]),
        ...rows.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      onChange={(chosen) => {
        if (chosen === NONE) onChooseNone?.()
        else onChange(chosen === null ? null : Number(chosen))
      }}
      onCreate={(name) => {
        void add.run({ list, name: name.slice(0, 200) }).then((receipt) => {
          if (receipt) onChange(receipt.recordId)
        })
      }}
    />
  )
}
