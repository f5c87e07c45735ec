import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { KeyValues } from '../../ui/key-values.tsx'
import { linesDrill, perHourDrill, purchasesDrill } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import styles from './insights.module.css'
import { costPerHour, paceToZero } from './missing.ts'
import { totalTarget } from './targets.ts'
import type { ResultView } from './use-result.ts'

/** What would have to come in for nothing to be lost, and what an hour brings beside what it costs. */
export function BreakEvenCard({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { summary, confidence } = view
  const { totals } = summary
  const all = totalTarget(summary, t('drill.all'))
  const { breakEvenRevenueCents: breakEven, purchasesMissing: missing } = confidence
  const pace = paceToZero(view)
  return (
    <Card title={t('breakEven.title')}>
      <PerHour view={view} />
      {confidence.total === null ? (
        <p className={styles.note}>{t('breakEven.preliminary')}</p>
      ) : (
        <KeyValues
          items={[
            {
              label: t('breakEven.revenue'),
              value:
                breakEven === null ? (
                  t('sure.notAtThisPace')
                ) : (
                  <DrillLink drill={linesDrill('cost', all)}>{format.moneyRounded(breakEven)}</DrillLink>
                ),
            },
            {
              label: t('breakEven.revenueSoFar'),
              value: <DrillLink drill={purchasesDrill('net', all)}>{format.moneyRounded(totals.netCents)}</DrillLink>,
            },
            {
              label: t('breakEven.missing'),
              value:
                missing === null
                  ? t('sure.notAtThisPace')
                  : missing === 0
                    ? t('sure.nothingMissing')
                    : t('breakEven.missingPurchases', { count: missing, purchases: format.number(missing) }),
              ...(pace?.per === 'week' &&
                pace.count > 0 && { remark: t('sure.missingPerWeek', { count: pace.count }) }),
            },
          ]}
        />
      )}
    </Card>
  )
}

function PerHour({ view: { summary } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { totals } = summary
  const rate = costPerHour(totals)
  const back = totals.returnPerHourCents
  if (back === null || rate === null) return <p className={styles.note}>{t('breakEven.noHours')}</p>
  const most = Math.max(back, rate, 1)
  const drill = perHourDrill(totalTarget(summary, t('drill.all')), totals)
  return (
    <div className={styles.pair}>
      <span>{t('breakEven.brings')}</span>
      <Track tone="return" share={back / most} />
      <b>
        <DrillLink drill={drill}>{format.money(back)}</DrillLink>
      </b>
      <span>{t('breakEven.costs')}</span>
      <Track tone="cost" share={rate / most} />
      <b>{format.money(rate)}</b>
    </div>
  )
}

function Track({ tone, share }: { readonly tone: 'return' | 'cost'; readonly share: number }) {
  return (
    <span className={styles.track} aria-hidden>
      <span className={cx(styles[tone])} style={{ width: `${Math.max(0, share) * 100}%` }} />
    </span>
  )
}
