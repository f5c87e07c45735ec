import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactDetail } from '../../../../shared/contract/privacy.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { RecordDialog } from '../../../ui/record-dialog.tsx'
import { useHandleText } from '../privacy/handle-text.ts'
import styles from './contact.module.css'

interface SplitDialogProps {
  readonly contact: ContactDetail
  onClose(): void
}

/** Some of the names are someone else's: they become a contact of their own. */
export function SplitDialog({ contact: { id, pseudonym, handles }, onClose }: SplitDialogProps) {
  const { t } = useTranslation('privacy')
  const handleText = useHandleText()
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [isChecked, setIsChecked] = useState(false)
  const split = useCommand(client.moderation.splitContact, {
    done: t('contact.splitDone', { pseudonym }),
    errors: 'caller',
  })
  const problem =
    chosen.length === 0 ? t('contact.noneChosen') : chosen.length === handles.length ? t('contact.allChosen') : null

  async function save() {
    setIsChecked(true)
    if (problem === null && (await split.run({ id, handleIds: [...chosen] })) !== null) onClose()
  }

  return (
    <RecordDialog
      title={t('contact.splitTitle', { pseudonym })}
      error={split.error}
      isSaving={split.isRunning}
      saveLabel={t('contact.splitSave')}
      onSave={save}
      onClose={onClose}
    >
      <p>{t('contact.splitHelp')}</p>
      <div role="group" aria-label={t('contact.splitNames')} className={styles.list}>
        {handles.map((handle, index) => (
          <Checkbox
            key={handle.id}
            autoFocus={index === 0}
            isSelected={chosen.includes(handle.id)}
            onChange={(isChosen) =>
              setChosen(isChosen ? [...chosen, handle.id] : chosen.filter((one) => one !== handle.id))
            }
          >
            {handleText(handle)}
          </Checkbox>
        ))}
      </div>
      {isChecked && problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </RecordDialog>
  )
}
