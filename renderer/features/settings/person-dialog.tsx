/** Names a new person or renames one. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/people.ts'
import { client } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useChange } from './use-settings.ts'

interface PersonDialogProps {
  /** Null: a new one. */
  readonly person: Person | null
  onClose(): void
}

export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState(person?.name ?? '')
  const [isSubmitted, setIsSubmitted] = useState(false)
  const change = useChange()
  const text = name.trim()
  const isTaken = change.error?.code === 'name_taken'

  async function submit() {
    setIsSubmitted(true)
    if (text === '') return
    if (text === person?.name) return onClose()
    const done = await change.run(
      (commandId) =>
        person
          ? client.settings.updatePerson({ commandId, id: person.id, patch: { name: text } })
          : client.settings.addPerson({ commandId, name: text }),
      t(person ? 'peopleDone.renamed' : 'peopleDone.added', { name: text }),
    )
    if (done) onClose()
  }

  const problem = text === '' && isSubmitted ? t('common.required') : isTaken ? change.error?.title : undefined
  return (
    <Dialog
      isOpen
      size="s"
      onOpenChange={onClose}
      title={t(person ? 'people.rename' : 'people.addPerson')}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={change.isRunning}>
            {t(person ? 'common.save' : 'common.add')}
          </Button>
        </>
      }
    >
      <TextField
        autoFocus
        isRequired
        label={t('people.personName')}
        description={t('people.personNameHelp')}
        maxLength={200}
        value={name}
        onChange={(next) => {
          setName(next)
          change.clearError()
        }}
        errorMessage={problem}
      />
      {change.error && !isTaken && <ErrorPanel error={change.error} />}
    </Dialog>
  )
}
