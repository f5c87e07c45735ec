/** The conversations of a crisis as its document lists them. */
import type { ConversationKind, Sentiment } from '../../../../../shared/domain/conversation.ts'
import type { Instant } from '../../../../../shared/domain/instant.ts'
import type { Network } from '../../../../../shared/domain/network.ts'
import type { Connection } from '../../../database/connection.ts'
import { HANDLE } from '../../../database/contacts.ts'

export interface PaperConversation {
  readonly kind: ConversationKind
  /** Never first words of its text: they may name someone. */
  readonly label: string
  readonly receivedAt: Instant
  readonly channel: string | null
  readonly network: Network | null
  readonly sentiment: Sentiment | null
  readonly firstAnsweredAt: Instant | null
  readonly batchCount: number | null
  /** The other side: its handle where names are asked for and still there, else its pseudonym. */
  readonly person: string | null
  /** The beginning of what it wrote; empty without names. */
  readonly words: string
}

/** On paper; the rest is counted. */
export const MAX_PAPER_CONVERSATIONS = 300
const WORDS_LENGTH = 400

const NAMED = `coalesce(${HANDLE}, contact.pseudonym) AS person,
  coalesce(substr(conversation_text.text, 1, ${WORDS_LENGTH}) || iif(length(conversation_text.text) > ${WORDS_LENGTH}, ' …', ''), '') AS words`
const UNNAMED = "contact.pseudonym AS person, '' AS words"

export function readPaperConversations(db: Connection, crisisId: number, hasNames: boolean): PaperConversation[] {
  return db
    .prepare<[number], PaperConversation>(
      `SELECT conversation.kind, conversation.label, conversation.received_at AS receivedAt, channel.name AS channel, channel.network,
         conversation.sentiment, conversation.first_answered_at AS firstAnsweredAt, conversation.batch_count AS batchCount,
         ${hasNames ? NAMED : UNNAMED}
       FROM conversation LEFT JOIN channel ON channel.id = conversation.channel_id
         LEFT JOIN contact ON contact.id = conversation.contact_id
         ${hasNames ? 'LEFT JOIN conversation_text ON conversation_text.id = conversation.id' : ''}
       WHERE conversation.crisis_id = ? ORDER BY conversation.received_at, conversation.id LIMIT ${MAX_PAPER_CONVERSATIONS}`,
    )
    .all(crisisId)
}
