import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import styles from './first-start.module.css'
import { QuestionCard } from './question-card.tsx'
import { answer, useStartAnswers } from './start-answers.ts'

const examples = [
  { key: 'trade', basisPoints: 3500 },
  { key: 'making', basisPoints: 5500 },
  { key: 'service', basisPoints: 9000 },
] as const

export function MarginQuestion() {
  const { t } = useTranslation('firstStart')
  const format = useFormat()
  const margin = useStartAnswers((answers) => answers.marginBasisPoints)
  // Of 100.00 the margin in basis points is the same number of cents.
  const hundredCents = 100_00
  return (
    <QuestionCard number={4} title={t('margin.title')} reason={t('margin.reason')}>
      <PercentField
        label={t('margin.label')}
        width="narrow"
        value={margin}
        onChange={(marginBasisPoints) => answer({ marginBasisPoints })}
      />
      <div className={styles.examples} role="group" aria-label={t('margin.examples')}>
        <span>{t('margin.examples')}</span>
        {examples.map(({ key, basisPoints }) => (
          <Button key={key} size="s" onPress={() => answer({ marginBasisPoints: basisPoints })}>
            {t(`margin.${key}`, { share: format.basisPoints(basisPoints) })}
          </Button>
        ))}
      </div>
      {margin !== null && (
        <p className={styles.reason} aria-live="polite">
          {t('margin.meaning', {
            revenue: format.moneyRounded(hundredCents),
            rest: margin % 100 === 0 ? format.moneyRounded(margin) : format.money(margin),
          })}
        </p>
      )}
    </QuestionCard>
  )
}
