/** Opening a ledger file: what it must be, how it is locked, and what happens when it is not what it should be. */
import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { backUpBefore } from './backup.ts'
import { Connection } from './connection.ts'
import { addFunctions } from './functions.ts'
import { expected } from './expected.ts'
import { FILE_VERSION, fileVersionOf, migrate } from './migrate.ts'

/** "GGWT": marks a SQLite file as a ledger of this program. */
export const APPLICATION_ID = 0x47475754

export interface LedgerConnections {
  readonly path: string
  /** All changes. */
  readonly writer: Connection
  /** Reads outside of commands: sees the last committed state even while a long import is being written. */
  readonly reader: Connection
  /** False: the file is large and was closed cleanly, so that its check may wait until the first screen is there. */
  readonly isChecked: boolean
}

/** Checking reads the whole file; up to this size that is not felt. */
const CHECKED_AT_ONCE_BYTES = 16 * 1024 * 1024

/**
 * Makes a new ledger file and fills it. Refuses to touch one that is there. It gets its name only when it is complete, so that
 * a full disk leaves nothing behind that looks like a ledger.
 */
export function createLedgerFile(path: string, fill: (db: Connection) => void): void {
  const unfinished = `${path}.part`
  removeLedger(unfinished)
  if (existsSync(path)) throw expected('ledger_unreadable', { path, reason: 'exists' })
  try {
    const prepare = (db: Database) => {
      db.pragma('page_size = 4096')
      db.pragma(`application_id = ${APPLICATION_ID}`)
    }
    const { reader, writer } = connect(unfinished, prepare, path)
    try {
      writer.database.transaction(() => fill(writer))()
    } finally {
      reader.close()
      writer.close()
    }
    if (existsSync(path)) throw expected('ledger_unreadable', { path, reason: 'exists' })
    renameSync(unfinished, path)
  } catch (error) {
    removeLedger(unfinished)
    throw explainOpenError(error, path)
  }
}

function removeLedger(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true })
}

/** Opens an existing ledger file; typed errors say what is wrong with it, and it stays as it is. */
export function openLedgerFile(path: string): LedgerConnections {
  if (!existsSync(path)) throw expected('ledger_unreadable', { path, reason: 'missing' })
  if (!statSync(path).isFile()) throw expected('ledger_unreadable', { path, reason: 'not_a_ledger' })
  refuseUnwritable(path)
  const isChecked = statSync(path).size <= CHECKED_AT_ONCE_BYTES || wasLeftOpen(path)
  const connections = connect(path, (db) => {
    refuseForeign(db, path)
    if (isChecked) refuseDamaged(db, path)
  })
  return { ...connections, isChecked }
}

/** A write-ahead log with something in it: the program ended without closing the ledger. */
function wasLeftOpen(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Fails with `damaged` when the file's structure is not sound. */
export function refuseDamaged(db: Database, path: string): void {
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw expected('ledger_unreadable', { path, reason: 'damaged' })
}

/**
 * The same for a ledger that is open. On a connection of its own: one that has read the search index before another wrote to it takes
 * the index for damaged (FTS5 of SQLite 3.54.1).
 */
export function refuseDamagedFile(path: string): void {
  const db = new SqliteDatabase(path, { readonly: true })
  try {
    db.pragma('busy_timeout = 5000')
    refuseDamaged(db, path)
  } finally {
    db.close()
  }
}

function refuseUnwritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    throw expected('ledger_unreadable', { path, reason: 'no_permission' })
  }
}

function connect(
  path: string,
  prepare: (db: Database) => void,
  shownPath = path,
): Omit<LedgerConnections, 'isChecked'> {
  let writer: Database | undefined
  try {
    writer = new SqliteDatabase(path)
    prepare(writer)
    configure(writer)
    const version = fileVersionOf(writer)
    if (version > 0 && version < FILE_VERSION) backUpBefore(writer, path, version)
    migrate(writer)
    const reader = new SqliteDatabase(path, { readonly: true })
    reader.pragma('busy_timeout = 5000')
    reader.pragma('query_only = ON')
    for (const db of [reader, writer]) addFunctions(db)
    return { path, writer: new Connection(writer), reader: new Connection(reader) }
  } catch (error) {
    writer?.close()
    throw explainOpenError(error, shownPath)
  }
}

function configure(db: Database): void {
  db.pragma('busy_timeout = 5000')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('secure_delete = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -32000')
}

function refuseForeign(db: Database, path: string): void {
  const applicationId = Number(db.pragma('application_id', { simple: true }))
  if (applicationId !== APPLICATION_ID) throw expected('ledger_unreadable', { path, reason: 'not_a_ledger' })
  const fileVersion = fileVersionOf(db)
  if (fileVersion > FILE_VERSION) {
    throw expected('ledger_unreadable', { path, reason: 'newer_file', fileVersion, appVersion: FILE_VERSION })
  }
}

function explainOpenError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB') return expected('ledger_unreadable', { path, reason: 'not_a_ledger' })
  if (code.startsWith('SQLITE_CORRUPT')) return expected('ledger_unreadable', { path, reason: 'damaged' })
  if (code.startsWith('SQLITE_BUSY')) return expected('ledger_unreadable', { path, reason: 'in_use' })
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR'))
    return expected('ledger_unreadable', { path, reason: 'disk_full' })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT') {
    return expected('ledger_unreadable', { path, reason: isFolderWritable(path) ? 'damaged' : 'read_only_folder' })
  }
  // better-sqlite3's own word for a folder that is not there.
  if (error instanceof TypeError && error.message.includes('directory'))
    return expected('ledger_unreadable', { path, reason: 'read_only_folder' })
  return error
}

function isFolderWritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}
