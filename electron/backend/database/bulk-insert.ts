/** Rows of one table written many at a time: a statement of its own costs a row more than being stored. */
import type { Connection } from './connection.ts'

export type SqlValue = string | number | null

/** Rows of one statement; what is left over goes in smaller ones, so that few statements serve every count. */
const SIZES = [64, 8, 1] as const

export class BulkInsert {
  readonly #db: Connection
  readonly #head: string
  readonly #row: string
  readonly #width: number
  #rows: (readonly SqlValue[])[] = []

  /** Table and columns are fixed names, never what a user typed. */
  constructor(db: Connection, table: string, columns: readonly string[]) {
    this.#db = db
    this.#head = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `
    this.#row = `(${columns.map(() => '?').join(', ')})`
    this.#width = columns.length
  }

  /** Values in the order of the columns. The row stands in the table after `flush`. */
  add(values: readonly SqlValue[]): void {
    if (values.length !== this.#width) throw new RangeError(`${values.length} values for ${this.#width} columns`)
    this.#rows.push(values)
  }

  get count(): number {
    return this.#rows.length
  }

  /** Writes what was added, in its order. */
  flush(): void {
    const rows = this.#rows
    this.#rows = []
    let start = 0
    for (const size of SIZES) {
      for (; rows.length - start >= size; start += size) {
        const sql = this.#head + Array.from({ length: size }, () => this.#row).join(', ')
        this.#db.prepare<SqlValue[]>(sql).run(...rows.slice(start, start + size).flat())
      }
    }
  }
}
