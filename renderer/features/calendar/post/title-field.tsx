import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_TITLE_LENGTH } from '../../../../shared/domain/post-lengths.ts'
import { draftProblemsOf } from './post-draft.ts'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'

/** Reads as a title and is changed where it stands: Enter keeps it, Escape brings back what stood there. */
export function TitleField() {
  const { t } = useTranslation('post')
  const { detail, draft, typing } = useThisPost()
  const field = useRef<HTMLTextAreaElement>(null)
  const isMissing = draftProblemsOf({ title: draft.title }).title !== undefined

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void typing.keep()
    }
    if (event.key !== 'Escape' || draft.title === detail.title) return
    event.preventDefault()
    event.stopPropagation()
    typing.post({ title: detail.title })
  }

  return (
    <div className={styles.titleField}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={t('title')}
        aria-invalid={isMissing || undefined}
        aria-errormessage={isMissing ? 'post-title-missing' : undefined}
        maxLength={MAX_TITLE_LENGTH}
        value={draft.title}
        className={styles.title}
        onChange={({ target }) => typing.post({ title: target.value.replace(/[\r\n]+/g, ' ') })}
        onKeyDown={onKeyDown}
      />
      {isMissing && (
        <p id="post-title-missing" className={styles.problem}>
          {t('problems.titleMissing')}
        </p>
      )}
    </div>
  )
}
