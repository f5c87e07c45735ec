import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrisisCheck } from '../../../../shared/contract/crises.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'

export interface CheckFormProps {
  readonly check: CrisisCheck
  onClose(): void
}

const FIELDS = ['text'] as const

/** The words of a task or a criterion. */
export function CheckForm({ check, onClose }: CheckFormProps) {
  const { t } = useTranslation('crises')
  const [text, setText] = useState(check.text)
  const [isChecked, setIsChecked] = useState(false)
  const command = useCommand(client.moderation.crisisUpdateCheck, { done: t('checks.changed'), errors: 'caller' })
  const remove = useCommand(client.moderation.crisisRemoveCheck, { done: t('checks.removed') })
  const isMissing = isChecked && text.trim() === ''
  const errors = useFieldErrors(FIELDS, isMissing ? { text: 'required' } : {}, command.error)

  async function save() {
    setIsChecked(true)
    if (text.trim() !== '' && (await command.run({ id: check.id, text: text.trim() }))) onClose()
  }

  async function removeIt() {
    if (await remove.run({ id: check.id })) onClose()
  }

  return (
    <RecordDialog
      title={t('checks.edit')}
      error={errors.general}
      isSaving={command.isRunning}
      onSave={save}
      removal={{ isRunning: remove.isRunning, run: removeIt }}
      onClose={onClose}
    >
      <TextArea
        label={t('checks.text')}
        value={text}
        onChange={setText}
        maxLength={500}
        rows={2}
        autoFocus
        isRequired
        {...errors.of('text')}
      />
    </RecordDialog>
  )
}
