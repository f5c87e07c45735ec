import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactDetail, ContactRow } from '../../../../shared/contract/privacy.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { useHandleText } from '../privacy/handle-text.ts'

interface MergeDialogProps {
  readonly contact: ContactDetail
  onClose(): void
}

/** Somebody else is the same person: their names and conversations come here, and this pseudonym stays. */
export function MergeDialog({ contact: { id, pseudonym }, onClose }: MergeDialogProps) {
  const { t } = useTranslation('privacy')
  const [typed, setTyped] = useState('')
  const [other, setOther] = useState<ContactRow | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const describe = useContactText()
  const found = useQuery(
    api.moderation.contacts.queryOptions({
      input: { text: typed.slice(0, 200) },
      placeholderData: (before) => before,
    }),
  )
  const merge = useCommand(client.moderation.mergeContacts, {
    done: t('contact.merged', { from: other?.pseudonym ?? '', into: pseudonym }),
    errors: 'caller',
  })
  const rows = (found.data?.rows ?? []).filter((row) => row.id !== id)
  const offered = other === null || rows.some((row) => row.id === other.id) ? rows : [other, ...rows]

  async function save() {
    setIsChecked(true)
    if (other !== null && (await merge.run({ fromId: other.id, intoId: id })) !== null) onClose()
  }

  return (
    <RecordDialog
      title={t('contact.mergeTitle', { pseudonym })}
      error={merge.error}
      isSaving={merge.isRunning}
      saveLabel={t('contact.mergeSave')}
      onSave={save}
      onClose={onClose}
    >
      <p>{t('contact.mergeHelp', { pseudonym })}</p>
      <ComboBox
        autoFocus
        isRequired
        label={t('contact.other')}
        placeholder={t('contact.otherPlaceholder')}
        options={offered.map((row) => ({ value: String(row.id), label: describe(row) }))}
        value={other === null ? null : String(other.id)}
        onTyping={(text) => {
          if (text !== null) setTyped(text)
        }}
        onChange={(value) => setOther(offered.find((row) => String(row.id) === value) ?? null)}
        errorMessage={isChecked && other === null ? t('contact.otherMissing') : undefined}
      />
    </RecordDialog>
  )
}

/** By pseudonym and names, with how often they wrote. */
function useContactText(): (contact: ContactRow) => string {
  const { t } = useTranslation('privacy')
  const handleText = useHandleText()
  return ({ pseudonym, handles, conversationCount }) =>
    [
      pseudonym,
      handles.map(handleText).join(', ') || t('find.erasedName'),
      t('find.conversations', { count: conversationCount }),
    ].join(' · ')
}
