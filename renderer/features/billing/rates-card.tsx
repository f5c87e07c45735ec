import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillingRateRow } from '../../../shared/contract/billing-records.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import { RemoveButton } from '../../ui/remove-button.tsx'
import styles from './billing.module.css'
import { RateForm } from './rate-form.tsx'

export interface RatesCardProps {
  /** Null: rates for every client. */
  readonly clientId: number | null
  readonly name: string
  readonly rates: readonly BillingRateRow[]
  /** What holds where the client has none. */
  readonly centsPerHour?: number | null
  readonly today: Day
}

/** What an hour costs the client, by day and person. */
export function RatesCard({ clientId, name, rates, centsPerHour = null, today }: RatesCardProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const none = clientId === null ? 'rates.generalHelp' : centsPerHour === null ? 'rates.none' : 'rates.noneOwn'
  const [edited, setEdited] = useState<BillingRateRow | 'new' | null>(null)
  return (
    <Card
      title={clientId === null ? t('rates.general') : t('rates.title')}
      aside={
        <Button size="s" variant="quiet" icon={Plus} onPress={() => setEdited('new')}>
          {t('rates.add')}
        </Button>
      }
    >
      {rates.length === 0 ? (
        <p className={styles.note}>{t(none, { rate: format.money(centsPerHour ?? 0) })}</p>
      ) : (
        <div className={styles.rows}>
          {rates.map((rate) => (
            <RateRow
              key={rate.id}
              rate={rate}
              isInForce={isInForce(rate, rates, today)}
              onEdit={() => setEdited(rate)}
            />
          ))}
        </div>
      )}
      {edited !== null && (
        <RateForm
          clientId={clientId}
          name={name}
          rate={edited === 'new' ? null : edited}
          today={today}
          isFirst={rates.length === 0}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}

/** Rates of one person come latest first. */
function isInForce(rate: BillingRateRow, rates: readonly BillingRateRow[], today: Day): boolean {
  return rates.find(({ personId, validFrom }) => personId === rate.personId && validFrom <= today) === rate
}

interface RateRowProps {
  readonly rate: BillingRateRow
  readonly isInForce: boolean
  onEdit(): void
}

function RateRow({ rate, isInForce: isCurrent, onEdit }: RateRowProps) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const remove = useCommand(client.billing.removeRate, { done: t('rates.removed') })
  const since = t('rates.since', { day: format.day(rate.validFrom) })
  return (
    <div className={styles.row}>
      <span>
        {rate.person ?? t('rates.everyone')}
        <small>
          {since}
          {isCurrent && ` · ${t('rates.inForce')}`}
        </small>
      </span>
      <span className={styles.number}>
        <TextLink isFigure onPress={onEdit}>
          {format.money(rate.centsPerHour)}
        </TextLink>
      </span>
      <RemoveButton
        name={`${format.money(rate.centsPerHour)} ${since}`}
        onRemove={() => void remove.run({ id: rate.id })}
      />
    </div>
  )
}
