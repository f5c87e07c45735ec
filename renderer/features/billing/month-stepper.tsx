import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { monthAfter } from '../../../shared/domain/retainer.ts'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { BillingAddress } from './billing-view.ts'
import styles from './billing.module.css'

export function MonthStepper({ address: { month, filters } }: { readonly address: BillingAddress }) {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const step = (count: number) => filters.set({ month: monthAfter(month, count) }, true)
  return (
    <div className={styles.stepper}>
      <IconButton icon={ChevronLeft} label={t('month.previous')} onPress={() => step(-1)} />
      <span className={styles.month}>{format.month(month)}</span>
      <IconButton icon={ChevronRight} label={t('month.next')} onPress={() => step(1)} />
    </div>
  )
}
