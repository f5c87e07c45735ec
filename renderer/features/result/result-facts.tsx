import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultSummary } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { linesDrill, purchasesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './result.module.css'
import { formatOrders } from './sentence-parts.ts'
import { totalTarget } from './targets.ts'

/** The line under the sentence: what went in and what came out, each figure with its rows. */
export function ResultFacts({ summary }: { readonly summary: ResultSummary }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const amount = (cents: number) => ({ amount: format.moneyRounded(cents) })
  const orders = { orders: formatOrders(totals.orders, format), count: totals.orders }
  const facts: (readonly [string, ReactNode])[] = [
    [
      'hours',
      <DrillLink drill={linesDrill('hours', all)}>
        {t('facts.hours', { hours: format.number(totals.seconds / 3600) })}
      </DrillLink>,
    ],
    [
      'labour',
      <DrillLink drill={linesDrill('labour', all)}>{t('facts.labour', amount(totals.labourCents))}</DrillLink>,
    ],
    ['ads', <DrillLink drill={linesDrill('ads', all)}>{t('facts.ads', amount(totals.adsCents))}</DrillLink>],
  ]
  if (totals.otherCostCents !== 0) {
    const text = t('facts.other', amount(totals.otherCostCents))
    facts.push(['other', <DrillLink drill={linesDrill('other', all)}>{text}</DrillLink>])
  }
  if (totals.contributionCents === null) {
    const text = t('facts.revenue', { ...amount(totals.netCents), ...orders })
    facts.push(['revenue', <DrillLink drill={purchasesDrill('net', all)}>{text}</DrillLink>])
  } else {
    const text = t('facts.contribution', { ...amount(totals.contributionCents), ...orders })
    facts.push(['contribution', <DrillLink drill={purchasesDrill('contribution', all)}>{text}</DrillLink>])
  }
  return (
    <span className={styles.facts}>
      {facts.map(([key, fact], index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          {fact}
        </Fragment>
      ))}
    </span>
  )
}
