import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../lib/connection-store.ts'
import styles from './connection-banner.module.css'

export function ConnectionBanner() {
  const { t } = useTranslation()
  const isConnected = useConnection((state) => state.isConnected)
  return (
    <div role="status" className={styles.host}>
      {!isConnected && (
        <p className={styles.banner}>
          <Unplug size={15} aria-hidden />
          {t('connection.lost')}
        </p>
      )}
    </div>
  )
}
