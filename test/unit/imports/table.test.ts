/** From bytes to rows: encodings, delimiters, header search, lines. */
import { describe, expect, test } from 'vitest'
import { decode } from '../../../electron/backend/features/imports/reader/decode.ts'
import { normaliseHeader } from '../../../electron/backend/features/imports/reader/headers.ts'
import { rowBatches, startOfTable, type Delimiter } from '../../../electron/backend/features/imports/reader/table.ts'
import { adSpend, readTable, wide } from './read.ts'

function rowsOf(text: string, delimiter: Delimiter = ',') {
  return [...rowBatches(text, delimiter, startOfTable(text))].flatMap(({ rows }) => rows)
}

const cellsOf = (text: string, delimiter?: Delimiter) => rowsOf(text, delimiter).map(({ cells }) => cells)

describe('bytes', () => {
  const textOf = (bytes: Uint8Array) => {
    const result = decode(bytes)
    if (!result.ok) throw new Error(result.failure.code)
    return [result.decoded.encoding, result.decoded.text]
  }

  test.each([
    ['utf-8', Buffer.from('Größe;€ 5')],
    ['utf-8', Buffer.from('\ufeffGröße;€ 5')],
    ['utf-16le', wide('Größe;€ 5', 'le')],
    ['utf-16be', wide('Größe;€ 5', 'be')],
    ['utf-16le', wide('Größe;€ 5', 'le', false)],
    ['utf-16be', wide('Größe;€ 5', 'be', false)],
    ['windows-1252', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x3b, 0x80, 0x20, 0x35])],
  ])('%s', (encoding, bytes) => {
    expect(textOf(bytes)).toEqual([encoding, 'Größe;€ 5'])
  })

  test('an accent as the very last byte is Windows-1252; a cut character of UTF-8 is not', () => {
    expect(textOf(Buffer.from([0x61, 0x3b, 0x62, 0xe9]))).toEqual(['windows-1252', 'a;bé'])
    const cut = decode(Buffer.from('ä;ö;ü').subarray(0, 7))
    expect(cut).toMatchObject({ ok: true, decoded: { encoding: 'utf-8', text: 'ä;ö;', isTruncated: true } })
  })

  test('all line ends are one', () => {
    expect(textOf(Buffer.from('a\r\nb\nc'))[1]).toBe('a\nb\nc')
    expect(textOf(Buffer.from('a\rb\rc'))[1]).toBe('a\nb\nc')
  })
})

describe('records', () => {
  test('quotes, doubled quotes, delimiters and line breaks in fields', () => {
    expect(cellsOf('a,"b ""c"", d","e\nf"\n"",,x\n')).toEqual([
      ['a', 'b "c", d', 'e\nf'],
      ['', '', 'x'],
    ])
  })

  test('each record has the line it starts on', () => {
    expect(rowsOf('a,"1\n2\n3"\nb,"4"\n\n"c\n",5').map(({ line }) => line)).toEqual([1, 4, 5, 6])
  })

  test('a quote inside a plain field, and spaces after a closing quote, are tolerated', () => {
    expect(cellsOf('5" pipe,"x" ,y\n')).toEqual([['5" pipe', 'x', 'y']])
    expect(cellsOf('"Cup "North" blue",2\n')).toEqual([['Cup "North" blue', '2']])
  })

  test('a lost quote costs its own line only', () => {
    const rows = rowsOf('1,"a"\n2,"b\n3,"c"\n4,"d"\n')
    expect(rows.map(({ line, isBroken }) => [line, isBroken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ])
    expect(rows[1]?.cells).toEqual(['2,"b'])
  })

  test('a lost quote in the last line', () => {
    expect(rowsOf('1,"a"\n2,"b').map(({ isBroken, isUnended }) => [isBroken, isUnended])).toEqual([
      [false, false],
      [true, true],
    ])
  })

  test('a delimiter at the very end leaves an empty cell', () => {
    expect(cellsOf('a,b,')).toEqual([['a', 'b', '']])
  })
})

describe('delimiter and header', () => {
  const body = (delimiter: string) =>
    ['Tag|Kampagnenname|Ausgegebener Betrag (EUR)', '2026-01-01|A; B, C|1.50', '']
      .join('\n')
      .replaceAll('A; B, C', '"A; B, C"')
      .replaceAll('|', delimiter)

  test.each([',', ';', '\t'])('"%s" is found, and other delimiters within fields are text', async (delimiter) => {
    const table = await readTable(body(delimiter))
    expect(table.delimiter).toBe(delimiter)
    expect(adSpend(table)).toMatchObject([{ campaign: 'A; B, C', cents: 150 }])
  })

  test.each(['sep=|\n', 'sep=|\r\n', '"sep=|"\n', 'SEP=|\n'])('%j is obeyed and counted as a line', async (line) => {
    const table = await readTable(line + body('|'))
    expect(table).toMatchObject({ delimiter: '|', headerLine: 2 })
    expect(adSpend(table)).toMatchObject([{ line: 3 }])
  })

  test('sep= in UTF-16', async () => {
    expect(await readTable(wide(`sep=,\r\n${body(',')}`, 'le'))).toMatchObject({ delimiter: ',', headerLine: 2 })
  })

  test('titles, ranges and comments come before the header', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `# line ${index}`).join('\n')
    expect(await readTable(`${titles}\n\n${body(';')}`)).toMatchObject({ headerLine: 32 })
  })

  test('soft hyphens, invisible characters, odd spaces, case and a column that comes twice', async () => {
    const table = await readTable(
      'TAG;Kampagnen\u00adname;\u200bAusgegebener\u00a0Betrag  (EUR) ;Impressionen;Impressionen\n2026-01-01;A;1,50;7;8\n',
    )
    expect(adSpend(table)).toMatchObject([{ campaign: 'A', cents: 150, impressions: 7 }])
  })

  test.each([
    ['Cost (EUR)', 'cost', 'EUR'],
    ['Kosten (€)', 'kosten', 'EUR'],
    ['Amount spent [USD]', 'amount spent', 'USD'],
    ['Duration (h)', 'duration (h)', null],
    ['Clicks (all)', 'clicks (all)', null],
    ['Value (XQZ)', 'value (xqz)', null],
  ])('header "%s" is "%s" in %s', (text, name, currency) => {
    expect(normaliseHeader(text)).toEqual({ name, currency })
  })
})
