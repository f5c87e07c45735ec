/** Answering: the words are copied for the network, and the answer is noted. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { forgetReply, givenAtOf, keepReply, replyTextOf } from './reply-drafts.ts'

export interface Answering {
  /** `isCopied`: the words go to the clipboard first; without that nothing is noted. */
  answer(next: 'done' | 'wait' | 'stay', isCopied: boolean): Promise<void>
  copy(): Promise<void>
  readonly isRunning: boolean
  readonly error: DescribedError | null
  /** The clipboard would not take the words. */
  readonly isCopyRefused: boolean
}

export function useAnswering(detail: ConversationDetail): Answering {
  const { t } = useTranslation('conversation')
  const [isCopyRefused, setIsCopyRefused] = useState(false)
  const { id } = detail
  const plain = useCommand(client.moderation.answer, { done: t('done.answered'), errors: 'caller' })
  const copied = useCommand(client.moderation.answer, { done: t('done.answeredCopied'), errors: 'caller' })
  const waiting = useCommand(client.moderation.wait, { done: t('done.waiting'), errors: 'caller' })
  const once = useOneAtATime()

  async function toClipboard(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text)
      setIsCopyRefused(false)
      return true
    } catch {
      setIsCopyRefused(true)
      return false
    }
  }

  async function answer(next: 'done' | 'wait' | 'stay', isCopied: boolean): Promise<void> {
    // A second key on its way before the first is answered would note it twice.
    await once(() => note(next, isCopied))
  }

  async function note(next: 'done' | 'wait' | 'stay', isCopied: boolean): Promise<void> {
    for (const { clearError } of [plain, copied, waiting]) clearError()
    const text = replyTextOf(detail).trim()
    const isWanted = isCopied && text !== ''
    if (isWanted && !(await toClipboard(text))) return
    // Nothing was written: no answer, only somebody else's turn.
    if (next === 'wait' && text === '' && givenAtOf(id) === null) {
      await waiting.run({ id })
      return
    }
    // Undo brings the draft back as it was sent.
    await keepReply(id)
    const receipt = await (isWanted ? copied : plain).run({ id, text, at: givenAtOf(id), next })
    if (receipt === null) return
    setIsCopyRefused(false)
    forgetReply(id)
  }

  async function copy(): Promise<void> {
    const text = replyTextOf(detail).trim()
    if (text !== '' && (await toClipboard(text))) showToast({ message: t('done.copied'), topic: 'copied' })
  }

  return {
    answer,
    copy,
    isRunning: plain.isRunning || copied.isRunning || waiting.isRunning,
    error: plain.error ?? copied.error ?? waiting.error,
    isCopyRefused,
  }
}
