/** The photographer's invoice as a receipt: a small PDF made of nothing but text. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../../../shared/contract/fields.ts'
import { noonOf } from '../../../../../shared/domain/instant.ts'
import type { Day } from '../../../../../shared/domain/day.ts'
import type { Sample } from './sample-company.ts'
import { insert } from './sample-records.ts'
import { recordTextsIn } from './sample-record-texts.ts'
import { SAMPLE_TIME_ZONE } from './sample-year.ts'

/** The file itself; the same bytes every time. */
export function sampleReceipt(language: Language): Buffer {
  const lines = recordTextsIn(language).receiptLines.map(
    (line, index) => `1 0 0 1 72 ${760 - 24 * index} Tm (${line}) Tj`,
  )
  const content = `BT /F1 14 Tf\n${lines.join('\n')}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`
  const start = text.lastIndexOf('xref\n0')
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1')
}

/** Notes the file at the expense; the file is kept once the ledger has its name. */
export function noteReceipt(sample: Sample, expenseId: number, day: Day): void {
  const file = sampleReceipt(sample.language)
  insert(
    sample,
    'attachment (expense_id, sha256, file_name, media_type, byte_count, added_at) VALUES (?, ?, ?, ?, ?, ?)',
    expenseId,
    createHash('sha256').update(file).digest('hex'),
    recordTextsIn(sample.language).receiptName,
    'application/pdf',
    file.length,
    noonOf(day, SAMPLE_TIME_ZONE),
  )
}
