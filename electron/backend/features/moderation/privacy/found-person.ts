/** Everything the ledger holds about a person: contacts of that name, what hangs on their conversations, and other texts. */
import { setImmediate } from 'node:timers/promises'
import {
  MAX_FOUND_CONTACTS,
  MAX_PLACE_SAMPLES,
  PLACES,
  type FoundPerson,
  type Person,
  type Place,
} from '../../../../../shared/contract/privacy.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import { normalName } from '../../../../../shared/domain/names-in-text.ts'
import { readPseudonym } from '../../../../../shared/domain/pseudonym.ts'
import type { Connection } from '../../../database/connection.ts'
import { contactsNamed, FIRST_AT } from '../../../database/contacts.ts'
import { FREE_TEXTS, OWN_NAMES, presentIn, type FreeText } from '../../../erasure/free-text.ts'
import { mentionsIn, seek, type Mention, type SoughtNames } from '../../../erasure/mentions.ts'
import { conversationsOf } from '../../../erasure/replay.ts'
import { HOLD_CAUSE, HOLD_REASON, IS_HELD } from './holds.ts'

/** Who is meant: the contacts, and under which names they stand in other texts. */
export interface MeantPerson {
  readonly contactIds: readonly number[]
  /** Every contact of the name is meant, so that the name is theirs wherever it stands. */
  readonly isWhole: boolean
  readonly conversationIds: readonly number[]
  readonly names: readonly string[]
}

