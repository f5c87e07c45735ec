/** The first sheet of a workbook as the text of a table, so that everything after it reads workbooks as it reads text files. */
import { readFirstSheet } from '../../../files/workbook/read-workbook.ts'
import { decode, type DecodeResult } from './decode.ts'
import { MAX_FILE_BYTES, MAX_WORKBOOK_COLUMNS, MAX_WORKBOOK_PART_BYTES, MAX_WORKBOOK_ROWS } from './limits.ts'

/** Archives begin so; what is none of a workbook's kind is for `decode` to name. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Cells parted by tabs, a line for each row of the sheet: lines are numbered as the rows are. Numbers have a decimal point. */
export async function decodeWorkbook(bytes: Uint8Array): Promise<DecodeResult> {
  if (bytes.length > MAX_FILE_BYTES) return decode(bytes)
  const result = await readFirstSheet(bytes, {
    partBytes: MAX_WORKBOOK_PART_BYTES,
    rows: MAX_WORKBOOK_ROWS,
    columns: MAX_WORKBOOK_COLUMNS,
  })
  if (!result.ok) {
    if (result.problem === 'too_large') return { ok: false, failure: { code: 'large_workbook', detail: {} } }
    const decoded = decode(bytes)
    const isOffice = !decoded.ok && decoded.failure.code === 'not_a_table' && decoded.failure.detail.what === 'xlsx'
    return isOffice && result.problem === 'broken'
      ? { ok: false, failure: { code: 'broken_workbook', detail: {} } }
      : decoded
  }
  const { rows } = result.sheet
  if (rows.every((row) => row.length === 0)) return { ok: false, failure: { code: 'empty', detail: {} } }
  const text = rows.map((row) => `${row.map(cellText).join('\t')}\n`).join('')
  return { ok: true, decoded: { text, encoding: 'xlsx', isTruncated: false } }
}

/** A number that was typed as text keeps the decimal comma of whoever typed it. */
const COMMA_NUMBER = /^-?\d+,\d+$/

function cellText(cell: string): string {
  const line = cell.replace(/[\t\r\n]+/g, ' ')
  if (COMMA_NUMBER.test(line)) return line.replace(',', '.')
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line
}
