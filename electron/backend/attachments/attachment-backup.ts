/** Copies of what lies beside the ledger. One folder serves all backups of a ledger: files never change, so only new ones are copied. */
import { basename, join } from 'node:path'
import { backupFolderOf } from '../database/backup.ts'
import type { Connection } from '../database/connection.ts'
import { type FileReference, filesFolderOf, keepFile, readKeptFile, stateOf } from './attachment-files.ts'
import { readAttachments } from './attachment-store.ts'

export interface FilesBackup {
  readonly count: number
  /** Of these, copied now; the others were copied before. */
  readonly copied: number
  /** Missing or changed in the ledger's own folder and not copied before. */
  readonly lost: number
}

/** As if a ledger of the same name lay among the backups: whoever puts a backup in the ledger's place takes the folder along as it is. */
export function standInOf(ledgerPath: string): string {
  return join(backupFolderOf(ledgerPath), basename(ledgerPath))
}

export function filesBackupFolderOf(ledgerPath: string): string {
  return filesFolderOf(standInOf(ledgerPath))
}

/** On the writing connection, so that nothing is attached or tidied up meanwhile. */
export function backUpFiles(db: Connection, ledgerPath: string): FilesBackup {
  const files = new Map<string, FileReference>(readAttachments(db).map((row) => [row.sha256, row]))
  const target = standInOf(ledgerPath)
  let [copied, lost] = [0, 0]
  for (const reference of files.values()) {
    if (stateOf(target, reference) === 'present') continue
    const content = readKeptFile(ledgerPath, reference)
    if (typeof content === 'string') lost++
    else {
      keepFile(target, content)
      copied++
    }
  }
  return { count: files.size, copied, lost }
}
