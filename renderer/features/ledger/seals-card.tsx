import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useVerify } from '../../lib/use-verify.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Checks } from './checks.tsx'
import styles from './ledger.module.css'

/** Recomputes the seals on demand and says in one sentence how it went; what failed is listed. */
export function SealsCard() {
  const { t } = useTranslation('ledger')
  const { report, error, isRunning, run } = useVerify()
  return (
    <Card title={t('months.verify.title')}>
      <div className={styles.about}>
        <p>{t('months.verify.help')}</p>
        <div>
          <Button icon={ShieldCheck} isPending={isRunning} onPress={() => void run()}>
            {t('months.verify.run')}
          </Button>
        </div>
        {error && <ErrorPanel error={error} />}
        <div aria-live="polite">
          {report?.isSound && (
            <p className={styles.sound}>
              <CircleCheck size={16} aria-hidden />
              {t('months.verify.sound')}
            </p>
          )}
          {report && !report.isSound && (
            <>
              <p>
                <strong>{t('verify.broken')}</strong> {t('verify.advice')}
              </p>
              <Checks checks={report.checks.filter((check) => !check.isPassed)} />
            </>
          )}
        </div>
      </div>
    </Card>
  )
}
