/** Teaches what belongs here and where each service hides its export. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useLedgerSwitch } from '../../lib/use-ledger-switch.ts'
import { Card } from '../../ui/card.tsx'
import { DropArea, FilePicker } from '../../ui/drop-zone.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { acceptedFiles } from './accepted-files.ts'
import { Fold } from '../../ui/fold.tsx'
import styles from './import-guide.module.css'
import { useTakeFiles } from './use-take-files.ts'

const services = ['toggl', 'clockify', 'harvest', 'kimai', 'meta', 'google', 'shopify'] as const
const steps = ['one', 'two', 'three'] as const

export function ImportGuide() {
  const { t } = useTranslation('imports')
  const takeFiles = useTakeFiles()
  const { data: batches } = useQuery(api.imports.batches.queryOptions())
  const isKnown = batches !== undefined && batches.length > 0
  return (
    <>
      <DropArea>
        <p className={styles.title}>{t('guide.title')}</p>
        <p className={styles.text}>{t('guide.text')}</p>
        <FilePicker
          variant={isKnown ? 'default' : 'primary'}
          buttonText={t('choose.button')}
          accept={acceptedFiles}
          onFiles={takeFiles}
        />
        <SampleLink />
      </DropArea>
      {isKnown ? (
        <Fold summary={t('guide.where')}>
          <Services />
        </Fold>
      ) : (
        <>
          <h2 className={styles.heading}>{t('guide.where')}</h2>
          <Services />
        </>
      )}
    </>
  )
}

function Services() {
  const { t } = useTranslation('imports')
  return (
    <div className={styles.services}>
      {services.map((service) => (
        <Card key={service} title={t(`guide.${service}.title`)} aside={t(`guide.${service}.brings`)}>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{t(`guide.${service}.${step}`)}</li>
            ))}
          </ol>
        </Card>
      ))}
    </div>
  )
}

/** A look at the finished thing; offered only while the own ledger is empty. */
function SampleLink() {
  const { t } = useTranslation('imports')
  const { openSample, isSwitching } = useLedgerSwitch()
  const { data: status } = useQuery(api.app.status.queryOptions())
  if (!status?.ledger?.isEmpty || status.ledger.isSample) return null
  return (
    <p>
      {t('guide.noFiles')}{' '}
      <TextLink isDisabled={isSwitching} onPress={() => void openSample()}>
        {t('guide.sample')}
      </TextLink>
    </p>
  )
}
