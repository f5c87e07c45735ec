/** Workbooks: what is written can be read, what other programs write is understood, what is broken or a trap is refused. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { kindOfCode, numberText } from '../../../electron/backend/files/workbook/number-formats.ts'
import { readFirstSheet } from '../../../electron/backend/files/workbook/read-workbook.ts'
import { columnName, writeWorkbook } from '../../../electron/backend/files/workbook/write-workbook.ts'
import { ZipArchive, ZipError, zipTexts } from '../../../electron/backend/files/workbook/zip-archive.ts'
import { toDay } from '../../../shared/domain/day.ts'

const limits = { partBytes: 1_000_000, rows: 1_000, columns: 50 }
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook as other programs lay it out: texts apart, prefixes, styles, the sheet named by a relation. */
function foreign(sheet: string, more: Partial<Record<'strings' | 'styles' | 'workbook', string>> = {}): Buffer {
  return zipTexts([
    [
      'xl/workbook.xml',
      more.workbook ??
        `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="r"><sheets><sheet name="Notizen" sheetId="3" state="hidden" r:id="rId9"/><sheet name="Q&amp;A" sheetId="7" r:id="rId3"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId9" Target="worksheets/other.xml"/><Relationship Target="/xl/worksheets/main.xml" Id="rId3"/></Relationships>',
    ],
    ['xl/worksheets/main.xml', sheet],
    ...(more.strings === undefined ? [] : [['xl/sharedStrings.xml', more.strings] as const]),
    ...(more.styles === undefined ? [] : [['xl/styles.xml', more.styles] as const]),
  ])
}

async function rowsOf(bytes: Uint8Array, own = limits) {
  const result = await readFirstSheet(bytes, own)
  return result.ok ? result.sheet.rows : result.problem
}

describe('a workbook', () => {
  test('says what was written into it, with any text and no formula', async () => {
    const texts = ['=1+1', '<b>&"quoted"\'', ' zwei  Leerzeichen ', 'Zeile 1\nZeile 2', 'ÄÖÜ € 🙂', '']
    const bytes = writeWorkbook([
      {
        name: 'Stunden',
        widths: [10, 20],
        frozenRows: 1,
        choices: [],
        rows: [texts.map((value) => ({ value })), [], [{ value: { day: toDay('2024-02-29') }, style: 'day' }]],
      },
    ])
    expect(await rowsOf(bytes)).toEqual([texts.slice(0, -1), [], ['2024-02-29']])
    expect((await new ZipArchive(bytes).readText('xl/worksheets/sheet1.xml', 100_000))?.includes('<f>')).toBe(false)
  })

  test('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  test('of another program is read: shared and formatted texts, dates, times, gaps, the first sheet that is seen', async () => {
    const sheet = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData>
      <x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c><x:c r="D2" t="str"><x:f>A1&amp;"x"</x:f><x:v>a &amp; b</x:v></x:c></x:row>
      <x:row r="4"><x:c r="A4" s="1"><x:v>46321</x:v></x:c><x:c r="B4" s="2"><x:v>0.395833333333333</x:v></x:c><x:c r="C4"><x:v>0.30000000000000004</x:v></x:c>
        <x:c r="D4" s="3"><x:v>1.0625</x:v></x:c><x:c r="E4" t="b"><x:v>1</x:v></x:c><x:c r="F4" t="e"><x:v>#REF!</x:v></x:c><x:c r="G4" t="inlineStr"><x:is><x:t>da</x:t></x:is></x:c></x:row>
    </x:sheetData></x:worksheet>`
    const strings =
      '<sst><si><t>Datum</t></si><si><r><t>St</t></r><r><rPr><b/></rPr><t xml:space="preserve">unden </t></r><rPh><t>ほ</t></rPh></si></sst>'
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    expect(await rowsOf(foreign(sheet, { strings, styles }))).toEqual([
      [],
      ['Datum', '', 'Stunden ', 'a & b'],
      [],
      ['2026-10-26', '09:30:00', '0.3', '25:30:00', 'TRUE', '', 'da'],
    ])
  })

  test.each([
    ['dd.mm.yyyy', 'day'],
    ['[$-407]d. mmmm yyyy', 'day'],
    ['hh:mm', 'clock'],
    ['h "Uhr" mm', 'clock'],
    ['[h]:mm', 'length'],
    ['yyyy-mm-dd hh:mm', 'moment'],
    ['0.00', 'number'],
    ['#,##0.00 "Stunden"', 'number'],
    ['[Red]-0.0', 'number'],
  ])('shows %s as a %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind)
  })

  test('counts days from 1904 where it says so', () => {
    expect(numberText(44_859, 'day', true)).toBe('2026-10-26')
    expect(numberText(46_321.5, 'moment', false)).toBe('2026-10-26 12:00:00')
    expect(numberText(0.0000001, 'number', false)).toBe('0.0000001')
  })
})

