import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDetails } from '../../../shared/contract/ledger.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { RecordDialog } from '../../ui/record-dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { lineText } from './line-text.ts'
import styles from './ledger.module.css'

/** Takes a sealed line back in an open month; asks for the reason only. */
export function ReverseDialog({ details, onClose }: { readonly details: LineDetails; onClose(): void }) {
  const { t } = useTranslation(['ledger', 'ui'])
  const format = useFormat()
  const [text, setText] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const reverse = useCommand(client.ledger.reverseLine, { done: t('manual.reversed'), errors: 'caller' })
  const { line } = details

  async function save() {
    setIsChecked(true)
    if (text.trim() === '') return
    if (await reverse.run({ lineId: line.id, text: text.trim() })) onClose()
  }

  return (
    <RecordDialog
      size="s"
      title={t('manual.reverse')}
      error={reverse.error}
      isSaving={reverse.isRunning}
      saveLabel={t('manual.reverse')}
      onSave={save}
      onClose={onClose}
    >
      <p className={styles.lead}>
        {t('manual.reverseHelp', {
          text: lineText(line, t) || t(`kinds.${line.kind}`),
          day: format.day(line.day),
          amount: format.money(line.cents),
        })}
      </p>
      <TextField
        label={t('manual.reason')}
        value={text}
        onChange={setText}
        maxLength={500}
        autoFocus
        isRequired
        {...(isChecked && text.trim() === '' && { errorMessage: t('ui:fieldErrors.required') })}
      />
    </RecordDialog>
  )
}
