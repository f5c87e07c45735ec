import { CircleSlash, ClockAlert, Coins, LockKeyhole, type LucideIcon, ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { Chip } from '../../../ui/chip.tsx'
import styles from './time-list.module.css'

/** What is to be known of an entry beside its figures. */
export function EntryMarks({ entry }: { readonly entry: TimeEntry }) {
  const { t } = useTranslation('timeList')
  const { endedAt, isEstimate, isUntimed, invoiceId, isSealed, isBillable, scope } = entry
  return (
    <span className={styles.marks}>
      {endedAt === null && <Chip tone="cost">{t('marks.running')}</Chip>}
      {isEstimate && <Chip>{t('marks.estimate')}</Chip>}
      {isUntimed && <Mark icon={ClockAlert} label={t('marks.untimed')} />}
      {invoiceId !== null ? (
        <Mark icon={ReceiptText} label={t('marks.invoiced')} />
      ) : (
        isBillable && <Mark icon={Coins} label={t('marks.billable')} />
      )}
      {scope === 'other' && <Mark icon={CircleSlash} label={t('marks.other')} />}
      {isSealed && <Mark icon={LockKeyhole} label={t('marks.closed')} />}
    </span>
  )
}

function Mark({ icon: Icon, label }: { readonly icon: LucideIcon; readonly label: string }) {
  return (
    <span title={label} className={styles.mark}>
      <Icon size={13} role="img" aria-label={label} />
    </span>
  )
}
