/** Conversations by their words, opened in the list they are in. */
import { MessageSquare } from 'lucide-react'
import { navigate } from 'wouter/use-browser-location'
import type { QueueList } from '../../../../shared/contract/moderation-fields.ts'
import { client } from '../../../lib/api.ts'
import type { AppCommand } from '../../../lib/commands.ts'
import { conversationAddress } from '../../../lib/moderation-address.ts'

/** Enough to choose from; more words find the others. */
const MOST = 5
const LISTS: readonly QueueList[] = ['open', 'waiting', 'done']

export async function findConversations(text: string, group: string, untitled: string): Promise<readonly AppCommand[]> {
  const pages = await Promise.all(
    LISTS.map(async (list) => {
      const { rows } = await client.moderation.list({ list, filter: { text }, limit: MOST })
      return rows.map(({ id, title }): AppCommand => ({
        id: `moderation.found.${id}`,
        title: title || untitled,
        group,
        icon: MessageSquare,
        run: () => navigate(conversationAddress(id, list)),
      }))
    }),
  )
  return pages.flat().slice(0, MOST)
}
