import { useQuery } from '@tanstack/react-query'
import { BookOpenText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import type { FilledSnippetRow } from '../../../../shared/contract/moderation-setup.ts'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { TONES } from '../../../../shared/domain/snippet.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { cx } from '../../../ui/class-names.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import overlay from '../../../ui/overlay.module.css'
import { Popover } from '../../../ui/popover.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import styles from './composer.module.css'
import { useSnippetManner } from './snippet-choice.ts'

const LANGUAGES = ['de', 'en'] as const

export interface SnippetPickerProps {
  readonly detail: ConversationDetail
  onChoose(snippet: FilledSnippetRow): void
}

/** Ready-made answers, filled in from the conversation: what a rule proposes first, then those of its topics. */
export function SnippetPicker({ detail, onChoose }: SnippetPickerProps) {
  const { t } = useTranslation('conversation')
  return (
    <Popover
      label={t('snippets.title')}
      placement="top end"
      trigger={
        <Button size="s" variant="quiet" icon={BookOpenText}>
          {t('snippets.button')}
        </Button>
      }
    >
      {(close) => (
        <Choice
          id={detail.id}
          onChoose={(snippet) => {
            onChoose(snippet)
            close()
          }}
        />
      )}
    </Popover>
  )
}

interface ChoiceProps {
  readonly id: number
  onChoose(snippet: FilledSnippetRow): void
}

function Choice({ id, onChoose }: ChoiceProps) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { manner, choose } = useSnippetManner()
  const { language = format.language, tone = 'formal' } = manner
  const input = { conversationId: id, language, tone }
  const snippets = useQuery(api.moderation.filledSnippets.queryOptions({ input })).data
  const { contains } = useFilter({ sensitivity: 'base' })
  const [text, setText] = useState('')
  const shown = (snippets ?? []).filter((one) => contains(`${one.name} ${one.topic ?? ''} ${one.text}`, text))
  return (
    <div className={styles.snippets}>
      <div className={styles.manner}>
        <Segmented
          label={t('snippets.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: t(`snippets.languages.${value}`) }))}
          onChange={(value) => choose({ language: value })}
        />
        <Segmented
          label={t('snippets.tone')}
          value={tone}
          options={TONES.map((value) => ({ value, label: t(`snippets.tones.${value}`) }))}
          onChange={(value) => choose({ tone: value })}
        />
      </div>
      {snippets?.length === 0 ? (
        <p className={styles.remark}>
          {t('snippets.empty')} <TextLink href="/moderation/setup?tab=snippets">{t('snippets.setUp')}</TextLink>
        </p>
      ) : (
        <Autocomplete inputValue={text} onInputChange={setText}>
          <SearchField aria-label={t('snippets.search')} autoFocus className={cx(styles.search)}>
            <Input placeholder={t('snippets.search')} className={cx(styles.searchInput)} />
          </SearchField>
          <Menu
            aria-label={t('snippets.title')}
            className={cx(overlay.list, styles.snippetList)}
            renderEmptyState={() => <p className={styles.remark}>{t('snippets.noneFound')}</p>}
            onAction={(key) => {
              const chosen = shown.find((one) => String(one.id) === String(key))
              if (chosen) onChoose(chosen)
            }}
          >
            {shown.map((snippet) => (
              <SnippetItem key={snippet.id} snippet={snippet} language={language} />
            ))}
          </Menu>
        </Autocomplete>
      )}
    </div>
  )
}

interface SnippetItemProps {
  readonly snippet: FilledSnippetRow
  /** The one asked for. */
  readonly language: 'de' | 'en'
}

function SnippetItem({ snippet, language }: SnippetItemProps) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const { id, name, topic, text, missing, isProposed, isOfTopic } = snippet
  const remarks = [
    ...(isProposed ? [t('snippets.proposed')] : []),
    ...(isOfTopic && topic !== null ? [t('snippets.ofTopic', { topic })] : []),
    ...(snippet.language === language
      ? []
      : [t('snippets.otherLanguage', { language: t(`snippets.languages.${snippet.language}`) })]),
    ...(missing.length === 0
      ? []
      : [t('snippets.missing', { gaps: format.list(missing.map((gap) => t(`snippets.gaps.${gap}`))) })]),
  ]
  return (
    <MenuItem id={String(id)} textValue={name} className={cx(overlay.item, styles.snippet)}>
      <span className={overlay.itemText}>
        <strong>{name}</strong>
        {remarks.length > 0 && (
          <small className={cx(isProposed && styles.proposedSnippet)}>{remarks.join(' · ')}</small>
        )}
        <span className={styles.snippetText}>{text}</span>
      </span>
    </MenuItem>
  )
}
