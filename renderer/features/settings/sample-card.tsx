/** The sample ledger: opened beside the user's own, which stays as it is. */
import { useQuery } from '@tanstack/react-query'
import { FlaskConical, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'
import styles from './settings.module.css'

export function SampleCard() {
  const { t } = useTranslation('settings')
  const status = useQuery(api.app.status.queryOptions())
  const { openSample, openOwn, isSwitching } = useLedgerSwitch()
  const isSample = status.data?.ledger?.isSample === true
  return (
    <Card title={t('data.sample')}>
      <Stack>
        <p className={styles.lead}>{t(isSample ? 'data.sampleActive' : 'data.sampleHelp')}</p>
        <div>
          <Button
            icon={isSample ? Undo2 : FlaskConical}
            isPending={isSwitching}
            onPress={() => void (isSample ? openOwn() : openSample())}
          >
            {t(isSample ? 'data.sampleLeave' : 'data.sampleOpen')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
