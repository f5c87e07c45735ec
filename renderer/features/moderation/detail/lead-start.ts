import type { LeadInput } from '../../../../shared/contract/leads.ts'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'

/** What a lead begins with: where it comes from. Its name is the log's own, never words of the other side. */
export function leadStartOf(detail: ConversationDetail): Partial<LeadInput> {
  const { id, label, channelId, postId, clientId } = detail
  return { name: label, conversationId: id, channelId, postId, clientId }
}
