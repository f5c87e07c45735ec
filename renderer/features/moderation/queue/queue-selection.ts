/** Which conversations of the queue are chosen for something that is done to all of them. */
import type { QueueRow } from '../../../../shared/contract/moderation-fields.ts'
import { createRowSelection } from '../../../lib/row-selection.ts'

/** As many as one command changes; the contract refuses more. */
const MAX_AT_ONCE = 500

export const useQueueSelection = createRowSelection<QueueRow>(MAX_AT_ONCE)
