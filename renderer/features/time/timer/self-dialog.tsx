import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Work } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useTimerStore } from './timer-store.ts'

const NEW = 'new'
const MAX_NAME_LENGTH = 200

/** Asked once, before the first timer: whose it is. */
export function SelfDialog({ waiting }: { readonly waiting: Work }) {
  const { t } = useTranslation('timer')
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const forget = useTimerStore((state) => state.forgetWaiting)
  const [choice, setChoice] = useState<string | null>(null)
  const [name, setName] = useState('')
  const addPerson = useCommand(client.settings.addPerson, {
    done: t('self.added'),
    errors: 'caller',
    isQuiet: true,
  })
  const saySelf = useCommand(client.settings.update, { done: t('self.said'), errors: 'caller', isQuiet: true })
  const start = useCommand(client.time.start, { done: t('done.started'), errors: 'caller' })
  const error = addPerson.error ?? saySelf.error ?? start.error
  const isReady = choice !== null && (choice !== NEW || name.trim() !== '')

  async function send() {
    if (!isReady) return
    const personId = choice === NEW ? (await addPerson.run({ name: name.trim() }))?.recordId : Number(choice)
    if (personId === undefined || personId === null) return
    if (!(await saySelf.run({ patch: { selfPersonId: personId } }))) return
    if (await start.run({ personId, at: null, work: waiting })) forget()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && forget()}
      title={t('self.title')}
      onSubmit={() => void send()}
      footer={
        <>
          <Button onPress={forget}>{t('self.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            isDisabled={!isReady}
            isPending={addPerson.isRunning || saySelf.isRunning || start.isRunning}
          >
            {t('self.confirm')}
          </Button>
        </>
      }
    >
      {error && <ErrorPanel error={error} />}
      <p>{t('self.lead')}</p>
      <RadioCards
        label={t('self.title')}
        isLabelHidden
        columns={1}
        value={choice}
        onChange={setChoice}
        cards={[
          ...people.map(({ id, name: title }) => ({ value: String(id), title })),
          { value: NEW, title: t('self.other') },
        ]}
      />
      {choice === NEW && (
        <TextField label={t('self.name')} value={name} onChange={setName} maxLength={MAX_NAME_LENGTH} autoFocus />
      )}
    </Dialog>
  )
}
