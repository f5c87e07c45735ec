import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { format } from 'date-fns/format'
import { backUpFiles, filesBackupFolderOf } from '../../attachments/attachment-backup.ts'
import { filesFolderOf } from '../../attachments/attachment-files.ts'
import { readAttachments } from '../../attachments/attachment-store.ts'
import type { Backend } from '../../backend.ts'
import { backupFolderOf, writeBackup } from '../../database/backup.ts'
import { procedures } from '../../implement.ts'
import { backupPath, listBackups, outdatedBackups, readBackup } from './backup-list.ts'
import { restoreBackup } from './restore.ts'
import { fillSampleLedger } from './sample/fill-sample-ledger.ts'

/** A copy with the receipts no earlier one has. */
function backUp({ ledger }: Backend) {
  const label = format(ledger.now(), 'yyyy-MM-dd HH-mm-ss')
  return ledger.withWriter((db) => ({
    ...writeBackup(db.database, ledger.path, label),
    receipts: backUpFiles(db, ledger.path),
  }))
}

export const safekeepingProcedures = {
  where: procedures.safekeeping.where.handler(({ context }) => {
    const { path, reader } = context.backend.ledger
    const hasReceipts = readAttachments(reader).length > 0
    return {
      path,
      folder: dirname(path),
      bytes: statSync(path).size,
      backupFolder: backupFolderOf(path),
      lastBackupAt: listBackups(path)[0]?.at ?? null,
      receipts: hasReceipts ? { folder: filesFolderOf(path), backupFolder: filesBackupFolderOf(path) } : null,
    }
  }),

  backUp: procedures.safekeeping.backUp.handler(async ({ context }) => {
    const written = await backUp(context.backend)
    context.backend.changes.announceFeatures(['safekeeping'])
    return written
  }),

  backups: procedures.safekeeping.backups.handler(({ context }) => listBackups(context.backend.ledger.path)),
  inspectBackup: procedures.safekeeping.inspectBackup.handler(({ input, context }) => {
    const { ledger } = context.backend
    return readBackup(backupPath(ledger.path, input.name), ledger.reader, ledger.settings().salt)
  }),
  restore: procedures.safekeeping.restore.handler(({ input, context }) => restoreBackup(context.backend, input.name)),
  outdatedBackups: procedures.safekeeping.outdatedBackups.handler(({ context }) => {
    const { path, reader } = context.backend.ledger
    const copies = outdatedBackups(path, reader)
    return { names: copies.map(({ name }) => name), bytes: copies.reduce((sum, { bytes }) => sum + bytes, 0) }
  }),
  renewBackups: procedures.safekeeping.renewBackups.handler(async ({ context }) => {
    const { ledger, changes } = context.backend
    const written = await backUp(context.backend)
    const copies = outdatedBackups(ledger.path, ledger.reader)
    for (const { name } of copies) rmSync(backupPath(ledger.path, name))
    changes.announceFeatures(['safekeeping'])
    return { written: written.path, removed: copies.length }
  }),
  removeBackup: procedures.safekeeping.removeBackup.handler(({ input, context }) => {
    rmSync(backupPath(context.backend.ledger.path, input.name))
    context.backend.changes.announceFeatures(['safekeeping'])
    return { name: input.name }
  }),

  openSample: procedures.safekeeping.openSample.handler(async ({ context }) => {
    const { backend } = context
    const path = backend.sampleLedgerPath
    if (existsSync(path)) await backend.openLedger(path)
    else await fillSampleLedger(backend, path)
    return { path }
  }),

  openOwn: procedures.safekeeping.openOwn.handler(async ({ context }) => {
    const { backend } = context
    const path = backend.ownLedgerPath
    if (existsSync(path)) await backend.openLedger(path)
    else await backend.createLedger(path, {})
    return { path }
  }),
}
