import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AtField } from './at-field.tsx'
import styles from './crises.module.css'

export interface CloseDialogProps {
  readonly crisis: CrisisDetail
  onClose(): void
}

/** Closes a crisis, whatever is still open – it says what is – or opens it again. */
export function CloseDialog({ crisis, onClose }: CloseDialogProps) {
  const { t } = useTranslation('crises')
  const [text, setText] = useState('')
  const [at, setAt] = useState<Instant | null>(null)
  const close = useCommand(client.moderation.crisisClose, { done: t('close.done'), errors: 'caller' })
  const reopen = useCommand(client.moderation.crisisReopen, { done: t('close.reopened'), errors: 'caller' })
  const isOpen = crisis.closedAt === null
  const command = isOpen ? close : reopen

  async function save() {
    const { id } = crisis
    if (isOpen ? await close.run({ id, text, at }) : await reopen.run({ id, text })) onClose()
  }

  return (
    <RecordDialog
      title={t(isOpen ? 'close.title' : 'close.reopenTitle')}
      error={command.error}
      isSaving={command.isRunning}
      saveLabel={t(isOpen ? 'close.action' : 'close.reopen')}
      onSave={save}
      onClose={onClose}
    >
      {isOpen && <OpenCriteria crisis={crisis} />}
      <TextArea
        label={t(isOpen ? 'close.text' : 'close.reopenText')}
        placeholder={t(isOpen ? 'close.placeholder' : 'close.reopenPlaceholder')}
        value={text}
        onChange={setText}
        maxLength={5000}
        rows={3}
        autoFocus
      />
      {isOpen && <AtField label={t('close.at')} value={at} onChange={setAt} />}
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
