import SqliteDatabase from 'better-sqlite3'
import { Connection } from './connection.ts'
import { addFunctions } from './functions.ts'

/** A long read of the ledger as it is now: what is written meanwhile does not show. */
export async function* withSnapshot<Piece>(
  path: string,
  read: (db: Connection) => AsyncIterable<Piece>,
): AsyncGenerator<Piece, void> {
  const db = openSnapshot(path)
  try {
    yield* read(db)
  } finally {
    closeSnapshot(db)
  }
}

/** The same for a read that answers at once. */
export function readSnapshot<Answer>(path: string, read: (db: Connection) => Answer): Answer {
  const db = openSnapshot(path)
  try {
    return read(db)
  } finally {
    closeSnapshot(db)
  }
}

/** A reader that stopped halfway has left its statement open. */
function closeSnapshot(db: Connection): void {
  if (db.database.inTransaction) db.database.exec('ROLLBACK')
  db.close()
}

function openSnapshot(path: string): Connection {
  const database = new SqliteDatabase(path, { readonly: true })
  database.pragma('busy_timeout = 5000')
  database.pragma('query_only = ON')
  addFunctions(database)
  database.exec('BEGIN')
  return new Connection(database)
}
