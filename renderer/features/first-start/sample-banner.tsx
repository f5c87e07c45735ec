/** Over every screen while the sample is open: nobody should take its figures for their own. */
import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { Button } from '../../ui/button.tsx'
import styles from './sample-banner.module.css'

export function SampleBanner() {
  const { t } = useTranslation('firstStart')
  const { data: status } = useQuery(api.app.status.queryOptions())
  const { openOwn, isSwitching } = useLedgerSwitch()
  // The shell stands before its parts are loaded.
  const [place] = useState(() => document.querySelector('#notices'))
  if (!place || !status?.ledger?.isSample) return null
  return createPortal(
    <section className={styles.banner} aria-label={t('banner.label')}>
      <FlaskConical size={15} aria-hidden />
      <p>{t('banner.text')}</p>
      <Button size="s" isDisabled={isSwitching} onPress={() => void openOwn()}>
        {t('banner.own')}
      </Button>
    </section>,
    place,
  )
}
