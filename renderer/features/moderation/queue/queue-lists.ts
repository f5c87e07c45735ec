import type { QueueList } from '../../../../shared/contract/moderation-fields.ts'

/** In the order they are shown. */
export const QUEUE_LISTS = ['open', 'waiting', 'done'] as const satisfies readonly QueueList[]
