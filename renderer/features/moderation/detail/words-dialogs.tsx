/** Dialogs that take words down: a note, what came back, what the other side wrote again. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { MomentField } from '../../../ui/moment-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useDialogDraft } from './dialog-store.ts'
import { enteredAt } from './entered-at.ts'
import { TurnDialog } from './turn-dialog.tsx'
import { useLedgerZone } from './use-ledger-zone.ts'

interface DialogProps {
  readonly detail: ConversationDetail
}

const MAX_WORDS = 50_000

export function NoteDialog({ detail: { id } }: DialogProps) {
  const { t } = useTranslation('conversation')
  const kept = useDialogDraft('note', id, { text: '' })
  const [isChecked, setIsChecked] = useState(false)
  const add = useCommand(client.moderation.addNote, { done: t('done.note'), errors: 'caller' })
  const { text } = kept.draft

  async function save() {
    setIsChecked(true)
    return text.trim() !== '' && (await add.run({ id, text })) !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.note.title')}
      saveLabel={t('dialogs.note.save')}
      kept={kept}
      error={add.error}
      isSaving={add.isRunning}
      onSave={save}
    >
      <TextArea
        autoFocus
        label={t('dialogs.note.text')}
        value={text}
        rows={4}
        maxLength={MAX_WORDS}
        onChange={(next) => kept.change({ text: next })}
        errorMessage={isChecked && text.trim() === '' ? t('dialogs.required') : undefined}
      />
    </TurnDialog>
  )
}

export function ReturnedDialog({ detail: { id } }: DialogProps) {
  const { t } = useTranslation('conversation')
  const kept = useDialogDraft('returned', id, { note: '' })
  const giveBack = useCommand(client.moderation.returnHandover, { done: t('done.returned'), errors: 'caller' })
  const { note } = kept.draft
  return (
    <TurnDialog
      title={t('dialogs.returned.title')}
      saveLabel={t('dialogs.returned.save')}
      kept={kept}
      error={giveBack.error}
      isSaving={giveBack.isRunning}
      onSave={async () => (await giveBack.run({ id, note })) !== null}
    >
      <TextArea
        autoFocus
        label={t('dialogs.returned.text')}
        value={note}
        rows={4}
        maxLength={MAX_WORDS}
        onChange={(next) => kept.change({ note: next })}
      />
    </TurnDialog>
  )
}

interface Message {
  readonly text: string
  /** Null: incomplete. */
  readonly at: Instant | null
}

export function WroteAgainDialog({ detail: { id, receivedAt } }: DialogProps) {
  const { t } = useTranslation('conversation')
  const timeZone = useLedgerZone()
  const [opened] = useState(() => Date.now())
  const kept = useDialogDraft<Message>('wroteAgain', id, { text: '', at: opened })
  const [isChecked, setIsChecked] = useState(false)
  const note = useCommand(client.moderation.noteReply, { done: t('done.wroteAgain'), errors: 'caller' })
  const { text, at } = kept.draft
  const errors = useFieldErrors(['at'], {}, note.error)

  async function save() {
    setIsChecked(true)
    if (text.trim() === '' || at === null) return false
    // Untouched it means now, to the second.
    return (await note.run({ id, text, at: at === opened ? null : enteredAt(at, receivedAt) })) !== null
  }

  return (
    <TurnDialog
      title={t('dialogs.wroteAgain.title')}
      saveLabel={t('dialogs.wroteAgain.save')}
      kept={kept}
      error={errors.general}
      isSaving={note.isRunning}
      onSave={save}
    >
      <p>{t('dialogs.wroteAgain.help')}</p>
      <TextArea
        autoFocus
        isRequired
        label={t('dialogs.wroteAgain.text')}
        value={text}
        rows={5}
        maxLength={MAX_WORDS}
        onChange={(next) => kept.change({ text: next })}
        errorMessage={isChecked && text.trim() === '' ? t('dialogs.required') : undefined}
      />
      <MomentField
        width="medium"
        label={t('dialogs.at')}
        value={at}
        timeZone={timeZone}
        placeholder={opened}
        onChange={(next) => kept.change({ at: next })}
        errorMessage={isChecked && at === null ? t('reply.atMissing') : errors.of('at').errorMessage}
      />
    </TurnDialog>
  )
}
