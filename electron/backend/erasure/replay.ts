/**
 * A ledger that lacks entries of the list beside it is an older state of itself – restored, or copied into its place by hand. What
 * those entries say is erased in it once more, whatever it holds under these names: all of it is from before the erasure.
 */
import type { Connection } from '../database/connection.ts'
import type { LedgerFile } from '../database/ledger-file.ts'
import { readSettings } from '../database/settings-row.ts'
import { addErasures, ANY_NETWORK, handleHash, missingFrom, readErasures, type Erasure } from './erasure-list.ts'
import {
  contactsWithoutTexts,
  eraseConversations,
  eraseHandles,
  replaceNamesEverywhere,
  type TextErasure,
} from './erase-texts.ts'
import { hashedNames } from './hashed-names.ts'
import { listErasures, readListed } from './list-file.ts'
import { planWipe } from './wipe.ts'

/** Brings the ledger and the list beside it to the same state. Answers how many entries were carried out anew. */
export async function followErasures(ledger: LedgerFile): Promise<number> {
  const settings = ledger.settings()
  const known = readErasures(ledger.reader)
  const listed = readListed(ledger.path, settings.salt)
  const missing = missingFrom(known, listed)
  if (missing.length > 0) await ledger.catchUp((db) => eraseAgain(db, missing))
  listErasures(ledger.path, settings.salt, [...known, ...missing])
  return missing.length
}

export function eraseAgain(db: Connection, erasures: readonly Erasure[]): void {
  const { salt, wipe: planned } = readSettings(db)
  const latest = erasures.reduce((a, b) => (b.at > a.at ? b : a))
  const erasure: TextErasure = { at: latest.at, reason: latest.reason, personId: null }
  const contactIds = contactsNamed(db, salt, erasures)
  const { files } = eraseConversations(
    db,
    [...conversationsOf(db, contactIds), ...conversationsIn(db, erasures)],
    erasure,
  )
  eraseHandles(db, contactIds)
  eraseHandles(db, contactsWithoutTexts(db))
  const names = hashedNames(salt, erasures)
  if (names) for (const _changed of replaceNamesEverywhere(db, names));
  addErasures(db, erasures)
  planWipe(db, files, planned)
}

function contactsNamed(db: Connection, salt: string, erasures: readonly Erasure[]): number[] {
  const hashes = new Set(erasures.filter(({ kind }) => kind === 'handle').map(({ hash }) => hash))
  if (hashes.size === 0) return []
  const isNamed = (network: string, handle: string) =>
    hashes.has(handleHash(salt, network, handle)) || hashes.has(handleHash(salt, ANY_NETWORK, handle))
  return db
    .prepare<[], { contactId: number; network: string; handle: string }>(
      'SELECT contact_id AS contactId, network, handle FROM contact_handle',
    )
    .all()
    .filter(({ network, handle }) => isNamed(network, handle))
    .map(({ contactId }) => contactId)
}

export function conversationsOf(db: Connection, contactIds: readonly number[]): number[] {
  return db
    .prepare<[string], number>('SELECT id FROM conversation WHERE contact_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(contactIds)) as number[]
}

function conversationsIn(db: Connection, erasures: readonly Erasure[]): number[] {
  const between = db.prepare<[number, number], number>('SELECT id FROM conversation WHERE id BETWEEN ? AND ?').pluck()
  return erasures.flatMap(({ ranges }) => ranges ?? []).flatMap(([first, last]) => between.all(first, last) as number[])
}
