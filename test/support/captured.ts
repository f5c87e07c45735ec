/** A conversation as capture notes it, with nothing said that is not meant. */
import type { Client } from '../../shared/contract/contract.ts'
import type { ConversationDraft } from '../../shared/contract/moderation-fields.ts'

export async function capture(client: Client, changes: Partial<ConversationDraft> = {}): Promise<number> {
  const conversation: ConversationDraft = {
    kind: 'comment',
    label: '',
    text: '',
    url: null,
    handle: null,
    channelId: null,
    postId: null,
    clientId: null,
    departmentId: null,
    stars: null,
    receivedAt: Date.parse('2026-10-28T09:00:00Z'),
    ...changes,
  }
  const { recordId } = await client.moderation.capture({ commandId: crypto.randomUUID(), conversation })
  return recordId ?? 0
}
