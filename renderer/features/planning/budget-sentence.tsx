import { Trans, useTranslation } from 'react-i18next'
import type { BudgetFigures } from '../../../shared/domain/budget.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Aside, Figure, Sentence } from '../../ui/sentence.tsx'

export interface BudgetSentenceProps {
  readonly year: number
  readonly figures: BudgetFigures
  readonly currentMonth: string
}

type Tense = 'running' | 'over' | 'past' | 'future'

function tenseOf(year: number, currentMonth: string, { actualCents, differenceCents }: BudgetFigures): Tense {
  const current = Number(currentMonth.slice(0, 4))
  if (year < current) return 'past'
  if (year > current && actualCents === 0) return 'future'
  return differenceCents > 0 ? 'over' : 'running'
}

export function BudgetSentence({ year, figures, currentMonth }: BudgetSentenceProps) {
  const { t } = useTranslation('planning')
  const format = useFormat()
  const tense = tenseOf(year, currentMonth, figures)
  const values = {
    year,
    actual: format.moneyRounded(figures.actualCents),
    budget: format.moneyRounded(figures.budgetCents),
    difference: format.moneyRounded(figures.differenceCents),
    share: figures.share === null ? '' : format.percent(figures.share),
    forecast: format.moneyRounded(figures.forecastCents),
  }
  const isForecast = tense === 'running' || tense === 'over'
  return (
    <Sentence size="m" {...(isForecast && { detail: t('sentence.forecastHelp') })}>
      <Trans
        t={t}
        i18nKey={`sentence.${tense}`}
        values={values}
        components={{
          figure: <Figure tone={figures.differenceCents > 0 ? 'cost' : 'neutral'}>{''}</Figure>,
          aside: <Aside>{''}</Aside>,
        }}
      />
    </Sentence>
  )
}
