import { useTranslation } from 'react-i18next'
import type { Understanding } from '../../../../shared/contract/time-entries.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { LiveText } from '../../../ui/live-text.tsx'

export interface UnderstoodTextProps {
  readonly understanding: Understanding | null
  readonly isCurrent: boolean
}

/** What was understood, for ears. */
export function UnderstoodText({ understanding, isCurrent }: UnderstoodTextProps) {
  const { t } = useTranslation('quickEntry')
  const format = useFormat()
  const parts = format.list(understanding?.parts.map(({ text }) => text) ?? [])
  const sentence =
    understanding === null
      ? ''
      : parts === ''
        ? t('nothingUnderstood')
        : t(understanding.entry ? 'understoodAll' : 'understood', { parts })
  return <LiveText text={sentence} isCurrent={isCurrent} />
}
