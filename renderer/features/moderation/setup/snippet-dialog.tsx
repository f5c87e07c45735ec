/** Writes a snippet: one text for each language and tone, with its placeholders, beside what it will look like. */
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet } from '../../../../shared/contract/moderation-setup.ts'
import { MAX_SNIPPET_LENGTH, SNIPPET_PLACEHOLDERS } from '../../../../shared/domain/snippet.ts'
import { api, client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { NamedSelect } from '../../../ui/record-selects.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './setup.module.css'
import {
  draftOf,
  firstVariant,
  languageOf,
  placeholderText,
  type SnippetDraft,
  textsOf,
  type Variant,
  VARIANTS,
} from './snippet-draft.ts'
import { SnippetPreview } from './snippet-preview.tsx'

interface SnippetDialogProps {
  /** Null: a new one. */
  readonly snippet: Snippet | null
  onClose(): void
}

function useSnippetForm({ snippet, onClose }: SnippetDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const kept = useKeptDraft(`snippet ${snippet?.id ?? 'new'}`, draftOf(snippet))
  const { draft } = kept
  const [isChecked, setIsChecked] = useState(false)
  const name = draft.name.trim()
  const options = { done: t(snippet ? 'snippet.changed' : 'snippet.added', { name }), errors: 'caller' } as const
  const add = useCommand(client.moderation.addSnippet, options)
  const update = useCommand(client.moderation.updateSnippet, options)
  const remove = useCommand(client.moderation.removeSnippet, { done: t('removed', { name: snippet?.name ?? '' }) })
  const { error, clearError, isRunning } = snippet ? update : add
  const texts = textsOf(draft.texts)
  const isTaken = error?.code === 'name_taken'

  async function save() {
    setIsChecked(true)
    if (name === '' || texts.length === 0) return
    const input = { name, topicId: draft.topicId, texts }
    const done = snippet ? await update.run({ id: snippet.id, snippet: input }) : await add.run({ snippet: input })
    if (!done) return
    onClose()
    kept.forget()
  }
  return {
    kept,
    draft,
    change: (changes: Partial<SnippetDraft>) => {
      clearError()
      kept.change(changes)
    },
    nameProblem: isChecked && name === '' ? t('required') : isTaken ? error?.title : undefined,
    textProblem: isChecked && texts.length === 0 ? t('snippet.missingText') : undefined,
    error: isTaken ? null : error,
    isSaving: isRunning,
    save,
    removal: snippet
      ? {
          isRunning: remove.isRunning,
          run: async () => {
            if (!(await remove.run({ id: snippet.id }))) return
            onClose()
            kept.forget()
          },
        }
      : undefined,
  }
}

export function SnippetDialog(props: SnippetDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const form = useSnippetForm(props)
  const topics = useQuery(api.moderation.topics.queryOptions()).data ?? []
  const [variant, setVariant] = useState<Variant>(() => firstVariant(form.draft.texts))
  const { draft, change } = form
  const offered = topics.filter(({ id, isArchived }) => !isArchived || id === draft.topicId)
  return (
    <RecordDialog
      size="xl"
      title={props.snippet ? t('snippet.titleEdit', { name: props.snippet.name }) : t('snippet.titleNew')}
      error={form.error}
      isSaving={form.isSaving}
      onSave={form.save}
      removal={form.removal}
      kept={form.kept}
      onClose={props.onClose}
    >
      <div className={styles.editor}>
        <div className={styles.form}>
          <div className={styles.pair}>
            <TextField
              autoFocus
              isRequired
              label={t('snippet.name')}
              placeholder={t('snippet.namePlaceholder')}
              maxLength={200}
              value={draft.name}
              onChange={(name) => change({ name })}
              {...(form.nameProblem !== undefined && { errorMessage: form.nameProblem })}
            />
            <NamedSelect
              label={t('snippet.topic')}
              noneLabel={t('snippets.noTopic')}
              options={offered}
              value={draft.topicId}
              onChange={(topicId) => change({ topicId })}
            />
          </div>
          <SnippetTexts
            variant={variant}
            onVariant={setVariant}
            texts={draft.texts}
            onChange={(texts) => change({ texts })}
            problem={form.textProblem}
          />
        </div>
        <div className={styles.beside}>
          <SnippetPreview
            text={draft.texts[variant]}
            language={languageOf(variant)}
            topic={topics.find(({ id }) => id === draft.topicId)?.name ?? null}
          />
        </div>
      </div>
    </RecordDialog>
  )
}

interface SnippetTextsProps {
  readonly variant: Variant
  onVariant(variant: Variant): void
  readonly texts: SnippetDraft['texts']
  onChange(texts: SnippetDraft['texts']): void
  readonly problem: string | undefined
}

function SnippetTexts({ variant, onVariant, texts, onChange, problem }: SnippetTextsProps) {
  const { t } = useTranslation('moderationSetup')
  const area = useRef<HTMLDivElement>(null)
  const language = languageOf(variant)
  const set = (text: string) => onChange({ ...texts, [variant]: text })
  return (
    <>
      <Select
        label={t('snippet.variants')}
        description={t('snippet.fallback')}
        value={variant}
        onChange={onVariant}
        options={VARIANTS.map((value) => ({
          value,
          label: t(`snippet.variant.${value}`),
          ...(texts[value].trim() !== '' && { description: texts[value].trim().slice(0, 60) }),
        }))}
      />
      <div ref={area}>
        <TextArea
          label={t('snippet.text', { variant: t(`snippet.variant.${variant}`) })}
          placeholder={t('snippet.textPlaceholder')}
          rows={7}
          maxLength={MAX_SNIPPET_LENGTH}
          value={texts[variant]}
          onChange={set}
          errorMessage={problem}
        />
      </div>
      <div role="group" aria-label={t('snippet.insert')} className={styles.section}>
        <span className={styles.help}>{t('snippet.insert')}</span>
        <div className={styles.placeholders}>
          {SNIPPET_PLACEHOLDERS.map((placeholder) => {
            const word = placeholderText(placeholder, language)
            const meaning = t(`snippet.placeholders.${placeholder}`)
            return (
              <Button
                key={placeholder}
                size="s"
                aria-label={t('snippet.insertOne', { word, meaning })}
                onPress={() => insertAtCursor(area, word, set)}
              >
                {word}
              </Button>
            )
          })}
        </div>
        <dl className={styles.meanings}>
          {SNIPPET_PLACEHOLDERS.map((placeholder) => (
            <div key={placeholder}>
              <dt>{placeholderText(placeholder, language)}</dt>
              <dd>{t(`snippet.placeholders.${placeholder}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}

/** In place of what is selected; typing goes on behind it. */
function insertAtCursor(area: RefObject<HTMLElement | null>, word: string, set: (text: string) => void) {
  const field = area.current?.querySelector('textarea')
  if (!field) return
  const { value, selectionStart, selectionEnd } = field
  const before = value.slice(0, selectionStart)
  const space = before === '' || /\s$/.test(before) ? '' : ' '
  set(`${before}${space}${word}${value.slice(selectionEnd)}`)
  const cursor = before.length + space.length + word.length
  requestAnimationFrame(() => {
    field.focus()
    field.setSelectionRange(cursor, cursor)
  })
}
