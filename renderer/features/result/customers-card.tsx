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
  const { firstSeen, unknownUntil } = customers
  const { period } = summary
  // Costs that lack the hours would make customers look cheap.
  const cost = withoutHours(summary) || summary.totals.unpricedSeconds > 0 ? null : customers.costPerCustomerCents
  const address = `/ledger/revenue?from=${period.from}&to=${period.to}`
  return (
    <Card title={t('customers.title')}>
      <div className={styles.lead}>
        <p className={styles.big}>{cost === null ? t('customers.unknown') : format.money(cost)}</p>
        <p className={styles.note}>
          {unknownUntil === null
            ? t('customers.none')
            : t('customers.firstSeen', { count: firstSeen, customers: format.number(firstSeen) })}
        </p>
      </div>
      {unknownUntil !== null && (
        <p className={styles.note}>
          {t('customers.unknownUntil', { day: format.day(unknownUntil) })}{' '}
          <TextLink href={address}>{t('customers.open')}</TextLink>
        </p>
      )}
    </Card>
  )
}
