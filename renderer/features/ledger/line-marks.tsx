import { LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/ledger.ts'
import { Chip } from '../../ui/chip.tsx'
import styles from './ledger.module.css'

/** A small lock beside the day of a line in a closed month. */
export function SealMark({ isSealed }: { readonly isSealed: boolean }) {
  const { t } = useTranslation('ledger')
  if (!isSealed) return null
  return <LockKeyhole size={12} className={styles.lock} role="img" aria-label={t('line.sealed')} />
}

export type CorrectionMark = 'reversal' | 'correction' | 'late'

/** What a line is to another: taking it back, standing for it, or late. */
export function markOf(line: LedgerLine): CorrectionMark | null {
  if (line.reversesLineId !== null) return 'reversal'
  if (line.correctsLineId !== null) return 'correction'
  return line.forDay === null ? null : 'late'
}

export function CorrectionChip({ line }: { readonly line: LedgerLine }) {
  const { t } = useTranslation('ledger')
  const mark = markOf(line)
  return mark && <Chip tone={mark === 'reversal' ? 'warn' : 'accent'}>{t(`line.marks.${mark}`)}</Chip>
}
