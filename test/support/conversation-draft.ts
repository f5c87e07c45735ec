/** A conversation as it is captured, with what a test says about it. */
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'

export function conversationDraft(receivedAt: number, changes: Partial<ConversationDraft> = {}): ConversationDraft {
  return {
    kind: 'comment',
    label: '',
    text: 'Wo bleibt meine Bestellung?',
    url: null,
    handle: null,
    channelId: null,
    postId: null,
    clientId: null,
    departmentId: null,
    stars: null,
    receivedAt,
    ...changes,
  }
}
