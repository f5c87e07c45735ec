/** Copies of the ledger made by SQLite itself, so that a copy is never torn. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'

export function backupFolderOf(ledgerPath: string): string {
  return join(dirname(ledgerPath), `${basename(ledgerPath, '.gegenwert')} backups`)
}

/** Copies the ledger as it is now, checks the copy, and only then gives it its name. Returns path and size. */
export function writeBackup(db: Database, ledgerPath: string, label: string): { path: string; bytes: number } {
  const folder = backupFolderOf(ledgerPath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = join(folder, `${basename(ledgerPath, '.gegenwert')} ${label}.gegenwert`)
  const unchecked = `${target}.part`
  rmSync(unchecked, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(unchecked)
    assertSound(unchecked)
    renameSync(unchecked, target)
  } finally {
    if (existsSync(unchecked)) rmSync(unchecked, { force: true })
  }
  return { path: target, bytes: statSync(target).size }
}

/** The copy that every change of the file's format starts with. */
export function backUpBefore(db: Database, ledgerPath: string, fromVersion: number): void {
  writeBackup(db, ledgerPath, `before format ${fromVersion + 1}`)
}

function assertSound(path: string): void {
  const copy = new SqliteDatabase(path, { readonly: true })
  try {
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('the backup copy is damaged')
  } finally {
    copy.close()
  }
}
