import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EraseDialog } from '../privacy/erase-dialog.tsx'
import { useErasing } from '../privacy/use-erasing.ts'
import { forgetDialogDrafts, useConversationDialogs } from './dialog-store.ts'
import { forgetReply } from './reply-drafts.ts'

interface Props {
  readonly detail: ConversationDetail
}

/** Erases the text of this one; what is held is let go of first. */
export function EraseTextDialog({ detail }: Props) {
  return detail.heldBy === null ? <Erase detail={detail} /> : <Held detail={detail} />
}

function Erase({ detail: { id, title, day, contact } }: Props) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const close = useConversationDialogs((state) => state.close)
  const erasing = useErasing()
  async function erase() {
    // An answer that is being written would be kept in the ledger a moment later.
    forgetReply(id)
    if (!(await erasing.run(() => client.moderation.eraseConversation({ id, commandId: crypto.randomUUID() })))) return
    close()
    forgetDialogDrafts(id)
  }
  return (
    <EraseDialog
      title={t('dialogs.erase.title', { name: title || t('untitled', { day: format.day(day) }) })}
      what="conversation"
      erasing={erasing}
      onErase={() => void erase()}
      onClose={close}
    >
      {contact !== null && <p>{t('dialogs.erase.contact', { contact })}</p>}
    </EraseDialog>
  )
}

function Held({ detail: { id, heldBy, holdReason, crisis } }: Props) {
  const { t } = useTranslation('conversation')
  const close = useConversationDialogs((state) => state.close)
  const release = useCommand(client.moderation.release, { done: t('done.released') })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close()
      }}
      title={t('dialogs.erase.heldTitle')}
      footer={
        <>
          <Button onPress={close}>{t('dialogs.erase.cancel')}</Button>
          {heldBy === 'reason' && (
            <Button isPending={release.isRunning} onPress={() => void release.run({ id })}>
              {t('actions.release')}
            </Button>
          )}
        </>
      }
    >
      <p>
        {heldBy === 'reason'
          ? t('dialogs.erase.heldBy.reason', { reason: holdReason ?? '' })
          : t('dialogs.erase.heldBy.crisis', { title: crisis ?? '' })}
      </p>
    </Dialog>
  )
}
