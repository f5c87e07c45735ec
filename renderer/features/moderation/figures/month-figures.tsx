import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FigureMeasure, ModerationFigures } from '../../../../shared/contract/moderation-figures.ts'
import type { Period } from '../../../../shared/domain/day.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { figuresAddress } from './figures-address.ts'
import styles from './figures.module.css'
import { useThisMonth } from './use-this-month.ts'

/** The month beside the queue: how fast, in what mood, at what cost. Each figure leads to its conversations. */
export function MonthFigures() {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const period = useThisMonth()
  const total = useQuery(
    api.moderation.figures.queryOptions({ input: period === null ? skipToken : { filter: { period }, by: 'kind' } }),
  ).data?.total
  if (!period || !total) return null
  return (
    <Card
      title={format.month(period.from)}
      aside={
        <TextLink href={figuresAddress(period)}>{t('month.conversations', { count: total.conversations })}</TextLink>
      }
    >
      {total.rows === 0 ? <p className={styles.quiet}>{t('month.none')}</p> : <Values total={total} period={period} />}
    </Card>
  )
}

function Values({ total, period }: { readonly total: ModerationFigures; readonly period: Period }) {
  const { t } = useTranslation('moderationFigures')
  const format = useFormat()
  const { first, firstStanding, positiveBasisPoints, costPerAnswerCents, leads, leadCents } = total
  const behind = (measure: FigureMeasure, text: string | null) =>
    text === null ? (
      '–'
    ) : (
      <TextLink isFigure href={figuresAddress(period, { measure, group: null })}>
        {text}
      </TextLink>
    )
  const time = (seconds: number | null) => (seconds === null ? null : format.duration(seconds))
  const share = (basisPoints: number | null) => (basisPoints === null ? null : format.percent(basisPoints / 10_000))
  return (
    <KeyValues
      items={[
        { label: t('month.median'), value: behind('first', time(first.medianSeconds)) },
        { label: t('month.ninetieth'), value: behind('first', time(first.ninetiethSeconds)) },
        { label: t('month.within'), value: behind('inTime', share(firstStanding.withinBasisPoints)) },
        { label: t('month.positive'), value: behind('positive', share(positiveBasisPoints)) },
        {
          label: t('month.perAnswer'),
          value: behind('cost', costPerAnswerCents === null ? null : format.money(costPerAnswerCents)),
        },
        {
          label: t('month.leads'),
          value: behind(
            'leads',
            leads === 0 ? null : t('outcome.leadsValue', { count: leads, amount: format.moneyRounded(leadCents) }),
          ),
        },
      ]}
    />
  )
}
