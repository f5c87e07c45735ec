import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { formatOrders } from '../../../../shared/report/sentence.ts'
import { FigureLink } from './figure-link.tsx'
import styles from './figures.module.css'
import type { FactsProps } from './times-card.tsx'

/** What it took, and what is known to have followed. */
export function OutcomeCard({ total, onOpen }: FactsProps) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const { seconds, costCents, costPerAnswerCents, unpricedSeconds, answers } = total
  const { leads, leadCents, wonLeads, wonLeadCents, purchases, netCents, contributionCents } = total
  const isUnpriced = unpricedSeconds > 0
  const costRemark = isUnpriced && { remark: t('outcome.unpriced', { hours: format.duration(unpricedSeconds) }) }
  const behind = (measure: 'cost' | 'leads' | 'wonLeads' | 'revenue', count: number, text: string) => (
    <FigureLink drill={{ measure, group: null }} count={count} onOpen={onOpen}>
      {text}
    </FigureLink>
  )
  return (
    <Card title={t('outcome.title')}>
      <KeyValues
        items={[
          { label: t('outcome.time'), value: behind('cost', seconds, format.duration(seconds)) },
          { label: t('outcome.cost'), value: behind('cost', costCents, format.money(costCents)), ...costRemark },
          {
            label: t('outcome.perAnswer'),
            value: costPerAnswerCents === null ? '–' : behind('cost', costCents, format.money(costPerAnswerCents)),
            remark: t('outcome.answers', { count: answers }),
          },
          {
            label: t('outcome.leads'),
            value: behind('leads', leads, leads === 0 ? '–' : leadsText(leads, leadCents)),
          },
          wonLeads === 0
            ? null
            : { label: t('outcome.won'), value: behind('wonLeads', wonLeads, leadsText(wonLeads, wonLeadCents)) },
          {
            label: t('outcome.revenue'),
            value: behind('revenue', purchases, purchases === 0 ? '–' : format.money(netCents)),
            ...(purchases > 0 && {
              remark: t('outcome.purchases', { count: purchases, purchases: formatOrders(purchases, format) }),
            }),
          },
          contributionCents === null || purchases === 0
            ? null
            : {
                label: t('outcome.contribution'),
                value: behind('revenue', purchases, format.money(contributionCents)),
              },
        ]}
      />
      <p className={styles.small}>{t('outcome.note')}</p>
    </Card>
  )

  function leadsText(count: number, cents: number) {
    return t('outcome.leadsValue', { count, amount: format.moneyRounded(cents) })
  }
}
