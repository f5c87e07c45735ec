import { useTranslation } from 'react-i18next'
import { Kbd } from '../../../ui/kbd.tsx'
import styles from './setup.module.css'

/** How the order of a list is changed, said below it. */
export function MoveHelp() {
  const { t } = useTranslation('moderationSetup')
  return (
    <p className={styles.help}>
      {t('moveHelp')} <Kbd keys="alt+arrowup" /> <Kbd keys="alt+arrowdown" />
    </p>
  )
}
