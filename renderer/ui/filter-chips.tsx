import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { POST_FORMATS } from '../../shared/domain/post-format.ts'
import { postFormatNames } from '../../shared/i18n/post-format-names.ts'
import { api } from '../lib/api.ts'
import { ANY, NONE, readId } from '../lib/ledger-address.ts'
import { useFormat } from '../lib/use-format.ts'
import type { SearchFilters } from '../lib/use-search-filters.ts'
import { cx } from './class-names.ts'
import styles from './filter-chips.module.css'

export type ChipName = 'window' | 'format' | 'post' | 'conversation' | 'pillar' | 'client'

export interface FilterChipsProps {
  readonly filters: SearchFilters
  /** Filters the screen obeys and has no field for. */
  readonly names: readonly ChipName[]
}

/** What a link filters for beyond the fields of the screen: said, and taken away with one press. Nothing is filtered unseen. */
export function FilterChips({ filters, names }: FilterChipsProps) {
  const textOf = useChipTexts(filters.get)
  return names.map((name) => {
    const text = textOf(name)
    return text === null ? null : (
      <FilterChip key={name} text={text} onRemove={() => filters.set({ [name]: undefined })} />
    )
  })
}

export interface FilterChipProps {
  readonly text: string
  readonly isSmall?: boolean
  onRemove(): void
}

/** One thing that is filtered for. */
export function FilterChip({ text, isSmall = false, onRemove }: FilterChipProps) {
  const { t } = useTranslation('ledger')
  return (
    <Button
      className={cx(styles.chip, isSmall && styles.small)}
      aria-label={t('filter.remove', { filter: text })}
      onPress={onRemove}
    >
      <span title={text}>{text}</span>
      <X size={isSmall ? 12 : 14} aria-hidden />
    </Button>
  )
}

/** What the address filters for by a name, in words; null where it does not filter. */
function useChipTexts(get: SearchFilters['get']): (name: ChipName) => string | null {
  const { t } = useTranslation('ledger')
  const formats = postFormatNames(useFormat().language)
  const names = useRecordNames(get)
  const labelled = (name: Exclude<ChipName, 'window'>, value: string) =>
    t('filter.named', { label: t(`filter.${name}`), value })
  return (name) => {
    const text = get(name)
    if (text === null) return null
    if (name === 'window') return readWindow(text) === null ? null : t('filter.window', { count: Number(text) })
    if (text === NONE) return t(`filter.without.${name}`)
    if (name === 'format') {
      const known = POST_FORMATS.find((format) => format === text)
      return known ? labelled(name, formats[known]) : null
    }
    if (text === ANY && (name === 'post' || name === 'conversation')) return t(`filter.with.${name}`)
    return readId(text) === undefined ? null : labelled(name, names[name] ?? text)
  }
}

function readWindow(text: string): number | null {
  const days = Number(text)
  return Number.isInteger(days) && days >= 1 && days <= 365 ? days : null
}

function useRecordNames(get: SearchFilters['get']): Readonly<Partial<Record<ChipName, string | undefined>>> {
  const { t } = useTranslation('records')
  const format = useFormat()
  const idOf = (name: ChipName) => readId(get(name)) ?? null
  const [pillar, client, post, conversation] = [idOf('pillar'), idOf('client'), idOf('post'), idOf('conversation')]
  const hasListed = pillar !== null || client !== null
  const options = useQuery(api.records.options.queryOptions({ enabled: hasListed })).data
  const posts = useQuery(
    api.records.findPosts.queryOptions({ input: { id: post, limit: 1 }, enabled: post !== null }),
  ).data
  const conversations = useQuery(
    api.records.findConversations.queryOptions({
      input: { id: conversation, limit: 1 },
      enabled: conversation !== null,
    }),
  ).data
  const found = conversations?.find(({ id }) => id === conversation)
  return {
    pillar: options?.pillars.find(({ id }) => id === pillar)?.name,
    client: options?.clients.find(({ id }) => id === client)?.name,
    post: posts?.find(({ id }) => id === post)?.title,
    conversation: found && (found.title || t('choose.unnamed', { day: format.day(found.day) })),
  }
}
