import type { Database } from 'better-sqlite3'

/** What SQL of ours calls and SQLite lacks. Its own lower() knows ASCII only: Ü would not be found as ü. */
export function addFunctions(db: Database): void {
  db.function('lower_case', { deterministic: true }, (text) => String(text).toLowerCase())
}
