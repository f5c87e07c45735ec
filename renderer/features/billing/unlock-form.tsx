import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../shared/contract/billing-records.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface UnlockFormProps {
  readonly invoice: Invoice
  onClose(): void
}

/** An invoice is unlocked for a reason. */
export function UnlockForm({ invoice: { id, number }, onClose }: UnlockFormProps) {
  const { t } = useTranslation('billing')
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const unlock = useCommand(client.billing.unlockInvoice, {
    done: t('invoices.unlockedDone', { number }),
    errors: 'caller',
  })
  const text = reason.trim()

  async function save() {
    setIsChecked(true)
    if (text !== '' && (await unlock.run({ id, reason: text }))) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('invoices.unlockTitle', { number })}
      error={unlock.error}
      isSaving={unlock.isRunning}
      saveLabel={t('invoices.unlock')}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        autoFocus
        isRequired
        label={t('invoices.reason')}
        description={t('invoices.reasonHelp')}
        maxLength={500}
        value={reason}
        onChange={setReason}
        {...(isChecked && text === '' && { errorMessage: t('invoices.reasonRequired') })}
      />
    </RecordDialog>
  )
}
