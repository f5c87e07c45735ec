/** Erasing a person, a conversation, or what is due: one command that no undo reaches, and the file written anew after it. */
import { setImmediate } from 'node:timers/promises'
import type { Erased, Person } from '../../../../../shared/contract/privacy.ts'
import type { Feature } from '../../../../../shared/contract/fields.ts'
import { normalName } from '../../../../../shared/domain/names-in-text.ts'
import { readPseudonym } from '../../../../../shared/domain/pseudonym.ts'
import type { Backend } from '../../../backend.ts'
import type { Connection } from '../../../database/connection.ts'
import { newPseudonym } from '../../../database/contacts.ts'
import { expected } from '../../../database/expected.ts'
import { forgetAllSteps, setActiveCommand } from '../../../database/journal.ts'
import type { CommandContext } from '../../../database/ledger-file.ts'
import { selfPersonOf } from '../../../database/oneself.ts'
import {
  addErasures,
  ANY_NETWORK,
  conversationErasure,
  handleErasure,
  nameErasure,
  type Erasure,
} from '../../../erasure/erasure-list.ts'
import {
  contactsWithoutTexts,
  eraseConversations,
  eraseHandles,
  replaceNamesEverywhere,
  type LostHandle,
} from '../../../erasure/erase-texts.ts'
import { FREE_TEXTS } from '../../../erasure/free-text.ts'
import { listErasures } from '../../../erasure/list-file.ts'
import { planWipe, wipe } from '../../../erasure/wipe.ts'
import { findConversation } from '../conversation-row.ts'
import { findMeant, sought, type MeantPerson } from './found-person.ts'
import { heldAmong } from './holds.ts'

export type ErasingStep = 'texts' | 'names' | 'file'
export type ReportStep = (progress: { step: ErasingStep; done: number; total: number }) => void

export interface Outcome {
  readonly conversations: number
  readonly mentions: number
  readonly files: number
  readonly held: number
}

/** Every screen may show words of it. */
export const SHOWING: readonly Feature[] = [
  'moderation',
  'app',
  'records',
  'time',
  'revenue',
  'costs',
  'imports',
  'ledger',
  'result',
  'safekeeping',
  'history',
]

/** What the work of an erasure leaves to be listed and deleted. */
export interface ErasedThings {
  readonly outcome: Outcome
  readonly erasures: readonly Erasure[]
  readonly files: readonly string[]
}

export async function runErasure(
  backend: Backend,
  { name, commandId }: { readonly name: string; readonly commandId: string },
  report: ReportStep,
  work: (db: Connection, context: CommandContext) => ErasedThings | Promise<ErasedThings>,
): Promise<Erased> {
  const { ledger } = backend
  let outcome: Outcome = { conversations: 0, mentions: 0, files: 0, held: 0 }
  const receipt = await ledger.runFinal(`moderation.${name}`, commandId, SHOWING, async (db, context) => {
    setActiveCommand(db, null)
    const things = await work(db, context)
    settleErasure(db, ledger.path, context, things)
    outcome = things.outcome
    return null
  })
  backend.changes.announceUndoGone()
  report({ step: 'file', done: 0, total: 1 })
  const isWiped = await wipe(ledger)
  return { receipt, ...outcome, isWiped }
}

/** Listed before the transaction ends: should it break off here, the erasure is carried out at the next opening. */
export function settleErasure(
  db: Connection,
  ledgerPath: string,
  { settings }: CommandContext,
  { erasures, files }: ErasedThings,
): void {
  forgetAllSteps(db)
  addErasures(db, erasures)
  planWipe(db, files, settings.wipe)
  listErasures(ledgerPath, settings.salt, erasures)
}

