/** Any table another program writes as CSV is read back as it was, with the right line numbers, also when lines break. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readFile } from '../../electron/backend/features/imports/reader/read-file.ts'
import { rowBatches, startOfTable } from '../../electron/backend/features/imports/reader/table.ts'

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', ' ', 'a', 'ä', '–'), maxLength: 12 }),
)
// A carriage return is a line end and nothing else: decoding has taken it away before.
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }))
  .map((rows) => rows.map((row) => row.map((text) => text.replaceAll('\r', ''))))
const delimiter = fc.constantFrom(',' as const, ';' as const, '\t' as const)

test('a table written with quotes where needed, or everywhere, is read back', () => {
  fc.assert(
    fc.property(table, delimiter, fc.boolean(), fc.boolean(), (rows, sign, quotes, isEnded) => {
      // A leading byte order mark is decoded away; a leading "sep=" line is not data.
      fc.pre(!/^\ufeff|^"?sep=/i.test(rows[0]?.[0] ?? ''))
      const text = Papa.unparse(rows, { delimiter: sign, quotes, newline: '\n' }) + (isEnded ? '\n' : '')
      const read = [...rowBatches(text, sign, startOfTable(text))].flatMap((batch) => batch.rows)
      expect(read.map(({ cells }) => cells)).toEqual(rows)
      let line = 1
      for (const [index, row] of rows.entries()) {
        expect(read[index]?.line).toBe(line)
        line += 1 + row.join('').split('\n').length - 1
      }
    }),
  )
})

test('every line of a damaged file is accounted for, once and in order', () => {
  const damaged = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', 'b', ' '), maxLength: 200 })
  fc.assert(
    fc.property(damaged, (text) => {
      const read = [...rowBatches(text, ',', startOfTable(text))].flatMap((batch) => batch.rows)
      const lines = read.map(({ line }) => line)
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
      const letters = (part: string) => part.replaceAll(/[^ab]/g, '')
      expect(letters(read.map(({ cells }) => cells.join('')).join(''))).toBe(letters(text))
    }),
  )
})

test('no bytes make the reader throw', async () => {
  const header = Buffer.from('Day,Campaign,Cost\n')
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, hasHeader) => {
      const content = hasHeader ? Buffer.concat([header, bytes]) : bytes
      const result = await readFile(content, 'x.csv', { timeZone: 'Europe/Berlin', baseCurrency: 'EUR' })
      expect(['read', 'unknown', 'failed']).toContain(result.status)
    }),
  )
})
