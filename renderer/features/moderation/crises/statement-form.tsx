import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementInput } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { ChannelSelect } from '../../../ui/record-selects.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './crises.module.css'

export type StatementDraft = StatementInput

export interface StatementFormProps {
  readonly crisisId: number
  /** Null: a new one. */
  readonly id: number | null
  readonly start: StatementDraft
  /** What is written outlives the form, under this name. */
  readonly keptAs: string
  readonly isApproved: boolean
  onClose(): void
}

const FIELDS = ['title', 'text'] as const
const MAX_TEXT = 5_000

export function StatementForm({ crisisId, id, start, keptAs, isApproved, onClose }: StatementFormProps) {
  const { t } = useTranslation('crisisParts')
  const kept = useKeptDraft<StatementDraft>(keptAs, start)
  const { draft, change } = kept
  const [isChecked, setIsChecked] = useState(false)
  const add = useCommand(client.moderation.crisisAddStatement, { done: t('statements.added'), errors: 'caller' })
  const update = useCommand(client.moderation.crisisUpdateStatement, {
    done: t('statements.changed'),
    errors: 'caller',
  })
  const command = id === null ? add : update
  const statement = { ...draft, title: draft.title.trim(), text: draft.text.trim() }
  const problems = {
    ...(statement.title === '' && { title: 'required' }),
    ...(statement.text === '' && { text: 'required' }),
  }
  const errors = useFieldErrors(FIELDS, isChecked ? problems : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (Object.keys(problems).length > 0) return
    if (!(id === null ? await add.run({ id: crisisId, statement }) : await update.run({ id, statement }))) return
    onClose()
    kept.forget()
  }

  return (
    <RecordDialog
      title={t(id === null ? 'statements.addTitle' : 'statements.editTitle')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
      kept={kept}
    >
      {isApproved && <p className={styles.warning}>{t('statements.approvedHint')}</p>}
      <TextField
        label={t('statements.title')}
        placeholder={t('statements.titlePlaceholder')}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        autoFocus
        isRequired
        {...errors.of('title')}
      />
      <TextArea
        label={t('statements.text')}
        description={t('statements.textHelp')}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={MAX_TEXT}
        rows={9}
        isRequired
        {...errors.of('text')}
      />
      <ChannelSelect
        label={t('statements.channel')}
        noneLabel={t('statements.everywhere')}
        value={draft.channelId}
        onChange={(channelId) => change({ channelId })}
      />
    </RecordDialog>
  )
}
