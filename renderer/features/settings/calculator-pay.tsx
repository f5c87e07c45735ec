/** What a year costs: pay with the employer's share, or what a freelancer needs. */
import { useTranslation } from 'react-i18next'
import { EMPLOYER_SHARE_GERMANY_2026, DEFAULT_EMPLOYER_SHARE_BASIS_POINTS } from '../../../shared/domain/hourly-cost.ts'
import { useFormat } from '../../lib/use-format.ts'
import { KeyValues } from '../../ui/key-values.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { PercentField } from '../../ui/percent-field.tsx'
import type { SheetProps } from './rate-calculator.tsx'
import { shareOfSheet } from './rate-sheet.ts'
import styles from './settings.module.css'

export function CalculatorPay(props: SheetProps) {
  return props.sheet.kind === 'salary' ? <Salary {...props} /> : <Freelancer {...props} />
}

function Salary({ sheet, onChange, region, isSubmitted }: SheetProps) {
  const { t } = useTranslation('settings')
  const missing = (value: number | null) => (isSubmitted && value === null ? t('common.required') : undefined)
  const isGermany = region.country === 'DE'
  return (
    <>
      <div className={styles.pair}>
        <MoneyField
          autoFocus
          label={t('calculator.gross')}
          description={t('calculator.grossHelp')}
          value={sheet.grossCents}
          onChange={(grossCents) => onChange({ ...sheet, grossCents })}
          errorMessage={missing(sheet.grossCents)}
        />
        <PercentField
          label={t('calculator.employerShare')}
          description={t(isGermany ? 'calculator.employerShareHelp' : 'calculator.employerShareElsewhere')}
          value={sheet.employerShareBasisPoints}
          onChange={(employerShareBasisPoints) => onChange({ ...sheet, employerShareBasisPoints })}
          errorMessage={missing(sheet.employerShareBasisPoints)}
        />
      </div>
      {isGermany && <ShareParts sheet={sheet} onChange={onChange} />}
      <MoneyField
        label={t('calculator.other')}
        description={t('calculator.otherHelp')}
        value={sheet.otherCents}
        onChange={(otherCents) => onChange({ ...sheet, otherCents })}
      />
    </>
  )
}

const parts = Object.keys(EMPLOYER_SHARE_GERMANY_2026) as (keyof typeof EMPLOYER_SHARE_GERMANY_2026)[]

function ShareParts({ sheet, onChange }: Pick<SheetProps, 'sheet' | 'onChange'>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const points = (value: number) => format.percent(value / 10_000, 2)
  const total = shareOfSheet(sheet)
  return (
    <details className={styles.details}>
      <summary>{t('calculator.parts')}</summary>
      <p className={styles.help}>{t('calculator.partsIntro')}</p>
      <KeyValues
        items={[
          ...parts.map((part) => ({
            label: t(`calculator.part.${part}`),
            value: points(EMPLOYER_SHARE_GERMANY_2026[part]),
          })),
          { label: t('calculator.partsSum'), value: points(DEFAULT_EMPLOYER_SHARE_BASIS_POINTS) },
        ]}
      />
      <div className={styles.pair}>
        <PercentField
          label={t('calculator.levies')}
          description={t('calculator.leviesHelp')}
          maximum={2_000}
          value={sheet.leviesBasisPoints}
          onChange={(leviesBasisPoints) => onChange({ ...sheet, leviesBasisPoints })}
        />
        <PercentField
          label={t('calculator.accident')}
          description={t('calculator.leviesHelp')}
          maximum={2_000}
          value={sheet.accidentBasisPoints}
          onChange={(accidentBasisPoints) => onChange({ ...sheet, accidentBasisPoints })}
        />
      </div>
      {total !== null && total !== sheet.employerShareBasisPoints && (
        <p>{t('calculator.shareTotal', { share: points(total) })}</p>
      )}
      <p className={styles.help}>{t('calculator.ceilings')}</p>
    </details>
  )
}

function Freelancer({ sheet, onChange, isSubmitted }: SheetProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <div className={styles.pair}>
        <MoneyField
          autoFocus
          label={t('calculator.living')}
          description={t('calculator.livingHelp')}
          value={sheet.livingCents}
          onChange={(livingCents) => onChange({ ...sheet, livingCents })}
          errorMessage={isSubmitted && sheet.livingCents === null ? t('common.required') : undefined}
        />
        <MoneyField
          label={t('calculator.insurance')}
          value={sheet.insuranceCents}
          onChange={(insuranceCents) => onChange({ ...sheet, insuranceCents })}
        />
      </div>
      <div className={styles.pair}>
        <MoneyField
          label={t('calculator.tools')}
          description={t('calculator.toolsHelp')}
          value={sheet.toolsCents}
          onChange={(toolsCents) => onChange({ ...sheet, toolsCents })}
        />
        <MoneyField
          label={t('calculator.profit')}
          description={t('calculator.profitHelp')}
          value={sheet.profitCents}
          onChange={(profitCents) => onChange({ ...sheet, profitCents })}
        />
      </div>
    </>
  )
}
