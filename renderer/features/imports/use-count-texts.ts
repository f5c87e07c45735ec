import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import type { RowCounts } from './draft-store.ts'

const kinds = ['time', 'ad-spend', 'order', 'gone'] as const

interface CountTexts {
  /** What will be done: "1.023 Zeiteinträge, 508 Anzeigenzeilen, eine Zeile löschen" */
  list(counts: RowCounts): string
  /** What was done: "…, eine Zeile gelöscht" */
  doneList(counts: RowCounts): string
}

export function useCountTexts(): CountTexts {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const list = (counts: RowCounts, gone: 'gone' | 'deleted') =>
    kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => {
        const key = kind === 'gone' ? gone : kind
        return t(`counts.${key}`, { count: counts[kind], n: format.number(counts[kind]) })
      })
      .join(', ')
  return { list: (counts) => list(counts, 'gone'), doneList: (counts) => list(counts, 'deleted') }
}
