/** Tables as text that Excel and others open without asking. */
export type NumberStyle = 'comma' | 'point'

/** Text, or a number with its decimals; null: empty. */
export type CsvCell = string | null | { readonly number: number; readonly digits: 0 | 1 | 2 | 3 | 4 }

/** Tells Excel that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

export function cents(amount: number | null): CsvCell {
  return amount === null ? null : { number: amount / 100, digits: 2 }
}

export function count(number: number | null): CsvCell {
  return number === null ? null : { number, digits: 0 }
}

/** Comma: semicolons between cells and decimal commas, as German programs expect. Point: commas and decimal points. */
export function csvRow(cells: readonly CsvCell[], style: NumberStyle): string {
  const separator = style === 'comma' ? ';' : ','
  return `${cells.map((cell) => quote(cellText(cell, style), separator)).join(separator)}\r\n`
}

function cellText(cell: CsvCell, style: NumberStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return harmless(cell)
  const text = cell.number.toFixed(cell.digits)
  const plain = Number(text) === 0 ? text.replace('-', '') : text
  return style === 'comma' ? plain.replace('.', ',') : plain
}

/** A text that a spreadsheet would run as a formula is marked as text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
