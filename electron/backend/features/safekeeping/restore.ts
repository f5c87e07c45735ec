/**
 * Puts a backup in the ledger's place. It is prepared beside it – checked, brought to this format, everybody erased since erased again
 * – and takes the place only when it is complete; what stood there before is kept among the backups.
 */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { format } from 'date-fns/format'
import { standInOf } from '../../attachments/attachment-backup.ts'
import { keepFile, readKeptFile, stateOf } from '../../attachments/attachment-files.ts'
import { readAttachments } from '../../attachments/attachment-store.ts'
import type { Backend } from '../../backend.ts'
import { writeBackup } from '../../database/backup.ts'
import { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { addFunctions } from '../../database/functions.ts'
import { migrate } from '../../database/migrate.ts'
import { refuseDamaged } from '../../database/open.ts'
import { readSettings } from '../../database/settings-row.ts'
import { missingFrom, readErasures, type Erasure } from '../../erasure/erasure-list.ts'
import { listErasures, readListed } from '../../erasure/list-file.ts'
import { eraseAgain } from '../../erasure/replay.ts'
import { backupPath, listBackups, openBackup } from './backup-list.ts'

export interface Restored {
  /** The file of the ledger as it was. */
  readonly replaced: string
  readonly erasedAgain: number
  readonly files: number
  readonly lostFiles: number
}

export async function restoreBackup(backend: Backend, name: string): Promise<Restored> {
  const { ledger } = backend
  const { path } = ledger
  const source = backupPath(path, name)
  openBackup(source).close()
  const settings = ledger.settings()
  const label = freeLabel(path, `replaced ${format(backend.now(), 'yyyy-MM-dd HH-mm-ss')}`)
  const prepared = `${path}.restoring`
  removeAll(prepared)
  try {
    const replaced = await ledger.withWriter((db) => {
      listErasures(path, settings.salt, readErasures(db))
      return writeBackup(db.database, path, label)
    })
    copyFileSync(source, prepared)
    const done = prepare(prepared, path, readListed(path, settings.salt))
    await backend.replaceLedger(() => {
      // Left behind by another program that has the ledger open: what it writes would be lost.
      if (existsSync(`${path}-wal`)) throw expected('ledger_unreadable', { path, reason: 'in_use' })
      renameSync(prepared, path)
    })
    return { replaced: replaced.path, ...done }
  } finally {
    removeAll(prepared)
  }
}

/** Never the name of a copy that is there: it may be the very one that is restored. */
function freeLabel(ledgerPath: string, label: string): string {
  const names = new Set(listBackups(ledgerPath).map(({ name }) => name))
  const isTaken = (wanted: string) => [...names].some((name) => name.endsWith(` ${wanted}.gegenwert`))
  let free = label
  for (let number = 2; isTaken(free); number++) free = `${label} ${number}`
  return free
}

function removeAll(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.part']) rmSync(`${path}${suffix}`, { force: true })
}

function prepare(prepared: string, ledgerPath: string, listed: readonly Erasure[]) {
  const database = new SqliteDatabase(prepared)
  const db = new Connection(database)
  try {
    refuseDamaged(database, ledgerPath)
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON')
    database.pragma('journal_mode = DELETE')
    addFunctions(database)
    migrate(database)
    const missing = missingFrom(readErasures(db), listed)
    if (missing.length > 0) database.transaction(() => eraseAgain(db, missing))()
    const files = bringFiles(db, ledgerPath, readSettings(db).wipe ?? [])
    return { erasedAgain: missing.length, ...files }
  } finally {
    db.close()
  }
}

/** What lies among the backups and no longer beside the ledger. */
function bringFiles(db: Connection, ledgerPath: string, erased: readonly string[]) {
  let [files, lostFiles] = [0, 0]
  for (const reference of readAttachments(db)) {
    if (erased.includes(reference.sha256) || stateOf(ledgerPath, reference) === 'present') continue
    const content = readKeptFile(standInOf(ledgerPath), reference)
    if (typeof content === 'string') lostFiles++
    else {
      keepFile(ledgerPath, content)
      files++
    }
  }
  return { files, lostFiles }
}
