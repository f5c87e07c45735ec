import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { cx } from '../../ui/class-names.ts'
import { KeyValues } from '../../ui/key-values.tsx'
import tones from '../../ui/tone.module.css'
import { useAgreement } from './agreement.ts'
import { coverageDrill, perHourDrill, type Target } from './drill.ts'
import { DrillLink } from './drill-link.tsx'
import { paceToZero } from './missing.ts'
import { RangeBar, scaleFor } from './range-bar.tsx'
import styles from './result.module.css'
import { totalTarget } from './targets.ts'
import { type ResultView, withoutHours } from './use-result.ts'
import { probabilityText, toneOfVerdict } from './verdict.ts'
import { formatOrders } from '../../../shared/report/sentence.ts'

/** How sure the result is, and what would have to come for it to reach zero. */
export function SureCard({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const agreement = useAgreement(view)
  return (
    <Card title={t('sure.title')} className={styles.sure}>
      <Probability view={view} />
      <ModelRange view={view} />
      <Missing view={view} />
      <p className={styles.note}>
        {agreement !== null && `${agreement} `}
        {t('sure.attributed')}
      </p>
    </Card>
  )
}

function Probability({ view: { summary, confidence } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const { total } = confidence
  if (!total) {
    const why = withoutHours(summary) ? 'sure.withoutHoursWhy' : 'sure.preliminaryWhy'
    return <Answer text={t('sure.preliminary')} why={t(why)} />
  }
  const { verdict } = total
  if (verdict.probability !== null) {
    const why = [
      t('sure.weeks', { count: verdict.weeks }),
      t('sure.notCovered'),
      t('sure.method'),
      summary.costing !== 'direct' && t('sure.alwaysDirect'),
    ].filter((text) => text !== false)
    return (
      <Answer
        isFigure
        text={probabilityText(verdict.probability, format, t)}
        tone={toneOfVerdict(verdict.kind)}
        why={why.join(' ')}
      />
    )
  }
  if (verdict.kind === 'costs')
    return <Answer text={t('sure.costsAnyway')} tone="cost" why={t('sure.costsAnywayWhy')} />
  const orders = { count: verdict.purchases, orders: formatOrders(verdict.purchases, format) }
  const missing = [
    verdict.weeks < 8 && t('sure.tooLittleWeeks', { count: verdict.weeks }),
    verdict.purchases < 20 && t('sure.tooLittlePurchases', orders),
  ].filter((text) => text !== false)
  return <Answer text={t('sure.tooLittle')} why={missing.join(' ')} />
}

interface AnswerProps {
  readonly text: string
  readonly why: string
  readonly isFigure?: boolean
  readonly tone?: 'return' | 'cost' | 'warn' | 'neutral'
}

function Answer({ text, why, isFigure = false, tone = 'neutral' }: AnswerProps) {
  return (
    <div>
      <p className={cx(styles.answer, isFigure && styles.probability, tones[tone])}>{text}</p>
      <p className={styles.why}>{why}</p>
    </div>
  )
}

function ModelRange({ view: { summary, confidence } }: { readonly view: ResultView }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  if (!confidence.total) return null
  const { range } = confidence.total
  const isSame = range.lowestCents === range.highestCents
  const [lowest, highest] = [format.moneyRounded(range.lowestCents), format.moneyRounded(range.highestCents)]
  const text = isSame ? t('sure.rangeSame', { amount: lowest }) : t('sure.rangeText', { lowest, highest })
  const { resultCents } = summary.totals
  return (
    <div className={styles.modelRange}>
      <RangeBar
        size="m"
        lowest={range.lowestCents}
        highest={range.highestCents}
        scale={scaleFor([range])}
        text={text}
        {...(resultCents !== null && { value: resultCents })}
      />
      <p>{text}</p>
    </div>
  )
}

function Missing({ view }: { readonly view: ResultView }) {
  const { summary, confidence } = view
  const { t } = useTranslation('result')
  const format = useFormat()
  const { totals, coverage } = summary
  const all = totalTarget(summary, t('drill.all'))
  const pricedSeconds = totals.seconds - totals.unpricedSeconds
  const rate = pricedSeconds > 0 ? (totals.labourCents * 3600) / pricedSeconds : null
  const pace = paceToZero(view)
  return (
    <KeyValues
      items={[
        coverage.netCents === 0
          ? null
          : {
              label: t('sure.coverage'),
              value: (
                <CoverageShare
                  measure="coverage"
                  target={all}
                  part={coverage.touchedNetCents}
                  whole={coverage.netCents}
                />
              ),
            },
        coverage.netCents === 0
          ? null
          : {
              label: t('sure.social'),
              value: (
                <CoverageShare measure="social" target={all} part={coverage.socialNetCents} whole={coverage.netCents} />
              ),
            },
        totals.returnPerHourCents === null
          ? null
          : {
              label: t('sure.perHour'),
              value: <DrillLink drill={perHourDrill(all, totals)}>{format.money(totals.returnPerHourCents)}</DrillLink>,
              ...(rate !== null && { remark: t('sure.atRate', { rate: format.money(Math.round(rate)) }) }),
            },
        !confidence.total
          ? null
          : {
              label: t('sure.missing'),
              value:
                pace === null
                  ? t('sure.notAtThisPace')
                  : pace.count === 0
                    ? t('sure.nothingMissing')
                    : t(pace.per === 'week' ? 'sure.missingPerWeek' : 'sure.missingInAll', { count: pace.count }),
            },
      ]}
    />
  )
}

interface CoverageShareProps {
  readonly measure: 'coverage' | 'social'
  readonly target: Target
  readonly part: number
  readonly whole: number
}

function CoverageShare({ measure, target, part, whole }: CoverageShareProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  return (
    <DrillLink drill={coverageDrill(measure, target, part, whole)}>
      {t('sure.coverageValue', { share: format.percent(part / whole) })}
    </DrillLink>
  )
}
