import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../shared/domain/day.ts'
import { readPeriod } from '../../lib/period.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { DateRangePicker } from '../../ui/date-range-picker.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ChoiceList } from './choice-list.tsx'
import { comparedPeriod, type Comparison } from './comparison.ts'
import styles from './switches.module.css'

export interface ComparisonPickerProps {
  readonly comparison: Comparison
  readonly period: Period
  onChange(comparison: Comparison): void
}

const KINDS = ['off', 'previous', 'yearBefore'] as const

/** Against which other period the figures are held. */
export function ComparisonPicker({ comparison, period, onChange }: ComparisonPickerProps) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const other = comparedPeriod(comparison, period)
  const range = (of: Period | null) => (of ? format.dayRange(of.from, of.to) : undefined)
  return (
    <Popover
      label={t('comparison.label')}
      placement="bottom end"
      trigger={
        other ? (
          <Button icon={ArrowLeftRight} aria-label={`${t('comparison.label')}: ${range(other)}`}>
            {t('comparison.against', { period: range(other) })}
          </Button>
        ) : (
          <IconButton icon={ArrowLeftRight} label={t('comparison.label')} variant="default" />
        )
      }
    >
      {(close) => (
        <div className={styles.sheet}>
          <ChoiceList
            label={t('comparison.label')}
            value={comparison.kind === 'own' ? null : comparison.kind}
            choices={KINDS.map((kind) => {
              const remark = range(comparedPeriod({ kind }, period))
              return { value: kind, label: t(`comparison.${kind}`), ...(remark !== undefined && { remark }) }
            })}
            onChoose={(kind) => {
              onChange({ kind })
              close()
            }}
          />
          <div className={styles.own}>
            <DateRangePicker
              label={t('comparison.own')}
              value={other}
              onChange={(next) => {
                const own = next && readPeriod(next.from, next.to)
                if (own) onChange({ kind: 'own', period: own })
              }}
              width="full"
            />
          </div>
        </div>
      )}
    </Popover>
  )
}
