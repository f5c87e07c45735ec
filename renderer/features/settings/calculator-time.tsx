/** How many hours of the year are paid for: days at work and hours a day. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { TextLink } from '../../ui/link-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { SheetProps } from './rate-calculator.tsx'
import { daysOfSheet, type YearDays } from './rate-sheet.ts'
import { useRegionNames } from './regions.ts'
import styles from './settings.module.css'

interface CalculatorTimeProps extends SheetProps {
  readonly days: (YearDays & { readonly year: number }) | null
}

const halfDays: Intl.NumberFormatOptions = { maximumFractionDigits: 2 }

export function CalculatorTime({ sheet, onChange, region, days, isSubmitted }: CalculatorTimeProps) {
  const { t } = useTranslation('settings')
  const required = (value: number | null) => (isSubmitted && value === null ? t('common.required') : undefined)
  return (
    <div className={styles.group}>
      <div className={styles.quartet}>
        <NumberField
          label={t('calculator.leave')}
          minValue={0}
          maxValue={366}
          formatOptions={halfDays}
          value={sheet.leaveDays}
          isDisabled={sheet.ownDays !== null}
          onChange={(leaveDays) => onChange({ ...sheet, leaveDays })}
        />
        <NumberField
          label={t('calculator.sick')}
          minValue={0}
          maxValue={366}
          formatOptions={halfDays}
          value={sheet.sickDays}
          isDisabled={sheet.ownDays !== null}
          onChange={(sickDays) => onChange({ ...sheet, sickDays })}
        />
        <NumberField
          label={t(sheet.kind === 'salary' ? 'calculator.days' : 'calculator.daysFreelancer')}
          minValue={1}
          maxValue={366}
          formatOptions={halfDays}
          value={daysOfSheet(sheet, days)}
          onChange={(ownDays) => onChange({ ...sheet, ownDays })}
        />
        <NumberField
          label={t('calculator.hoursPerDay')}
          minValue={0.25}
          maxValue={24}
          formatOptions={halfDays}
          value={sheet.hoursPerDay}
          onChange={(hoursPerDay) => onChange({ ...sheet, hoursPerDay })}
          errorMessage={required(sheet.hoursPerDay)}
        />
      </div>
      <DaysEquation sheet={sheet} onChange={onChange} region={region} days={days} />
    </div>
  )
}

function DaysEquation({ sheet, onChange, region, days }: Omit<CalculatorTimeProps, 'isSubmitted'>) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const names = useRegionNames()
  const count = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1)
  if (sheet.ownDays !== null) {
    return (
      <p className={styles.help}>
        {t('calculator.daysOwn')}{' '}
        <TextLink onPress={() => onChange({ ...sheet, ownDays: null })}>{t('calculator.daysCompute')}</TextLink>
      </p>
    )
  }
  if (days === null) return null
  return (
    <p className={styles.help}>
      {t('calculator.daysEquation', {
        year: days.year,
        weekdays: days.weekdays,
        holidays: days.holidaysOnWeekdays,
        region: names.nameOf(region),
        leave: count(sheet.leaveDays ?? 0),
        sick: count(sheet.sickDays ?? 0),
      })}
    </p>
  )
}
