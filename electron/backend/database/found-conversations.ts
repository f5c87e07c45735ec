/** Conversations by what is typed into a search: their words, or who wrote them. */
import { EXCERPT_LENGTH } from '../../../shared/contract/moderation-fields.ts'
import type { Connection } from './connection.ts'
import { contactsLookedUp } from './contacts.ts'
import { searchWords } from './search-words.ts'

/** SQL: what lists call it. */
export const TITLE = `coalesce(nullif(conversation.label, ''), substr(trim(conversation_text.text), 1, ${EXCERPT_LENGTH}), '')`

/** As one line. */
export function titleText(title: string): string {
  return title.replace(/\s+/g, ' ')
}

/** Of more contacts of one name the others are found by another word. */
const MAX_CONTACTS = 20

export interface FoundBy {
  /** SQL: what it is read from, with `conversation` among it. */
  readonly from: string
  /** SQL: what holds for each that is found. */
  readonly condition: string
  readonly values: Readonly<Record<string, string>>
}

/** Null: nothing is typed. */
export function foundBy(db: Connection, typed: string): FoundBy | null {
  const text = typed.trim()
  if (text === '') return null
  const words = searchWords(text)
  const contactIds = contactsLookedUp(db, text, MAX_CONTACTS)
  if (contactIds.length > 0)
    return {
      from: 'conversation',
      condition: `conversation.id IN (SELECT id FROM conversation WHERE contact_id IN (SELECT value FROM json_each(@contactIds))
        ${words === null ? '' : 'UNION SELECT rowid FROM conversation_search WHERE conversation_search MATCH @words'})`,
      values: { contactIds: JSON.stringify(contactIds), ...(words !== null && { words }) },
    }
  // Signs and emoji alone are in no index: nothing is known to bear them.
  if (words === null) return { from: 'conversation', condition: 'false', values: {} }
  return {
    // In this order: what bears the words is looked up, not each conversation looked at for its words.
    from: 'conversation_search CROSS JOIN conversation ON conversation.id = conversation_search.rowid',
    condition: 'conversation_search MATCH @words',
    values: { words },
  }
}
