/** Where the ledger file is, and opening another one. */
import * as z from 'zod'
import { base } from './errors.ts'

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
}
