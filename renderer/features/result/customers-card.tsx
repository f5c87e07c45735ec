import { useTranslation } from 'react-i18next'
import type { Insights } from '../../../shared/contract/result.ts'
import type { Period } from '../../../shared/domain/day.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './insights.module.css'

export interface CustomersCardProps {
  readonly customers: Insights['customers']
  readonly period: Period
}

/** What a new customer costs – as far as one can tell who is new. */
export function CustomersCard({ customers, period }: CustomersCardProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { firstSeen, costPerCustomerCents: cost, unknownUntil } = customers
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
