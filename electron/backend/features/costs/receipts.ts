/** Reading receipts, comparing them with what was attached, and tidying up. */
import type { ReceiptCheck } from '../../../../shared/contract/costs.ts'
import { checkFile, deleteFiles, filesFolderOf, readKeptFile } from '../../attachments/attachment-files.ts'
import { findAttachment, readAttachments, unusedFiles, type AttachmentRow } from '../../attachments/attachment-store.ts'
import type { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import type { LedgerFile } from '../../database/ledger-file.ts'

/** Bytes of a receipt in one answer. */
const PIECE_BYTES = 768 * 1024

export class ReceiptReader {
  /** The receipt that is being handed over in pieces: read and compared once. */
  #open: { readonly key: string; readonly content: Buffer } | null = null

  read(ledger: LedgerFile, id: number, offset: number): { base64: string; next: number | null } {
    const content = this.#contentOf(ledger, id, offset)
    const end = offset + PIECE_BYTES
    const base64 = content.subarray(offset, end).toString('base64')
    const next = end < content.length ? end : null
    if (next === null) this.#open = null
    return { base64, next }
  }

  #contentOf(ledger: LedgerFile, id: number, offset: number): Buffer {
    const row = findAttachment(ledger.reader, id)
    const key = `${ledger.path} ${row.sha256}`
    if (offset > 0 && this.#open?.key === key) return this.#open.content
    const content = readKeptFile(ledger.path, row)
    if (typeof content === 'string')
      throw expected('invalid_value', { field: 'receipts', reason: `receipt_${content}`, value: row.fileName })
    this.#open = { key, content }
    return content
  }
}

export async function checkReceipts(ledger: LedgerFile): Promise<ReceiptCheck> {
  const rows = readAttachments(ledger.reader)
  const problems = rows.flatMap((row) => {
    const state = checkFile(ledger.path, row)
    if (state === 'present') return []
    const { id: attachmentId, fileName, expenseId } = row
    return [{ attachmentId, fileName, expenseId, of: ownerName(ledger.reader, row), state }]
  })
  const unused = await ledger.withWriter((db) => unusedFiles(db, ledger.path))
  return {
    count: rows.length,
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
    problems,
    unused: { count: unused.length, bytes: unused.reduce((sum, { bytes }) => sum + bytes, 0) },
    folder: filesFolderOf(ledger.path),
  }
}

/** What a file belongs to, by its own name. */
function ownerName(db: Connection, { expenseId, eventId, conversationId, crisisId }: AttachmentRow): string {
  const nameOf = (sql: string, id: number | null) => db.prepare<[number | null]>(sql).pluck().get(id) as string | null
  return (
    nameOf('SELECT name FROM expense WHERE id = ?', expenseId) ??
    nameOf('SELECT name FROM revenue_event WHERE id = ?', eventId) ??
    nameOf('SELECT title FROM crisis WHERE id = ?', crisisId) ??
    nameOf('SELECT label FROM conversation WHERE id = ?', conversationId) ??
    ''
  )
}

/** On the writing connection, so that no file is being attached meanwhile. */
export async function tidyReceipts(ledger: LedgerFile): Promise<{ count: number; bytes: number }> {
  return ledger.withWriter((db) => {
    const unused = unusedFiles(db, ledger.path)
    deleteFiles(unused)
    return { count: unused.length, bytes: unused.reduce((sum, { bytes }) => sum + bytes, 0) }
  })
}
