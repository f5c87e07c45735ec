import { UserRound } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../../shared/contract/moderation-fields.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { withName } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'

const MAX_HANDLE_LENGTH = 200

export interface HandleFieldProps {
  readonly handle: string
  readonly contact: Recognition['contact']
  /** What looks like a name in the text; null: nothing. */
  readonly proposed: string | null
}

/** The name of the other side, and under which pseudonym it is kept. */
export function HandleField({ handle, contact, proposed }: HandleFieldProps) {
  const { t } = useTranslation('capture')
  const choose = useCapture((state) => state.choose)
  const isNamed = handle.trim() !== ''
  const field = useRef<HTMLInputElement>(null)

  function take(name: string) {
    const { draft, change } = useCapture.getState()
    change(withName(draft, name))
    // The button goes with what it offered.
    field.current?.focus()
  }
  return (
    <div className={styles.named}>
      <TextField
        inputRef={field}
        label={t('handle')}
        prefix="@"
        maxLength={MAX_HANDLE_LENGTH}
        autoComplete="off"
        spellCheck="false"
        value={handle}
        onChange={(typed) => choose({ handle: typed.replace(/^@+/, '') })}
        description={!isNamed ? t('handleHelp') : contact === null ? t('handleNew') : <Known contact={contact} />}
      />
      {proposed !== null && (
        <Button size="s" variant="quiet" icon={UserRound} onPress={() => take(proposed)}>
          {t('takeName', { name: proposed })}
        </Button>
      )}
    </div>
  )
}

function Known({
  contact: { pseudonym, count, isBlocked },
}: {
  readonly contact: NonNullable<Recognition['contact']>
}) {
  const { t } = useTranslation('capture')
  return (
    <>
      {t('handleKnown', { pseudonym, count })}
      {isBlocked && <b className={styles.blocked}> {t('handleBlocked', { pseudonym })}</b>}
    </>
  )
}
