import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { linesDrill, purchasesDrill, uncountedDrill, type Target } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './result.module.css'
import { formatOrders } from '../../../shared/report/sentence.ts'

/** What is kept beside the result: purchases that are none of social media's, search ads, purchases that do not count. */
export function ResultBeside({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { other, uncountedOrders, period, model, windowDays } = summary
  const target: Target = { name: t('beside.start').replace(/[:,].*$/, ''), period, model, windowDays, scope: 'other' }
  const orders = {
    orders: formatOrders(other.orders, format),
    count: other.orders,
    net: format.moneyRounded(other.netCents),
  }
  const costs = [
    other.seconds > 0 && (
      <DrillLink key="labour" drill={linesDrill('labour', target)}>
        {t('beside.labour', { hours: format.duration(other.seconds), amount: format.moneyRounded(other.labourCents) })}
      </DrillLink>
    ),
    other.adsCents !== 0 && (
      <DrillLink key="ads" drill={linesDrill('ads', target)}>
        {t('beside.ads', { amount: format.moneyRounded(other.adsCents) })}
      </DrillLink>
    ),
    other.otherCostCents !== 0 && (
      <DrillLink key="other" drill={linesDrill('other', target)}>
        {t('beside.otherCost', { amount: format.moneyRounded(other.otherCostCents) })}
      </DrillLink>
    ),
  ].filter((cost) => cost !== false)
  return (
    <div className={styles.beside}>
      {isBesideResult(summary) && (
        <p>
          {t('beside.start')}{' '}
          {other.orders > 0 && (
            <>
              <DrillLink drill={purchasesDrill('net', target)}>{t('beside.orders', orders)}</DrillLink>{' '}
              {t('beside.ordersNote')}
            </>
          )}
          {costs.map((cost, index) => (
            <Fragment key={cost.key}>
              {(index > 0 || other.orders > 0) && ' · '}
              {cost}
            </Fragment>
          ))}
        </p>
      )}
      <OpportunityLine period={summary.period} />
      {uncountedOrders > 0 && (
        <p>
          <DrillLink drill={uncountedDrill({ ...target, name: t('beside.uncountedName') })}>
            {t('beside.uncounted', { count: uncountedOrders })}
          </DrillLink>
        </p>
      )}
    </div>
  )
}

/** What the same hours would have earned elsewhere. */
function OpportunityLine({ period }: { readonly period: ResultSummary['period'] }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { data } = useOpportunity(period)
  if (!data || data.people.length === 0) return null
  const people = data.people.map(({ name, seconds }) =>
    t('beside.opportunityPerson', { name, hours: format.hours(seconds) }),
  )
  return <p>{t('beside.opportunity', { amount: format.moneyRounded(data.cents), people: people.join(', ') })}</p>
}

function useOpportunity(period: ResultSummary['period']) {
  return useQuery(api.result.opportunity.queryOptions({ input: { period } }))
}

function isBesideResult({ other }: ResultSummary): boolean {
  return other.orders > 0 || other.seconds > 0 || other.adsCents !== 0 || other.otherCostCents !== 0
}

/** Is there anything to say here? */
export function useHasBeside(summary: ResultSummary): boolean {
  const { data } = useOpportunity(summary.period)
  return isBesideResult(summary) || summary.uncountedOrders > 0 || (data?.people.length ?? 0) > 0
}
