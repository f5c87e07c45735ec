import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../../shared/contract/moderation-fields.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'

const MAX_HANDLE_LENGTH = 200

export interface HandleFieldProps {
  readonly handle: string
  readonly contact: Recognition['contact']
}

/** The name of the other side, and under which pseudonym it is kept. */
export function HandleField({ handle, contact }: HandleFieldProps) {
  const { t } = useTranslation('capture')
  const choose = useCapture((state) => state.choose)
  const isNamed = handle.trim() !== ''
  return (
    <TextField
      label={t('handle')}
      prefix="@"
      maxLength={MAX_HANDLE_LENGTH}
      autoComplete="off"
      spellCheck="false"
      value={handle}
      onChange={(typed) => choose({ handle: typed.replace(/^@+/, '') })}
      description={!isNamed ? t('handleHelp') : contact === null ? t('handleNew') : <Known contact={contact} />}
    />
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
