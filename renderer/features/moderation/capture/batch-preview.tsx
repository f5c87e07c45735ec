import { useTranslation } from 'react-i18next'
import { type Day, isDay } from '../../../../shared/domain/day.ts'
import { labourCents } from '../../../../shared/domain/labour-cost.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useHourlyCost } from '../../../lib/use-hourly-cost.ts'
import type { BatchFields } from './batch-draft.ts'
import styles from './capture.module.css'

export interface BatchPreviewProps {
  readonly fields: BatchFields
  readonly personId: number | null
}

/** "20 × Kommentar am 26.11.2026: 0:15 h Dialog, 10,70 €, je 0,54 €." */
export function BatchPreview({ fields: { count, kind, day, seconds }, personId }: BatchPreviewProps) {
  const { t } = useTranslation('capture')
  const format = useFormat()
  const isWhole = count !== null && day !== null && isDay(day)
  const rate = useHourlyCost(personId, (isWhole ? day : '2000-01-01') as Day)
  if (!isWhole) return null
  const { kinds } = conversationNames(format.language)
  const head = { number: format.number(count), kind: kinds[kind], day: format.day(day) }
  const length = format.duration(seconds)
  const cents = rate === null ? null : labourCents(seconds, rate)
  const sentence =
    seconds === 0
      ? t('batch.previewBare', head)
      : cents === null
        ? t('batch.previewUnpriced', { ...head, length })
        : t('batch.preview', { ...head, length, cost: format.money(cents), each: format.money(cents / count) })
  return (
    <p role="status" className={styles.preview}>
      {sentence}
    </p>
  )
}
