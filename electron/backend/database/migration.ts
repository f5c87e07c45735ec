import type { Database } from 'better-sqlite3'

/** One step of the ledger file's format. A released migration is never edited. */
export interface Migration {
  readonly version: number
  readonly up: (db: Database) => void
}
