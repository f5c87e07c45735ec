/** A snippet with example values, as it is written. Gaps stand out. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fillSnippet, PLACEHOLDER_WORDS, type SnippetValues } from '../../../../shared/domain/snippet.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import styles from './setup.module.css'

export interface SnippetPreviewProps {
  readonly text: string
  readonly language: 'de' | 'en'
  /** Of the snippet; absent: an example. */
  readonly topic: string | null
}

export function SnippetPreview({ text, language, topic }: SnippetPreviewProps) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  const values = useSampleValues(topic)
  const filled = fillSnippet(text, values)
  const missing = filled.missing.map((placeholder) => `{${PLACEHOLDER_WORDS[placeholder][language]}}`)
  return (
    <section className={styles.preview} aria-label={t('snippet.preview')}>
      <h3>{t('snippet.preview')}</h3>
      <p className={styles.answer}>
        {text.trim() === '' ? <span className={styles.help}>{t('snippet.previewEmpty')}</span> : marked(filled.text)}
      </p>
      <p className={styles.help}>
        {missing.length === 0 ? t('snippet.previewAll') : t('snippet.previewHelp', { missing: format.list(missing) })}
      </p>
    </section>
  )
}

function useSampleValues(topic: string | null): SnippetValues {
  const { t } = useTranslation('moderationSetup')
  const ledger = useQuery(api.settings.ledger.queryOptions()).data
  const people = useQuery(api.settings.people.queryOptions()).data?.people
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const self = people?.find(({ id }) => id === ledger?.selfPersonId)
  return {
    name: t('snippet.samples.name'),
    order: t('snippet.samples.order'),
    channel: channels?.[0]?.name ?? 'Instagram',
    company: ledger?.name,
    topic: topic ?? t('topics.suggestions.delivery'),
    me: self?.name ?? t('snippet.samples.me'),
  }
}

/** Gaps as they are left: "[Link?]". */
function marked(text: string) {
  return text.split(/(\[\p{L}+\?\])/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} className={styles.gap}>
        {part}
      </span>
    ),
  )
}
