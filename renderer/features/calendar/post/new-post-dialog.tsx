import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_TITLE_LENGTH } from '../../../../shared/domain/post-lengths.ts'
import { api } from '../../../lib/api.ts'
import { useOneAtATime } from '../../../lib/use-one-at-a-time.ts'
import { useSaveAndNext } from '../../../lib/use-save-and-next.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import { isUnsaid, readWhen, usualClock } from './new-post-draft.ts'
import { ChannelChips, WhenFields } from './new-post-fields.tsx'
import { useNewPost } from './new-post-store.ts'
import { isTooLong } from './post-draft.ts'
import styles from './post.module.css'
import { saveNewPost } from './save-new-post.ts'
import { FormatSelect } from './variant-fields.tsx'

export function NewPostDialog() {
  const serial = useNewPost((state) => state.serial)
  const timeZone = useQuery(api.app.status.queryOptions()).data?.ledger?.timeZone
  return timeZone !== undefined && <OnePost key={serial} timeZone={timeZone} />
}

/** A thought becomes a post for some channels at a time; what is not saved stays. */
function OnePost({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation('post')
  const { draft, change } = useNewPost()
  const [isChecked, setIsChecked] = useState(false)
  const { inside, send, onKey, takeWanted } = useSaveAndNext()
  const once = useOneAtATime()
  const when = readWhen(draft, timeZone)
  const isUntitled = draft.title.trim() === ''

  // A day that was pointed at gets a time one can do without thinking of.
  useEffect(() => {
    const { draft: begun } = useNewPost.getState()
    if (begun.day !== null && begun.clock === '') change({ clock: usualClock(Date.now(), timeZone) })
  }, [change, timeZone])

  function submit() {
    const isNextOpen = takeWanted()
    setIsChecked(true)
    if (isUntitled || isTooLong(draft.text) || typeof when === 'string') return
    void once(() => saveNewPost({ plannedAt: when, timeZone }, isNextOpen))
  }

  return (
    <Dialog
      isOpen
      size="l"
      title={t('new.title')}
      onOpenChange={(isOpen) => {
        if (!isOpen) leave(t('new.kept'), t('new.goOn'))
      }}
      onSubmit={submit}
      onKey={onKey}
      footer={<Buttons onNext={() => send(true)} />}
    >
      <div ref={inside} className={styles.stack}>
        <Fields when={when} isChecked={isChecked} />
      </div>
    </Dialog>
  )
}

interface FieldsProps {
  readonly when: ReturnType<typeof readWhen>
  readonly isChecked: boolean
}

function Fields({ when, isChecked }: FieldsProps) {
  const { t } = useTranslation('post')
  const { draft, error, change } = useNewPost()
  const isUntitled = draft.title.trim() === ''
  return (
    <>
      {error && <ErrorPanel error={error} />}
      <TextField
        autoFocus
        label={t('title')}
        autoComplete="off"
        maxLength={MAX_TITLE_LENGTH}
        placeholder={t('new.titlePlaceholder')}
        value={draft.title}
        onChange={(title) => change({ title })}
        errorMessage={isChecked && isUntitled ? t('problems.titleMissing') : undefined}
      />
      <ChannelChips />
      <div className={styles.whenLine}>
        <WhenFields problem={typeof when === 'string' ? when : null} isChecked={isChecked} />
        <FormatSelect
          label={t('fields.format')}
          noneLabel={t('fields.none.format')}
          value={draft.format}
          onChange={(format) => change({ format })}
        />
      </div>
      <TextArea
        label={t('text.label')}
        rows={6}
        placeholder={t('new.textPlaceholder')}
        value={draft.text}
        onChange={(text) => change({ text })}
        errorMessage={isTooLong(draft.text) ? t('problems.tooLong') : undefined}
      />
    </>
  )
}

function Buttons({ onNext }: { onNext(): void }) {
  const { t } = useTranslation('post')
  const { draft } = useNewPost()
  return (
    <>
      {!isUnsaid(draft) && (
        <span data-start>
          <Button variant="quiet" onPress={() => discard(t('new.discarded'), t('new.bringBack'))}>
            {t('new.discard')}
          </Button>
        </span>
      )}
      <Button shortcut="mod+shift+enter" onPress={onNext}>
        {t('new.saveNext')}
      </Button>
      <Button type="submit" variant="primary" shortcut="mod+enter">
        {t('new.save')}
      </Button>
    </>
  )
}

/** Nothing is lost by Escape or a click beside it. */
function leave(kept: string, goOn: string): void {
  const { draft, close, show } = useNewPost.getState()
  close()
  if (!isUnsaid(draft)) showToast({ message: kept, topic: 'newPost', action: { label: goOn, run: () => show() } })
}

function discard(discarded: string, bringBack: string): void {
  const draft = useNewPost.getState().discard()
  const { putBack } = useNewPost.getState()
  showToast({ message: discarded, topic: 'newPost', action: { label: bringBack, run: () => putBack(draft) } })
}
