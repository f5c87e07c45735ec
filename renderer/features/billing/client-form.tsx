import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface ClientFormProps {
  onAdded(id: number): void
  onClose(): void
}

export function ClientForm({ onAdded, onClose }: ClientFormProps) {
  const { t } = useTranslation('billing')
  const [name, setName] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const text = name.trim()
  const add = useCommand(client.records.addNamed, { done: t('clients.added', { name: text }), errors: 'caller' })
  const isTaken = add.error?.code === 'name_taken'
  const problem = isTaken ? add.error?.title : isChecked && text === '' ? t('projects.required') : undefined

  async function save() {
    setIsChecked(true)
    if (text === '') return
    const receipt = await add.run({ list: 'client', name: text })
    if (!receipt) return
    if (receipt.recordId !== null) onAdded(receipt.recordId)
    onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('empty.add')}
      error={isTaken ? null : add.error}
      isSaving={add.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        autoFocus
        isRequired
        label={t('clients.name')}
        maxLength={200}
        value={name}
        onChange={(next) => {
          add.clearError()
          setName(next)
        }}
        {...(problem !== undefined && { errorMessage: problem })}
      />
    </RecordDialog>
  )
}
