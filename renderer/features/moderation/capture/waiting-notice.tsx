import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'

/** What could not be saved while the next one was begun already. */
export function WaitingNotice() {
  const { t } = useTranslation('capture')
  const { waiting, resume } = useCapture()
  const [first] = waiting
  if (!first) return null
  return (
    <p role="alert" className={styles.waiting}>
      {t('waiting', { count: waiting.length })}
      <Button size="s" onPress={() => resume(first)}>
        {t('resume')}
      </Button>
    </p>
  )
}
