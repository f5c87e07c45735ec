import { ClipboardPaste } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_CONVERSATION_TEXT } from '../../../../shared/domain/conversation.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import type { TextProblem } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'

/** From here on it is said how much room is left. */
const COUNTED_FROM = 0.8 * MAX_CONVERSATION_TEXT

export interface PastedFieldProps {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly count: number
  readonly problem: TextProblem | null
  /** What may be done with the text instead, under the field. */
  readonly children?: ReactNode
}

export function PastedField({ inputRef, text, count, problem, children }: PastedFieldProps) {
  const { t } = useTranslation('capture')
  const { number } = useFormat()
  const change = useCapture((state) => state.change)
  const limit = number(MAX_CONVERSATION_TEXT)
  const say = (told: TextProblem) =>
    told.kind === 'missing' ? t('missing') : t('tooLong', { length: number(told.count), limit })
  return (
    <div className={styles.pasted}>
      <TextArea
        inputRef={inputRef}
        label={t('text')}
        placeholder={t('textPlaceholder')}
        rows={4}
        autoComplete="off"
        value={text}
        onChange={(typed) => change({ text: typed })}
        {...(count > COUNTED_FROM && { description: t('length', { length: number(count), limit }) })}
        errorMessage={problem ? say(problem) : undefined}
      />
      {text === '' && (
        <FromClipboard
          onText={(pasted) => {
            change({ text: pasted })
            inputRef.current?.focus()
          }}
        />
      )}
      {children}
    </div>
  )
}

/** One click where the clipboard may be read; elsewhere the keyboard pastes. */
function FromClipboard({ onText }: { onText(text: string): void }) {
  const { t } = useTranslation('capture')
  const isOffered = useIsClipboardOpen()
  if (!isOffered) return null

  async function read() {
    const text = await readClipboard()
    if (text !== null && text.trim() !== '') onText(text)
    else showToast({ message: t(text === null ? 'clipboardClosed' : 'clipboardEmpty'), topic: 'capture' })
  }
  return (
    <Button size="s" variant="quiet" icon={ClipboardPaste} onPress={() => void read()}>
      {t('fromClipboard')}
    </Button>
  )
}

/** Null: it must not be read. */
async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}

function useIsClipboardOpen(): boolean {
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    let isGone = false
    const note = (state: PermissionState) => !isGone && setIsOpen(state !== 'denied')
    // Browsers that do not know the question do not let pages read it either.
    navigator.permissions.query({ name: 'clipboard-read' as PermissionName }).then(
      ({ state }) => note(state),
      () => note('denied'),
    )
    return () => {
      isGone = true
    }
  }, [])
  return isOpen
}
