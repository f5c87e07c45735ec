import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { useConversationDialogs } from './dialog-store.ts'
import { EditDialog } from './edit-dialog.tsx'
import { EraseTextDialog } from './erase-text-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { NoteDialog, ReturnedDialog, WroteAgainDialog } from './words-dialogs.tsx'

const DIALOGS = {
  handOver: HandOverDialog,
  returned: ReturnedDialog,
  wroteAgain: WroteAgainDialog,
  note: NoteDialog,
  measure: MeasureDialog,
  edit: EditDialog,
  hold: HoldDialog,
  erase: EraseTextDialog,
} as const

/** The one that is open, where it is one of this conversation. */
export function ConversationDialogs({ detail }: { readonly detail: ConversationDetail }) {
  const open = useConversationDialogs((state) => state.open)
  if (open?.id !== detail.id) return null
  const Open = DIALOGS[open.dialog]
  return <Open detail={detail} />
}
