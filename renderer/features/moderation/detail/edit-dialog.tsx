import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { CONVERSATION_KINDS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { type FieldErrors, useFieldErrors } from '../../../lib/use-field-errors.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNow } from '../../../lib/use-now.ts'
import styles from '../../../ui/list-view.module.css'
import { MomentField } from '../../../ui/moment-field.tsx'
import { NamedChooser, PostChooser } from '../../../ui/record-chooser.tsx'
import { ChannelSelect } from '../../../ui/record-selects.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useDialogDraft } from './dialog-store.ts'
import { type EditField, EDIT_FIELDS, editPatchOf, editProblemsOf, editStartOf, type Edited } from './edit-draft.ts'
import { TurnDialog } from './turn-dialog.tsx'
import { useLedgerZone } from './use-ledger-zone.ts'

/** Everything that was noted about it. */
export function EditDialog({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const { id } = detail
  const now = useNow()
  const start = editStartOf(detail)
  const kept = useDialogDraft<Edited>('edit', id, start)
  const [isChecked, setIsChecked] = useState(false)
  const edit = useCommand(client.moderation.edit, { done: t('done.edited'), errors: 'caller' })
  const problems = editProblemsOf(kept.draft, now)
  const errors = useFieldErrors(EDIT_FIELDS, {}, edit.error)

  async function save() {
    setIsChecked(true)
    if (Object.keys(problems).length > 0) return false
    const patch = editPatchOf(start, kept.draft)
    return Object.keys(patch).length === 0 || (await edit.run({ id, patch })) !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.edit.title')}
      kept={kept}
      error={errors.general}
      isSaving={edit.isRunning}
      onSave={save}
    >
      <EditFields
        detail={detail}
        draft={kept.draft}
        errors={errors}
        problems={isChecked ? problems : {}}
        onChange={kept.change}
      />
    </TurnDialog>
  )
}

interface FieldsProps {
  readonly detail: ConversationDetail
  readonly draft: Edited
  readonly errors: FieldErrors<EditField>
  readonly problems: ReturnType<typeof editProblemsOf>
  onChange(changes: Partial<Edited>): void
}

function EditFields(props: FieldsProps) {
  const { detail, draft, onChange } = props
  const { t } = useTranslation('conversation')
  return (
    <>
      <TextField
        autoFocus
        label={t('fields.label')}
        description={t('dialogs.edit.labelHelp')}
        value={draft.label}
        maxLength={200}
        onChange={(label) => onChange({ label })}
      />
      {detail.batchCount === null && <KindFields {...props} />}
      <PlaceFields {...props} />
      {detail.erasedAt === null && detail.batchCount === null && <TheirFields {...props} />}
    </>
  )
}

function KindFields({ draft, errors, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('conversation')
  const names = conversationNames(useFormat().language)
  const timeZone = useLedgerZone()
  const [opened] = useState(() => Date.now())
  const stars = [1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: t('dialogs.edit.starsOf', { count }) }))
  return (
    <div className={styles.fields}>
      <Select
        label={t('fields.kind')}
        value={draft.kind}
        options={CONVERSATION_KINDS.map((value) => ({ value, label: names.kinds[value] }))}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'review' && (
        <Select
          label={t('fields.stars')}
          value={draft.stars === null ? 'none' : String(draft.stars)}
          options={[{ value: 'none', label: t('dialogs.edit.noStars') }, ...stars]}
          onChange={(value) => onChange({ stars: value === 'none' ? null : Number(value) })}
        />
      )}
      <MomentField
        label={t('dialogs.edit.received')}
        value={draft.receivedAt}
        timeZone={timeZone}
        placeholder={opened}
        onChange={(receivedAt) => onChange({ receivedAt })}
        errorMessage={
          problems.receivedAt === undefined
            ? errors.of('receivedAt').errorMessage
            : t(problems.receivedAt === 'missing' ? 'reply.atMissing' : 'dialogs.edit.future')
        }
      />
    </div>
  )
}

function PlaceFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('conversation')
  return (
    <div className={styles.fields}>
      <ChannelSelect
        label={t('fields.channelId')}
        noneLabel={t('dialogs.edit.noChannel')}
        value={draft.channelId}
        onChange={(channelId) => onChange({ channelId })}
      />
      <PostChooser label={t('fields.postId')} value={draft.postId} onChange={(postId) => onChange({ postId })} />
      <NamedChooser
        list="department"
        label={t('fields.departmentId')}
        value={draft.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
      />
      <NamedChooser
        list="client"
        label={t('fields.clientId')}
        value={draft.clientId}
        onChange={(clientId) => onChange({ clientId })}
      />
    </div>
  )
}

/** What can be erased: the words, where they stand, and under which name they were written. */
function TheirFields({ draft, errors, problems, onChange }: FieldsProps) {
  const { t } = useTranslation('conversation')
  return (
    <>
      <TextArea
        label={t('fields.text')}
        value={draft.text}
        rows={4}
        maxLength={50_000}
        onChange={(text) => onChange({ text })}
      />
      <div className={styles.fields}>
        <TextField
          label={t('fields.handle')}
          description={t('dialogs.edit.handleHelp')}
          value={draft.handle}
          maxLength={200}
          autoComplete="off"
          onChange={(handle) => onChange({ handle })}
        />
        <TextField
          label={t('fields.url')}
          type="url"
          value={draft.url}
          maxLength={2_000}
          onChange={(url) => onChange({ url })}
          errorMessage={problems.url === undefined ? errors.of('url').errorMessage : t('dialogs.edit.urlProblem')}
        />
      </div>
    </>
  )
}
