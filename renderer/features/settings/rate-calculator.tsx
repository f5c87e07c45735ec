/** From a year's pay to the cost of one logged hour. The figure follows every key. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PercentField } from '../../ui/percent-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CalculatorPay } from './calculator-pay.tsx'
import { CalculatorTime } from './calculator-time.tsx'
import { MeasuredShare } from './measured-share.tsx'
import { daysOfSheet, type RateSheet, type SheetResult, type YearDays } from './rate-sheet.ts'
import styles from './settings.module.css'

export interface SheetProps {
  readonly sheet: RateSheet
  onChange(sheet: RateSheet): void
  readonly region: LedgerSettings['holidayRegion']
  readonly isSubmitted: boolean
}

interface RateCalculatorProps extends SheetProps {
  readonly days: (YearDays & { readonly year: number }) | null
  readonly result: SheetResult | null
  /** Null: for everyone without a rate of their own. */
  readonly personId: number | null
  /** Stands below the figure. */
  readonly effect: ReactNode
}

export function RateCalculator({ days, result, personId, effect, ...props }: RateCalculatorProps) {
  const { t } = useTranslation('settings')
  const { sheet, onChange } = props
  return (
    <div className={styles.calculator}>
      <div className={styles.sheet}>
        <Segmented
          label={t('calculator.kind')}
          value={sheet.kind}
          onChange={(kind) => onChange({ ...sheet, kind })}
          options={[
            { value: 'salary', label: t('calculator.kinds.salary') },
            { value: 'freelancer', label: t('calculator.kinds.freelancer') },
          ]}
        />
        <CalculatorPay {...props} />
        <CalculatorTime {...props} days={days} />
        <PercentField
          label={t('calculator.tracked')}
          description={t('calculator.trackedHelp')}
          minimum={100}
          value={sheet.trackedShareBasisPoints}
          onChange={(trackedShareBasisPoints) => onChange({ ...sheet, trackedShareBasisPoints })}
        />
        <MeasuredShare
          personId={personId}
          value={sheet.trackedShareBasisPoints}
          onUse={(trackedShareBasisPoints) => onChange({ ...sheet, trackedShareBasisPoints })}
        />
      </div>
      <div className={styles.outcome}>
        <CalculatorResult result={result} hasHours={daysOfSheet(sheet, days) !== 0} />
        {effect}
      </div>
    </div>
  )
}

function CalculatorResult({ result, hasHours }: { readonly result: SheetResult | null; readonly hasHours: boolean }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  return (
    <output className={styles.figureBox}>
      <span className={styles.help}>{t('calculator.result')}</span>
      <strong className={styles.bigFigure} data-empty={result === null ? '' : undefined}>
        {result === null ? '–' : format.money(result.centsPerHour)}
      </strong>
      <span className={styles.help}>
        {result === null
          ? t(hasHours ? 'calculator.incomplete' : 'calculator.noHours')
          : t('calculator.equation', {
              yearly: format.moneyRounded(result.yearlyCents),
              hours: format.number(result.loggedSeconds / 3600),
            })}
      </span>
    </output>
  )
}
