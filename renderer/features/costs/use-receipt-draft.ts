/** Receipts of an expense that is being edited. */
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/contract/costs.ts'
import { MAX_RECEIPTS_OF_ONE, receiptProblem } from '../../../shared/domain/receipt-file.ts'
import { type FileDraft, useFileDraft } from '../../lib/use-file-draft.ts'
import { useReasons } from './field-problems.ts'

export type ReceiptDraft = FileDraft<Attachment>

export function useReceiptDraft(attached: readonly Attachment[]): ReceiptDraft {
  const { t } = useTranslation('costs')
  const reason = useReasons()
  return useFileDraft(attached, {
    maximum: MAX_RECEIPTS_OF_ONE,
    problemOf: receiptProblem,
    say: {
      tooMany: () => t('receipts.tooMany', { count: MAX_RECEIPTS_OF_ONE }),
      tooLarge: (values) => t('receipts.tooLarge', values),
      failed: (name) => t('receipts.failed', { name }),
      reason,
    },
  })
}
