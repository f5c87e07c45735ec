/**
 * Makes sure that nothing of what was erased is left on the disk. SQLite overwrites what is deleted, but not the copies that lie in
 * the free part of a page after rows were moved to another one, nor the write-ahead log: so the file is written anew, and the log
 * emptied. What is still to be done stands in the ledger itself, so that it is made up for after a crash or on a full disk.
 */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { deleteFiles, listFiles } from '../attachments/attachment-files.ts'
import { standInOf } from '../attachments/attachment-backup.ts'
import type { Connection } from '../database/connection.ts'
import type { LedgerFile } from '../database/ledger-file.ts'
import { writeSettings } from '../database/settings-row.ts'

/** Notes within the transaction that erases what has to be done after it. */
export function planWipe(db: Connection, files: readonly string[], planned: readonly string[] | null): void {
  writeSettings(db, { wipe: [...new Set([...(planned ?? []), ...files])] })
}

/** Answers whether it is done; else it is tried again later. Commands wait meanwhile, reading goes on. */
export function wipe(ledger: LedgerFile): Promise<boolean> {
  return ledger.withWriter(async (db, { settings }) => {
    if (settings.wipe === null) return true
    deleteErasedFiles(db, ledger.path, settings.wipe)
    if (!(await writeAnew(db, ledger.path))) return false
    writeSettings(db, { wipe: null })
    return true
  })
}

/** Beside the ledger and among its backups, unless something else has the same file. */
function deleteErasedFiles(db: Connection, ledgerPath: string, hashes: readonly string[]): void {
  if (hashes.length === 0) return
  const isUsed = db.prepare<[string]>('SELECT 1 FROM attachment WHERE sha256 = ?')
  const erased = new Set(hashes.filter((sha256) => isUsed.get(sha256) === undefined))
  for (const path of [ledgerPath, standInOf(ledgerPath)])
    deleteFiles(listFiles(path).filter(({ sha256 }) => erased.has(sha256)))
}

async function writeAnew(db: Connection, path: string): Promise<boolean> {
  try {
    await vacuum(path)
    const [{ busy } = { busy: 1 }] = db.database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return busy === 0
  } catch {
    // The disk is full, or another program holds the ledger: it is tried again.
    return false
  }
}

/** In a thread with a connection of its own: it takes seconds, and the journal of this one would have to lie in memory with it. */
const THREAD = `
  const { workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const db = new Database(workerData.path)
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma('secure_delete = ON')
    // An index keeps words of what is gone until it merges its parts; built anew it has none of them.
    for (const index of ['conversation_search', 'post_search']) db.exec("INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')")
    db.exec('VACUUM')
  } finally {
    db.close()
  }`

function vacuum(path: string): Promise<void> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, { eval: true, workerData: { driver, path } })
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the file was not written anew: ${code}`)),
    )
  })
}
