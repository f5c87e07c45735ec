/** Receipts of an expense that is being edited: those attached already, those on their way, those taken off. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/contract/costs.ts'
import { MAX_RECEIPT_BYTES, MAX_RECEIPTS_OF_ONE, receiptProblem } from '../../../shared/domain/receipt-file.ts'
import { describeError } from '../../lib/errors.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useReasons } from './field-problems.ts'
import { type NewReceipt, useUploads } from './use-uploads.ts'

export interface ReceiptDraft {
  /** Attached ones that stay. */
  readonly kept: readonly Attachment[]
  readonly added: readonly NewReceipt[]
  readonly problem: string | null
  add(files: readonly File[]): void
  takeOff(id: number): void
  takeBack(key: string): void
  /** What goes with the command, once everything is handed over; null when something could not be. */
  settled(): Promise<{ attach: string[]; detach: number[] } | null>
  /** The form is closed without saving. */
  discard(): void
}

export function useReceiptDraft(attached: readonly Attachment[]): ReceiptDraft {
  const { t } = useTranslation('costs')
  const refusal = useRefusal()
  const [detached, setDetached] = useState<readonly number[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const uploads = useUploads((file, error) => {
    const { code, meaning } = describeError(error)
    setProblem(`${t('receipts.failed', { name: file.name })}${code === 'unknown' ? '' : ` ${meaning}`}`)
  })
  const kept = attached.filter(({ id }) => !detached.includes(id))

  async function add(files: readonly File[]) {
    setProblem(null)
    for (const file of files) {
      const isFull = kept.length + uploads.count() >= MAX_RECEIPTS_OF_ONE
      const refused = isFull ? t('receipts.tooMany', { count: MAX_RECEIPTS_OF_ONE }) : await refusal(file)
      if (refused !== null) setProblem(refused)
      else uploads.start(file)
    }
  }

  return {
    kept,
    added: uploads.files,
    problem,
    add: (files) => void add(files),
    takeOff: (id) => setDetached((before) => [...before, id]),
    takeBack: uploads.forget,
    settled: async () => {
      const attach = await uploads.handles()
      return attach && { attach, detach: [...detached] }
    },
    discard: uploads.forgetAll,
  }
}

/** Says why a file is no receipt, before it is handed over; null when it is one. */
function useRefusal(): (file: File) => Promise<string | null> {
  const { t } = useTranslation('costs')
  const format = useFormat()
  const say = useReasons()
  return async (file) => {
    const sizes = { name: file.name, size: format.bytes(file.size), limit: format.bytes(MAX_RECEIPT_BYTES) }
    if (file.size > MAX_RECEIPT_BYTES) return t('receipts.tooLarge', sizes)
    // The beginning is enough to see what a file is.
    const reason = receiptProblem(file.name, new Uint8Array(await file.slice(0, 1024).arrayBuffer()))
    return reason === null ? null : say(reason, file.name)
  }
}
