import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { LevelCards } from './open-crisis-dialog.tsx'

interface CrisisDialogProps {
  readonly crisis: CrisisDetail
  onClose(): void
}

const FIELDS = ['title'] as const

/** What the crisis is called and how serious it is. */
export function EditDialog({ crisis, onClose }: CrisisDialogProps) {
  const { t } = useTranslation('crises')
  const [title, setTitle] = useState(crisis.title)
  const [level, setLevel] = useState(crisis.level)
  const [isChecked, setIsChecked] = useState(false)
  const command = useCommand(client.moderation.crisisUpdate, { done: t('file.changed'), errors: 'caller' })
  const isMissing = isChecked && title.trim() === ''
  const errors = useFieldErrors(FIELDS, isMissing ? { title: 'required' } : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (title.trim() === '') return
    const patch = { title: title.trim(), ...(level !== crisis.level && { level }) }
    if (await command.run({ id: crisis.id, patch })) onClose()
  }

  return (
    <RecordDialog
      title={t('file.edit')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={t('open.name')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        autoFocus
        isRequired
        {...errors.of('title')}
      />
      <LevelCards value={level} onChange={setLevel} />
    </RecordDialog>
  )
}
