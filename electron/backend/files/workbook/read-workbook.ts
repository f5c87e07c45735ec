/** The first sheet of an .xlsx workbook as rows of text. Formulas count with the value they had when the file was saved. */
import { readNumberKinds, numberText, type NumberKind } from './number-formats.ts'
import { attributeOf, xmlEvents } from './xml-events.ts'
import { ZipArchive, ZipError, type ZipProblem } from './zip-archive.ts'

export interface WorkbookLimits {
  /** Of one part of the workbook, unpacked. */
  readonly partBytes: number
  readonly rows: number
  readonly columns: number
}

export interface SheetRows {
  readonly name: string
  /** Row for row, blank ones included, so that a row's place is its number; each as wide as its last filled cell. */
  readonly rows: readonly (readonly string[])[]
}

export type WorkbookResult =
  | { readonly ok: true; readonly sheet: SheetRows }
  | { readonly ok: false; readonly problem: ZipProblem | 'no_workbook' }

/** Never rejects: a file that is no workbook, is broken or too large says so. */
export async function readFirstSheet(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookResult> {
  try {
    const archive = new ZipArchive(bytes)
    const sheet = await findFirstSheet(archive, limits)
    return sheet === null ? { ok: false, problem: 'no_workbook' } : { ok: true, sheet }
  } catch (error) {
    if (error instanceof ZipError) return { ok: false, problem: error.problem }
    // Markup that never ends, a number that is none: the file is broken.
    if (error instanceof RangeError) return { ok: false, problem: 'broken' }
    throw error
  }
}

async function findFirstSheet(archive: ZipArchive, limits: WorkbookLimits): Promise<SheetRows | null> {
  const workbookPath = await mainPartOf(archive, limits)
  const workbook = await archive.readText(workbookPath, limits.partBytes)
  if (workbook === null) return null
  const { name, relation, isFrom1904 } = readSheetList(workbook)
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const relations = await archive.readText(`${folder}_rels/${workbookPath.slice(folder.length)}.rels`, limits.partBytes)
  const sheetPath = relations === null || relation === null ? null : targetOf(relations, relation, folder)
  const sheet = sheetPath === null ? null : await archive.readText(sheetPath, limits.partBytes)
  if (sheet === null) return null
  const strings = await archive.readText(`${folder}sharedStrings.xml`, limits.partBytes)
  const styles = await archive.readText(`${folder}styles.xml`, limits.partBytes)
  const context: SheetContext = {
    strings: strings === null ? [] : readStrings(strings),
    kinds: styles === null ? [] : readNumberKinds(styles),
    isFrom1904,
    limits,
  }
  return { name, rows: readRows(sheet, context) }
}

async function mainPartOf(archive: ZipArchive, limits: WorkbookLimits): Promise<string> {
  const relations = await archive.readText('_rels/.rels', limits.partBytes)
  for (const event of relations === null ? [] : xmlEvents(relations)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue
    const type = attributeOf(event.attributes, 'Type') ?? ''
    const target = attributeOf(event.attributes, 'Target')
    if (type.endsWith('/officeDocument') && target !== null) return target.replace(/^\//, '')
  }
  return 'xl/workbook.xml'
}

function readSheetList(workbook: string) {
  let first: { name: string; relation: string | null } | null = null
  let isFrom1904 = false
  for (const event of xmlEvents(workbook)) {
    if (event.kind !== 'open') continue
    if (event.name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributeOf(event.attributes, 'date1904') ?? '')
    if (event.name !== 'sheet' || first !== null) continue
    const isHidden = (attributeOf(event.attributes, 'state') ?? 'visible') !== 'visible'
    if (!isHidden)
      first = {
        name: attributeOf(event.attributes, 'name') ?? '',
        relation: attributeOf(event.attributes.replaceAll('sheetId', ''), 'id'),
      }
  }
  return { name: first?.name ?? '', relation: first?.relation ?? null, isFrom1904 }
}

function targetOf(relations: string, id: string, folder: string): string | null {
  for (const event of xmlEvents(relations)) {
    if (event.kind !== 'open' || event.name !== 'Relationship' || attributeOf(event.attributes, 'Id') !== id) continue
    const target = attributeOf(event.attributes, 'Target')
    if (target === null) return null
    return target.startsWith('/') ? target.slice(1) : `${folder}${target}`
  }
  return null
}

/** Texts the cells point at. What is written above a word to help reading it (`rPh`) is no part of it. */
function readStrings(text: string): string[] {
  const strings: string[] = []
  let current: string | null = null
  let isText = false
  let isReading = false
  for (const event of xmlEvents(text)) {
    if (event.kind === 'text') {
      if (isText && !isReading && current !== null) current += event.text
      continue
    }
    const isOpen = event.kind === 'open' && !event.isEmpty
    if (event.name === 'rPh') isReading = isOpen
    if (event.name === 't') isText = isOpen
    if (event.name !== 'si') continue
    if (event.kind === 'open') current = ''
    if (event.kind === 'close' || event.isEmpty) {
      strings.push(current ?? '')
      current = null
    }
  }
  return strings
}

interface SheetContext {
  readonly strings: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly isFrom1904: boolean
  readonly limits: WorkbookLimits
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  text: string
}

function readRows(sheet: string, context: SheetContext): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell: OpenCell | null = null
  let isValue = false
  for (const event of xmlEvents(sheet)) {
    if (event.kind === 'text') {
      if (isValue && cell) cell.text += event.text
      continue
    }
    const isOpen = event.kind === 'open' && !event.isEmpty
    if (event.name === 'row' && event.kind === 'open') row = startRow(rows, event.attributes, context.limits)
    else if (event.name === 'c' && event.kind === 'open') cell = startCell(row, event.attributes, context.limits)
    else if (event.name === 'v' || event.name === 't') isValue = isOpen
    else if (event.name === 'c' && cell) {
      setCell(row, cell.column, cellText(cell, context))
      cell = null
    }
  }
  return rows
}

function startRow(rows: string[][], attributes: string, limits: WorkbookLimits): string[] {
  const number = Number(attributeOf(attributes, 'r') ?? rows.length + 1)
  if (!Number.isSafeInteger(number) || number <= rows.length) throw new RangeError(`row ${number}`)
  if (number > limits.rows) throw new ZipError('too_large', `row ${number}`)
  while (rows.length < number) rows.push([])
  return rows[number - 1] ?? []
}

function startCell(row: readonly string[], attributes: string, limits: WorkbookLimits): OpenCell {
  const reference = attributeOf(attributes, 'r')
  const column = reference === null ? row.length : columnOf(reference)
  if (column >= limits.columns) throw new ZipError('too_large', `column ${column}`)
  return {
    column,
    type: attributeOf(attributes, 't') ?? 'n',
    style: Number(attributeOf(attributes, 's') ?? 0),
    text: '',
  }
}

/** "AB12" is column 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Za-z]{1,3}/.exec(reference)?.[0].toUpperCase() ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function setCell(row: string[], column: number, text: string): void {
  if (text === '') return
  while (row.length < column) row.push('')
  row[column] = text
}

function cellText({ type, style, text }: OpenCell, { strings, kinds, isFrom1904 }: SheetContext): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? ''
    case 'b':
      return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text
    case 'e':
      return ''
    case 'n': {
      const value = text.trim() === '' ? Number.NaN : Number(text)
      return Number.isFinite(value) ? numberText(value, kinds[style] ?? 'number', isFrom1904) : text.trim()
    }
    case 'd':
      return text.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.\d+)?Z?$/, '')
    default:
      return text
  }
}