describe('what is no workbook, or a trap', () => {
  test('an archive of something else', async () => {
    expect(await rowsOf(zipTexts([['readme.txt', 'hello']]))).toBe('no_workbook')
  })

  test('cut off anywhere, it is broken and never more', async () => {
    const whole = foreign('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>')
    expect(await rowsOf(whole)).toEqual([['1']])
    for (let length = 4; length < whole.length; length += 7)
      expect(await rowsOf(whole.subarray(0, length))).toBe('broken')
  })

  test('markup that never ends, rows out of order, text instead of numbers', async () => {
    expect(await rowsOf(foreign('<worksheet><sheetData><row r="1"><c r="A1"'))).toBe('broken')
    expect(await rowsOf(foreign('<sheetData><row r="3"/><row r="2"/></sheetData>'))).toBe('broken')
    expect(await rowsOf(foreign('<sheetData><row r="x"/></sheetData>'))).toBe('broken')
    expect(await rowsOf(foreign('<sheetData><row r="1"><c r="A1"><v>zwei</v></c></row></sheetData>'))).toEqual([
      ['zwei'],
    ])
  })

  test('gigabytes of nothing are unpacked up to the limit only, whatever the archive says of its size', async () => {
    const bomb = foreign(`<sheetData>${' '.repeat(2_000_000)}</sheetData>`)
    expect(bomb.length).toBeLessThan(20_000)
    expect(await rowsOf(bomb)).toBe('too_large')
    // The directory claims ten bytes.
    const size = deflateRawSync(Buffer.from(`<sheetData>${' '.repeat(2_000_000)}</sheetData>`)).length
    const lying = Buffer.from(bomb)
    for (let at = 0; at < lying.length - 4; at += 1) {
      const isSize = lying.readUInt32LE(at) === 2_000_023
      if (isSize) lying.writeUInt32LE(10, at)
    }
    expect(size).toBeLessThan(lying.length)
    expect(await rowsOf(lying)).toBe('too_large')
  })

  test('a row or a column far out is refused instead of filled up to', async () => {
    expect(await rowsOf(foreign('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'))).toBe(
      'too_large',
    )
    expect(await rowsOf(foreign('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'))).toBe('too_large')
  })

  test('entities of its own are not followed', async () => {
    const sheet =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><sheetData><row r="1"><c r="A1" t="str"><v>&a;&amp;&#65;&#x42;</v></c></row></sheetData>'
    const rows = await rowsOf(foreign(sheet))
    expect(rows).not.toEqual([['aaaaaaaaaa&AB']])
  })

  test('a part packed in an unknown way, or under a password', async () => {
    const bytes = foreign('<sheetData/>')
    const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02'))
    const encrypted = Buffer.from(bytes)
    encrypted.writeUInt16LE(0x801, central + 8)
    expect(await rowsOf(encrypted)).toBe('broken')
    const other = Buffer.from(bytes)
    other.writeUInt16LE(99, central + 10)
    expect(await rowsOf(other)).toBe('broken')
    expect(() => new ZipArchive(Buffer.from('PK'))).toThrow(ZipError)
  })
})
