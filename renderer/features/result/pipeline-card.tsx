import { useTranslation } from 'react-i18next'
import type { Insights } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './insights.module.css'

/** Open leads: beside the result, never inside it. */
export function PipelineCard({ pipeline }: { readonly pipeline: Insights['pipeline'] }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { count, valueCents, weightedCents } = pipeline
  return (
    <Card
      title={t('pipeline.title')}
      className={styles.full}
      aside={<TextLink href="/ledger/leads">{t('pipeline.open')}</TextLink>}
    >
      {count === 0 ? (
        <p className={styles.note}>{t('pipeline.empty')}</p>
      ) : (
        <>
          <div className={styles.lead}>
            <p className={styles.big}>{format.moneyRounded(weightedCents)}</p>
            <p className={styles.note}>{t('pipeline.weighted')}</p>
          </div>
          <KeyValues
            items={[
              { label: t('pipeline.count'), value: format.number(count) },
              { label: t('pipeline.value'), value: format.moneyRounded(valueCents) },
            ]}
          />
          <p className={styles.note}>{t('pipeline.beside')}</p>
        </>
      )}
    </Card>
  )
}
