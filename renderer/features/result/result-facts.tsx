import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type Drill, linesDrill, purchasesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './result.module.css'
import { formatOrders } from '../../../shared/report/sentence.ts'
import { totalTarget } from './targets.ts'

/** The line under the sentence: what went in and what came out, each figure with its rows. */
export function ResultFacts({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const amount = (cents: number) => ({ amount: format.moneyRounded(cents) })
  const orders = { orders: formatOrders(totals.orders, format), count: totals.orders }
  const facts: [key: string, isThere: boolean, drill: Drill, text: string][] = [
    [
      'hours',
      totals.seconds > 0,
      linesDrill('hours', all),
      t('facts.hours', { hours: format.number(totals.seconds / 3600) }),
    ],
    ['labour', totals.labourCents !== 0, linesDrill('labour', all), t('facts.labour', amount(totals.labourCents))],
    ['ads', totals.adsCents !== 0, linesDrill('ads', all), t('facts.ads', amount(totals.adsCents))],
    ['other', totals.otherCostCents !== 0, linesDrill('other', all), t('facts.other', amount(totals.otherCostCents))],
    totals.contributionCents === null
      ? ['net', true, purchasesDrill('net', all), t('facts.revenue', { ...amount(totals.netCents), ...orders })]
      : [
          'contribution',
          true,
          purchasesDrill('contribution', all),
          t('facts.contribution', { ...amount(totals.contributionCents), ...orders }),
        ],
  ]
  return (
    <span className={styles.facts}>
      {facts
        .filter(([, isThere]) => isThere)
        .map(([key, , drill, text], index) => (
          <Fragment key={key}>
            {index > 0 && ' · '}
            <DrillLink drill={drill}>{text}</DrillLink>
          </Fragment>
        ))}
    </span>
  )
}
