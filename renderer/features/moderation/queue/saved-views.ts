/** Filters of the queue that are kept under a name. */
import { QUEUE_FILTER_NAMES } from '../../../lib/moderation-address.ts'
import { createSavedViews } from '../../../lib/saved-views.ts'

export const useQueueViews = createSavedViews('gegenwert.moderation.views')

export const KEPT_FILTERS = QUEUE_FILTER_NAMES.filter((name) => name !== 'text' && name !== 'contact')
