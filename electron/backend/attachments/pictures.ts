/** Attachments as pages show them: pictures only, and only while they are what was attached. */
import { isShownAsPicture } from '../../../shared/domain/receipt-file.ts'
import type { Backend } from '../backend.ts'
import { readKeptFile } from './attachment-files.ts'

export interface Picture {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Null for what is not there, is no picture, or is not the file that was attached. */
export function readPicture({ openLedgerOrNull: ledger }: Backend, attachmentId: number): Picture | null {
  const row = ledger?.reader
    .prepare<[number], { sha256: string; bytes: number; mediaType: string }>(
      'SELECT sha256, byte_count AS bytes, media_type AS mediaType FROM attachment WHERE id = ?',
    )
    .get(attachmentId)
  if (!ledger || !row || !isShownAsPicture(row.mediaType)) return null
  const content = readKeptFile(ledger.path, row)
  return typeof content === 'string' ? null : { mediaType: row.mediaType, bytes: Uint8Array.from(content) }
}
