/** The copies that lie beside a ledger: what each holds, read without changing it. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import type { BackupContent } from '../../../../shared/contract/safekeeping.ts'
import { backupFolderOf } from '../../database/backup.ts'
import { Connection } from '../../database/connection.ts'
import { expected } from '../../database/expected.ts'
import { addFunctions } from '../../database/functions.ts'
import { fileVersionOf, FILE_VERSION } from '../../database/migrate.ts'
import { APPLICATION_ID } from '../../database/open.ts'
import { ANY_NETWORK, handleHash, missingFrom, readErasures } from '../../erasure/erasure-list.ts'

const ENDING = '.gegenwert'
const MAX_SHOWN = 200

export interface Copy {
  readonly name: string
  readonly at: number
  readonly bytes: number
}

/** The newest first. */
export function listBackups(ledgerPath: string): Copy[] {
  return allBackups(ledgerPath).slice(0, MAX_SHOWN)
}

function allBackups(ledgerPath: string): Copy[] {
  const folder = backupFolderOf(ledgerPath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => ({ name, stat: statSync(join(folder, name), { throwIfNoEntry: false }) }))
    .flatMap(({ name, stat }) => (stat?.isFile() ? [{ name, at: Math.round(stat.mtimeMs), bytes: stat.size }] : []))
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}

/** Made before the last erasure. A copy says itself what had been erased when it was made; its file's time may be that of copying it. */
export function outdatedBackups(ledgerPath: string, own: Connection): Copy[] {
  const wanted = readErasures(own)
  if (wanted.length === 0) return []
  return allBackups(ledgerPath).filter(({ name }) => {
    try {
      const database = openBackup(backupPath(ledgerPath, name))
      try {
        return fileVersionOf(database) < 4 || missingFrom(readErasures(new Connection(database)), wanted).length > 0
      } finally {
        database.close()
      }
    } catch {
      // It is no ledger, or damaged: nobody can say what it holds. It stays, and the list says that it cannot be read.
      return false
    }
  })
}

/** Only what lies in the folder of backups, whatever a page asks for. */
export function backupPath(ledgerPath: string, name: string): string {
  const path = join(backupFolderOf(ledgerPath), basename(name))
  if (basename(name) !== name || !name.endsWith(ENDING) || !existsSync(path))
    throw expected('ledger_unreadable', { path: name, reason: 'missing' })
  return path
}

/** Fails with `ledger_unreadable` where the copy is none of a ledger, damaged, or of a newer version. */
export function openBackup(path: string): Database {
  const db = new SqliteDatabase(path, { readonly: true })
  try {
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID)
      throw expected('ledger_unreadable', { path, reason: 'not_a_ledger' })
    if (fileVersionOf(db) > FILE_VERSION) {
      const versions = { fileVersion: fileVersionOf(db), appVersion: FILE_VERSION }
      throw expected('ledger_unreadable', { path, reason: 'newer_file', ...versions })
    }
    addFunctions(db)
    return db
  } catch (error) {
    db.close()
    throw 'code' in (error as object) && String((error as { code: unknown }).code).startsWith('SQLITE_')
      ? expected('ledger_unreadable', { path, reason: 'damaged' })
      : error
  }
}

export function readBackup(path: string, own: Connection, salt: string): BackupContent {
  const database = openBackup(path)
  try {
    const number = (sql: string) => Number(database.prepare(sql).pluck().get() ?? 0)
    return {
      format: fileVersionOf(database),
      isOlderFormat: fileVersionOf(database) < FILE_VERSION,
      lines: number('SELECT count(*) FROM ledger_line'),
      conversations: number('SELECT count(*) FROM conversation'),
      lastChangeAt: number('SELECT max(at) FROM command') || null,
      erasedSince: countErasedSince(new Connection(database), own, salt),
    }
  } finally {
    database.close()
  }
}

/** People and texts this copy still holds although the ledger has erased them. */
function countErasedSince(copy: Connection, own: Connection, salt: string): BackupContent['erasedSince'] {
  if (fileVersionOf(copy.database) < 4) return { people: 0, conversations: 0 }
  const handles = new Set(
    readErasures(own)
      .filter(({ kind }) => kind === 'handle')
      .map(({ hash }) => hash),
  )
  const isErased = own.prepare<[number]>('SELECT 1 FROM conversation WHERE id = ? AND erased_at IS NOT NULL')
  const texts = copy.prepare<[], number>('SELECT id FROM conversation_text').pluck().all() as number[]
  const contacts = copy
    .prepare<[], { contactId: number; network: string; handle: string }>(
      'SELECT contact_id AS contactId, network, handle FROM contact_handle',
    )
    .all()
  const isNamed = own.prepare<[string, string]>('SELECT 1 FROM contact_handle WHERE network = ? AND handle = ?')
  const people = contacts.filter(
    ({ network, handle }) =>
      !isNamed.get(network, handle) &&
      (handles.has(handleHash(salt, network, handle)) || handles.has(handleHash(salt, ANY_NETWORK, handle))),
  )
  return {
    people: new Set(people.map(({ contactId }) => contactId)).size,
    conversations: texts.filter((id) => isErased.get(id) !== undefined).length,
  }
}
