/** Writes a drawn ledger as a file, and says whether it is sound. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SETTINGS } from '../../electron/backend/database/settings-row.ts'
import { writeSettings } from '../../electron/backend/database/settings-row.ts'
import { createLedgerFile, openLedgerFile } from '../../electron/backend/database/open.ts'
import { verifyLedger } from '../../electron/backend/features/ledger/verify.ts'
import { fillDataset, type DatasetSize } from './datasets.ts'

export interface MadeLedger {
  readonly path: string
  readonly lines: number
  readonly bytes: number
}

/** Replaces a ledger of that name. */
export function makeLedger(folder: string, name: string, size: DatasetSize): MadeLedger {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.gegenwert`)
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
  const settings = { ...DEFAULT_SETTINGS, name, isFirstStartDone: true, marginBasisPoints: 5500, salt: 'bench' }
  createLedgerFile(path, (db) => {
    writeSettings(db, settings)
    fillDataset(db, settings, size)
  })
  return describeLedger(path)
}

export function describeLedger(path: string): MadeLedger {
  if (!existsSync(path)) throw new Error(`there is no ${path} (npm run bench:data writes it)`)
  const { reader, writer } = openLedgerFile(path)
  const lines = Number(reader.prepare<[]>('SELECT count(*) FROM ledger_line').pluck().get())
  reader.close()
  writer.close()
  return { path, lines, bytes: statSync(path).size }
}

/** Names of the checks that fail; none for a sound ledger. */
export function faultsOf(path: string): string[] {
  const { reader, writer } = openLedgerFile(path)
  const { checks } = verifyLedger(reader)
  reader.close()
  writer.close()
  return checks.filter((check) => !check.isPassed).map((check) => `${check.name}: ${check.detail}`)
}
