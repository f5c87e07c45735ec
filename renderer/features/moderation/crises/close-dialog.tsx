import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AtField, type HappenedAt, instantOf, problemOfAt } from './at-field.tsx'
import styles from './crises.module.css'

export interface CloseDialogProps {
  readonly crisis: CrisisDetail
  onClose(): void
}

interface CloseDraft {
  readonly text: string
  readonly at: HappenedAt
}
const EMPTY: CloseDraft = { text: '', at: 'now' }
const FIELDS = ['at'] as const

/** Closes a crisis, whatever is still open – it says what is – or opens it again. */
export function CloseDialog({ crisis, onClose }: CloseDialogProps) {
  const { t } = useTranslation('crises')
  const kept = useKeptDraft<CloseDraft>(`crisis ${crisis.id} ${crisis.closedAt === null ? 'close' : 'reopen'}`, EMPTY)
  const { text, at } = kept.draft
  const [isChecked, setIsChecked] = useState(false)
  const close = useCommand(client.moderation.crisisClose, { done: t('close.done'), errors: 'caller' })
  const reopen = useCommand(client.moderation.crisisReopen, { done: t('close.reopened'), errors: 'caller' })
  const isOpen = crisis.closedAt === null
  const command = isOpen ? close : reopen
  const errors = useFieldErrors(FIELDS, isChecked ? problemOfAt(at) : {}, command.error)

  async function save() {
    setIsChecked(true)
    const { id } = crisis
    if (at === null) return
    if (!(isOpen ? await close.run({ id, text, at: instantOf(at) }) : await reopen.run({ id, text }))) return
    onClose()
    kept.forget()
  }

  return (
    <RecordDialog
      title={t(isOpen ? 'close.title' : 'close.reopenTitle')}
      error={errors.general}
      isSaving={command.isRunning}
      saveLabel={t(isOpen ? 'close.action' : 'close.reopen')}
      onSave={save}
      onClose={onClose}
      kept={kept}
    >
      {isOpen && <OpenCriteria crisis={crisis} />}
      <TextArea
        label={t(isOpen ? 'close.text' : 'close.reopenText')}
        placeholder={t(isOpen ? 'close.placeholder' : 'close.reopenPlaceholder')}
        value={text}
        onChange={(next) => kept.change({ text: next })}
        maxLength={5000}
        rows={3}
        autoFocus
      />
      {isOpen && (
        <AtField label={t('close.at')} value={at} onChange={(next) => kept.change({ at: next })} {...errors.of('at')} />
      )}
      {isOpen && <p className={styles.hint}>{t('close.hold')}</p>}
    </RecordDialog>
  )
}

function OpenCriteria({ crisis }: Pick<CloseDialogProps, 'crisis'>) {
  const { t } = useTranslation('crises')
  const open = crisis.checks.filter(({ list, doneAt }) => list === 'calm' && doneAt === null)
  if (open.length === 0) return null
  return (
    <div className={styles.warning} role="note">
      <p>{t('close.open', { count: open.length })}</p>
      <ul>
        {open.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  )
}