export function findMeant(db: Connection, person: Person): MeantPerson {
  const named = contactsNamed(db, person.name, MAX_FOUND_CONTACTS)
  const contactIds = person.contactIds ? named.filter((id) => person.contactIds?.includes(id)) : named
  const handles = db
    .prepare<[string], string>('SELECT handle FROM contact_handle WHERE contact_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(contactIds)) as string[]
  // A pseudonym is what stands in the place of names: it is none itself.
  const typed = readPseudonym(person.name) === null ? [person.name] : []
  const names = new Map([...typed, ...person.alsoNames, ...handles].map((name) => [normalName(name), name]))
  names.delete('')
  return {
    contactIds,
    isWhole: contactIds.length === named.length,
    conversationIds: conversationsOf(db, contactIds),
    names: [...names.values()],
  }
}

/** The names as they are looked for in texts; null where none of them can be. */
export function sought({ names }: Pick<MeantPerson, 'names'>, { reach }: Pick<Person, 'reach'>, pseudonym = '…') {
  return seek(names.map((name) => ({ name, pseudonym, reach })))
}

export async function findPerson(db: Connection, person: Person, now: Instant): Promise<FoundPerson> {
  const meant = findMeant(db, person)
  const names = sought(meant, person)
  const mentions = names === null ? [] : await collectMentions(db, names, meant.conversationIds)
  return {
    contacts: readContacts(db, meant.contactIds),
    own: countOwn(db, meant.conversationIds),
    mentions: mentions.map(({ place, found }) => ({
      place,
      count: found.length,
      samples: found.slice(0, MAX_PLACE_SAMPLES).map(excerptOf),
    })),
    crises: readCrises(db, meant.conversationIds, mentions.find(({ place }) => place === 'crises')?.found ?? []),
    held: readHeld(db, meant.conversationIds, now),
  }
}

function readContacts(db: Connection, ids: readonly number[]): FoundPerson['contacts'] {
  type Contact = FoundPerson['contacts'][number]
  return db
    .prepare<[string], Omit<Contact, 'handles' | 'isBlocked'> & { handles: string; isBlocked: number }>(
      `SELECT contact.id, pseudonym, is_blocked AS isBlocked, ${FIRST_AT} AS firstAt,
         (SELECT json_group_array(json_object('id', id, 'network', network, 'handle', handle)) FROM contact_handle
            WHERE contact_id = contact.id) AS handles,
         (SELECT count(*) FROM conversation WHERE contact_id = contact.id) AS conversationCount,
         (SELECT max(received_at) FROM conversation WHERE contact_id = contact.id) AS lastAt
       FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(ids))
    .map((row) => ({
      ...row,
      handles: JSON.parse(row.handles) as Contact['handles'],
      isBlocked: row.isBlocked === 1,
    }))
}

function countOwn(db: Connection, ids: readonly number[]): FoundPerson['own'] {
  const counts = db
    .prepare<[object], FoundPerson['own']>(
      `WITH own AS MATERIALIZED (SELECT value AS id FROM json_each(@ids))
       SELECT (SELECT count(*) FROM own) AS conversations,
         (SELECT count(*) FROM own JOIN conversation_text USING (id)) AS texts,
         (SELECT count(*) FROM own JOIN conversation_event AS event ON event.conversation_id = own.id
            JOIN event_text ON event_text.id = event.id) AS answers,
         (SELECT count(*) FROM own JOIN reply_draft USING (id)) AS drafts,
         (SELECT count(*) FROM own JOIN attachment ON attachment.conversation_id = own.id) AS files,
         (SELECT count(*) FROM own JOIN lead ON lead.conversation_id = own.id) AS leads`,
    )
    .get({ ids: JSON.stringify(ids) })
  return counts ?? { conversations: 0, texts: 0, answers: 0, drafts: 0, files: 0, leads: 0 }
}

async function collectMentions(
  db: Connection,
  names: SoughtNames,
  conversationIds: readonly number[],
): Promise<{ readonly place: Place; readonly found: readonly Mention[] }[]> {
  const places = new Map<Place, Mention[]>()
  for await (const mentions of mentionsElsewhere(db, names, conversationIds)) {
    for (const mention of mentions) {
      const { place } = mention.column
      places.set(place, [...(places.get(place) ?? []), mention])
    }
  }
  return PLACES.flatMap((place) => {
    const found = places.get(place)
    return found ? [{ place, found }] : []
  })
}

/** Texts that do not go with the person's own conversations, column by column. Lets others in between. */
export async function* mentionsElsewhere(
  db: Connection,
  names: SoughtNames,
  conversationIds: readonly number[],
): AsyncGenerator<Mention[], void> {
  const own = JSON.stringify(conversationIds)
  for (const column of presentIn(db, [...FREE_TEXTS, ...OWN_NAMES])) {
    const mentions = mentionsIn(db, column, names)
    const goes = mentions.length === 0 ? new Set<number>() : ofConversations(db, column, own)
    yield mentions.filter(({ id }) => !goes.has(id))
    await setImmediate()
  }
}

/** Rows of a column that are erased with the conversations they belong to. */
function ofConversations(db: Connection, { table }: FreeText, own: string): Set<number> {
  const rows: Readonly<Record<string, string>> = {
    conversation_text: 'SELECT value FROM json_each(?)',
    reply_draft: 'SELECT value FROM json_each(?)',
    event_text: 'SELECT id FROM conversation_event WHERE conversation_id IN (SELECT value FROM json_each(?))',
    attachment: 'SELECT id FROM attachment WHERE conversation_id IN (SELECT value FROM json_each(?))',
  }
  const sql = rows[table]
  return new Set(sql === undefined ? [] : (db.prepare<[string], number>(sql).pluck().all(own) as number[]))
}

const EXCERPT_LENGTH = 140

/** The text around the first place that would change. */
export function excerptOf({ before, after }: Mention): string {
  const text = before.replaceAll(/\s+/g, ' ')
  const changed = (after ?? '').replaceAll(/\s+/g, ' ')
  let same = 0
  while (same < changed.length && text[same] === changed[same]) same++
  const start = text.length <= EXCERPT_LENGTH ? 0 : Math.max(0, Math.min(same - 50, text.length - EXCERPT_LENGTH))
  const part = text.slice(start, start + EXCERPT_LENGTH).toWellFormed()
  return `${start > 0 ? '… ' : ''}${part}${start + EXCERPT_LENGTH < text.length ? ' …' : ''}`
}

/** With evidence that may show the person: a picture is not searched. */
function readCrises(
  db: Connection,
  conversationIds: readonly number[],
  named: readonly Mention[],
): FoundPerson['crises'] {
  const ids = db
    .prepare<[string], number>(
      `SELECT DISTINCT crisis_id FROM conversation
       WHERE id IN (SELECT value FROM json_each(?)) AND crisis_id IS NOT NULL`,
    )
    .pluck()
    .all(JSON.stringify(conversationIds)) as number[]
  for (const { column, id } of named) {
    const owner = column.table === 'crisis' ? 'id' : 'crisis_id'
    ids.push(Number(db.prepare<[number]>(`SELECT ${owner} FROM ${column.table} WHERE id = ?`).pluck().get(id)))
  }
  return db
    .prepare<[string], FoundPerson['crises'][number]>(
      `SELECT crisis.id, title, (SELECT count(*) FROM attachment WHERE crisis_id = crisis.id) AS files
       FROM crisis WHERE crisis.id IN (SELECT value FROM json_each(?))
         AND EXISTS (SELECT 1 FROM attachment WHERE crisis_id = crisis.id) ORDER BY crisis.id`,
    )
    .all(JSON.stringify(ids))
}

function readHeld(db: Connection, ids: readonly number[], now: Instant): FoundPerson['held'] {
  return db
    .prepare<[object], FoundPerson['held'][number]>(
      `SELECT conversation.id, coalesce(nullif(label, ''), substr(trim(text), 1, 160), '') AS title,
         ${HOLD_CAUSE} AS cause, ${HOLD_REASON} AS reason
       FROM conversation LEFT JOIN conversation_text USING (id)
       WHERE conversation.id IN (SELECT value FROM json_each(@ids)) AND ${IS_HELD} ORDER BY conversation.id`,
    )
    .all({ ids: JSON.stringify(ids), now })
}
