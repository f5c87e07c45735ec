/** A connection whose statements are prepared once, however often they are asked for. */
import type { Database, Statement } from 'better-sqlite3'

export class Connection {
  readonly database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.database = database
  }

  /** The prepared statement of an SQL text. Texts are fixed fragments: never build one from what a user typed. */
  prepare<Parameters extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row> {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)))
    return statement as unknown as Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row>
  }

  close(): void {
    this.#statements.clear()
    this.database.close()
  }
}
