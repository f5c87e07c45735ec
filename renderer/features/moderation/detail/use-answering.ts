/** Answering: the words are copied for the network, and the answer is noted. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import type { DescribedError } from '../../../lib/errors.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { showToast } from '../../../ui/toast-store.ts'
import { selectInReply } from './focus.ts'
import { forgetReply, givenAtOf, keepReply, openGapsOf, replyTextOf, stretchOf } from './reply-drafts.ts'

/** What becomes of the conversation. */
type NextTurn = 'done' | 'wait' | 'stay'

/** What was asked for while gaps were open; null: only to copy. */
interface Asked {
  readonly answer: { readonly next: NextTurn; readonly isCopied: boolean } | null
}

export interface HeldBack {
  /** Only copying was asked for. */
  readonly isCopy: boolean
  /** Does what was asked for, gaps or not. */
  goOn(): Promise<void>
}

export interface Answering {
  /**
   * `isCopied`: the words go to the clipboard first; without that nothing is noted. While gaps of a snippet are open, it is held back.
   */
  answer(next: NextTurn, isCopied: boolean): Promise<void>
  copy(): Promise<void>
  readonly isRunning: boolean
  readonly error: DescribedError | null
  /** The clipboard would not take the words. */
  readonly isCopyRefused: boolean
  /** What was asked for and not done, because gaps of a snippet were open. */
  readonly heldBack: HeldBack | null
}

export function useAnswering(detail: ConversationDetail): Answering {
  const { t } = useTranslation('conversation')
  const [isCopyRefused, setIsCopyRefused] = useState(false)
  const [held, setHeld] = useState<Asked | null>(null)
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

  /** The first gap is where typing goes on. */
  function holdBack(asked: Asked): boolean {
    const [first] = openGapsOf(detail)
    setIsCopyRefused(false)
    setHeld(first === undefined ? null : asked)
    if (first !== undefined) selectInReply(stretchOf(first, replyTextOf(detail)))
    return first !== undefined
  }

  async function answer(next: NextTurn, isCopied: boolean): Promise<void> {
    // A second key on its way before the first is answered would note it twice.
    await once(async () => {
      for (const { clearError } of [plain, copied, waiting]) clearError()
      if (!holdBack({ answer: { next, isCopied } })) await note(next, isCopied)
    })
  }

  async function note(next: NextTurn, isCopied: boolean): Promise<void> {
    setHeld(null)
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
    if (!holdBack({ answer: null })) await copyText()
  }

  async function copyText(): Promise<void> {
    setHeld(null)
    const text = replyTextOf(detail).trim()
    if (text !== '' && (await toClipboard(text))) showToast({ message: t('done.copied'), topic: 'copied' })
  }

  async function goOn({ answer: asked }: Asked): Promise<void> {
    if (asked === null) await copyText()
    else await once(() => note(asked.next, asked.isCopied))
  }

  return {
    answer,
    copy,
    isRunning: plain.isRunning || copied.isRunning || waiting.isRunning,
    error: plain.error ?? copied.error ?? waiting.error,
    isCopyRefused,
    heldBack: held && { isCopy: held.answer === null, goOn: () => goOn(held) },
  }
}
