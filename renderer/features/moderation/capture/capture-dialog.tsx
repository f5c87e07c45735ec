import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveAndNext } from '../../../lib/use-save-and-next.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import { BatchOffer } from './batch-offer.tsx'
import { isUntouched, textProblem } from './capture-draft.ts'
import { CaptureFields } from './capture-fields.tsx'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'
import { PastedField } from './pasted-field.tsx'
import { RecognisedLine } from './recognised-line.tsx'
import { readReceived } from './received.ts'
import { saveCapture } from './save-capture.ts'
import { useCaptureQuestion } from './use-capture-question.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** A conversation is pasted, looked at and saved; what is not saved stays. */
export function CaptureDialog() {
  const serial = useCapture((state) => state.serial)
  return <OneConversation key={serial} />
}

function OneConversation() {
  const { t } = useTranslation('capture')
  const question = useCaptureQuestion()
  const { draft, found, isCurrent, timeZone, usual } = question
  const { error, isTimed, setTimed } = useCapture()
  const [isChecked, setIsChecked] = useState(false)
  const { inside, send, onKey, takeWanted } = useSaveAndNext()

  function submit() {
    const isNextOpen = takeWanted()
    setIsChecked(true)
    const receivedAt = readReceived(draft.received, { now: Date.now(), timeZone })
    if (typeof receivedAt !== 'number' || textProblem(draft, isCurrent ? found : null)) return
    void saveCapture({ usual, receivedAt, isTimed }, isNextOpen)
  }

  return (
    <Dialog
      isOpen
      size="l"
      title={t('title')}
      onOpenChange={(isOpen) => {
        if (!isOpen) leave(t('kept'), t('goOn'))
      }}
      onSubmit={submit}
      onKey={onKey}
      footer={
        <>
          {!isUntouched(draft) && (
            <span data-start>
              <Button variant="quiet" onPress={() => discard(t('discarded'), t('bringBack'))}>
                {t('discard')}
              </Button>
            </span>
          )}
          <span data-start>
            <Checkbox isSelected={isTimed} onChange={setTimed}>
              {t('timed')}
            </Checkbox>
          </span>
          <Button shortcut="mod+shift+enter" onPress={() => send(true)}>
            {t('saveNext')}
          </Button>
          <Button type="submit" variant="primary" shortcut="mod+enter">
            {t('save')}
          </Button>
        </>
      }
    >
      <div ref={inside} className={styles.inside}>
        <WaitingNotice />
        {error && <ErrorPanel error={error} />}
        <Pasted question={question} isChecked={isChecked} />
        <RecognisedLine question={question} />
        <CaptureFields question={question} isChecked={isChecked} />
      </div>
    </Dialog>
  )
}

interface PastedProps {
  readonly question: ReturnType<typeof useCaptureQuestion>
  readonly isChecked: boolean
}

function Pasted({ question: { draft, found }, isChecked }: PastedProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever comes back goes on behind what is there.
  useLayoutEffect(() => {
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])
  const problem = textProblem(draft, found)
  return (
    <PastedField
      inputRef={field}
      text={draft.text}
      count={found?.text.length ?? draft.text.length}
      problem={problem?.kind === 'missing' && !isChecked ? null : problem}
    >
      <BatchOffer draft={draft} />
    </PastedField>
  )
}

/** Nothing is lost by Escape or a click beside it. */
function leave(kept: string, goOn: string): void {
  const { draft, close, show } = useCapture.getState()
  close()
  if (!isUntouched(draft)) showToast({ message: kept, topic: 'capture', action: { label: goOn, run: show } })
}

function discard(discarded: string, bringBack: string): void {
  const draft = useCapture.getState().discard()
  const { putBack } = useCapture.getState()
  showToast({
    message: discarded,
    topic: 'capture',
    action: { label: bringBack, run: () => putBack({ draft, error: null }) },
  })
}
