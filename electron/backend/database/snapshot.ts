import SqliteDatabase from 'better-sqlite3'
import { Connection } from './connection.ts'
import { addFunctions } from './functions.ts'

/** The ledger as it is now, for a long read: what is written meanwhile does not show. To be closed by whoever opened it. */
export function openSnapshot(path: string): Connection {
  const database = new SqliteDatabase(path, { readonly: true })
  database.pragma('busy_timeout = 5000')
  database.pragma('query_only = ON')
  addFunctions(database)
  database.exec('BEGIN')
  return new Connection(database)
}
