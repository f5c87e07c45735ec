import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import styles from './first-start.module.css'
import { QuestionCard } from './question-card.tsx'
import { RateAssumptions } from './rate-assumptions.tsx'
import { answer, fillSheet, useStartAnswers } from './start-answers.ts'
import { resultOf, type SheetResult } from './start-sheet.ts'

export function RateQuestion() {
  const { t } = useTranslation('firstStart')
  const { businessKind, rateWay, knownCentsPerHour } = useStartAnswers()
  const isFreelancer = businessKind === 'freelancer'
  return (
    <QuestionCard number={3} title={t('rate.title')} reason={t('rate.reason')}>
      <RadioCards<'calculated' | 'known'>
        label={t('rate.title')}
        isLabelHidden
        value={rateWay}
        onChange={(value) => answer({ rateWay: value })}
        cards={[
          {
            value: 'calculated',
            title: t(isFreelancer ? 'rate.fromNeeds' : 'rate.fromSalary'),
            description: t(isFreelancer ? 'rate.fromNeedsHint' : 'rate.fromSalaryHint'),
          },
          { value: 'known', title: t('rate.known'), description: t('rate.knownHint') },
        ]}
      />
      {rateWay === 'calculated' && <Calculator isFreelancer={isFreelancer} />}
      {rateWay === 'known' && (
        <div className={styles.fields}>
          <MoneyField
            label={t('rate.perHour')}
            value={knownCentsPerHour}
            onChange={(cents) => answer({ knownCentsPerHour: cents })}
            maximum={maximumCentsPerHour}
          />
          <ValidFrom />
        </div>
      )}
    </QuestionCard>
  )
}

const maximumCentsPerHour = 10_000_000

function Calculator({ isFreelancer }: { readonly isFreelancer: boolean }) {
  const { t } = useTranslation('firstStart')
  const sheet = useStartAnswers((answers) => answers.sheet)
  const result = useSheetResult()
  return (
    <>
      {isFreelancer ? (
        <div className={styles.fields}>
          <MoneyField
            label={t('rate.living')}
            description={t('rate.livingHint')}
            value={sheet.livingCents}
            onChange={(livingCents) => fillSheet({ livingCents })}
          />
          <MoneyField
            label={t('rate.insurance')}
            description={t('rate.insuranceHint')}
            value={sheet.insuranceCents}
            onChange={(insuranceCents) => fillSheet({ insuranceCents })}
          />
          <MoneyField
            label={t('rate.tools')}
            description={t('rate.toolsHint')}
            value={sheet.toolsCents}
            onChange={(toolsCents) => fillSheet({ toolsCents })}
          />
          <MoneyField
            label={t('rate.profit')}
            description={t('rate.profitHint')}
            value={sheet.profitCents}
            onChange={(profitCents) => fillSheet({ profitCents })}
          />
        </div>
      ) : (
        <div className={styles.fields}>
          <MoneyField
            label={t('rate.gross')}
            description={t('rate.grossHint')}
            value={sheet.grossCents}
            onChange={(grossCents) => fillSheet({ grossCents })}
          />
          <ValidFrom />
        </div>
      )}
      {isFreelancer && <ValidFrom />}
      <RateAssumptions isFreelancer={isFreelancer} />
      <Result result={result} />
    </>
  )
}

/** What the sheet comes to with the calendar of the present year. */
export function useSheetResult(): SheetResult | null {
  const { sheet, businessKind } = useStartAnswers()
  const year = useThisYear()
  const { data: days } = useQuery({
    ...api.settings.workingDays.queryOptions({ input: { year: year ?? 2026 } }),
    enabled: year !== null,
  })
  return resultOf(sheet, businessKind === 'freelancer', days)
}

export function useThisYear(): number | null {
  const { data: status } = useQuery(api.app.status.queryOptions())
  return status ? Number(status.today.slice(0, 4)) : null
}

function ValidFrom() {
  const { t } = useTranslation('firstStart')
  const year = useThisYear()
  const validFrom = useStartAnswers((answers) => answers.validFrom)
  return (
    <DatePicker
      label={t('rate.validFrom')}
      description={t('rate.validFromHint')}
      width="full"
      value={validFrom ?? (year === null ? null : `${year}-01-01`)}
      onChange={(day) => answer({ validFrom: day })}
    />
  )
}

function Result({ result }: { readonly result: SheetResult | null }) {
  const { t } = useTranslation('firstStart')
  const format = useFormat()
  return (
    <p className={styles.result} aria-live="polite">
      {result ? (
        <>
          <strong>{format.money(result.centsPerHour)}</strong>
          <span>
            {t('rate.equation', {
              yearly: format.moneyRounded(result.yearlyCents),
              days: format.number(result.days),
              hours: format.number(result.basis.hoursPerDay, Number.isInteger(result.basis.hoursPerDay) ? 0 : 2),
              share: format.basisPoints(result.basis.trackedShareBasisPoints),
              context: result.basis.trackedShareBasisPoints === 10_000 ? 'all' : 'part',
            })}
          </span>
        </>
      ) : (
        <span>{t('rate.incomplete')}</span>
      )}
    </p>
  )
}
