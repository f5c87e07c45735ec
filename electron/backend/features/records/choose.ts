/** What others choose from: the small lists in full, posts and conversations by typing. */
import type { FoundConversation, FoundPost, NamedOption, RecordOptions } from '../../../../shared/contract/records.ts'
import { calendarDayAt } from '../../../../shared/domain/instant.ts'
import type { Connection } from '../../database/connection.ts'
import { foundBy, TITLE, titleText } from '../../database/found-conversations.ts'

interface Search {
  readonly text: string
  readonly id: number | null
  readonly limit: number
}

export function readOptions(db: Connection): RecordOptions {
  const read = (table: 'pillar' | 'client' | 'department' | 'campaign') =>
    db.prepare<[], NamedOption>(`SELECT id, name FROM ${table} ORDER BY lower_case(name), id`).all()
  return {
    pillars: read('pillar'),
    clients: read('client'),
    departments: read('department'),
    campaigns: read('campaign'),
  }
}

/** The chosen one first, where it is asked for; then what holds the words. */
export function findPosts(db: Connection, { text, id, limit }: Search): FoundPost[] {
  return db
    .prepare<[object], FoundPost>(
      `SELECT post.id, post.title, post.channel_id AS channelId, post.campaign_id AS campaignId, channel.network, post.published_on AS publishedOn
       FROM post LEFT JOIN channel ON channel.id = post.channel_id
       WHERE post.id IN (SELECT id FROM post WHERE id = @id OR @text = '' OR instr(lower_case(title), @text) > 0
         ORDER BY id = @id DESC, published_on IS NULL DESC, published_on DESC, id DESC LIMIT @limit)
       ORDER BY post.published_on IS NULL DESC, post.published_on DESC, post.id DESC`,
    )
    .all({ text: text.trim().toLowerCase(), id, limit })
}

export function findConversations(db: Connection, { text, id, limit }: Search, timeZone: string): FoundConversation[] {
  const { from, condition, values } = foundBy(db, text) ?? { from: 'conversation', condition: 'true', values: {} }
  return db
    .prepare<[object], Omit<FoundConversation, 'day'> & { receivedAt: number }>(
      `SELECT conversation.id, ${TITLE} AS title, contact.pseudonym AS contact, conversation.channel_id AS channelId, conversation.post_id AS postId,
         channel.network, conversation.received_at AS receivedAt
       FROM conversation LEFT JOIN conversation_text ON conversation_text.id = conversation.id
         LEFT JOIN channel ON channel.id = conversation.channel_id LEFT JOIN contact ON contact.id = conversation.contact_id
       WHERE conversation.id = @id OR conversation.id IN (SELECT conversation.id FROM ${from} WHERE ${condition}
         ORDER BY conversation.received_at DESC, conversation.id DESC LIMIT @limit)
       ORDER BY conversation.received_at DESC, conversation.id DESC`,
    )
    .all({ ...values, id, limit })
    .map(({ receivedAt, ...found }) => ({
      ...found,
      title: titleText(found.title),
      day: calendarDayAt(receivedAt, timeZone),
    }))
}
