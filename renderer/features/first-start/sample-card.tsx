import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './first-start.module.css'

/** For whoever wants to see the finished thing before answering anything. */
export function SampleCard() {
  const { t } = useTranslation('firstStart')
  const { openSample, isSwitching } = useLedgerSwitch()
  return (
    <Card title={t('sample.title')} tone="sunken">
      <div className={styles.aside}>
        <p>{t('sample.text')}</p>
        <Button icon={Eye} isDisabled={isSwitching} onPress={() => void openSample()}>
          {isSwitching ? t('sample.opening') : t('sample.open')}
        </Button>
        <p>{t('sample.safe')}</p>
      </div>
    </Card>
  )
}
