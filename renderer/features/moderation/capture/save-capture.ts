/** Saves what was noted. The dialog does not wait for it: what cannot be saved comes back. */
import i18next from 'i18next'
import { navigate } from 'wouter/use-browser-location'
import type { Receipt } from '../../../../shared/contract/fields.ts'
import { MAX_CONVERSATION_TEXT } from '../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { client } from '../../../lib/api.ts'
import { withReconnect } from '../../../lib/connection-error.ts'
import { describeError } from '../../../lib/errors.ts'
import { conversationAddress } from '../../../lib/moderation-address.ts'
import { offerUndo, showError, undoLast } from '../../../lib/undo-actions.ts'
import { holdUndo } from '../../../lib/undo-store.ts'
import { settle } from '../../../lib/use-command.ts'
import { type CaptureDraft, questionOf, settleDraft, toConversation, type Usual } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import { topicsOf } from './new-topics.ts'

export interface CaptureOrder {
  readonly draft: CaptureDraft
  readonly usual: Usual
  readonly receivedAt: Instant
  /** Its timer starts. */
  readonly isTimed: boolean
}

/** Takes what stands in the dialog and saves it; the dialog is closed, or empty for the next one. */
export async function saveCapture(order: Omit<CaptureOrder, 'draft'>, isNextOpen: boolean): Promise<void> {
  const draft = useCapture.getState().take(isNextOpen)
  try {
    await holdUndo(send({ ...order, draft }))
  } catch (error) {
    useCapture.getState().putBack({ draft, error: describeError(error) })
  }
}

async function send({ draft, usual, receivedAt, isTimed }: CaptureOrder): Promise<void> {
  // Read once more: the answer on the screen may be of a moment ago.
  const question = questionOf(draft, usual, receivedAt)
  const found = await withReconnect(() => client.moderation.recognise(question))
  if (found.text.length > MAX_CONVERSATION_TEXT) {
    useCapture.getState().putBack({ draft, error: null })
    return
  }
  const topicIds = await topicsOf(draft)
  const conversation = toConversation(draft, found, usual, receivedAt)
  const command = { commandId: crypto.randomUUID(), conversation, topicIds }
  const receipt = await withReconnect(() => client.moderation.capture(command))
  await settle(receipt, i18next.t('capture:done'), true)
  const { channelId, kind } = settleDraft(draft, found, usual)
  const { isOpen, noteBefore } = useCapture.getState()
  if (isOpen) noteBefore({ channelId, kind })
  const timer = isTimed ? await startTimer(receipt.recordId, channelId) : null
  tellDone(receipt, timer)
}

/** Where it cannot start, the conversation is kept all the same, and why is said. */
async function startTimer(conversationId: number | null, channelId: number | null): Promise<Receipt | null> {
  if (conversationId === null) return null
  const work = {
    activity: 'dialogue',
    channelId,
    campaignId: null,
    clientId: null,
    projectId: null,
    departmentId: null,
    targets: [{ postId: null, conversationId, weight: 1 }],
    note: '',
    scope: 'social',
    isBillable: false,
  } as const
  const command = {
    commandId: crypto.randomUUID(),
    personId: null,
    at: null,
    work: { ...work, targets: [...work.targets] },
  }
  try {
    const receipt = await withReconnect(() => client.time.start(command))
    await settle(receipt, i18next.t('capture:timerStarted'), true)
    return receipt
  } catch (error) {
    showError(error)
    return null
  }
}

/** A timer that was started with it goes with it. */
function tellDone({ commandId, recordId }: Receipt, timer: Receipt | null): void {
  offerUndo(commandId, i18next.t(timer ? 'capture:doneTimed' : 'capture:done'), {
    ...(recordId !== null && {
      more: { label: i18next.t('capture:open'), run: () => navigate(conversationAddress(recordId, 'open')) },
    }),
    ...(timer && { undo: () => void undoLast(timer.commandId).then(() => undoLast(commandId)) }),
  })
}
