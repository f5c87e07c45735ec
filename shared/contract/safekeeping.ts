/** Where the ledger file is, and opening another one. */
import * as z from 'zod'
import { base } from './errors.ts'

/** The name of a file in the folder of backups. */
const BackupName = z.string().min(1).max(255)

export const BackupContent = z.object({
  format: z.int(),
  /** It is brought to this program's format when it is restored. */
  isOlderFormat: z.boolean(),
  lines: z.int(),
  conversations: z.int(),
  /** Null: nothing was ever changed in it. */
  lastChangeAt: z.int().nullable(),
  /** What it still holds although it was erased from the ledger since. */
  erasedSince: z.object({ people: z.int(), conversations: z.int() }),
})
export type BackupContent = z.output<typeof BackupContent>

export const safekeeping = {
  /** Path, size and age of the last backup of the open ledger. Changes nothing. */
  where: base.output(
    z.object({
      path: z.string(),
      folder: z.string(),
      bytes: z.int(),
      lastBackupAt: z.int().nullable(),
      backupFolder: z.string(),
      /** Where receipts lie beside the ledger, and among its backups. Null: it has none. */
      receipts: z.object({ folder: z.string(), backupFolder: z.string() }).nullable(),
    }),
  ),
  /** Writes and checks a backup copy beside the ledger, with the receipts no earlier backup has; the ledger itself does not change. */
  backUp: base.output(
    z.object({
      path: z.string(),
      bytes: z.int(),
      /** `lost`: missing or changed, and in no earlier backup either. */
      receipts: z.object({ count: z.int(), copied: z.int(), lost: z.int() }),
    }),
  ),
  /** Makes the sample ledger if need be and opens it. The user's own ledger stays as it is. */
  openSample: base.output(z.object({ path: z.string() })),
  /** Goes back from the sample to the user's own ledger. */
  openOwn: base.output(z.object({ path: z.string() })),
  /** The copies beside the open ledger, the newest first. Changes nothing. */
  backups: base.output(z.array(z.object({ name: z.string(), at: z.int(), bytes: z.int() })).max(200)),
  /** What a copy holds; fails with `ledger_unreadable` where it cannot be used. Changes nothing. */
  inspectBackup: base.input(z.object({ name: BackupName })).output(BackupContent),
  /**
   * Puts a copy in the ledger's place: brought to this format, and everyone erased since erased from it again. The ledger as it was is
   * kept among the backups. What could be undone is forgotten.
   */
  restore: base.input(z.object({ name: BackupName })).output(
    z.object({
      replaced: z.string(),
      erasedAgain: z.int(),
      /** Receipts and evidence brought back from the backups, and those that are in none. */
      files: z.int(),
      lostFiles: z.int(),
    }),
  ),
  /**
   * Copies made before the last erasure, the newest first: they lack an entry of the ledger's list of erasures, so that they may hold
   * what it says. Those that cannot be read are not among them. Changes nothing.
   */
  outdatedBackups: base.output(z.object({ names: z.array(z.string()), bytes: z.int() })),
  /**
   * Writes and checks a new backup, and then deletes the copies made before the last erasure for good, so that no copy holds what was
   * erased and one copy is left. Receipts among the backups stay, they serve all copies. The ledger itself does not change.
   */
  renewBackups: base.output(z.object({ written: z.string(), removed: z.int() })),
  /** Deletes a copy for good. */
  removeBackup: base.input(z.object({ name: BackupName })).output(z.object({ name: z.string() })),
}