export async function erasePerson(
  db: Connection,
  context: CommandContext,
  { includeHeld, ...person }: Person & { readonly includeHeld: boolean },
  report: ReportStep,
): Promise<ErasedThings> {
  const { now, settings } = context
  const meant = findMeant(db, person)
  const held = heldAmong(db, meant.conversationIds, now)
  const isComplete = includeHeld || held.length === 0
  const ids = isComplete ? meant.conversationIds : meant.conversationIds.filter((id) => !held.includes(id))
  report({ step: 'texts', done: 0, total: 1 })
  const cause = { at: now, reason: 'request' } as const
  const { ids: erasedIds, files } = eraseConversations(db, ids, {
    ...cause,
    personId: selfPersonOf(db, settings),
  })
  const erasures = erasedIds.length === 0 ? [] : [conversationErasure(settings.salt, erasedIds, cause)]
  const outcome = { conversations: erasedIds.length, mentions: 0, files: files.length, held: 0 }
  if (!isComplete) return { outcome: { ...outcome, held: held.length }, erasures, files }
  const pseudonym = pseudonymOf(db, meant)
  forgetLeads(db, ids, pseudonym)
  const lost = eraseHandles(db, meant.contactIds)
  const mentions = await replaceNames(db, meant, person, pseudonym, report)
  return {
    outcome: { ...outcome, mentions },
    erasures: [...erasures, ...nameErasures(context, meant, person, pseudonym, lost)],
    files,
  }
}

/** The first contact's, whose name it was; a new one for somebody who is none. */
function pseudonymOf(db: Connection, { contactIds }: MeantPerson): string {
  const known = db
    .prepare<[number | null], string>('SELECT pseudonym FROM contact WHERE id = ?')
    .pluck()
    .get(contactIds[0] ?? null) as string | undefined
  return known ?? newPseudonym(db)
}

/** A lead that came to nothing so far is about the person. A deal that was made stays under its name, as the business it is. */
function forgetLeads(db: Connection, conversationIds: readonly number[], pseudonym: string): void {
  db.prepare<[object]>(
    `UPDATE lead SET name = @pseudonym, note = '' WHERE status <> 'won' AND conversation_id IN (SELECT value FROM json_each(@ids))`,
  ).run({ pseudonym, ids: JSON.stringify(conversationIds) })
}

async function replaceNames(
  db: Connection,
  meant: MeantPerson,
  person: Person,
  pseudonym: string,
  report: ReportStep,
): Promise<number> {
  const names = sought(meant, person, pseudonym)
  if (names === null) return 0
  let [count, done] = [0, 0]
  for (const changed of replaceNamesEverywhere(db, names)) {
    count = changed
    report({ step: 'names', done: ++done, total: FREE_TEXTS.length })
    await setImmediate()
  }
  return count
}

function nameErasures(
  { now, settings: { salt } }: CommandContext,
  { names, isWhole }: MeantPerson,
  { name, reach }: Person,
  pseudonym: string,
  lost: readonly LostHandle[],
): Erasure[] {
  const cause = { at: now, reason: 'request' } as const
  const typed =
    isWhole && readPseudonym(name) === null ? [handleErasure(salt, ANY_NETWORK, normalName(name), cause)] : []
  const handles = lost.map(({ network, handle }) => handleErasure(salt, network, handle, cause))
  const words = names.map((one) => nameErasure(salt, { name: one, pseudonym, reach }, cause))
  return [...typed, ...handles, ...words.filter((one) => one !== null)]
}

export function eraseConversation(db: Connection, context: CommandContext, id: number): ErasedThings {
  const { now, settings } = context
  findConversation(db, id)
  if (heldAmong(db, [id], now).length > 0) throw expected('invalid_value', { field: 'id', reason: 'is_held' })
  const cause = { at: now, reason: 'request' } as const
  const { ids, files } = eraseConversations(db, [id], { ...cause, personId: selfPersonOf(db, settings) })
  eraseHandles(db, contactsWithoutTexts(db, ids))
  return {
    outcome: { conversations: ids.length, mentions: 0, files: files.length, held: 0 },
    erasures: ids.length === 0 ? [] : [conversationErasure(settings.salt, ids, cause)],
    files,
  }
}
