import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { RowCounts } from './draft-store.ts'

const kinds = ['time', 'ad-spend', 'order', 'gone'] as const

/** "1.023 Zeiteinträge, 508 Anzeigenzeilen, 1.222 Bestellungen" */
export function useCountTexts(): { list(counts: RowCounts): string } {
  const { t } = useTranslation('imports')
  const format = useFormat()
  return {
    list: (counts) =>
      kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => t(`counts.${kind}`, { count: counts[kind], n: format.number(counts[kind]) }))
        .join(', '),
  }
}
