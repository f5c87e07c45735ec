/** What is known of a person beside their cost: how much of the paid time is logged, what the hour would earn elsewhere. */
import { useTranslation } from 'react-i18next'
import type { OpportunityRate, Person, TrackedShare } from '../../../shared/contract/people.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { MIN_TRACKED_WEEKS } from '../../../shared/domain/tracked-share.ts'
import { client } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { RowActions } from '../../ui/row-actions.tsx'
import styles from './settings.module.css'
import { useChange } from '../../lib/use-change.ts'

interface PersonFactsProps {
  readonly person: Person
  readonly share: TrackedShare | null
  readonly today: Day
  onEditOpportunity(rate: OpportunityRate): void
}

export function hasFacts(person: Person, share: TrackedShare | null): boolean {
  return share !== null || person.opportunityRates.length > 0
}

export function PersonFacts({ person, share, today, onEditOpportunity }: PersonFactsProps) {
  return (
    <div className={styles.facts}>
      {share && <Tracked share={share} />}
      {person.opportunityRates.toReversed().map((rate) => (
        <Opportunity key={rate.id} rate={rate} today={today} onEdit={() => onEditOpportunity(rate)} />
      ))}
    </div>
  )
}

function Tracked({ share }: { readonly share: TrackedShare }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { basisPoints, weeks, weeksWithout, estimatedSeconds } = share
  const remarks = [
    weeks > 0 &&
      t('who.tracked.detail', {
        logged: format.hours(share.loggedSeconds),
        paid: format.hours(share.paidSeconds),
        weeks,
      }),
    estimatedSeconds > 0 && t('who.tracked.estimated', { hours: format.hours(estimatedSeconds) }),
    weeksWithout > 0 && t('who.tracked.without', { count: weeksWithout }),
  ].filter((remark) => remark !== false)
  return (
    <p>
      {basisPoints === null
        ? t('who.tracked.early', { count: Math.max(1, MIN_TRACKED_WEEKS - weeks) })
        : t('who.tracked.card', { share: format.basisPoints(basisPoints) })}
      {remarks.length > 0 && <span className={styles.help}>{remarks.join(' · ')}</span>}
    </p>
  )
}

interface OpportunityProps {
  readonly rate: OpportunityRate
  readonly today: Day
  onEdit(): void
}

function Opportunity({ rate, today, onEdit }: OpportunityProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const change = useChange('toast')
  const day = format.day(rate.validFrom)
  const remove = () =>
    void change.run(
      (commandId) => client.settings.removeOpportunityRate({ commandId, id: rate.id }),
      t('who.opportunity.removed', { day }),
    )
  return (
    <p>
      <span>
        {t('who.opportunity.heading')}:{' '}
        {t('who.opportunity.line', {
          rate: format.money(rate.centsPerHour),
          since: t(rate.validFrom > today ? 'who.opportunity.from' : 'who.opportunity.since', { day }),
        })}
      </span>
      <span className={styles.rowActions}>
        <RowActions
          editLabel={t('who.opportunity.edit', { day })}
          removeLabel={t('who.opportunity.remove', { day })}
          isRemoving={change.isRunning}
          onEdit={onEdit}
          onRemove={remove}
        />
      </span>
    </p>
  )
}
