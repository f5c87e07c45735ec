import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDraft, ConversationRow } from '../../../shared/contract/records.ts'
import { type Day, isDay } from '../../../shared/domain/day.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import styles from '../../ui/list-view.module.css'
import { PostChooser } from '../../ui/record-chooser.tsx'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { ChannelSelect } from '../../ui/record-selects.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface ConversationFormProps {
  /** Null: a new one. */
  readonly conversation: ConversationRow | null
  onClose(): void
}

export function ConversationForm(props: ConversationFormProps) {
  const today = useQuery(api.app.status.queryOptions()).data?.today
  return today === undefined ? null : <OpenForm {...props} today={today} />
}

type Draft = Omit<ConversationDraft, 'day'> & { readonly day: Day | null }

function OpenForm({ conversation, onClose, today }: ConversationFormProps & { readonly today: Day }) {
  const { t } = useTranslation('records')
  const [draft, setDraft] = useState<Draft>(() => draftOf(conversation, today))
  const [isChecked, setIsChecked] = useState(false)
  const label = draft.label.trim()
  const add = useCommand(client.records.addConversation, {
    done: t('done.added', { name: label }),
    errors: 'caller',
  })
  const update = useCommand(client.records.updateConversation, {
    done: t('done.changed', { name: label }),
    errors: 'caller',
  })
  const command = conversation ? update : add

  async function save() {
    setIsChecked(true)
    if (label === '' || draft.day === null) return
    const input = { ...draft, label, day: draft.day }
    const receipt = conversation
      ? await update.run({ id: conversation.id, conversation: input })
      : await add.run({ conversation: input })
    if (receipt) onClose()
  }

  return (
    <RecordDialog
      title={t(conversation ? 'edit.conversation' : 'add.conversation')}
      error={command.error}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <ConversationFields
        draft={draft}
        isChecked={isChecked}
        onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
      />
    </RecordDialog>
  )
}

function draftOf(row: ConversationRow | null, today: Day): Draft {
  if (row === null) return { label: '', channelId: null, postId: null, day: today }
  return { label: row.label, channelId: row.channelId, postId: row.postId, day: row.day }
}

interface ConversationFieldsProps {
  readonly draft: Draft
  readonly isChecked: boolean
  onChange(changes: Partial<Draft>): void
}

function ConversationFields({ draft, isChecked, onChange }: ConversationFieldsProps) {
  const { t } = useTranslation('records')
  return (
    <>
      <TextField
        autoFocus
        isRequired
        label={t('field.label')}
        description={t('field.labelHelp')}
        placeholder={t('field.labelPlaceholder')}
        maxLength={200}
        value={draft.label}
        onChange={(label) => onChange({ label })}
        {...(isChecked && draft.label.trim() === '' && { errorMessage: t('field.required') })}
      />
      <div className={styles.fields}>
        <ChannelSelect
          label={t('field.channel')}
          noneLabel={t('field.noChannel')}
          value={draft.channelId}
          onChange={(channelId) => onChange({ channelId })}
        />
        <DatePicker
          isRequired
          label={t('field.day')}
          value={draft.day}
          onChange={(day) => onChange({ day: day !== null && isDay(day) ? day : null })}
          {...(isChecked && draft.day === null && { errorMessage: t('field.required') })}
        />
      </div>
      <PostChooser
        label={t('field.post')}
        value={draft.postId}
        onChange={(postId) => onChange({ postId })}
        onChoose={(post) => {
          // Answered where it was published, unless someone said otherwise.
          if (post?.channelId && draft.channelId === null) onChange({ channelId: post.channelId })
        }}
      />
    </>
  )
}
