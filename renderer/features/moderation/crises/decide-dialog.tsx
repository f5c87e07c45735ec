import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisContact, Statement } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { Button } from '../../../ui/button.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AtField, type HappenedAt, instantOf, problemOfAt } from './at-field.tsx'
import styles from './crises.module.css'

export interface DecideDialogProps {
  readonly statement: Statement
  readonly isApproved: boolean
  readonly contacts: readonly CrisisContact[]
  onClose(): void
}

const FIELDS = ['by', 'at'] as const
/** Enough to choose from at a glance. */
const OFFERED = 6

/** Who approved or rejected a statement, and when. */
export function DecideDialog({ statement, isApproved, contacts, onClose }: DecideDialogProps) {
  const { t } = useTranslation('crisisParts')
  const [by, setBy] = useState('')
  const [at, setAt] = useState<HappenedAt>('now')
  const [isChecked, setIsChecked] = useState(false)
  const done = t(isApproved ? 'statements.approved' : 'statements.rejected')
  const command = useCommand(client.moderation.crisisDecide, { done, errors: 'caller' })
  const problems = { ...(by.trim() === '' && { by: 'required' }), ...problemOfAt(at) }
  const errors = useFieldErrors(FIELDS, isChecked ? problems : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (by.trim() === '' || at === null) return
    if (await command.run({ id: statement.id, isApproved, by: by.trim(), at: instantOf(at) })) onClose()
  }

  return (
    <RecordDialog
      title={t(isApproved ? 'statements.approveTitle' : 'statements.rejectTitle', { title: statement.title })}
      error={errors.general}
      isSaving={command.isRunning}
      saveLabel={t(isApproved ? 'statements.approveAction' : 'statements.rejectAction')}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('statements.by')}
        description={t('statements.byHelp')}
        value={by}
        onChange={setBy}
        maxLength={200}
        autoFocus
        isRequired
        {...errors.of('by')}
      />
      {contacts.length > 0 && (
        <div className={styles.offers} role="group" aria-label={t('statements.by')}>
          {contacts.slice(0, OFFERED).map(({ id, name }) => (
            <Button key={id} size="s" onPress={() => setBy(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <AtField label={t('statements.when')} value={at} onChange={setAt} {...errors.of('at')} />
    </RecordDialog>
  )
}

export interface PublishDialogProps {
  readonly statement: Statement
  onClose(): void
}

/** When a statement went out. It then stays as it is. */
export function PublishDialog({ statement, onClose }: PublishDialogProps) {
  const { t } = useTranslation('crisisParts')
  const [at, setAt] = useState<HappenedAt>('now')
  const command = useCommand(client.moderation.crisisPublish, { done: t('statements.published'), errors: 'caller' })
  const [isChecked, setIsChecked] = useState(false)
  const errors = useFieldErrors(['at'] as const, isChecked ? problemOfAt(at) : {}, command.error)
  async function save() {
    setIsChecked(true)
    if (at !== null && (await command.run({ id: statement.id, at: instantOf(at) }))) onClose()
  }
  return (
    <RecordDialog
      title={t('statements.publishTitle', { title: statement.title })}
      error={errors.general}
      isSaving={command.isRunning}
      saveLabel={t('statements.publishAction')}
      onSave={save}
      onClose={onClose}
    >
      <p>{t('statements.publishHelp')}</p>
      <AtField label={t('statements.when')} value={at} onChange={setAt} {...errors.of('at')} />
    </RecordDialog>
  )
}
