/** Beside a conversation: what it took, who the other side is, and what came of it. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { ConversationEvidence } from '../crises/conversation-evidence.tsx'
import { Complaints } from '../figures/complaints.tsx'
import { MonthFigures } from '../figures/month-figures.tsx'
import { PLACES } from './focus.ts'
import { LeadsCard } from './leads-card.tsx'
import { ThisConversation } from './this-conversation.tsx'
import { WorkCard } from './work-card.tsx'

export function ConversationAside({ id }: { readonly id: number }) {
  const detail = useQuery(api.moderation.detail.queryOptions({ input: { id } })).data
  if (!detail) return null
  return (
    <>
      <ThisConversation detail={detail} />
      <WorkCard key={id} detail={detail} />
      {detail.batchCount === null && <LeadsCard detail={detail} />}
      <div id={PLACES.evidence}>
        <ConversationEvidence key={id} conversationId={id} files={detail.evidence} />
      </div>
      <MonthFigures />
      <Complaints />
    </>
  )
}
