/** Small .xlsx workbooks: texts, days, clock times and hours, with lists to choose from. */
import type { Day } from '../../../../shared/domain/day.ts'
import { daysBetween } from '../../../../shared/domain/day.ts'
import { encodeXml } from './xml-events.ts'
import { zipTexts } from './zip-archive.ts'

export type CellStyle = 'plain' | 'title' | 'note' | 'head' | 'day' | 'clock' | 'hours'

export interface WorkbookCell {
  /** Text, a day or nothing; never a formula. */
  readonly value: string | { readonly day: Day } | null
  readonly style?: CellStyle
}

export interface ChoiceList {
  /** Cells it is for: "B8:B60". */
  readonly range: string
  /** Cells it is taken from: "Wörter!$A$2:$A$9". Other entries are let through. */
  readonly source: string
}

export interface WorkbookSheet {
  readonly name: string
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** Rows that stay in sight. */
  readonly frozenRows: number
  readonly choices: readonly ChoiceList[]
}

const STYLES: readonly CellStyle[] = ['plain', 'title', 'note', 'head', 'day', 'clock', 'hours']
const FORMATS: Readonly<Record<CellStyle, { numFmtId: number; font: number; fill: number }>> = {
  plain: { numFmtId: 0, font: 0, fill: 0 },
  title: { numFmtId: 0, font: 1, fill: 0 },
  note: { numFmtId: 0, font: 2, fill: 0 },
  head: { numFmtId: 0, font: 3, fill: 2 },
  // 14 is the day, 20 the clock time as the reader's system writes them.
  day: { numFmtId: 14, font: 0, fill: 0 },
  clock: { numFmtId: 20, font: 0, fill: 0 },
  hours: { numFmtId: 164, font: 0, fill: 0 },
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const WORKBOOK_MEDIA_TYPE = `${TYPE}.sheet`

export function writeWorkbook(sheets: readonly WorkbookSheet[]): Buffer {
  const numbers = sheets.map((_, index) => index + 1)
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return zipTexts([
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbers
          .map((no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
          .join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
        .map(({ name }, index) => `<sheet name="${encodeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${numbers
        .map((no) => relation(no, 'worksheet', `worksheets/sheet${no}.xml`))
        .join('')}${relation(numbers.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesPart()],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(sheet)] as const),
  ])
}

function stylesPart(): string {
  const cells = STYLES.map((style) => {
    const { numFmtId, font, fill } = FORMATS[style]
    const alignment = style === 'head' ? '<alignment vertical="center" wrapText="1"/>' : ''
    return `<xf numFmtId="${numFmtId}" fontId="${font}" fillId="${fill}" borderId="${style === 'head' ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`
  })
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.##"/></numFmts>` +
    '<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font>' +
    '<font><i/><sz val="10"/><color rgb="FF6F757C"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEFEAE0"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FFB9B2A3"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  )
}

function sheetPart({ widths, rows, frozenRows, choices }: WorkbookSheet): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const validations = choices.map(
    ({ range, source }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${encodeXml(source)}</formula1></dataValidation>`,
  )
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>${rows.map(rowPart).join('')}</sheetData>` +
    `${validations.length === 0 ? '' : `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`}</worksheet>`
  )
}

function rowPart(cells: readonly WorkbookCell[], index: number): string {
  return `<row r="${index + 1}">${cells.map((cell, column) => cellPart(cell, `${columnName(column)}${index + 1}`)).join('')}</row>`
}

function cellPart({ value, style = 'plain' }: WorkbookCell, reference: string): string {
  const head = `<c r="${reference}" s="${STYLES.indexOf(style)}"`
  if (value === null || value === '') return style === 'plain' ? '' : `${head}/>`
  if (typeof value === 'object') return `${head}><v>${daysBetween('1899-12-30' as Day, value.day)}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${encodeXml(value)}</t></is></c>`
}

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
