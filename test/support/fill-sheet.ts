/** Fills in an hours sheet as a colleague does: in a spreadsheet program, or in the text of a CSV file. */
import { ZipArchive, zipTexts } from '../../electron/backend/files/workbook/zip-archive.ts'

/** Text, or a number as spreadsheet programs store it. */
export type FilledCells = Readonly<Record<string, string | number>>

const PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/worksheets/sheet2.xml',
]

/** Puts values into cells of the first sheet ("B8"); styles stay. */
export async function fillWorkbook(bytes: Uint8Array, cells: FilledCells): Promise<Buffer> {
  const archive = new ZipArchive(bytes)
  const read = async (name: string) => (await archive.readText(name, 10_000_000)) ?? ''
  let sheet = await read('xl/worksheets/sheet1.xml')
  for (const [reference, value] of Object.entries(cells)) sheet = withCell(sheet, reference, value)
  const others = await Promise.all(PARTS.map(async (name) => [name, await read(name)] as const))
  return zipTexts([...others, ['xl/worksheets/sheet1.xml', sheet]])
}

function withCell(sheet: string, reference: string, value: string | number): string {
  const row = /\d+/.exec(reference)?.[0] ?? ''
  const pattern = new RegExp(`(<row r="${row}">)(.*?)(</row>)`)
  if (!pattern.test(sheet)) throw new Error(`no row for ${reference}`)
  return sheet.replace(pattern, (_, open: string, content: string, close: string) => {
    const own = content.match(/<c [^>]*\/>|<c .*?<\/c>/g) ?? []
    const named = new Map(own.map((cell) => [/r="([A-Z]+)/.exec(cell)?.[1] ?? '', cell]))
    const column = /[A-Z]+/.exec(reference)?.[0] ?? ''
    const style = / s="\d+"/.exec(named.get(column) ?? '')?.[0] ?? ''
    const inside = typeof value === 'number' ? `><v>${value}</v></c>` : ` t="inlineStr"><is><t>${value}</t></is></c>`
    named.set(column, `<c r="${reference}"${style}${inside}`)
    const sorted = [...named].toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    return open + sorted.map(([, cell]) => cell).join('') + close
  })
}

/** Puts values into the row of a day of a German sheet, by the titles of its columns. */
export function fillText(bytes: Uint8Array, day: string, values: Readonly<Record<string, string>>): Buffer {
  const lines = Buffer.from(bytes).toString('utf8').split('\r\n')
  const titles = lines.find((line) => line.startsWith('Datum;'))?.split(';') ?? []
  const at = lines.findIndex((line) => line.startsWith(`${day};`))
  if (at === -1) throw new Error(`no row for ${day}`)
  const cells = (lines[at] ?? '').split(';')
  for (const [title, value] of Object.entries(values)) cells[titles.indexOf(title)] = value
  lines[at] = cells.join(';')
  return Buffer.from(lines.join('\r\n'), 'utf8')
}
