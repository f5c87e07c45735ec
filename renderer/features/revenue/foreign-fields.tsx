import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lastKnownRate } from '../../../shared/domain/exchange.ts'
import { api } from '../../lib/api.ts'
import { rateText } from '../../lib/rate-text.ts'
import type { FieldErrors } from '../../lib/use-field-errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ComboBox } from '../../ui/combo-box.tsx'
import { currencyOptions } from '../../ui/currencies.ts'
import styles from '../../ui/list-view.module.css'
import { RateField } from '../../ui/rate-field.tsx'
import { paidOf, type SaleDraft, type SaleField } from './sale-draft.ts'

export interface ForeignFieldsProps {
  readonly draft: SaleDraft
  readonly errors: FieldErrors<SaleField>
  onChange(changes: Partial<SaleDraft>): void
}

/** The currency of what was paid, and in another one its rate. */
export function ForeignFields({ draft, errors, onChange }: ForeignFieldsProps) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const own = useQuery(api.settings.ledger.queryOptions()).data?.currency ?? 'EUR'
  const known = useQuery(api.costs.exchangeRates.queryOptions()).data
  const rates = useMemo(() => known ?? [], [known])
  const { foreign } = draft
  const options = useMemo(
    () => currencyOptions(format.locale, [own, ...rates.map(({ currency }) => currency)]),
    [format.locale, own, rates],
  )

  function choose(currency: string | null) {
    const entered = foreign ? foreign.cents : draft.paidCents
    if (currency === null || currency === own) return onChange({ foreign: null, paidCents: entered })
    const rate = draft.day && lastKnownRate(rates, currency, draft.day)
    onChange({ foreign: { currency, cents: entered, rateMillionths: rate ? rate.rateMillionths : null } })
  }

  return (
    <>
      <div className={styles.fields}>
        <ComboBox
          label={t('sale.currency')}
          value={foreign?.currency ?? own}
          options={options}
          onChange={choose}
          placeholder={t('sale.currencySearch')}
        />
        {foreign && (
          <RateField
            label={t('sale.rate')}
            value={foreign.rateMillionths}
            onChange={(rateMillionths) => onChange({ foreign: { ...foreign, rateMillionths } })}
            description={t('sale.rateHelp', { currency: own, foreign: foreign.currency })}
            isRequired
            {...errors.of('foreign')}
          />
        )}
      </div>
      <Converted draft={draft} />
    </>
  )
}

function Converted({ draft }: Pick<ForeignFieldsProps, 'draft'>) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const { foreign } = draft
  const paid = paidOf(draft)
  if (!foreign || foreign.cents === null || foreign.rateMillionths === null || paid === null) return null
  return (
    <p className={styles.help} role="status">
      {t('sale.converted', {
        foreign: `${format.number(foreign.cents / 100, 2)} ${foreign.currency}`,
        rate: rateText(foreign.rateMillionths, format.language),
        amount: format.money(paid),
      })}
    </p>
  )
}
