import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'
import styles from './year-stepper.module.css'

export interface YearStepperProps {
  readonly year: number
  onChange(year: number): void
}

export function YearStepper({ year, onChange }: YearStepperProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.stepper} role="group" aria-label={t('year.label')}>
      <IconButton
        size="s"
        variant="quiet"
        icon={ChevronLeft}
        label={t('year.previous')}
        onPress={() => onChange(year - 1)}
      />
      <span aria-live="polite">{year}</span>
      <IconButton
        size="s"
        variant="quiet"
        icon={ChevronRight}
        label={t('year.next')}
        onPress={() => onChange(year + 1)}
      />
    </div>
  )
}
