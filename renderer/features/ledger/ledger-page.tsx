import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { LedgerTabs } from '../../ui/section-tabs.tsx'
import styles from './ledger.module.css'
import { LinesView } from './lines-view.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

/** Every amount with its day and its dimensions. */
export function LedgerPage() {
  const { t } = useTranslation('ledger')
  const [isVerifying, setIsVerifying] = useState(false)
  return (
    <Page
      title={t('title')}
      isFilling
      titleAside={<LedgerTabs />}
      actions={
        <Button variant="quiet" icon={ShieldCheck} onPress={() => setIsVerifying(true)}>
          {t('verify.action')}
        </Button>
      }
    >
      <div className={styles.view}>
        <LinesView />
      </div>
      {isVerifying && <VerifyDialog onClose={() => setIsVerifying(false)} />}
    </Page>
  )
}
