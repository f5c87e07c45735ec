import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EMPLOYER_SHARE_GERMANY_2026 } from '../../../shared/domain/hourly-cost.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import styles from './first-start.module.css'
import { fillSheet, useStartAnswers } from './start-answers.ts'

export interface RateAssumptionsProps {
  readonly isFreelancer: boolean
}

const shareParts = ['health', 'healthAdditional', 'care', 'pension', 'unemployment', 'insolvencyLevy'] as const

/** What the calculator takes for granted, folded away but never hidden. */
export function RateAssumptions({ isFreelancer }: RateAssumptionsProps) {
  const { t } = useTranslation('firstStart')
  const sheet = useStartAnswers((answers) => answers.sheet)
  return (
    <details className={styles.assumptions}>
      <summary>{t('assumptions.title')}</summary>
      <div className={styles.fields}>
        {!isFreelancer && (
          <PercentField
            label={t('assumptions.share')}
            description={t('assumptions.shareHint')}
            value={sheet.employerShareBasisPoints}
            onChange={(employerShareBasisPoints) => fillSheet({ employerShareBasisPoints })}
          />
        )}
        <NumberField
          label={t('assumptions.leave')}
          suffix={t('assumptions.days')}
          minValue={0}
          maxValue={200}
          value={sheet.leaveDays}
          onChange={(leaveDays) => fillSheet({ leaveDays })}
        />
        <NumberField
          label={t('assumptions.sick')}
          suffix={t('assumptions.days')}
          minValue={0}
          maxValue={200}
          value={sheet.sickDays}
          onChange={(sickDays) => fillSheet({ sickDays })}
        />
        <NumberField
          label={t('assumptions.hours')}
          suffix={t('assumptions.hoursUnit')}
          minValue={0.25}
          maxValue={24}
          value={sheet.hoursPerDay}
          onChange={(hoursPerDay) => fillSheet({ hoursPerDay })}
        />
        <PercentField
          label={t('assumptions.tracked')}
          description={t('assumptions.trackedHint')}
          value={sheet.trackedShareBasisPoints}
          onChange={(trackedShareBasisPoints) => fillSheet({ trackedShareBasisPoints })}
        />
      </div>
      <Calendar />
      {!isFreelancer && <ShareParts />}
    </details>
  )
}

function Calendar() {
  const { t } = useTranslation('firstStart')
  const { data: status } = useQuery(api.app.status.queryOptions())
  const year = Number(status?.today.slice(0, 4) ?? Number.NaN)
  const { data: days } = useQuery({
    ...api.settings.workingDays.queryOptions({ input: { year } }),
    enabled: status !== undefined,
  })
  if (!days) return null
  return (
    <p className={styles.calendar}>
      {t('assumptions.calendar', { year, weekdays: days.weekdays, holidays: days.holidaysOnWeekdays })}
    </p>
  )
}

function ShareParts() {
  const { t } = useTranslation('firstStart')
  const format = useFormat()
  return (
    <dl className={styles.parts} aria-label={t('assumptions.partsTitle')}>
      {shareParts.map((part) => (
        <div key={part} style={{ display: 'contents' }}>
          <dt>{t(`assumptions.parts.${part}`)}</dt>
          <dd>{format.basisPoints(EMPLOYER_SHARE_GERMANY_2026[part])}</dd>
        </div>
      ))}
    </dl>
  )
}
