import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Expense } from '../../../shared/contract/costs.ts'
import { levyOn, levyTerms, paidInYear } from '../../../shared/domain/artists-levy.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { amountOf, concernsLevy, type ExpenseDraft } from './expense-draft.ts'
import styles from './costs.module.css'

export interface LevyFieldsProps {
  readonly draft: ExpenseDraft
  readonly expense: Expense | null
  readonly error: string | undefined
  onChange(changes: Partial<ExpenseDraft>): void
}

/** Asks whether a service is creative work, and offers to book the levy on it. */
export function LevyFields({ draft, expense, error, onChange }: LevyFieldsProps) {
  const { t } = useTranslation('costs')
  const settings = useQuery(api.settings.ledger.queryOptions()).data
  if (!settings || !concernsLevy(draft, settings.holidayRegion.country, settings.currency)) return null
  return (
    <div className={styles.levy}>
      <Checkbox
        isSelected={draft.isCreative}
        onChange={(isCreative) => onChange({ isCreative, ...(!isCreative && { hasLevy: false }) })}
        description={t('levy.isCreativeHelp')}
      >
        {t('levy.isCreative')}
      </Checkbox>
      {draft.isCreative && <LevyOffer draft={draft} expense={expense} onChange={onChange} />}
      {error !== undefined && <p className={styles.problem}>{error}</p>}
    </div>
  )
}

function LevyOffer({ draft, expense, onChange }: Omit<LevyFieldsProps, 'error'>) {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const year = Number((draft.startsOn ?? '').slice(0, 4))
  const services = useQuery(
    api.costs.creativeServices.queryOptions({ input: { year: year || 2000 }, enabled: year >= 1900 && year <= 2200 }),
  ).data
  const cents = amountOf(draft)
  if (cents === null || draft.startsOn === null || !services) {
    return <p className={styles.hint}>{t('levy.amountFirst')}</p>
  }
  const terms = levyTerms(year)
  // The expense as it stands in the ledger is in the sum already.
  const counted = expense?.isCreative ? paidInYear(expense, year) : 0
  const sum = services.cents - counted + paidInYear({ ...draft, cents, startsOn: draft.startsOn }, year)
  const amounts = { year, sum: format.money(sum), threshold: format.money(terms.thresholdCents) }
  return (
    <>
      <p className={styles.hint}>{t(sum > terms.thresholdCents ? 'levy.above' : 'levy.below', amounts)}</p>
      {!terms.isKnown && <p className={styles.hint}>{t('levy.unknownYear', { year })}</p>}
      <Checkbox
        isSelected={draft.hasLevy}
        onChange={(hasLevy) => onChange({ hasLevy })}
        description={t('levy.bookHelp')}
      >
        {t('levy.book', { rate: format.percent(terms.perMille / 1000, 1), amount: format.money(levyOn(cents, year)) })}
      </Checkbox>
    </>
  )
}
