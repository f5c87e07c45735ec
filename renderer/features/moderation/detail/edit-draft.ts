/** What was noted about a conversation as it is being changed. Pure. */
import type {
  ConversationDetail,
  ConversationDraft,
  ConversationPatch,
} from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'

export interface Edited extends Omit<ConversationDraft, 'url' | 'handle' | 'receivedAt'> {
  /** Empty: none. */
  readonly url: string
  readonly handle: string
  /** Null: incomplete. */
  readonly receivedAt: Instant | null
}

export const EDIT_FIELDS = ['receivedAt', 'url'] as const
export type EditField = (typeof EDIT_FIELDS)[number]

export function editStartOf(detail: ConversationDetail): Edited {
  const { kind, label, text, url, handle, channelId, postId, clientId, departmentId, stars, receivedAt } = detail
  return {
    kind,
    label,
    text,
    url: url ?? '',
    handle: handle ?? '',
    channelId,
    postId,
    clientId,
    departmentId,
    stars,
    receivedAt,
  }
}

export function editProblemsOf({ receivedAt, url }: Edited, now: Instant) {
  return {
    ...(receivedAt === null && { receivedAt: 'missing' as const }),
    ...(receivedAt !== null && receivedAt > now && { receivedAt: 'future' as const }),
    ...(url.trim() !== '' && !/^https?:\/\/./i.test(url.trim()) && { url: 'invalid' as const }),
  }
}

/** Only what differs. */
export function editPatchOf(start: Edited, edited: Edited): ConversationPatch {
  const { url, handle, receivedAt, ...others } = edited
  const wanted = {
    ...others,
    label: edited.label.trim(),
    // Stars belong to reviews.
    stars: edited.kind === 'review' ? edited.stars : null,
    url: url.trim() === '' ? null : url.trim(),
    handle: handle.trim() === '' ? null : handle.trim(),
    ...(receivedAt !== null && { receivedAt }),
  }
  const before: Record<string, unknown> = { ...start, url: start.url || null, handle: start.handle || null }
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => before[field] !== value))
}
