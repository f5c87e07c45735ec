import { useTranslation } from 'react-i18next'
import type { Insights, ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './insights.module.css'
import { withoutHours } from './use-result.ts'

export interface CustomersCardProps {
  readonly customers: Insights['customers']
  readonly summary: ResultSummary
}

/** What a new customer costs – as far as one can tell who is new. */
export function CustomersCard({ customers, summary }: CustomersCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { firstSeen, socialFirstSeen, unknownUntil, period, costCents } = customers
  // Costs that lack the hours would make customers look cheap.
  const isIncomplete = withoutHours(summary) || summary.totals.unpricedSeconds > 0
  const cost = isIncomplete ? null : customers.costPerCustomerCents
  const socialCost = isIncomplete ? null : customers.costPerSocialCustomerCents
  const { from, to } = period ?? summary.period
  const address = `/ledger/revenue?from=${from}&to=${to}`
  return (
    <Card title={t('customers.title')}>
      <div className={styles.lead}>
        <p className={styles.big}>{cost === null ? t('customers.unknown') : format.money(cost)}</p>
        <p className={styles.note}>
          {unknownUntil === null
            ? t('customers.none')
            : cost === null || costCents === null
              ? t('customers.seen', { count: firstSeen, customers: format.number(firstSeen) })
              : t('customers.divided', {
                  count: firstSeen,
                  customers: format.number(firstSeen),
                  from: format.day(from),
                  to: format.day(to),
                  costs: format.money(costCents),
                })}
        </p>
      </div>
      {socialCost !== null && (
        <p className={styles.note}>
          {t('customers.social', {
            count: socialFirstSeen,
            customers: format.number(socialFirstSeen),
            amount: format.money(socialCost),
          })}
        </p>
      )}
      {unknownUntil !== null && (
        <p className={styles.note}>
          {t('customers.unknownUntil', { day: format.day(unknownUntil) })}{' '}
          <TextLink href={address}>{t('customers.open')}</TextLink>
        </p>
      )}
    </Card>
  )
}
